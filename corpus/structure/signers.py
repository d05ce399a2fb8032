"""What one line of a signature names: persons with their roles, organisations, or a label of them.

Knows the wording of such lines, nothing of which lines are a signature.
"""

import re
from collections.abc import Iterator

from corpus.excerpts import in_one_line, party_at
from corpus.letter import Party
from corpus.structure.dates import iter_dates
from corpus.structure.labels import LABELLED, without_formula
from corpus.structure.languages import has_han
from corpus.structure.lines import Line
from corpus.structure.organisations import (
    has_contact,
    is_organisation,
    names_kind,
    own_name,
    without_glosses,
)
from corpus.structure.persons import CAPITAL, LATIN_NAME, TITLED, is_han_name, is_person
from corpus.structure.roles import HAN_ROLE_ENDS, HAN_ROLES, LATIN_ROLES

# What may stand under a person's name, beside the roles that speak for an organisation.
POSITION = re.compile(
    rf"(?:(?:{CAPITAL}[\w’'-]*|of|for|and|the|&)\s){{0,5}}"
    rf"(?:{LATIN_ROLES}|Professor|Lecturer|Fellow|Officer|Head|Manager|Founder|Co-?[Ff]ounder|Editor"
    r"|Coordinator|Member|Minister|Mayor|Partner|Researcher|Scientist|Engineer|Executive|Chief"
    r"|Gardener|Teacher|Curator|Librarian|Attorney|Counsel|Lead|Chancellor|Provost|Trustee)\b"
    r"[^.!?:]{0,100}"
)
# Honorary Chairman: XU Wencai, YANG Wentian / 名誉主席：… / 理事长 张三
ROLE_THEN_NAMES = re.compile(
    rf"(?:(?:[A-Z][\w-]*\s){{0,4}}{LATIN_ROLES}\s?[:：]\s*"
    rf"|[^:：，。\s]{{0,40}}?{HAN_ROLES}\s?(?:[:：]\s*|\s))(?P<names>\S.*)"
)
HAN_ROLE_ALONE = re.compile(
    rf"(?P<org>\S{{2,60}}?)(?:党委|名誉|名譽|执行|執行|常务|副)*{HAN_ROLES}$"
)
# 东湖商会会长韩孝林
HAN_ROLE_AND_NAME = re.compile(
    rf"(?P<org>[^\s，。：:]{{2,60}}?)(?:党委|名誉|名譽|执行|執行|常务|副)*{HAN_ROLES}\s?(?P<name>[\u4e00-\u9fff]{{2,4}})"
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
# Anna Jones, University of Padua / Anna Jones (Padua) / Anna Jones | Padua
NAME_THEN_MORE = re.compile(
    rf"(?P<names>{LATIN_NAME})(?:,\s(?!(?:Inc|LLC|Ltd|Corp|plc)\b)|\s[–—|-]\s|\s?[(\t])"
    r"(?P<more>\S.{0,200})"
)
# Anna Jones, Ben Smith, and Carla Wood
SEVERAL_NAMES = re.compile(rf"(?:{LATIN_NAME}(?:, {LATIN_NAME}){{0,30}}),? (?:and|&) {LATIN_NAME}")
TITLED_NAME = re.compile(rf"{TITLED}\S.*")
# 马兰花、杨树林等二十七名教师
HAN_AND_OTHERS = re.compile(r"(?P<names>[\u4e00-\u9fff、，\s]{2,80}?)等[^，。]{0,30}")
# Submitted by Anna Jones and Ben Smith
WRITTEN_BY = re.compile(
    rf"\b(?:[Ss]igned|[Ii]nitiated|[Dd]rafted|[Ww]ritten|[Ss]ubmitted|[Ss]tarted)\sby\s"
    rf"(?P<names>{LATIN_NAME}(?:,\s{LATIN_NAME}){{0,20}}(?:,?\sand\s{LATIN_NAME})?)(?![\w’'])"
)
NAMES_WITH_AND = re.compile(LATIN_NAME)
PART = re.compile(r"\S{3}[部处處室科]$")  # of an organisation: 亚太部
REMARK = re.compile(r"[（(\[][^（）()\[\]]{0,60}[)）\]][.。]?")
SEAL = re.compile(r"\s?[（(](?:印章?|[盖蓋公代]章|签章|簽章|章|[Ss]eal)[）)]$")
NAMES = re.compile(r"[^,，、;；]+")
IN_BRACKETS = re.compile(r"\s?[（(][^（）()]*[）)]$")
LISTED = re.compile(r"[、;；]")
LISTED_NAME = re.compile(r"[^、;；\s][^、;；]*")
SPACED = re.compile(r"\S+")
HAN_THEN_LATIN = re.compile(r"(?P<han>[\u4e00-\u9fff（）()·]{4,60})\s+[A-Z][A-Za-z&,.’' -]{3,80}")
LONGEST_HAN_NAME = 4  # characters, where a role stands before it
FEWEST_IN_A_ROW = 3  # names with spaces between: two words may be a name and a place
GROUP_WITHOUT_KIND = re.compile(r"(?!(?i:and|about)\s)[\w（(][^。！？!?；;:：]{1,100}")


def iter_persons(line: Line, *, expected: bool, listed: bool) -> Iterator[tuple[int, int]]:
    """The places of the names of persons in a line.

    `expected`: a person may stand there without a role; `listed`: the line is one of a list.
    """
    if POSITION.fullmatch(line.text) and not ROLE_THEN_NAMES.fullmatch(line.text):
        return
    places = list(_in_role(line)) or list(_after_role(line))
    if not places and (expected or listed):
        places = list(_several(line))
    places = places or list(_with_more(line, expected=expected or listed))
    if not places and (expected or listed or LISTED.search(line.text)):
        places = list(_in_row(line, listed=listed))
    if not places and (expected or listed) and is_person(line.text):
        places = [(line.start, line.end)]
    yield from places


def _in_role(line: Line) -> Iterator[tuple[int, int]]:
    patterns = (ROLE_THEN_NAMES, SIGNER_THEN_NAMES, NAME_THEN_ROLE)
    named = next(filter(None, (pattern.fullmatch(line.text) for pattern in patterns)), None)
    if named:
        for name in NAMES.finditer(line.text, *named.span("names")):
            words = IN_BRACKETS.sub("", name.group().strip())
            if is_person(words):
                start = line.start + line.text.index(words, name.start())
                yield start, start + len(words)


def _after_role(line: Line) -> Iterator[tuple[int, int]]:
    found = _role_and_name(line.text)
    if found and is_han_name(found["name"]):
        yield line.start + found.start("name"), line.end


def _several(line: Line) -> Iterator[tuple[int, int]]:
    if SEVERAL_NAMES.fullmatch(line.text):
        names = [*NAMES_WITH_AND.finditer(line.text)]
        if all(is_person(name.group()) for name in names):
            yield from ((line.start + name.start(), line.start + name.end()) for name in names)


def _with_more(line: Line, *, expected: bool) -> Iterator[tuple[int, int]]:
    found = NAME_THEN_MORE.fullmatch(line.text)
    if not found or not is_person(found["names"]):
        return
    told = TITLED_NAME.match(line.text) or POSITION.match(found["more"])
    if told or expected or names_kind(found["more"]):
        yield line.start, line.start + found.end("names")


def _in_row(line: Line, *, listed: bool) -> Iterator[tuple[int, int]]:
    """Chinese names beside one another: 马兰花、杨树林等, 刘 洋 张 敏 王建军, 王立平 北京."""
    found = HAN_AND_OTHERS.fullmatch(line.text)
    names = list(_han_names(line, line.start + (found.end("names") if found else len(line.text))))
    if all(name is not None for name in names) and (len(names) != 1 or found):
        if found or LISTED.search(line.text) or len(names) >= FEWEST_IN_A_ROW or listed:
            yield from (name for name in names if name)
    elif listed and names and names[0]:
        yield names[0]


def _han_names(line: Line, end: int) -> Iterator[tuple[int, int] | None]:
    """The names in a row, None for what is no name; 刘 洋 is one name."""
    parts = list(re.finditer(r"[^\s、，,;；]+", line.text[: end - line.start]))
    number = 0
    while number < len(parts):
        first = last = parts[number]
        single = number + 1 < len(parts) and len(first.group()) == len(parts[number + 1].group())
        if single and len(first.group()) == 1:
            number += 1
            last = parts[number]
        words = first.group() if first is last else first.group() + last.group()
        place = line.start + first.start(), line.start + last.end()
        yield place if is_han_name(IN_BRACKETS.sub("", words)) else None
        number += 1


def presided(text: str, line: Line) -> Party | None:
    """The organisation that the person of a Chinese line speaks for, whose role stands between."""
    found = _role_and_name(line.text)
    if found and (is_organisation(found["org"]) or PART.search(found["org"])):
        return party_at(text, line.start, line.start + found.end("org"))
    return None


def iter_organisations(text: str, line: Line, *, listed: bool) -> Iterator[Party]:
    """The organisations that a line names: alone, several with spaces between, or in a role.

    `listed`: the line is one of a list of those who sign, whatever they are called.
    """
    words = without_formula(SEAL.sub("", without_date(line.text)))
    labelled = LABELLED.fullmatch(words)
    if labelled:
        yield from _labelled(text, line, labelled)
        return
    role = LATIN_ROLE_OF.fullmatch(words) or han_role(words)
    if role:
        if is_organisation(role["org"]):
            yield party_at(text, line.start + role.start("org"), line.start + role.end("org"))
        return
    if not words or words[-1] in ":：":
        return
    both = HAN_THEN_LATIN.fullmatch(words)
    if both and is_organisation(both["han"]):
        yield party_at(text, line.start, line.start + both.end("han"))
        return
    yield from _in_words(text, line, words, listed=listed)


def _in_words(text: str, line: Line, words: str, *, listed: bool) -> Iterator[Party]:
    pattern = SPACED if has_han(words) and not LISTED.search(words) else LISTED_NAME
    parts = list(pattern.finditer(words))
    if len(parts) > 1 and all(is_organisation(part.group()) for part in parts):
        for part in parts:
            yield party_at(text, line.start + part.start(), line.start + part.end())
    elif is_organisation(words) or (listed and is_group(words)):
        party = party_at(text, line.start, line.start + len(words))
        yield Party(own_name(party.text), party.text, party.start, party.end)
    elif len(parts) > 1 and pattern is LISTED_NAME and is_organisation(parts[0].group()):
        yield party_at(text, line.start, line.start + parts[0].end())  # places stand after it


def _labelled(text: str, line: Line, labelled: re.Match[str]) -> Iterator[Party]:
    """The organisations after a label, one or several."""
    names = NAMES.finditer(line.text, *labelled.span("names")) if labelled["names"] else ()
    spans = [name.span() for name in names] or [labelled.span("one")]
    for start, end in spans:
        words = line.text[start:end].strip()
        if is_organisation(words):
            at = line.start + line.text.index(words, start)
            yield party_at(text, at, at + len(words))


def person_at(text: str, start: int, end: int) -> Party:
    """The person that `text[start:end]` names; Chinese names are set with space within."""
    words = text[start:end]
    return party_at(text, start, end, _closed_up(words) if has_han(words) else None)


def _closed_up(words: str) -> str:
    closed = "".join(words.split())
    return closed if is_han_name(closed) else in_one_line(words)


def is_group(words: str) -> bool:
    """Whether words can name those who sign where such a name must stand: no sentence, no date."""
    if REMARK.fullmatch(words) or POSITION.fullmatch(words):
        return False
    plain = GROUP_WITHOUT_KIND.fullmatch(words) and any(char.isalpha() for char in words)
    return bool(plain) and not has_contact(words) and words == without_date(words)


def is_position(words: str) -> bool:
    """Whether a line says what the person above it is: Head of Research, Tea Institute."""
    if POSITION.fullmatch(words):
        return True
    return "," in words and not has_han(words) and names_kind(words)


def han_role(words: str) -> re.Match[str] | None:
    """A Chinese line that says for whom and as what somebody signs, whose name stands elsewhere."""
    return HAN_ROLE_ALONE.fullmatch(words) if words[-1:] in HAN_ROLE_ENDS else None


def _role_and_name(words: str) -> re.Match[str] | None:
    if HAN_ROLE_ENDS.isdisjoint(words[-LONGEST_HAN_NAME - 2 : -1]):
        return None
    return HAN_ROLE_AND_NAME.fullmatch(words)


def speaks_for_others(words: str) -> bool:
    """Whether a line names for whom the person signs who is named on the next."""
    return han_role(words) is not None or words[:12].casefold() == "on behalf of"


def iter_writers(text: str, line: Line) -> Iterator[Party]:
    """The persons that a sentence says wrote, signed or began the letter."""
    for found in WRITTEN_BY.finditer(line.text):
        for name in NAMES_WITH_AND.finditer(line.text, *found.span("names")):
            if is_person(name.group()):
                yield party_at(text, line.start + name.start(), line.start + name.end())


def without_date(words: str) -> str:
    """A line up to the date in it, if it has one."""
    date = next(iter_dates(words), None)
    return words[: date.start].rstrip() if date else words


def bare_name(party: Party) -> Party:
    """A party by the name that its organisation has without glosses of single characters."""
    return Party(without_glosses(party.name), party.text, party.start, party.end)
