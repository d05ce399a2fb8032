"""Signers told by their place: short lines between the last sentence and the date that closes.

Knows the layout of the end of a Chinese letter and what no name there is like; how organisations
and persons are named elsewhere, `corpus.structure.signers` knows.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.structure.bullets import BULLET
from corpus.structure.chrome import is_chrome
from corpus.structure.dates import date_line
from corpus.structure.labels import without_formula
from corpus.structure.languages import has_han
from corpus.structure.lines import Line
from corpus.structure.numbering import read_marker
from corpus.structure.organisations import has_contact, is_organisation
from corpus.structure.persons import is_han_name
from corpus.structure.wording import APPENDED, CLOSING, is_prose, is_salutation

MOST_LINES = 30  # of a run of signers
PAGE_LINES = 3  # at most that a page puts under the date that closes a letter
LONGEST_NAME = 40  # characters
SHORTEST_NAME = 4
SIGN_BEFORE = re.compile(r"[—–]{1,3}\s?(?=[^\s—–])")  # ——东湖协会
ENDS = frozenset("。！？!?；;")
ENDS_SENTENCE = re.compile(r"[。！？!?；;.…][”」』）)]?$")
NOT_IN_NAME = re.compile(r"[。！？；，!?;,：:、|]")
# Words of sentences and slogans: no name has them.
SAID = re.compile(
    r"[让讓请請您你我们們的了吧吗嗎呢啊是把]|谢谢|謝謝|感[谢謝]|共[同建创創享筑築渡克]|携手|攜手|加油|一起|到底|行[动動]$"
)
# With what names of bodies and of their parts end, in characters that also end other words.
PART = re.compile(
    r"(?:[部处處办辦联聯队隊站署室科团團组組会會社院所校班协協店馆館委盟局厅廳府党黨网網]|全[体體]\S{1,8})"
    r"(?:[（(][^（）()]{1,20}[）)])?$"
)
NO_PART = re.compile(
    r"(?:[社机機体體都不将才大晚聚]会|[社機體都不將才大晚聚]會|[全内內干外]部|[好用到深之难四各处長长]处|[好用到深之難四各處長]處|部署"
    r"|[值上下]班|抱[团團]|上网|上網|[互关對对]联|[互關對]聯|[举主承创停协開开]办|[舉主承創停協開]辦|[全各]地|之家)$"
)  # fmt: skip
# …的践行者。 东湖区文明办 东湖区民政局 2020年2月5日: a text without line breaks.
IN_LINE = re.compile(
    r"[。！？!?][”」』）)]?\s*(?P<names>[\u4e00-\u9fff][^。！？；，、,;:：!?\d]{3,60}?)\s*"
    r"(?=[12]\d{3}\s?[年.\-/]|二[〇○零]|$)"
)
LATE_IN_LINE = 400  # characters at the end of a line in which its signers stand
WORD = re.compile(r"\S+")
DASHES = "—–"
Places = list[tuple[int, int]]


def signing_run(lines: Sequence[Line], first: int, after: int) -> range:
    """The numbers of the lines that sign, the one with the date last; none if no date closes.

    A sentence of the letter stands above them; some lines of the page may follow them.
    """
    if after - first < 2 or not any(has_han(line.text) for line in lines[after - 2 : after]):
        return range(0)
    last = _closing(lines, first, after)
    if last is None:
        return range(0)
    lowest = max(first, last - MOST_LINES)
    above = takewhile(lambda number: _may_name(lines[number].text), range(last - 1, lowest, -1))
    start = min(above, default=last)
    return range(start, last + 1) if _ends_letter(lines[start - 1].text) else range(0)


def placed(lines: Sequence[Line], run: range) -> frozenset[int]:
    """Where the lines of a run begin whose words are names because they stand there.

    Above the first that is a name in any place, a line must end as the names of bodies do.
    """
    starts: set[int] = set()
    anchored = False
    for number in run:
        line = lines[number]
        words = without_formula(_words(line, dated=number == run[-1]))
        if not has_han(words):
            continue
        known = _is_known(words)
        if known or _is_name(words, anchored=anchored):
            starts.add(line.start)
        anchored = anchored or known
    return frozenset(starts)


def names_in_place(line: Line) -> tuple[Places, Places]:
    """The places of the names of persons and of organisations in a line that is placed.

    北城商会 韩孝林 are two names, 中国 红十字会 is one: set apart is what can be a name of its own.
    """
    if is_han_name(_closed(line.text)):
        return [(line.start, line.end)], []
    found = list(WORD.finditer(line.text))
    persons = [part for part in found if is_han_name(part.group())]
    bodies = [
        part for part in found if len(part.group()) >= SHORTEST_NAME and _is_body(part.group())
    ]
    if len(persons) + len(bodies) < len(found):
        return [], [(line.start, line.end)]
    return _places(line, persons), _places(line, bodies)


def signed_in_line(line: Line) -> Line | None:
    """The part of a line with sentences that names who signs, after these and before a date."""
    if not has_han(line.text[-LATE_IN_LINE:]):
        return None
    for found in IN_LINE.finditer(line.text, max(0, len(line.text) - LATE_IN_LINE)):
        names = found["names"].split()
        if any(map(is_organisation, names)) and all(map(_is_known, names)):
            start, end = found.span("names")
            return Line(line.start + start, line.start + end, line.text[start:end], 0)
    return None


def _closing(lines: Sequence[Line], first: int, after: int) -> int | None:
    """The line of the date, or of a name after a dash, under which only the page has words."""
    for number in range(after - 1, max(first, after - 2 - PAGE_LINES), -1):
        words = lines[number].text
        if read_marker(words[:80]):
            return None
        if words[-1] in ENDS or len(words) > LONGEST_NAME:
            continue
        if date_line(lines[number]):
            return None if words[-1] in ":：" else number
        if SIGN_BEFORE.match(words) and is_organisation(_words(lines[number], dated=True)):
            return number
        if is_salutation(words) or is_organisation(words):
            return None
    return None


def _ends_letter(words: str) -> bool:
    return bool(is_prose(words) or ENDS_SENTENCE.search(words) or CLOSING.match(words))


def _may_name(words: str) -> bool:
    if len(words) > LONGEST_NAME or NOT_IN_NAME.search(words) or CLOSING.match(words):
        return False
    if words[0] not in DASHES and BULLET.match(words):
        return False
    return not (has_contact(words) or read_marker(words) or APPENDED.match(words))


def _is_name(words: str, *, anchored: bool) -> bool:
    if not SHORTEST_NAME <= len(words) <= LONGEST_NAME or is_chrome(words):
        return False
    if SAID.search(words) or NOT_IN_NAME.search(words):
        return False
    return anchored or all(_is_body(part) or is_han_name(part) for part in words.split())


def _is_known(words: str) -> bool:
    return is_organisation(words) or is_han_name(_closed(words))


def _is_body(words: str) -> bool:
    return is_organisation(words) or bool(PART.search(words) and not NO_PART.search(words))


def _words(line: Line, *, dated: bool) -> str:
    """The words of a line without a dash before them and, if it is dated, the date after them."""
    date = date_line(line) if dated else None
    words = line.text[: date.start - line.start] if date else line.text
    return SIGN_BEFORE.sub("", words, count=1).strip()


def _places(line: Line, found: Sequence[re.Match[str]]) -> Places:
    return [(line.start + part.start(), line.start + part.end()) for part in found]


def _closed(words: str) -> str:
    """刘 洋 as one name; other words as they are."""
    parts = words.split()
    return "".join(parts) if all(len(part) == 1 for part in parts) else words
