"""Numbers at line heads as an outline: which of them count, at which level, under which parent.

A style counts only if it runs 1, 2, 3 …; the first style seen is level 1, others nest in the
item they stand under (F1 .82 on 60 letters). Knows lines and numbers, not what items mean.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from corpus.structure.kinds import asks
from corpus.structure.lines import Line
from corpus.structure.numbering import (
    DOUBTFUL_STYLES,
    NOTE_BEGINS,
    ROW_STYLE,
    Marker,
    read_marker,
    read_note,
)
from corpus.structure.organisations import is_organisation
from corpus.structure.persons import is_han_name
from corpus.structure.wording import APPENDED, is_salutation

LONGEST_NUMBER = 80  # characters of a line in which its number and the marks before it stand
MOST_MARKED = 10_000  # numbered lines that are looked at: what has more is a table and no letter
ABOVE_TABLE = 3  # lines above the first row of a table that may say that it lists what is asked
# What heads a list of names: groups that support a letter, members of a committee.
OF_NAMES = re.compile(
    r"(?:\b(?:groups|organi[sz]ations|associations|unions|institutions|companies|supporters"
    r"|endorsers|members)\b[^.!?]{0,60}|团体|團體|组织|組織|单位|單位|机构|機構|名单|名單|成员|成員)[:：]$",
    re.IGNORECASE,
)
MOST_NAMES = 40  # numbered lines that are looked at to tell that they are names
LONGEST_HEADING = 80  # characters
# Styles of which each may stand within those before it; an outer one within an inner is not meant.
RANKS = ("dun", "han_in_brackets", "digit", "digit_bracket", "digit_in_brackets")
# Styles in which a list goes on that began in another of them: 1. 2. 3） and 一、 二、 （三）.
KIN = (
    frozenset(("digit", "digit_bracket", "digit_in_brackets")),
    frozenset(("dun", "han_in_brackets", "is", "ordinal")),
)


@dataclass(slots=True)
class _List:
    """A run of numbers in one style under one item, from `first` on.

    `runs_on`: it goes on with the numbers of a list under an earlier item, or one goes on with its.
    """

    style: str
    parent: int | None
    first: int = 1
    runs_on: bool = False
    items: list[int] = field(default_factory=list)

    @property
    def turn(self) -> int:
        """The number that it goes on with."""
        return self.first + len(self.items)


class Item(NamedTuple):
    """A line that counts as an item.

    `line` counts lines; `parent` counts items, and so does `following`: the next item that is not
    inside this one. `siblings` are the items of its list.
    """

    line: int
    marker: Marker
    level: int
    parent: int | None
    siblings: tuple[int, ...]
    following: int | None


def outline(lines: Sequence[Line], first: int, after: int) -> tuple[Item, ...]:
    """The numbered items among `lines[first:after]`, in order. Linear in the number of lines."""
    marked = list(islice(_marked(lines, first, after), MOST_MARKED))
    lists, belongs = _lists(lines, marked)
    kept = [n for n, own in enumerate(belongs) if own is not None and _counts(lists[own])]
    place = {n: position for position, n in enumerate(kept)}
    parents = [_kept_parent(n, lists, belongs, place) for n in kept]
    levels: list[int] = []
    for parent in parents:
        levels.append(1 if parent is None else levels[parent] + 1)
    following = _following(levels)
    siblings = {own: tuple(place[n] for n in lists[own].items)
                for own in {belongs[n] for n in kept} if own is not None}  # fmt: skip
    return tuple(
        Item(*marked[n], levels[i], parents[i], siblings[belongs[n] or 0], following[i])
        for i, n in enumerate(kept)
    )


def _marked(lines: Sequence[Line], first: int, after: int) -> Iterator[tuple[int, Marker]]:
    last, appended, asked = first - 2, False, False
    for number in range(first, after):
        words = lines[number].text[:LONGEST_NUMBER]
        marker = read_marker(words)
        if marker is None and words[0] in NOTE_BEGINS:
            marker = read_note(words)
        if marker:
            if last != number - 1:
                appended = number > first and _heads_papers(lines, number)
            last = number
            if marker.style in DOUBTFUL_STYLES and marker.number == 1:
                asked = _is_asked_for(lines, first, number, marker.style)
            if not appended and (asked or marker.style not in DOUBTFUL_STYLES):
                yield number, marker


def _is_asked_for(lines: Sequence[Line], first: int, number: int, style: str) -> bool:
    """Whether a line above a table asks for its rows, or the line above a list for what follows."""
    if style == ROW_STYLE:
        return any(asks(line.text) for line in lines[max(first, number - ABOVE_TABLE) : number])
    above = lines[number - 1].text if number > first else ""
    return above[-1:] in (":", "：") and asks(above)


def _heads_papers(lines: Sequence[Line], number: int) -> bool:
    """Whether the line above a list makes it one of the letter's papers, or of names."""
    above = lines[number - 1].text
    if APPENDED.match(above):
        return True
    if above[-1] not in ":：" or not OF_NAMES.search(above[-LONGEST_HEADING:]):
        return False
    if asks(above) or is_salutation(above):
        return False
    names = []
    for line in lines[number : number + MOST_NAMES]:
        if not (marker := read_marker(line.text[:LONGEST_NUMBER])):
            break
        names.append(_is_name(line.text, marker))
    return 2 * sum(names) >= len(names)


