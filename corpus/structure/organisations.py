"""What looks like the name of an organisation or of a person, in Chinese and in English.

Knows the words that such names end or are built with (association, 协会), never names themselves.
"""

import re

from corpus.structure.cues import Cue

HAN_KINDS = (
    "协会|協會|学会|學會|商会|商會|联合会|聯合會|促进会|促進會|研究会|研究會|基金会|基金會|委员会|委員會|理事会|理事會|董事会|董事會"
    "|工会|工會|总会|總會|分会|分會|校友会|校友會|组委会|組委會|联盟|聯盟|公司|集团|集團|大学|大學|学院|學院|学校|學校|小学|小學"
    "|中学|中學|幼儿园|医院|醫院|研究所|研究院|中心|办公室|辦公室|政府|党委|黨委|省委|市委|县委|团委|秘书处|秘書處|编辑部|編輯部"
    "|支部|实验室|實驗室|出版社|杂志社|银行|銀行|图书馆|博物馆|局|厅|廳|社区|社區|开源社区|合作社|代表处|会务部|會務部|事务所"
)
HAN_KIND_AT_END = re.compile(rf"(?:{HAN_KINDS})(?:[（(][^（）()]{{1,30}}[)）])?$")
LATIN_KINDS = re.compile(
    r"\b(?:Associations?|Society|Societies|Union|Committee|Council|Alliance|Federation|Institutes?"
    r"|University|College|School|Academy|Foundation|Company|Corporation|Co\.|Ltd|Inc|Group|Cent(?:er|re)"
    r"|Department|Ministry|Office|Bureau|Agency|Commission|Board|Chamber|League|Network|Forum"
    r"|Organi[sz]ation|Club|Hospital|Bank|Secretariat|Team|Branch|Consortium|Community|Museum|Library)\b"
)
LONGEST_NAME = 140  # characters
SENTENCE = re.compile(r"[。！？；，!?;]|[a-z]\.(?:\s|$)")
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
PERSON = re.compile(
    r"(?:(?:Prof(?:essor)?|Dr|Mr|Mrs|Ms|Sir)\.?\s)?"
    r"[A-Z][\w’'-]*\.?(?:[ \u00a0-][A-Z][\w’'-]*\.?){1,3}"
    r"|[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,3}"
)
ABBREVIATED = re.compile(r"[（(][A-Z][A-Za-z&/ -]{1,15}[)）]\s*")


def is_organisation(words: str) -> bool:
    """Whether the whole of `words` can be the name of an organisation."""
    if not 2 <= len(words) <= LONGEST_NAME or SENTENCE.search(words):
        return False
    if not (HAN_KIND_AT_END.search(words) or _is_latin_name(words)):
        return False
    return not has_contact(words)


def has_contact(words: str) -> bool:
    """Whether `words` say how somebody can be reached."""
    return bool(LONG_NUMBER.search(words)) or CONTACT.is_in(words)


def names_kind(words: str) -> bool:
    """Whether `words` contain a word for a kind of organisation, capitalised or not."""
    return bool(HAN_KIND_AT_END.search(words) or LATIN_KINDS.search(words.title()))


def is_person(words: str) -> bool:
    """Whether the whole of `words` can be the name of a person."""
    return bool(PERSON.fullmatch(words)) and not is_organisation(words)


def own_name(words: str) -> str:
    """The name of the organisation itself, where its parent stands before it.

    >>> own_name("China Association for Science (CAS) Identification Union")
    'Identification Union'
    """
    for found in ABBREVIATED.finditer(words):
        if is_organisation(words[found.end() :]):
            return words[found.end() :]
    return words


def _is_latin_name(words: str) -> bool:
    """A name has a word for a kind of organisation and begins its longer words with capitals."""
    if not LATIN_KINDS.search(words):
        return False
    long_words = [word for word in re.findall(r"[A-Za-z]+", words) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    return words[0].isupper() and capitals >= 0.7 * len(long_words)
