"""Who issues a letter by what its title, its first sentences or its letterhead say.

Knows sentences like 协会向全体会员发出倡议 and We are the organisers of, nothing of signatures.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.excerpts import party_at
from corpus.letter import Party, Span
from corpus.structure.body import Body
from corpus.structure.chrome import is_chrome
from corpus.structure.header import label_of
from corpus.structure.languages import has_han
from corpus.structure.lines import Line
from corpus.structure.opening import OPENING, leads
from corpus.structure.organisations import HAN_KINDS, is_organisation, names_kind
from corpus.structure.persons import is_person
from corpus.structure.signers import bare_name, iter_organisations
from corpus.structure.wording import is_prose

SENDING = (None, "from")  # labels of lines that may name who issues a letter
ABOVE_TITLE = 3  # lines above a title in which its letterhead stands
# We are the core organisers of Harbour Camp
WE_ARE = re.compile(
    r"\b[Ww]e(?:,| are) (?:the )?(?:[a-z]+ ){0,2}(?:organi[sz]ers|members|staff|employees|team"
    r"|board|founders|maintainers|editors|committee|volunteers) (?:of|at|behind|from) (?:the )?"
    r"(?:[`“\"](?=\w)|(?=[A-Z]))(?P<org>[\w-]{2,40}(?:\s[A-Z][\w-]{0,40}){0,5})"
)
# On behalf of the River Union, we write / We, Tidal Watch, a group of fishermen
OWN_NAME = re.compile(
    r"\b[Oo]n behalf of (?:the )?(?P<behalf>[A-Z][^,.;:]{2,100}), (?:I|we|the)\b"
    r"|\b[Aa]s (?:delegates|members|representatives|organi[sz]ers|staff|employees) of (?:the )?"
    r"(?P<of>[A-Z][^,.;:]{2,100}),"
    r"|\b[Ww]e(?:,| are) (?:the )?(?P<we>[A-Z][^,.;:]{2,100}), an? (?:[a-z-]+ ){0,3}"
    r"(?:group|coalition|alliance|network|collective|association|union|organi[sz]ation|movement"
    r"|society|community|team|federation|committee)\b"
)
ACRONYM = re.compile(r"[A-Z]{3,10}")
TELLS_OWN_NAME = ("behalf of ", "s of ", "taff of ", "e, ", "e are ")
# The first words of a letter: The River Union (RU) calls on the ministry
APPEALS = re.compile(
    r"(?:The\s)?(?P<org>[A-Z][^,.;:()]{2,100}?)(?:\s\([A-Z][\w-]{0,12}\))?"
    r"(?:\sand\s[^.;:]{3,80}?)?\s(?:calls?|appeals?|urges?|demands?|writes?)\s(?:up)?(?:on|to|for|that|all|the)\b"
)
HAN_SUBJECT = re.compile(r"[^，。；：,:;\s]+")
# What stands between the names of those who appeal and 向 or the verb, and is no name.
HAN_AFTER_NAMES = re.compile(
    r"(?:共同|[联聯]合|一起|特|[现現]|[谨謹]|[郑鄭]重地?|在此|再次"
    r"|等(?:[^、]{0,5}(?:部[门門]|[单單]位|[机機][构構]|[组組][织織]|[协協][会會]|[团團][体體]))?){1,4}$"
)
OF_AN_EVENT = ("此次", "本次", "这次", "這次", "该", "該")
HAN_CONJUNCTION = re.compile(r"、|[携攜]手?|[会會]同|[联聯]合|[以]?及|[和与與]")
HAN_CLAUSE = re.compile(r"[^，。；：、,:;\s]+")
LONGEST_CLAUSE = 120  # characters
HAN_APPEALING = re.compile(r"发出|發出|提出|发起|發起|倡议|倡議|呼吁|呼籲|[号號]召(?=.)")
HAN_KIND = re.compile(rf"(?:{HAN_KINDS})(?:（[^（）]{{1,30}}）)?")
AFTER_NAME = tuple("现現特谨謹在郑鄭联聯向和及与與同等")
HAN_BEFORE_NAME = re.compile(r"(?:为此|為此|现|现在|特|今|由|经|兹|茲|同时|在此)+(?=[^，。]{4})")
LATIN_COUNTED = re.compile(
    r"\b(?:\d{1,4}|several|many|dozens of)\s(?:[a-z]+\s){0,3}(?:associations|organi[sz]ations"
    r"|societies|institutions|companies|universities|groups|unions)"
    r"\sincluding\s(?P<names>[^.;:!?]{2,300})"
)
NAME_IN_LIST = re.compile(r"(?:and\s)?(?:the\s)?([A-Z][^,]{1,100})")
TITLE_OF = re.compile(
    r"(?:.{0,60}\s(?:(?:adopted|issued)\sby|Board\sof)\s"
    r"|(?:Proposal|Initiative|Statement|Letter|Appeal|Notice|Announcement|Declaration)\s(?:of|from|by)\s)"
    r"(?:the\s)?(?P<org>\S.*?)(?=\s(?:on|for|to|about|regarding|against|concerning)\s(?!the\s[A-Z])[a-z]|$)",
    re.IGNORECASE,
)
HAN_TITLE_OF = re.compile(
    rf"(?:【[^】]*】)?(?P<org>[^致关關于於【】丨|｜？?·]{{2,40}}?(?:{HAN_KINDS}))(?=致|关于|關於|倡议|倡議|公告|通知|的?公开信)"
)


def find_issuers(
    text: str, lines: Sequence[Line], body: Body, *, title: Span | None
) -> tuple[Party, ...]:
    """Who issues the letter by what its title, its first sentences or its letterhead say."""
    found: list[Party] = []
    places = [*_in_title(text, title), *_in_leads(lines, body)]
    for place in places or _in_letterhead(text, lines, body, title):
        party = bare_name(party_at(text, *place))
        if party.name not in [known.name for known in found]:
            found.append(party)
    return tuple(found)


def _in_letterhead(
    text: str, lines: Sequence[Line], body: Body, title: Span | None
) -> Iterator[tuple[int, int]]:
    """The organisations alone on lines above the letter's words, around its title."""
    near = lines[max(0, body.first - OPENING) : body.first + 1]
    if title:
        near = [line for n, line in enumerate(near) if _is_near(near, n, title)]
    for line in near:
        if title and title.start <= line.start < title.end:
            continue
        if is_chrome(line.text) or is_prose(line.text) or label_of(line.text) not in SENDING:
            continue
        if line.text[-1] in ",，:：" or (not has_han(line.text) and " " not in line.text):
            continue
        for party in iter_organisations(text, line, listed=False):
            yield party.start, party.end


