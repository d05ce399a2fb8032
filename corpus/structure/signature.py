"""Who signs: the organisations and persons named at the end of a letter.

Knows the layout of signatures: short lines after the last sentence, roles before or after names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.excerpts import party_at
from corpus.letter import Party
from corpus.structure.body import Body
from corpus.structure.dates import iter_dates
from corpus.structure.lines import Line
from corpus.structure.numbering import read_marker
from corpus.structure.organisations import has_contact, is_organisation, is_person, own_name
from corpus.structure.wording import VALEDICTION, is_prose, is_salutation

LONGEST_SIGNATURE = 60  # lines
HAN_ROLES = (
    "(?:理事长|理事長|会长|會長|主席|书记|書記|校长|校長|院长|院長|主任|秘书长|秘書長|总经理|總經理"
    "|董事长|董事長|所长|所長|社长|社長|代表|发起人|發起人|签署人|簽署人)"
)
LATIN_ROLES = (
    "(?:Chair(?:man|woman|person)?|President|Director|Secretary(?:[- ]General)?|CEO|Dean|Rector"
    "|Principal|Governor|Convenor|Spokesperson|Representative|Treasurer)"
)
# Honorary Chairman: XU Wencai, YANG Wentian / 名誉主席：… / 理事长 张三
ROLE_THEN_NAMES = re.compile(
    rf"(?:(?:[A-Z][\w-]*\s){{0,4}}{LATIN_ROLES}\s?[:：]\s*"
    rf"|[^:：，。\s]{{0,40}}?{HAN_ROLES}\s?(?:[:：]\s*|\s))(?P<names>\S.*)"
)
HAN_ROLE_ALONE = re.compile(
    rf"(?P<org>\S{{2,60}}?)(?:党委|名誉|名譽|执行|執行|常务|副)*{HAN_ROLES}$"
)
# President of the Council of the Society: the organisation stands after what is presided over.
LATIN_ROLE_OF = re.compile(
    rf"(?:[A-Z][\w-]*\s){{0,3}}{LATIN_ROLES}(?:,| of)\s(?:the\s)?"
    r"(?:(?:[A-Z][a-z]+\s){0,2}(?:Council|Board|Committee|Presidium)\sof\s(?:the\s)?)?(?P<org>[A-Z].*)"
)
# 患者家属：王小明
SIGNER_THEN_NAMES = re.compile(
    r"[^:：，。\s]{0,10}(?:人|者|家属|家屬|家长|家長|员|員|学生|學生|教师|教師|居民|业主|業主)[:：]"
    r"\s*(?P<names>\S.*)"
)
# Anna Jones, Chair
NAME_THEN_ROLE = re.compile(
    rf"(?P<names>[^,]{{3,60}}), (?:the )?(?:[A-Z][\w-]*\s){{0,3}}{LATIN_ROLES}\b.*"
)
# 联署单位：甲协会、乙学会; Submitted on behalf of the Union
LABELLED = re.compile(
    r"(?:(?:共同|联合|聯合)?(?:联署|聯署|签署|簽署|发起|發起|发布|發佈|发文|發文|主办|主辦|倡议|倡議)"
    r"(?:单位|單位|机构|機構|组织|組織|团体|團體|方)?|署名|落款|(?:Co-?)?[Ss]ignator(?:y|ies)"
    r"|(?:Jointly )?(?:[Ss]igned|[Ii]ssued) by|From|Issuers?)\s?[:：]\s*(?P<names>\S.*)"
    r"|(?:(?:[Ss]ubmitted|[Ss]igned|[Ii]ssued) )?[Oo]n behalf of (?:the )?(?P<one>[A-Z].*)"
)
COPY_TO = re.compile(
    r"(?:抄[送报報告]|主送|报送|報送|分送|cc|c\.c\.|Cop(?:y|ies) to)\s?[:：]", re.IGNORECASE
)
SEAL = re.compile(r"\s?[（(](?:印章?|盖章|蓋章|公章|签章|簽章|章|[Ss]eal)[）)]$")
NAMES = re.compile(r"[^,，、;；]+")
LISTED = re.compile(r"[、;；]")
LISTED_NAME = re.compile(r"[^、;；\s][^、;；]*")
SPACED = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Signature:
    """The organisations and the persons that sign, each in the order of the text."""

    organisations: tuple[Party, ...] = ()
    persons: tuple[Party, ...] = ()


def find_signature(text: str, lines: Sequence[Line], body: Body) -> Signature:
    """Who signs the letter, by what stands after its last sentence."""
    organisations: list[Party] = []
    persons: list[Party] = []
    expected = False  # a person alone on a line
    for line in _signing_lines(lines, body):
        if COPY_TO.match(line.text):
            continue
        if VALEDICTION.fullmatch(line.text):
            expected = True
            continue
        signed = [party_at(text, *place) for place in _persons(line, expected=expected)]
        issued = [] if signed else list(_organisations(text, line))
        persons += signed
        organisations += issued
        expected = expected and not (signed or issued)
        expected = expected or _han_role(line.text) is not None
    return Signature(_distinct(organisations), _distinct(persons))


def _signing_lines(lines: Sequence[Line], body: Body) -> Sequence[Line]:
    """The short lines at the end of the body, after its last sentence, item and contact."""
    number = body.after
    lowest = max(body.first, body.after - LONGEST_SIGNATURE)
    while number > lowest:
        line = lines[number - 1].text
        if is_prose(line) or is_salutation(line) or read_marker(line[:80]):
            break
        number -= 1
    contacts = [n for n in range(number, body.after) if has_contact(lines[n].text)]
    after = body.after
    while contacts and contacts[-1] == after - 1:
        after = contacts.pop()
    return lines[contacts[-1] + 1 if contacts else number : after]


def _persons(line: Line, *, expected: bool) -> Iterator[tuple[int, int]]:
    """The places of the names of persons in a line."""
    patterns = (ROLE_THEN_NAMES, SIGNER_THEN_NAMES, NAME_THEN_ROLE)
    named = next(filter(None, (pattern.fullmatch(line.text) for pattern in patterns)), None)
    if named:
        for name in NAMES.finditer(line.text, named.start("names")):
            words = name.group().strip()
            if is_person(words):
                start = line.start + line.text.index(words, name.start())
                yield start, start + len(words)
    elif expected and is_person(line.text):
        yield line.start, line.end


def _organisations(text: str, line: Line) -> Iterator[Party]:
    """The organisations that a line names: alone, several with spaces between, or in a role."""
    words = SEAL.sub("", _without_date(line.text))
    labelled = LABELLED.fullmatch(words)
    if labelled:
        yield from _listed(text, line, labelled)
        return
    role = LATIN_ROLE_OF.fullmatch(words) or _han_role(words)
    if role:
        if is_organisation(role["org"]):
            yield party_at(text, line.start + role.start("org"), line.start + role.end("org"))
        return
    if not words or words[-1] in ":：":
        return
    pattern = SPACED if not words.isascii() and not LISTED.search(words) else LISTED_NAME
    parts = list(pattern.finditer(words))
    if len(parts) > 1 and all(is_organisation(part.group()) for part in parts):
        for part in parts:
            yield party_at(text, line.start + part.start(), line.start + part.end())
    elif is_organisation(words):
        party = party_at(text, line.start, line.start + len(words))
        yield Party(own_name(party.text), party.text, party.start, party.end)


def _listed(text: str, line: Line, labelled: re.Match[str]) -> Iterator[Party]:
    """The organisations after a label, one or several."""
    names = NAMES.finditer(line.text, *labelled.span("names")) if labelled["names"] else ()
    spans = [name.span() for name in names] or [labelled.span("one")]
    for start, end in spans:
        words = line.text[start:end].strip()
        if is_organisation(words):
            at = line.start + line.text.index(words, start)
            yield party_at(text, at, at + len(words))


def _han_role(words: str) -> re.Match[str] | None:
    return None if words.isascii() else HAN_ROLE_ALONE.fullmatch(words)


def _without_date(words: str) -> str:
    date = next(iter_dates(words), None)
    return words[: date.start].rstrip() if date else words


def _distinct(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple({party.name: party for party in reversed(parties)}.values())[::-1]
