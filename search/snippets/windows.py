"""Windows: what of a run of sentences may be shown together, and what stands in it.

Knows sentences and places of needles; which window is the best is decided elsewhere.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from search.snippets.clusters import columns
from search.snippets.matching import Occurrence

WIDTH: Final = 160  # columns of a passage: 160 Latin letters or 80 Han characters
WIDEST: Final = 240  # columns of a single sentence that is still shown whole
_LONGEST: Final = 4 * WIDTH  # code points, white space included, that are looked at for that

Run = Sequence[int]
"""Where neighbouring sentences begin, ascending, and the end of the last."""

_start_of = itemgetter(1)


class Item(NamedTuple):
    """A sentence with occurrences, or one occurrence in a sentence too long to be shown whole.

    `needles` has a bit for each needle that stands there, by its number.
    """

    sentence: int
    start: int
    end: int
    needles: int
    occurrences: int
    is_part: bool


class Window(NamedTuple):
    """A stretch of a run with its items; where they are parts, what is around them is shown."""

    run: Run
    start: int
    end: int
    items: Sequence[Item]


def windows(text: str, run: Run, occurrences: Sequence[Occurrence]) -> Iterator[Window]:
    """From each item, with as many sentences or items after it as fit."""
    items = list(_items(text, run, occurrences))
    reach = stop = 0  # sentences and items before these fit
    for first, item in enumerate(items):
        i, stop = item.sentence, max(stop, first + 1)
        if item.is_part:
            while stop < len(items) and _fits_with(text, item, items[stop]):
                stop += 1
            reach = i + 1
        else:
            reach = max(reach, i + 1)
            while reach + 1 < len(run) and fits(text, run[i], run[reach + 1], WIDTH):
                reach += 1
            while stop < len(items) and items[stop].sentence < reach:
                stop += 1
        yield Window(run, run[i], run[reach], items[first:stop])


def _items(text: str, run: Run, occurrences: Sequence[Occurrence]) -> Iterator[Item]:
    first = bisect_left(occurrences, run[0], key=_start_of)
    while first < len(occurrences) and occurrences[first].start < run[-1]:
        i = bisect_right(run, occurrences[first].start) - 1
        last = bisect_left(occurrences, run[i + 1], first, key=_start_of)
        inside = occurrences[first:last]
        if fits(text, run[i], run[i + 1], WIDEST):
            needles = 0
            for needle, _, _ in inside:
                needles |= 1 << needle
            yield Item(i, run[i], run[i + 1], needles, len(inside), is_part=False)
        else:
            for needle, start, end in inside:
                yield Item(i, start, end, 1 << needle, 1, is_part=True)
        first = last


def _fits_with(text: str, first: Item, other: Item) -> bool:
    same = first.sentence == other.sentence
    return same and fits(text, first.start, other.end, WIDTH)


def fits(text: str, start: int, end: int, width: int) -> bool:
    """Whether a stretch, without the white space at its end, is at most so many columns wide."""
    return end - start <= _LONGEST and columns(text[start:end].rstrip()) <= width