def _is_near(lines: Sequence[Line], number: int, title: Span) -> bool:
    """Whether a line stands below the title's begin, or at most a few lines above it."""
    last = lines[min(number + ABOVE_TITLE, len(lines) - 1)]
    return last.start >= title.start


def _in_title(text: str, title: Span | None) -> Iterator[tuple[int, int]]:
    if title is None:
        return
    words = text[title.start : title.end].replace("\u00a0", " ")
    found = TITLE_OF.match(words) or HAN_TITLE_OF.match(words)
    if found and names_kind(found["org"]):
        at = title.start + found.start("org")
        for start, end in _in_row(found["org"]) or [(0, len(found["org"]))]:
            yield at + start, at + end


def _in_leads(lines: Sequence[Line], body: Body) -> Iterator[tuple[int, int]]:
    for number, (line, lead) in enumerate(leads(lines, body)):
        named = _in_latin_lead(lead, is_first=number == 0)
        if HAN_APPEALING.search(lead):
            named = [*named, *_in_han_lead(lead)]
        for start, end in named:
            yield line.start + start, line.start + end


def _in_latin_lead(lead: str, *, is_first: bool) -> list[tuple[int, int]]:
    """Who says in English that they appeal, and of whom the first sentence says it."""
    found = []
    own = WE_ARE.search(lead) if "e are " in lead or "e, the " in lead else None
    if own:
        found.append(own.span("org"))
    if any(map(lead.__contains__, TELLS_OWN_NAME)) and (told := OWN_NAME.search(lead)):
        place = told.span(told.lastgroup or 0)
        name = lead[slice(*place)]
        if told.lastgroup == "we" or is_organisation(name) or ACRONYM.fullmatch(name):
            found.append(place)
    subject = APPEALS.match(lead) if is_first else None
    if subject and is_organisation(subject["org"]):
        found.append(subject.span("org"))
    counted = LATIN_COUNTED.search(lead)
    return [*found, *_names(lead, counted)] if counted else found


