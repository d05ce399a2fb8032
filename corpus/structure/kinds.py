"""What the items of a list are: told by the line that leads on to them, else by the genre.

Knows the wording of lead-ins, nothing of how lists are found.
"""

import re
from collections.abc import Sequence

from corpus.letter import Genre, InitiativeKind
from corpus.structure.cues import Cue

LEAD_IN = 400  # characters before a list that may say what the list is
# What asks somebody to do what follows, and so makes proposals of steps and aims.
ASKING = Cue(
    re.compile(
        r"倡[议議]|呼[吁籲]|要求|[诉訴]求|[号號]召|提[议議]|建[议議]|恳请|懇請|主[张張]|希望|期望|承[诺諾]"
        r"|\b(?:call(?:s|ing)? (?:up)?on|urg(?:e|es|ing)|demand(?:s|ing|ed)?"
        r"|propos\w{1,4}"
        r"|recommend(?:s|ed|ations?|ing)?|ask(?:s|ing)?(?! questions)|suggest(?:s|ed|ions?|ing)?"
        r"|request(?:s|ing|ed)?|appeal(?:s|ing)?|encourag(?:e|es|ed|ing)|advis(?:e|es|ed)|pledge"
        r"|like to see|we want|we need|should|must|commit\w{0,6})\b",
        re.IGNORECASE,
    ),
    (
        "倡", "呼", "要求", "诉求", "訴求", "号召", "號召", "提议", "提議", "建", "请", "請", "主",
        "望", "承",
        "call", "urg", "demand", "propos", "recommend", "ask", "suggest", "request", "appeal",
        "encourag", "advis", "pledge", "like to see", "we want", "we need", "should", "must",
        "commit",
    ),
)  # fmt: skip
# What names as facts those that follow: of a complaint, of a reason.
FACTS = Cue(
    re.compile(
        r"\b(?:challenges|problems|concerns|reasons|facts|difficulties|issues|grievances)\b"
        r"[^.!?]{0,60}(?::|\bthat)$|\bwe (?:notice|observe|recall|have seen)\b[^.!?]{0,60}:$"
        r"|(?:原因|理由|困[难難]|挑[战戰]|事[实實]|(?:存在|主要|具[体體]|突出)[^，。]{0,6}[问問][题題])[^，。]{0,8}[:：]$",
        re.IGNORECASE,
    ),
    (
        "challenges", "problems", "concerns", "reasons", "facts", "difficulties", "issues",
        "grievances", "notice", "observe", "recall", "seen", "原因", "理由", "困", "挑", "事",
        "问题", "問題", "問题", "问題",
    ),
)  # fmt: skip
# Reasons are facts whatever they are the reasons for.
REASONS = Cue(
    re.compile(r"\breasons\b[^.!?:]{0,30}:$|(?:原因|理由)[^，。]{0,8}[:：]$", re.IGNORECASE),
    ("reasons", "原因", "理由"),
)
# A heading of what a proposal is made for: a list that begins with it is of sections.
GROUNDS = re.compile(
    r"(?:背景|[现現][状狀]|缘起|緣起|[问問][题題]|原因|事由|事[实實]|引言|前言|序言|信念|[愿願]景)"
    r"(?:[与與和及][\u4e00-\u9fff]{2,4}|[说說]明|分析)?"
    r"|(?:the )?(?:background|context|introduction|preamble|problems?|facts)",
    re.IGNORECASE,
)
LONGEST_GROUNDS = 20  # characters
KIND_WORDS: tuple[tuple[InitiativeKind, Cue], ...] = (
    ("fact", FACTS),
    (
        "rule",
        Cue(
            re.compile(r"规则|規則|须知|須知|\brules?\b|\bregulations?\b", re.IGNORECASE),
            ("rule", "regulat", "规则", "規則", "须知", "須知"),
        ),
    ),
    (
        "step",
        Cue(
            re.compile(r"步骤|步驟|流程|\bsteps?\b|\bprocedures?\b", re.IGNORECASE),
            ("step", "procedure", "步骤", "步驟", "流程"),
        ),
    ),
    (
        "question",
        Cue(
            re.compile(
                r"[问問][题題]如下|以下(?:几个|幾個)?[问問][题題]|\bquestions?\b", re.IGNORECASE
            ),
            ("quest", "问题", "問題", "問题", "问題"),
        ),
    ),
    (
        "decision",
        Cue(
            re.compile(
                r"[决決]定如下|[决決][议議]|作出以下[决決]定|\b(?:has|have|is|are) decided\b"
                r"|\bresolved\b|\bdecided (?:that|the following|as follows|to)\b|\bdecisions?\b",
                re.IGNORECASE,
            ),
            ("decided", "decision", "resolved", "决定", "決定", "决议", "決議", "决議", "決议"),
        ),
    ),
    (
        "aim",
        Cue(
            re.compile(
                r"目[标標]是|目的是|\baims?\b|\bgoals?\b|\bobjectives?\b|working (?:on|towards):",
                re.IGNORECASE,
            ),
            ("aim", "goal", "object", "work", "目标是", "目標是", "目的是"),
        ),
    ),
    (
        "action",
        Cue(
            re.compile(
                r"(?:已[经經]?|先后|先後)(?:采取|採取|[开開]展|做)|(?:采取|採取)了"
                r"|\b(?:have|has) (?:already |so far )?(?:taken|done|launched|set up)\b",
                re.IGNORECASE,
            ),
            ("have ", "has ", "已", "先后", "先後", "采取", "採取"),
        ),
    ),
)
# What says of a notice that its points follow, whatever it asks for.
NOTIFYING = re.compile(
    r"(?:通知|公告|通告|事[项項]|[调調]整|安排|有[关關]要求)[^，。；]{0,6}[:：]$"
    r"|\b(?:note|announce[sd]?|inform(?:ed)?)\b[^.]{0,60}:$",
    re.IGNORECASE,
)
# What one does with a form or a page: most items of a list that begin with it are steps.
STEPS = re.compile(
    r"[^\w]*(?:点击|點擊|填写|填寫|登录|登錄|登入|打开|打開|扫码|掃碼|下载|下載|转到|轉到|提交"
    r"|注册|註冊|选择|選擇|进入|進入"
    r"|(?:click|fill|open|log|sign up|go to|visit|download|choose|select|submit|enter|register"
    r"|scan)\b)",
    re.IGNORECASE,
)
# The first words of an item that asks by itself, as those of resolutions do.
ASKS_ITSELF = re.compile(
    r"[^\w]*(?:We (?:also |therefore |further )?)?(?:calls? (?:(?:up)?on|for)|urges?|demands?"
    r"|recommends?|asks?|requests?|invites?|instructs?|encourages?|appeals? to)\b"
    r"|[^\w]*(?:我们|我們)?(?:呼吁|呼籲|要求|建议|建議|倡议|倡議|恳请|懇請|敦促|希望)",
    re.IGNORECASE,
)
ASKS_FOR_WHAT_FOLLOWS = re.compile(r"\bfollowing\b|以下|如下|下列|[:：]$", re.IGNORECASE)
KIND_OF_GENRE: dict[Genre, InitiativeKind] = {
    "proposal": "proposal", "open_letter": "proposal", "joint_statement": "proposal",
    "notice": "notice_point", "thank_you": "fact", "condolence": "fact", "other": "section",
}  # fmt: skip


