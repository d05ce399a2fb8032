"""What looks like the name of a person, in Chinese and in English.

Knows how such names are made (a surname first, capitals), never who somebody is.
"""

import re

from corpus.structure.organisations import is_organisation

# Capitals of the scripts of Europe; in Latin Extended-A they take turns with small letters.
CAPITAL = (
    "[A-Z\u00c0-\u00d6\u00d8-\u00de"
    + "".join(chr(code) for code in range(0x100, 0x17F) if chr(code).isupper())
    + "]"
)
TITLED = r"(?:(?:Prof(?:essor)?|Dr|Mr|Mrs|Ms|Sir|Dame|Rev|Hon)\.?\s){1,2}"
SMALL = r"(?:(?:de|da|do|dos|del|della|der|den|di|du|van|von|zu|ten|la|le|al|el|bin|y)\s){0,3}"
LATIN_NAME = (
    rf"(?:{TITLED})?{CAPITAL}[\w’'-]{{0,30}}\.?"
    rf"(?:[ \u00a0]{SMALL}{CAPITAL}[\w’'-]{{0,30}}\.?){{1,3}}"
)  # fmt: skip
PERSON = re.compile(
    rf"{LATIN_NAME}|[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]{{1,8}}(?:·[\u4e00-\u9fff]{{1,8}}){{1,3}}"
)
HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
# Some 300 frequent surnames in both scripts, but for those that are more often another word at the
# head of a line (全, 和, 向, 应, 时).
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌"
    "费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋甘景单包司柏宁柯阮桂闵解柴华车冉房边吉饶刁瞿戚丘古米池滕晋"
    "邬臧宫苟褚廉简娄盖符奚穆燕郎冀谈姬屠连晏栾郁蒙喻窦迟敖冷卓花仇艾蓝巩仲虞卞封冼楚佟栗匡宗巫鞠桑荆"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許蘇盧蔣賈葉閻鍾陸譚鄒顧龍萬錢湯喬賀賴龔龐蘭顏嚴蘆魯韋畢聶齊莊塗"
    "關費紀歐項陽衛鮑單寧閔華車邊饒宮婁蓋談連欒鬱遲鞏"
)
LONG_SURNAMES = frozenset(
    ("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "尉遲",
     "公孙", "公孫", "慕容", "令狐", "司徒", "夏侯", "端木", "百里", "南宫", "南宮")
)  # fmt: skip
PROVINCES = frozenset(
    ("安徽", "江苏", "江西", "江蘇", "吉林", "宁夏", "寧夏", "甘肃", "甘肅", "龙江", "华北", "华东")
)


def is_person(words: str) -> bool:
    """Whether the whole of `words` can be the name of a person."""
    return bool(PERSON.fullmatch(words)) and not is_organisation(words)


def is_han_name(words: str) -> bool:
    """Whether `words` are a Chinese name that begins with a surname."""
    if not HAN_NAME.fullmatch(words) or words in PROVINCES or is_organisation(words):
        return False
    return words[:2] in LONG_SURNAMES or (words[0] in SURNAMES and len(words) < 4)
