"""What stands on a page around a letter and is not the letter: menus, counters, credits, footers.

Told by wording and form alone, never by the names of sites. Knows one line at a time.
"""

import re
from functools import lru_cache

from corpus.structure.cues import Cue
from corpus.structure.organisations import without_glosses

LONGEST_CHROME = 240  # characters: longer lines are text
# Lines, at most 2 MB: a letter's first and last ones are looked at several times, and pages of one
# site share them.
REMEMBERED = 1 << 11
BREADCRUMB = Cue(
    re.compile(
        r"(?:首页|首頁|主页|主頁|\bHome)\s*(?:>|»|›|→|/|-)"
        r"|当前(?:的)?(?:位置|路径|栏目)|當前(?:的)?(?:位置|路徑|欄目)|所在位置"
        r"|current location|News Position|You are here"
        r"|>{1,2}[^<>]{1,30}>{1,2}",
        re.IGNORECASE,
    ),
    (
        "home",
        ">",
        "current",
        "news pos",
        "you are",
        "首页",
        "首頁",
        "主页",
        "主頁",
        "位置",
        "路径",
        "路徑",
        "栏目",
        "欄目",
    ),
)
COUNTER = Cue(
    re.compile(
        r"浏览(?:次数|量|数)?\s*[:：]?|瀏覽|点击(?:量|数|率|次数)?\s*[:：]|點擊|阅读(?:量|数|次数)?\s*[:：]|人阅读|访问量|字号|字號"
        r"|\bHits?\s*[:：]|^Page views?\b|\bViews?\s*[:：]|^Views?$",
        re.IGNORECASE,
    ),
    ("hit", "view", "浏览", "瀏覽", "点击", "點擊", "阅读", "访问量", "字号", "字號"),
)  # fmt: skip
CREDIT = re.compile(
    r"[(（\[【]?(?:作者|(?:新闻|新聞|稿件|内容|內容|图片|圖片|消息)?(?:来源|來源)|发布(?:时间|日期|人|者)|發布(?:時間|日期)|发表(?:时间|日期)|更新(?:时间|日期)|时间|時間"
    r"|责任编辑|責任編輯|编辑|編輯|文章来源|信息来源|稿源|供稿|摄影|审核|摘要|关键[词字]|關鍵[詞字]|导读|标签|字体|字體|转载自|轉載自"
    r"|Author|Source|Add(?:ed)?\s?time|Time|Published(?: on)?|Publish(?:ing)? (?:date|time)"
    r"|Posted(?: on| by)?|Updated(?: on)?|Release (?:date|time)|Editor|Keywords?|Abstract|Tags?)"
    r"\s*[:：|]|转载自|轉載自"
    r"|(?:Posted|Published|(?:Last )?(?:updated|modified))(?: on| at)?\s(?:\w{2,9},?\s){0,2}\d",
    re.IGNORECASE,
)
COPYRIGHT = Cue(
    re.compile(
        r"\bCopyright\b|©|版[权權][所归歸]|All Rights Reserved|ICP\s?[备備证證]|公网安备|技术支持"
        r"|Powered by",
        re.IGNORECASE,
    ),
    ("copyr", "©", "reserved", "cp", "powered", "版权", "版權", "公网安备", "技术支持"),
)
CONTROL = re.compile(
    r"(?:\[|【)?(?:打印|关闭|關閉|分享|点击上方|點擊上方|查看完整版本|返回|上一[篇条页]|下一[篇条页]|收藏|登录|注册|扫码|扫一扫|微信扫|许可证号"
    r"|相关(?:新闻|文章|阅读|链接)|阅读原文|友情链接|连续签到|今日心情"
    r"|Print|Close|Share|Previous|Next|Back|Login|Sign in|Register|Read more|Related)"
    r"(?:本页|窗口|到|顶部|列表|此页|this page|article|news|window|to top|[:：\s\]】].*)?$",
    re.IGNORECASE,
)
# In small letters, as a folded line has them: that is found in a third of the time.
MENU_WORDS = re.compile(
    r"\b(?:home|about(?: us)?|contact(?: us)?|news(?:room)?|events?|products?|services?|login"
    r"|register|search|site ?map|links|members?(?:hip)?|join(?: us)?|form|publications?|data|serv…"
    r"|downloads?|gallery|careers|faq|english|help)(?![\w’'])"
    r"|中文版?|首页|首頁|关于我们|關於我們|联系我们|聯繫我們|新闻中心|通知公告|学会动态|会员服务|网站地图|简体|繁體|繁体"
)
MANY_MENU_WORDS = 4
NOT_AFTER_MENUS = tuple(".。!！?？;；:：,，")
SENTENCE_ENDS = ("。", "！", "？", "；")
NOTE = re.compile(
    r"[(（\[【*]{1,2}[^()（）\[\]【】]*(?:译文|譯文|翻译|翻譯|translation|转载|轉載|原文)[^()（）]*[)）\]】*]{1,2}",
    re.IGNORECASE,
)
# Who made the page, as its last lines say.
MAKERS = re.compile(
    r"(?:作者|编辑|編輯|责编|責編|责任编辑|責任編輯|审核|審核|校对|校對|排版|文字|供稿|来源|來源|图片设计|美编|监制|撰稿|撰文"
    r"|author|editor|edited by|layout|proofread(?:ing|er)?)\s{0,2}(?:[|丨｜/:：]|by\b)",
    re.IGNORECASE,
)
TAG = re.compile(r"</?[a-z][^<>]{0,80}>", re.IGNORECASE)
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
# What leads elsewhere, whatever follows it.
LEADING_ON = Cue(
    re.compile(
        r"(?:点此|點此|点击此?处?|點擊此?處?)(?:查看|阅读|閱讀|下载|下載|进入|進入)|^A\s?[+＋-]\s"
        r"|^(?:Skip to (?:main )?content|Click here to (?:download|view|read|sign)"
        r"|Read the (?:full )?(?:statement|letter|text)"
        r"|Jump to (?:content|navigation))\b",
        re.IGNORECASE,
    ),
    (
        "点此",
        "點此",
        "点击",
        "點擊",
        "a+",
        "a +",
        "a＋",
        "a-",
        "skip to",
        "click here",
        "jump to",
        "sign ",
        "read the ",
    ),
)
COUNTED = re.compile(r"[^\s:：]{1,6}(?:次数|次數|[量数數])\s?[:：]\s?\d*$")  # 查看次数：2203
MARKUP_ONLY = re.compile(r"!\[|<!--|</?(?:img|div|br|hr|center|p)\b[^>]*>$|&nbsp;|\|?[\s:|-]+$")


