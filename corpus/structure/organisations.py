"""What looks like the name of an organisation, in Chinese and in English.

Knows the words that such names end or are built with (association, 协会), never names themselves.
"""

import re

from corpus.structure.cues import Cue
from corpus.structure.roles import LATIN_ROLES

HAN_KINDS = (
    "协会|協會|学会|學會|商会|商會|联合会|聯合會|促进会|促進會|研究会|研究會|基金会|基金會|委员会|委員會|理事会|理事會|董事会|董事會"
    "|工会|工會|总会|總會|分会|分會|校友会|校友會|组委会|組委會|联盟|聯盟|公司|集团|集團|大学|大學|学院|學院|学校|學校|小学|小學"
    "|中学|中學|幼儿园|医院|醫院|研究所|研究院|中心|办公室|辦公室|政府|党委|黨委|省委|市委|县委|团委|秘书处|秘書處|编辑部|編輯部"
    "|支部|实验室|實驗室|出版社|杂志社|银行|銀行|图书馆|博物馆|(?<![格布结結大开開时時])(?<!(?<!安)全)局|厅|廳|社区|社區|开源社区|合作社|代表处|会务部|會務部|事务所|律师所"
    "|联谊会|聯誼會|互助社|工作室|俱乐部|俱樂部|书院|報社|报社|通讯社|工作组|工作組|小组|小組|课题组|關注組|关注组|论坛|論壇|志愿队"
    "|志愿服务队|志愿者团队|居委会|村委会|业委会|家委会|学生会|學生會|居民会|编委会|指挥部|指揮部|法院|检察院|公会|公會"
    "|同盟|联合体|共同体|自然之友|卫健委|发改委|工委|总支|学部|分部|总部|教研室|资料馆|纪念馆|文化馆|美术馆|科技馆"
    # What bodies are called for short, and parts of bodies.
    "|(?:工商|侨|僑|妇|婦|文|残|殘|社|青)[联聯]|(?:科|作|记|記|音|美|剧|劇|影|体|體|消|律|友|政)[协協]"
    "|(?:文明|扶贫|扶貧|双拥|防汛|防疫|政法|统战|卫生|安全|环保|台)[办辦]|管理[处處]|办事处|辦事處|工作[处處]|大队部|大隊部"
    "|(?:统战|宣传|宣傳|组织|武装|工作|服务|公关)部|(?:服务|服務|工作|管理|救助)站|(?:救援|救助|服务|服務)[队隊]|[总總支大][队隊]"
)
HAN_KIND_AT_END = re.compile(rf"(?:{HAN_KINDS})(?:[（(][^（）()]{{1,30}}[)）])?$")
# With what such a name can end, quickly asked: a character of a kind, or a bracket.
HAN_END = frozenset(HAN_KINDS) | {"）"}
LATIN_KINDS = re.compile(
    r"\b(?:Associations?|Society|Societies|Union|Committee|Council|Alliance|Federation|Institutes?"
    r"|University|College|School|Academy|Foundation|Company|Corporation|Co\.|Ltd|Inc|Group|Cent(?:er|re)"
    r"|Corp|Department|Ministry|Office|Bureau|Agency|Commission|Board|Chamber|League|Network|Forum"
    r"|Organi[sz]ation|Club|Hospital|Bank|Secretariat|Team|Branch|Consortium|Community|Museum|Library"
    r"|Friends of|Watch|Watchers|Trust|Fund|Initiatives?|Coalition|Movement|Partnership|Collective"
    r"|Observatory|Laborator(?:y|ies)|Confederation|Congress|Conference|Assembly|Parliament|Guild"
    r"|Charit(?:y|ies)|Libraries|Archives|Authority|Embassy|Campaign|Workers|Institution|Church"
    r"|Clinic|Programme|Press|Corps|Caucus|Syndicate|Cooperative|Amnesty|plc|PLC|LLC|GmbH)(?![\w’'])"
)
LONGEST_NAME = 140  # characters
SENTENCE = re.compile(
    r"[。！？；，!?;]|[a-z]\."
    r"(?<!\bInc\.)(?<!\bLtd\.)(?<!\bCorp\.)(?<!\bCo\.)(?<!\bSt\.)(?<!\bDr\.)(?:\s|$)"
)
LABELLED_NAME = re.compile(r"[^:：]{2,6}[:：]")  # 来源：东湖协会
# Open letter to the Water Board, Farmers' Statement on Wells: what a letter is called, no name.
NAME_OF_LETTER = re.compile(
    r"(?:(?:An?|The|Our)\s)?(?:(?:Joint|Open|Public|Press|Collective)\s){0,2}"
    r"(?:Letters?|Statements?|Appeal|Petition|Declaration|Proposals?|Message|Response|Reply|Call"
    r"|Demands|Notice|Announcement|Invitation|Request|Memorandum|Resolution|Manifesto|Pledge)"
    r"\s(?:to|on|from|by|of|for|about|against|regarding|concerning)\b",
    re.IGNORECASE,
)
LETTER_WITHIN = re.compile(r"\b(?:[Ll]etter|[Ss]tatement)(?:\s(?:to|on|from)\b|,|$)")
ROLE_AT_END = re.compile(rf"\s{LATIN_ROLES}$")
CONTACT = Cue(
    re.compile(
        r"(?:联|聯)系|电话|電話|手机|邮箱|郵箱|地址|传真|傳真|微信|网址|網址|邮编|@|https?:|www\."
        r"|\b(?:Tel|Fax|Phone|E-?mail|Contacts?|Address|Website|Wechat)\b",
        re.IGNORECASE,
    ),
    (
        "tel", "fax", "phone", "mail", "contact", "address", "web", "wechat", "@", "http", "www.",
        "联系", "聯系", "电话", "電話", "手机", "邮箱", "郵箱", "地址", "传真", "傳真", "微信",
        "网址", "網址", "邮编",
    ),
)  # fmt: skip
LONG_NUMBER = re.compile(r"\d\d{4}")  # begins with a set of characters: searched for quickly
# Pinyin that a page puts after characters it has converted: 協(xié)會(huì).
GLOSS = re.compile(r"[(（][a-zü\u00e0-\u01dc]{1,6}\s?[)）]")
ABBREVIATED = re.compile(r"[（(][A-Z][A-Za-z&/ -]{1,15}[)）]\s*")


