"""Numbers at line heads as an outline: which of them count, at which level, under which parent.

A style counts only if it runs 1, 2, 3 …; the first style seen is level 1, others nest in the
item they stand under (F1 .82 on 60 letters). Knows lines and numbers, not what items mean.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from corpus.structure.kinds import asks
from corpus.structure.lines import Line
from corpus.structure.numbering import ROW_STYLE, Marker, read_marker
from corpus.structure.wording import APPENDED

LONGEST_NUMBER = 80  # characters of a line in which its number and the marks before it stand
MOST_MARKED = 10_000  # numbered lines that are looked at: what has more is a table and no letter
ABOVE_TABLE = 3  # lines above the first row of a table that may say that it lists what is asked
# Styles in which a list goes on that began in another of them: 1. 2. 3） and 一、 二、 （三）.
KIN = (
    frozenset(("digit", "digit_bracket", "digit_in_brackets")),
    frozenset(("dun", "han_in_brackets", "is", "ordinal")),
)


@dataclass(slots=True)
class _List:
    """A run of numbers in one style under one item."""

    style: str
    parent: int | None
    items: list[int] = field(default_factory=list)


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
    lists, belongs = _lists([marker for _, marker in marked])
    kept = [n for n, own in enumerate(belongs) if own is not None and len(lists[own].items) > 1]
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
        if marker := read_marker(lines[number].text[:LONGEST_NUMBER]):
            if last != number - 1:
                appended = number > first and bool(APPENDED.match(lines[number - 1].text))
            last = number
            if marker.style == ROW_STYLE and marker.number == 1:
                above = lines[max(first, number - ABOVE_TABLE) : number]
                asked = any(asks(line.text) for line in above)
            if not appended and (asked or marker.style != ROW_STYLE):
                yield number, marker


def _lists(markers: Sequence[Marker]) -> tuple[list[_List], list[int | None]]:
    """The lists that the markers form, and for each marker the list it belongs to."""
    lists: list[_List] = []
    belongs: list[int | None] = []
    opened: list[int] = []  # lists that may go on, the outermost first
    for n, marker in enumerate(markers):
        depth = _depth(marker, [lists[own] for own in opened])
        if depth is not None and marker.number == len(lists[opened[depth]].items) + 1:
            del opened[depth + 1 :]
        elif marker.number == 1:
            del opened[len(opened) if depth is None else depth :]
            parent = lists[opened[-1]].items[-1] if opened else None
            opened.append(len(lists))
            lists.append(_List(marker.style, parent))
        else:
            belongs.append(None)
            continue
        belongs.append(opened[-1])
        lists[opened[-1]].items.append(n)
    return lists, belongs


def _depth(marker: Marker, opened: Sequence[_List]) -> int | None:
    """Which of the open lists a marker can belong to: of its style, or of its kin and its turn."""
    own = next((d for d, each in enumerate(opened) if each.style == marker.style), None)
    if own is not None or marker.number == 1:
        return own
    return next(
        (
            depth
            for depth in range(len(opened) - 1, -1, -1)
            if marker.number == len(opened[depth].items) + 1
            and any(marker.style in kin and opened[depth].style in kin for kin in KIN)
        ),
        None,
    )


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