def _in_han_lead(lead: str) -> list[tuple[int, int]]:
    """The subjects of the first clause with a verb of appealing that has any."""
    before = None
    for clause in HAN_SUBJECT.finditer(lead):
        row = _row_of(clause, before) if HAN_APPEALING.search(clause.group()) else []
        if row:
            return row
        before = clause
    for clause in HAN_CLAUSE.finditer(lead):
        subject = _appealing(clause.group()[:LONGEST_CLAUSE])
        if subject:
            return [(clause.start() + subject[0], clause.start() + subject[1])]
    return []


def _row_of(clause: re.Match[str], before: re.Match[str] | None) -> list[tuple[int, int]]:
    """Several organisations that are the subject of a clause, or of the one before 发出."""
    words = clause.group()[:LONGEST_CLAUSE]
    verb = HAN_APPEALING.search(words)
    opener = HAN_BEFORE_NAME.match(words)
    start = opener.end() if opener else 0
    stop = verb.start() if verb else len(words)
    to = words.rfind("向", start, stop)
    subject = words[start : stop if to < 0 else to]
    if not subject and before:
        clause, subject, start = before, before.group()[:LONGEST_CLAUSE], 0
    row = [] if subject.startswith(OF_AN_EVENT) else _in_row(HAN_AFTER_NAMES.sub("", subject))
    return [(clause.start() + start + a, clause.start() + start + b) for a, b in row]


def _in_row(words: str) -> list[tuple[int, int]]:
    """The places of several organisations in a row; none unless every part of it is one.

    >>> [("甲协会、乙联合会和丙商会"[a:b]) for a, b in _in_row("甲协会、乙联合会和丙商会")]
    ['甲协会', '乙联合会', '丙商会']
    """
    found, start = [], 0
    for joint in HAN_CONJUNCTION.finditer(words):
        if is_organisation(words[start : joint.start()]):  # 和 may be a part of a name
            found.append((start, joint.start()))
            start = joint.end()
    return [*found, (start, len(words))] if found and is_organisation(words[start:]) else []


def _appealing(clause: str) -> tuple[int, int] | None:
    """The organisation that is the subject of a Chinese clause with a verb of appealing."""
    verb = HAN_APPEALING.search(clause)
    if not verb or clause.startswith(OF_AN_EVENT):
        return None
    before = HAN_BEFORE_NAME.match(clause)
    start = before.end() if before else 0
    for kind in HAN_KIND.finditer(clause, start + 1, verb.start()):
        if kind.end() == verb.start() or clause.startswith(AFTER_NAME, kind.end()):
            return start, kind.end()
    return None


def _names(lead: str, counted: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The names after `including`: capitalised, until the sentence goes on in small letters."""
    start = counted.start("names")
    while start < counted.end("names"):
        name = NAME_IN_LIST.match(lead, start, counted.end("names"))
        if not name:
            return
        words = name[1].rstrip()
        if words.isupper() or is_organisation(words) or is_person(words):
            yield name.start(1), name.start(1) + len(words)
        start = name.end() + 1
        start += len(lead[start:]) - len(lead[start:].lstrip())
