"""Who issues a letter by what its title, its first sentences or its letterhead say.

Knows sentences like 协会向全体会员发出倡议 and We are the organisers of, nothing of signatures.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.excerpts import party_at
from corpus.letter import Party, Span
from corpus.structure.body import Body
from corpus.structure.chrome import is_chrome
from corpus.structure.languages import has_han
from corpus.structure.lines import Line
from corpus.structure.opening import OPENING, leads
from corpus.structure.organisations import HAN_KINDS, is_organisation, names_kind
from corpus.structure.persons import is_person
from corpus.structure.signers import bare_name, iter_organisations

ABOVE_TITLE = 3  # lines above a title in which its letterhead stands
# We are the core organisers of Harbour Camp
WE_ARE = re.compile(
    r"\b[Ww]e(?:,| are) (?:the )?(?:[a-z]+ ){0,2}(?:organi[sz]ers|members|staff|employees|team"
    r"|board|founders|maintainers|editors|committee|volunteers) (?:of|at|behind|from) (?:the )?"
    r"(?:[`“\"](?=\w)|(?=[A-Z]))(?P<org>[\w-]{2,40}(?:\s[A-Z][\w-]{0,40}){0,5})"
)
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
    rf"(?:【[^】]*】)?(?P<org>[^致关關于於【】]{{2,40}}?(?:{HAN_KINDS}))(?=致|关于|關於|倡议|倡議|公告|通知|的?公开信)"
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
        if is_chrome(line.text):
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
        yield title.start + found.start("org"), title.start + found.end("org")


def _in_leads(lines: Sequence[Line], body: Body) -> Iterator[tuple[int, int]]:
    for line, lead in leads(lines, body):
        own = WE_ARE.search(lead) if "e are " in lead or "e, the " in lead else None
        if own:
            yield line.start + own.start("org"), line.start + own.end("org")
        counted = LATIN_COUNTED.search(lead)
        if counted:
            for name in _names(lead, counted):
                yield line.start + name[0], line.start + name[1]
        if not HAN_APPEALING.search(lead):
            continue
        for clause in HAN_CLAUSE.finditer(lead):
            subject = _appealing(clause.group()[:LONGEST_CLAUSE])
            if subject:
                at = line.start + clause.start()
                yield at + subject[0], at + subject[1]
                break


def _appealing(clause: str) -> tuple[int, int] | None:
    """The organisation that is the subject of a Chinese clause with a verb of appealing."""
    verb = HAN_APPEALING.search(clause)
    if not verb:
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
