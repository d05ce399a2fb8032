"""Forms of words that several parts of a letter are told by: sentences, salutations, closings.

Knows Chinese and English usage, nothing of where in a letter a line stands.
"""

import re
from itertools import islice

SENTENCE_MARKS = "。！？；!?;"
# Where a sentence ends: a Chinese mark, or an English one before white space or the end.
# Begins with a set of characters, so that the search skips quickly what is none.
SENTENCE_END = re.compile(r"[。！？；.!?;](?:(?<=[。！？；])|(?=\s|$))")
LONGEST_SALUTATION = 120  # characters
SALUTATION_START = re.compile(
    r"(?:Dear|DEAR|To(?::| all| our| the| whom| every)|Respected|Distinguished|Honou?rable|Esteemed"
    r"|Ladies and Gentlemen|Sisters and Brothers|Brothers and Sisters)\b"
    r"|(?:尊敬|敬爱|敬愛|亲爱|親愛)的|致[:：]?|各位|各|广大|廣大|全[体體国國省市县縣校]"
)  # fmt: skip
SPOKEN_TO = re.compile(
    r"(?:们|們|位|者|人|员|員|友|同志|先生|女士|同仁|同胞|同学|同學|老师|老師|教授|校长|校長|主席|会长|會長"
    r"|家长|家長|单位|單位|组织|組織|企业|企業|机构|機構|[诸諸]君|[诸諸]公|[乡鄉][亲親])$"
)
NOT_IN_SALUTATION = re.compile(f"[{SENTENCE_MARKS}:：，]")
LEADS_ON = re.compile(
    r"(?:如下|以下|follow\w*|below|namely|that|declares?|states?|demands?|propos\w{1,3}|urges?|calls?|asks?"
    r"|resolves?|appeals?|announces?|requests?|recommends?)\s*[:：]$",
    re.IGNORECASE,
)
# How a letter may begin to speak to somebody where nothing but its head stands above.
OPENING_SALUTATION = re.compile(
    r"(?:Hi|Hello|Greetings|Good (?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Dd]ay)|Sirs?|Madam"
    r"|(?:Mr|Mrs|Ms|Dr|Prof)\.?|Professor"
    r"|Your (?:Excellenc|Honou?r|Majest)\w*|Excellenc(?:y|ies)"
    r"|(?:My )?(?:[Ff]ellow )?(?:[Ff]riends|[Cc]olleagues|[Cc]omrades|[Mm]embers"
    r"|[Cc]itizens|[Nn]eighbou?rs|[Ss]tudents|[Tt]eachers|[Pp]arents)|(?:President|Minister|Mayor"
    r"|Commissioner|Senator|Governor|Secretary|Chancellor) [A-Z])(?![’'])"
    r"[^.:;!?：。]{0,60}[,:，：!]"
)
# What is a salutation although no mark closes it, where it is all that its line says.
UNCLOSED_SALUTATION = re.compile(
    r"(?:Dear|DEAR)(?:\s[\w’'./&-]{1,30}){1,8}\s?[-–—!]?"
    r"|(?:Sisters and Brothers|Brothers and Sisters|Ladies and Gentlemen"
    r"|To [Ww]hom [Ii]t [Mm]ay [Cc]oncern)\s?[-–—!]?"
)
GREETING = re.compile(r"[，,](?:你|您|你们|你們|您们|您們|大家)好$")
GREETED = re.compile(rf"[^，。,:：]{{1,20}}{GREETING.pattern}")
GREETING_ENDS = ("好", "好!", "好！")
UNCLOSED_BEGIN = frozenset("DSBLT")
HONOURED = re.compile(r"(?:尊敬|敬爱|敬愛|亲爱|親愛)的[^，。；：！？,.;:!?\s]{1,20}")
HAN_SALUTATION_BEGINS = frozenset("尊敬亲親")
LONGEST_HONOURED = 24  # characters
LONGEST_UNCLOSED = 60  # characters
SALUTATION_MARKS = ",:，：!！-–— "
LEADING_MARKS = "#*_> "
# A Chinese first line that ends in a colon and names something else than whom it speaks to.
NO_ADDRESSEE = re.compile(
    r"如下|以下|倡[议議]|呼[吁籲]|[声聲]明|要求|建[议議]|通知|承[诺諾]|表示|指出|[认認]为|宣布|[决決]定|[号號]召|提出|[发發]出|[现現][将將]"
    r"|致信|[内內]容|[时時][间間]|地[点點]|[来來]源|(?<!工)作者|[编編][号號]|[联聯]系|[电電][话話]|日期|[标標][题題]|我们|我們|[为為]此|公告|消息|[问問][题題]|说|說"
)
INLINE_SALUTATION = re.compile(
    r"Dear\s(?:(?:(?:Mr|Mrs|Ms|Dr|Prof|Hon|Rep|Sen)\.\s)?[^,.:;!?，：]){2,60}[,:，：]"
    r"|Sirs?\s?[:—–]|Hi\s[A-Z][\w ]{1,30},|To (?:all )?(?:our|my|the) [^,.:;!?]{3,60} —"
    r"|(?:尊敬|敬爱|敬愛|亲爱|親愛)的[^，。：,:]{1,40}[：:，,]"
)
CLOSING = re.compile(
    r"(?:Finally|Lastly|In conclusion|Thank|Thanks|Sincerely|Yours"
    r"|(?:With )?best (?:regards|wishes)|(?:With|Kind|Warm) (?:\w+ )?(?:regards|wishes|greetings)"
    r"|With (?:gratitude|respect|thanks)"
    r"|Best|Respectfully|Faithfully|Cordially|Signed|Regards)\b"
    r"|最后[，,]|最後[，,]|此致|敬礼|敬禮|谢谢|謝謝|顺致|順致|祝|恭祝|特此|让我们|讓我們|(?:联|聯)系(?:人|方式)",
    re.IGNORECASE,
)  # fmt: skip
# What heads a list that belongs to the letter's papers and not to what it says.
APPENDED = re.compile(
    r"[*_#\s（(【]*(?:附(?:件|录|錄|表|注|註)?|备注|備註|注释|註釋|参考(?:文献|资料)|參考(?:文獻|資料)"
    r"|联[署名](?:人|单位|名单)?|聯[署名](?:人|單位|名單)?|签[署名](?:人|名单)?|簽[署名](?:人|名單)?|发起(?:人|单位)|發起(?:人|單位)"
    r"|(?:Appendix|Appendices|Annex(?:es)?|Attachments?|Enclosures?|References|Footnotes|Notes"
    r"|Sources|Signatories|Signed by|Co-?signed by|Signatures|Initiators)\b)"
    r"[^。.!?！？]{0,20}(?:[:：*_】)）]|$)",
    re.IGNORECASE,
)  # fmt: skip
VALEDICTION = re.compile(
    r"(?:(?:Yours )?(?:very )?(?:sincerely|faithfully|truly|respectfully|cordially)"
    r"(?: yours| submitted)?|Yours(?:,? etc)?|Signed|Best|Many thanks|Thank you"
    r"|(?:With |Kind |Best |Warm |Warmest )*(?:regards|wishes|greetings)"
    r"|(?:With|In) (?:\w+ ){0,4}(?:gratitude|respect|thanks|solidarity|hope|appreciation)"
    r"(?: \w+){0,6}"
    r"|此致|敬礼|敬禮|祝好|谨致|謹致|谨启|謹啟|谨上|謹上|敬上|盼复|盼覆|顺颂[\u4e00-\u9fff]{2}"
    r"|順頌[\u4e00-\u9fff]{2})[,.!:，。！：]?",
    re.IGNORECASE,
)  # fmt: skip
HAN_OR_LATIN_WORD = re.compile(r"[\u3400-\u9fff]|[A-Za-z][\w’'-]*")
LEAST_PROSE = 8  # Han characters or Latin words: shorter sentences also stand in headings