def is_chrome(line: str) -> bool:
    """Whether a line (without white space around it) belongs to the page and not to the letter."""
    return len(line) <= LONGEST_CHROME and _is_chrome(line)


@lru_cache(REMEMBERED)
def _is_chrome(line: str) -> bool:
    line = without_glosses(line)
    if NOTE.fullmatch(line) or _is_footer(line):
        return True
    folded = line.casefold()
    return line[-1:] not in SENTENCE_ENDS and (
        bool(CREDIT.match(line))
        or COUNTER.is_in(line, folded)
        or BREADCRUMB.is_in(line, folded)
        or LEADING_ON.is_in(line, folded)
        or bool(CONTROL.match(line) or MARKUP_ONLY.match(line) or COUNTED.match(line))
        or not LETTER_OR_DIGIT.search(line)
    )


def names_makers(line: str) -> bool:
    """Whether a line says who wrote, edited or checked the page."""
    if len(line) > LONGEST_CHROME:
        return False
    words = TAG.sub("", line).lstrip("*_ ") if "<" in line or line[0] in "*_" else line
    return bool(MAKERS.match(words))


def is_footer(line: str) -> bool:
    """Whether a line is a menu or a copyright notice: what follows it is no letter either."""
    return _is_footer(line) if len(line) <= LONGEST_CHROME else _says_footer(line)


def _says_footer(line: str) -> bool:
    folded = line.casefold()
    return COPYRIGHT.is_in(line, folded) or _is_menu(line, folded)


_is_footer = lru_cache(REMEMBERED)(_says_footer)


def _is_menu(line: str, folded: str) -> bool:
    if line[-1:] in NOT_AFTER_MENUS:
        return False
    rest, count = MENU_WORDS.subn("", folded)
    return count >= MANY_MENU_WORDS or (count > 0 and not LETTER_OR_DIGIT.search(rest))
