"""Windows: what of a run of sentences may be shown together, and what stands in it.

Knows sentences and places of needles; which window is the best is decided elsewhere.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from search.snippets.clusters import columns
from search.snippets.matching import Occurrence

WIDTH: Final = 160  # columns of a passage: 160 Latin letters or 80 Han characters
WIDEST: Final = 240  # columns of a single sentence that is still shown whole
_LONGEST: Final = 4 * WIDTH  # code points, white space included, that are looked at for that

Run = Sequence[int]
"""Where neighbouring sentences begin, ascending, and the end of the last."""


class Item(NamedTuple):
    """A sentence with occurrences, or one occurrence in a sentence too long to be shown whole.

    `needles` has a bit for each needle that stands there, by its number; `occurrences` is how many
    occurrences do.
    """

    sentence: int
    start: int
    end: int
    needles: int
    occurrences: int
    is_part: bool


class Window(NamedTuple):
    """A stretch of a run with its items, and what stands in all of them.

    Of items that are parts of a sentence, what is around them is shown.
    """

    run: Run
    start: int
    end: int
    items: Sequence[Item]
    needles: int
    occurrences: int


def windows(text: str, run: Run, occurrences: Sequence[Occurrence]) -> list[Window]:
    """From each item, with as many sentences or items after it as fit; ascending."""
    items = list(_items(text, run, occurrences))
    found = []
    reach = last = 0  # sentences and items before these fit
    for first, item in enumerate(items):
        reach = _reach(text, run, item, reach)
        last = max(last, first + 1)
        while last < len(items) and _belongs(text, item, items[last], reach):
            last += 1
        found.append(window_of(run, run[item.sentence], run[reach], items[first:last]))
    return found


def window_of(run: Run, start: int, end: int, items: Sequence[Item]) -> Window:
    """The window with these items."""
    needles = occurrences = 0
    for item in items:
        needles |= item.needles
        occurrences += item.occurrences
    return Window(run, start, end, items, needles, occurrences)


def _items(text: str, run: Run, occurrences: Sequence[Occurrence]) -> Iterator[Item]:
    first = bisect_left(occurrences, (run[0],))
    while first < len(occurrences) and occurrences[first].start < run[-1]:
        i = bisect_right(run, occurrences[first].start) - 1
        last = bisect_left(occurrences, (run[i + 1],), first)
        inside = occurrences[first:last]
        if fits(text, run[i], run[i + 1], WIDEST):
            needles = 0
            for _, _, needle in inside:
                needles |= 1 << needle
            yield Item(i, run[i], run[i + 1], needles, len(inside), is_part=False)
        else:
            for start, end, needle in inside:
                yield Item(i, start, end, 1 << needle, 1, is_part=True)
        first = last


def _reach(text: str, run: Run, item: Item, reach: int) -> int:
    """How many sentences there are up to the last that can be shown with an item."""
    reach = max(reach, item.sentence + 1)
    if not item.is_part:
        while reach + 1 < len(run) and fits(text, item.start, run[reach + 1], WIDTH):
            reach += 1
    return reach


def _belongs(text: str, first: Item, other: Item, reach: int) -> bool:
    """Whether an item can be shown with one before it."""
    if other.sentence >= reach:
        return False
    return not first.is_part or fits(text, first.start, other.end, WIDTH)


def fits(text: str, start: int, end: int, width: int) -> bool:
    """Whether a stretch, without the white space at its end, is at most so many columns wide."""
    return end - start <= _LONGEST and columns(text[start:end].rstrip()) <= width