ASKING_POLITELY = re.compile(r"[请請]|大家|[务務]必|[应應][当當]|\bplease\b", re.IGNORECASE)


def asks(lead: str) -> bool:
    """Whether the words before a list ask somebody to do what it says."""
    return ASKING.is_in(lead[-LEAD_IN:])


def kind_of_list(
    lead: str, items: Sequence[str], *, genre: Genre, headings: bool
) -> InitiativeKind:
    """The kind of the items of a list; `lead` is the line before it, `items` their own words.

    `headings` says that the items are numbers that stand alone above what they head.
    """
    if all(words.rstrip()[-1:] in ("?", "？") for words in items):
        return "question"
    if 2 * sum(bool(STEPS.match(words)) for words in items) > len(items):
        return "step"
    lead = lead[-LEAD_IN:]
    folded = lead.casefold()
    asking = ASKING.is_in(lead, folded)
    if headings and not (asking and ASKS_FOR_WHAT_FOLLOWS.search(lead)):
        return "section"
    if 2 * sum(bool(ASKS_ITSELF.match(words)) for words in items) > len(items):
        return "proposal"
    if REASONS.is_in(lead, folded):
        return "fact"
    if len(items[0]) <= LONGEST_GROUNDS and GROUNDS.fullmatch(items[0].strip(" ：:.。")):
        return "section"
    if asking and not (genre == "notice" and NOTIFYING.search(lead)):
        return "proposal"
    called = next((kind for kind, words in KIND_WORDS if words.is_in(lead, folded)), None)
    if called is None and genre != "notice" and ASKING_POLITELY.search(lead):
        return "proposal"
    return called or KIND_OF_GENRE[genre]