def _is_name(line: str, marker: Marker) -> bool:
    words = line[marker.end :].strip(" .;,；，、")
    return is_organisation(words) or is_han_name(words)


def _lists(
    lines: Sequence[Line], marked: Sequence[tuple[int, Marker]]
) -> tuple[list[_List], list[int | None]]:
    """The lists that the markers form, and for each marker the list it belongs to."""
    lists: list[_List] = []
    belongs: list[int | None] = []
    opened: list[int] = []  # lists that may go on, the outermost first
    closed: dict[str, int] = {}  # of each style the list that was closed last
    latest: dict[tuple[str, int], int] = {}  # of each style and number the last marker
    for n, (line, marker) in enumerate(marked):
        depth = _depth(marker, [lists[own] for own in opened])
        if depth is not None and marker.number == lists[opened[depth]].turn:
            _close(opened, depth + 1, lists, closed)
        elif marker.number == 1:
            if depth is None and opened and _is_under_heading(lines, line):
                latest = latest or {(m.style, m.number): at for at, (_, m) in enumerate(marked)}
                over = [lists[own] for own in opened]
                depth = _over(marker, over, [latest.get((o.style, o.turn), -1) > n for o in over])
            _close(opened, len(opened) if depth is None else depth, lists, closed)
            _open(opened, lists, marker)
        elif (depth := _runs_on(marker, opened, lists, belongs, closed)) is not None:
            _close(opened, depth + 1, lists, closed)
            lists[closed[marker.style]].runs_on = True
            _open(opened, lists, marker)
        else:
            belongs.append(None)
            continue
        belongs.append(opened[-1])
        lists[opened[-1]].items.append(n)
    return lists, belongs


def _open(opened: list[int], lists: list[_List], marker: Marker) -> None:
    """Open a list that begins with a marker under the last item of the innermost open one."""
    parent = lists[opened[-1]].items[-1] if opened else None
    opened.append(len(lists))
    lists.append(_List(marker.style, parent, marker.number, marker.number > 1))


def _close(opened: list[int], depth: int, lists: Sequence[_List], closed: dict[str, int]) -> None:
    while len(opened) > depth:
        own = opened.pop()
        closed[lists[own].style] = own


def _is_under_heading(lines: Sequence[Line], number: int) -> bool:
    """Whether the line above is a heading of its own that leads on to a list."""
    above = lines[number - 1] if number else None
    if above is None or not above.gap or len(above.text) > LONGEST_HEADING:
        return False
    return above.text[-1] in ":：" or above.text[0] == "#"


def _over(marker: Marker, opened: Sequence[_List], go_on: Sequence[bool]) -> int | None:
    """Which open list ends where one of an outer style begins: 1) 2), a heading, 1. 2."""
    if marker.style not in RANKS:
        return None
    inner = RANKS[RANKS.index(marker.style) + 1 :]
    depth = next((depth for depth, own in enumerate(opened) if own.style in inner), None)
    if depth is None or len(opened[depth].items) < 2 or go_on[depth]:
        return None
    return depth


def _runs_on(
    marker: Marker, opened: Sequence[int], lists: Sequence[_List],
    belongs: Sequence[int | None], closed: dict[str, int],
) -> int | None:  # fmt: skip
    """Under which open list a closed one goes on: 第一章 第一条 第二条 第二章 第三条."""
    before = lists[closed[marker.style]] if marker.style in closed else None
    if before is None or before.parent is None or marker.number != before.turn:
        return None
    if marker.style != "article" and not _counts(before):
        return None  # one number each beneath others are translations of these, as a rule
    above = belongs[before.parent]
    return next((depth for depth, own in enumerate(opened) if own == above), None)


def _depth(marker: Marker, opened: Sequence[_List]) -> int | None:
    """Which of the open lists a marker can belong to: of its style, or of its kin and its turn."""
    own = next((d for d, each in enumerate(opened) if each.style == marker.style), None)
    if own is not None or marker.number == 1:
        return own
    return next(
        (
            depth
            for depth in range(len(opened) - 1, -1, -1)
            if marker.number == opened[depth].turn
            and any(marker.style in kin and opened[depth].style in kin for kin in KIN)
        ),
        None,
    )


def _counts(own: _List) -> bool:
    return own.runs_on or len(own.items) > 1


def _kept_parent(
    n: int, lists: list[_List], belongs: list[int | None], place: dict[int, int]
) -> int | None:
    """The nearest item above that is kept: a list of one item is none."""
    own = belongs[n]
    parent = lists[own].parent if own is not None else None
    while parent is not None and parent not in place:
        above = belongs[parent]
        parent = lists[above].parent if above is not None else None
    return None if parent is None else place[parent]


def _following(levels: list[int]) -> list[int | None]:
    """For each item the next one of its own level or above."""
    following: list[int | None] = [None] * len(levels)
    open_items: list[int] = []
    for n, level in enumerate(levels):
        while open_items and levels[open_items[-1]] >= level:
            following[open_items.pop()] = n
        open_items.append(n)
    return following
