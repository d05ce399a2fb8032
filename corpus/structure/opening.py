"""What the first lines of a letter say: whom it speaks to, and who says that they appeal.

Knows salutations, address blocks and sentences like 协会向全体会员发出倡议.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.excerpts import excerpt_at, party_at
from corpus.letter import Excerpt, Party, Span
from corpus.structure.body import Body
from corpus.structure.chrome import is_chrome
from corpus.structure.dates import date_line
from corpus.structure.lines import Line
from corpus.structure.organisations import HAN_KINDS, is_organisation, names_kind
from corpus.structure.persons import is_person
from corpus.structure.signers import bare_name, iter_organisations
from corpus.structure.wording import (
    INLINE_SALUTATION,
    LEADING_MARKS,
    LEADS_ON,
    LONGEST_SALUTATION,
    NO_ADDRESSEE,
    OPENING_SALUTATION,
    SALUTATION_START,
    SPOKEN_TO,
    is_prose,
    is_salutation,
)

OPENING = 8  # lines of the body
LETTERHEAD = 20  # lines of the body above a salutation: letterhead, address, subject
ABOVE_TITLE = 3  # lines above a title in which its letterhead stands
LONGEST_OPENING = 160  # characters of a first line that names many
LONGEST_HAN_ADDRESSEE = 40  # characters
LONGEST_LEAD = 1500  # characters of a paragraph that are looked at
ADDRESS_BLOCK = 5  # lines above a salutation
# To the Member States of the Assembly, alone on its line
TO_LINE = re.compile(r"T[oO]:?\s(?P<whom>(?:the|all|our|every|each|[A-Z])[^.:;!?]{2,100})")
TO_IN_ENGLISH_TITLE = re.compile(
    r"\b(?i:Letter|Appeal|Petition|Message|Proposal)s?\s+(?i:to)\s+"
    r"(?P<whom>(?:the|all|our|every|[A-Z]).{2,80}?)"
    r"(?=\s(?:on|about|regarding|concerning|from|for|against|in|calling|to)\s|[:,.;–—]|$)"
)
# We are the core organisers of Harbour Camp
WE_ARE = re.compile(
    r"\b[Ww]e(?:,| are) (?:the )?(?:[a-z]+ ){0,2}(?:organi[sz]ers|members|staff|employees|team"
    r"|board|founders|maintainers|editors|committee|volunteers) (?:of|at|behind|from) (?:the )?"
    r"(?:[`“\"](?=\w)|(?=[A-Z]))(?P<org>[\w-]{2,40}(?:\s[A-Z][\w-]{0,40}){0,5})"
)
DEAR = re.compile(r"Dear\s+", re.IGNORECASE)
LATIN_APPEAL_TO = re.compile(
    r"\b(?:proposals?|initiatives?|appeals?|suggestions?|recommendations?|calls?)\s(?:on|upon|to)\s"
    r"(?P<whom>(?:(?:the|all|our|every|each|both)\s|[A-Z]|[a-z]+s\b(?<!\bthis)(?<!\bus)(?<!\bits))"
    r"[^.,:;!?]{0,80}?)(?=[.,:;!?]|\sto\s)"
)
HAN_APPEAL_TO = re.compile(
    r"向(?P<whom>[^，。；：,:;!！?？\s]{2,30}?)(?:郑重|鄭重|特|联合|聯合)?(?:发出|發出|提出|发起|發起|倡议|倡議|呼吁|呼籲)"
    r"|(?:倡议|倡議|呼吁|呼籲|号召|號召)(?P<direct>(?:全体|全體|广大|廣大|各|会员|會員)[^，。；：,:;\s]{0,20}?)"
    r"(?:共同|积极|積極|[要应應做在从從把])"
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
TO_IN_TITLE = re.compile(
    r"致(?P<whom>[^，。的]{2,40}?)的?(?:一封)?(?:倡议|倡議|公开信|公開信|感谢信|感謝信|慰问信|慰問信|信|书|書)"
)


def find_addressee(
    text: str, lines: Sequence[Line], body: Body, *, title: Span | None
) -> Excerpt | None:
    """Whom the letter speaks to: its salutation, the address above it, or whom it appeals to."""
    for number in range(body.first, min(body.first + LETTERHEAD, body.after)):
        line = lines[number]
        if is_salutation(line.text) or _opens(line.text, is_first=number == body.first):
            block = _address_block(lines, body.first, number)
            if block is not None:
                return excerpt_at(text, lines[block].start, lines[number - 1].end)
            words = line.text.strip(LEADING_MARKS)
            start = line.start + line.text.index(words)
            return excerpt_at(text, start, start + len(words[:-1].rstrip()))
        inline = INLINE_SALUTATION.match(line.text)
        if inline:
            return excerpt_at(text, line.start, line.start + inline.end() - 1)
        to = TO_LINE.fullmatch(line.text)
        if to:
            end = lines[_last_of_address(lines, number)].end
            return excerpt_at(text, line.start + to.start("whom"), end)
        if is_prose(line.text):
            break
    return _appealed_to(text, lines, body) or _in_dedication(text, title)


def _opens(line: str, *, is_first: bool) -> bool:
    """Whether a line above all sentences speaks to somebody, in ways that are none further down."""
    if OPENING_SALUTATION.fullmatch(line):
        return True
    if line[-1] not in ":：" or LEADS_ON.search(line):
        return False
    if not is_first and not (SALUTATION_START.match(line) and SPOKEN_TO.search(line[:-1])):
        return False
    if line.isascii():
        if len(line) > LONGEST_SALUTATION // 2 and "follow" in line:
            return False
        return len(line) <= LONGEST_OPENING and not line.startswith(("We ", "We, ", "I "))
    return len(line) <= LONGEST_HAN_ADDRESSEE and not NO_ADDRESSEE.search(line)


def _last_of_address(lines: Sequence[Line], number: int) -> int:
    """The line on which an address that begins with To ends: before a gap or a salutation."""
    last = min(number + ADDRESS_BLOCK, len(lines)) - 1
    while number < last:
        following = lines[number + 1]
        if following.gap or is_prose(following.text) or following.text[-1] in ",:，：":
            break
        number += 1
    return number


def _address_block(lines: Sequence[Line], first: int, salutation: int) -> int | None:
    """The first line of an address above `Dear NAME`, which begins with that name."""
    spoken_to = DEAR.sub("", lines[salutation].text.rstrip(":：,，"), count=1).casefold()
    for number in range(max(first, salutation - ADDRESS_BLOCK), salutation):
        line = lines[number]
        if line.text.casefold().startswith(spoken_to) and not date_line(line):
            return number
    return None


def _appealed_to(text: str, lines: Sequence[Line], body: Body) -> Excerpt | None:
    for line, lead in _leads(lines, body):
        for pattern in (HAN_APPEAL_TO, LATIN_APPEAL_TO):
            for found in reversed(list(pattern.finditer(lead))):
                start, end = found.span(found.lastgroup or 0)
                return excerpt_at(text, line.start + start, line.start + end)
    return None


def _in_dedication(text: str, title: Span | None) -> Excerpt | None:
    found = TO_IN_TITLE.search(text, title.start, title.end) if title else None
    found = found or (TO_IN_ENGLISH_TITLE.search(text, title.start, title.end) if title else None)
    return excerpt_at(text, *found.span("whom")) if found else None


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
        if line.text[-1] in ",，:：" or (line.text.isascii() and " " not in line.text):
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
    for line, lead in _leads(lines, body):
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


def _leads(lines: Sequence[Line], body: Body) -> Iterator[tuple[Line, str]]:
    for line in lines[body.first : min(body.first + OPENING, body.after)]:
        if is_prose(line.text) or line.text[-1] in ":：":
            yield line, line.text[:LONGEST_LEAD]