def without_glosses(words: str) -> str:
    """Words without the pinyin in brackets that some pages put after single characters.

    >>> without_glosses("外貿(mào)企業(yè)協(xié)會(huì)")
    '外貿企業協會'
    """
    return words if words.isascii() or "(" not in words else GLOSS.sub("", words)


def is_organisation(words: str) -> bool:
    """Whether the whole of `words` can be the name of an organisation."""
    words = without_glosses(words)
    if not 2 <= len(words) <= LONGEST_NAME or SENTENCE.search(words):
        return False
    if not (_is_han_name(words) or _is_latin_name(words)):
        return False
    return not has_contact(words)


def has_contact(words: str) -> bool:
    """Whether `words` say how somebody can be reached."""
    return bool(LONG_NUMBER.search(words)) or CONTACT.is_in(words)


def names_kind(words: str) -> bool:
    """Whether `words` contain a word for a kind of organisation, capitalised or not."""
    return bool(HAN_KIND_AT_END.search(words) or LATIN_KINDS.search(words.title()))


def own_name(words: str) -> str:
    """The name of the organisation itself, where its parent stands before it.

    >>> own_name("China Association for Science (CAS) Identification Union")
    'Identification Union'
    """
    words = without_glosses(words)
    for found in ABBREVIATED.finditer(words):
        if is_organisation(words[found.end() :]):
            return words[found.end() :]
    return words


def _is_han_name(words: str) -> bool:
    if words[-1] not in HAN_END:
        return False
    return bool(HAN_KIND_AT_END.search(words)) and not LABELLED_NAME.match(words)


def _is_latin_name(words: str) -> bool:
    """A name has a word for a kind of organisation and begins its longer words with capitals."""
    if not LATIN_KINDS.search(words):
        return False
    if NAME_OF_LETTER.match(words) or LETTER_WITHIN.search(words):
        return False
    if ROLE_AT_END.search(words) and " of " not in words:  # Union President
        return False
    long_words = [word for word in re.findall(r"[A-Za-z]+", words) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    return words[0].isupper() and capitals >= 0.7 * len(long_words)