# What forums put after each line so that it cannot be copied: no word, many signs.
JUNK = re.compile(
    r"(?<=[\u4e00-\u9fff）》”])\s*(?=[!-~]*[^\w\s()\[\].,:-][!-~]*[^\w\s()\[\].,:-])[!-~]{4,60}$"
)
ENOUGH_TO_TELL = 200  # characters of a line that are counted


def is_prose(line: str) -> bool:
    """Whether a line holds a sentence, and so is neither heading, name, address nor menu."""
    if not SENTENCE_END.search(line):
        return len(line) > 400  # a paragraph without its full stop, never a heading
    words = HAN_OR_LATIN_WORD.finditer(line[:ENOUGH_TO_TELL])
    return next(islice(words, LEAST_PROSE - 1, None), None) is not None


def is_salutation(line: str) -> bool:
    """Whether the whole line speaks to somebody, as `Dear Sirs:` and `各会员单位：` do."""
    if line[:1] in LEADING_MARKS:
        line = line.strip(LEADING_MARKS)
    if len(line) > LONGEST_SALUTATION:
        return False
    if line[-1:] not in (":", "：", ",", "，"):
        return _is_unclosed_salutation(line)
    body = line[:-1]
    if NOT_IN_SALUTATION.search(body):
        return _names_several(body) or (body[-1:] == "好" and bool(GREETED.fullmatch(body)))
    if line[-1] in ":：" and LEADS_ON.search(line):
        return False
    return bool(SALUTATION_START.match(line)) or bool(SPOKEN_TO.search(body.rstrip()))


def _names_several(words: str) -> bool:
    """Whether each part of a line speaks to somebody: 尊敬的老师，亲爱的同学们."""
    return words[:1] in HAN_SALUTATION_BEGINS and all(map(HONOURED.fullmatch, words.split("，")))


def _is_unclosed_salutation(line: str) -> bool:
    """Whether a line that ends in no comma or colon does so all the same."""
    if line[:1] in UNCLOSED_BEGIN and len(line) <= LONGEST_UNCLOSED:
        return bool(UNCLOSED_SALUTATION.fullmatch(line))
    if line[:1] in HAN_SALUTATION_BEGINS and len(line) <= LONGEST_HONOURED:
        return bool(HONOURED.fullmatch(line)) and bool(SPOKEN_TO.search(line))
    return line[-2:].endswith(GREETING_ENDS) and bool(GREETED.fullmatch(line.rstrip("!！")))


def without_junk(words: str) -> str:
    """A line without what a forum put after it.

    >>> without_junk("致会员的慰问信s!Y}?-g%F.]A;nis")
    '致会员的慰问信'
    """
    return words if words.isascii() or not words[-1:].isascii() else JUNK.sub("", words)


def first_sentence(words: str) -> str:
    """`words` up to the end of their first sentence, its mark included.

    >>> first_sentence("Be confident. We believe")
    'Be confident.'
    """
    end = SENTENCE_END.search(words)
    return words[: end.end()] if end else words
