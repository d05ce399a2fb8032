"""Windows: what of a run of sentences may be shown together, and what stands in it.

Knows sentences and places of needles; which window is the best is decided elsewhere.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from search.snippets.clusters import columns
from search.snippets.matching import Occurrence

WIDTH: Final = 160  # columns of a passage: 160 Latin letters or 80 Han characters
WIDEST: Final = 240  # columns of a single sentence that is still shown whole
_LONGEST: Final = 4 * WIDTH  # code points, white space included, that are looked at for that


class Run(list[int]):
    """Where neighbouring sentences of a text begin, ascending, and the end of the last.

    Remembers which of them fit together, for that does not depend on what stands in them.
    """

    __slots__ = ("_reaches", "_text", "_wholes")

    def __init__(self, text: str, bounds: Iterable[int]) -> None:
        super().__init__(bounds)
        self._text = text
        self._wholes: dict[int, bool] = {}
        self._reaches: dict[int, int] = {}

    def is_whole(self, sentence: int) -> bool:
        """Whether a sentence can be shown whole."""
        found = self._wholes.get(sentence)
        if found is None:
            start, end = self[sentence], self[sentence + 1]
            found = self._wholes[sentence] = fits(self._text, start, end, WIDEST)
        return found

    def reach(self, sentence: int) -> int:
        """How many sentences there are up to the last that can be shown with this one."""
        found = self._reaches.get(sentence)
        if found is None:
            found = sentence + 1
            start, most = self[sentence], len(self) - 1
            while found < most and fits(self._text, start, self[found + 1], WIDTH):
                found += 1
            self._reaches[sentence] = found
        return found


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


def windows(text: str, run: Sequence[int], occurrences: Sequence[Occurrence]) -> list[Window]:
    """From each item, with as many sentences or items after it as fit; ascending."""
    if not isinstance(run, Run):
        run = Run(text, run)
    items = _items(run, occurrences)
    found = []
    last = 0  # items before this fit
    for first, item in enumerate(items, 1):
        sentence, _, _, needles, count, is_part = item
        reach = sentence + 1 if is_part else run.reach(sentence)
        if last < first:
            last = first
        while last < len(items) and _belongs(text, item, items[last], reach):
            last += 1
        start, end = run[sentence], run[reach]
        if last == first:
            found.append(Window(run, start, end, (item,), needles, count))
        else:
            found.append(window_of(run, start, end, items[first - 1 : last]))
    return found


def window_of(run: Run, start: int, end: int, items: Sequence[Item]) -> Window:
    """The window with these items."""
    needles = occurrences = 0
    for item in items:
        needles |= item.needles
        occurrences += item.occurrences
    return Window(run, start, end, items, needles, occurrences)


def _items(run: Run, occurrences: Sequence[Occurrence]) -> list[Item]:
    items = []
    first, count, end = bisect_left(occurrences, (run[0],)), len(occurrences), run[-1]
    while first < count and occurrences[first][0] < end:
        i = bisect_right(run, occurrences[first][0]) - 1
        start, after = run[i], run[i + 1]
        last, needles = first, 0
        while last < count and occurrences[last][0] < after:
            needles |= 1 << occurrences[last][2]
            last += 1
        if run.is_whole(i):
            items.append(Item(i, start, after, needles, last - first, is_part=False))
        else:
            items += (
                Item(i, place, until, 1 << needle, 1, is_part=True)
                for place, until, needle in occurrences[first:last]
            )
        first = last
    return items


def _belongs(text: str, first: Item, other: Item, reach: int) -> bool:
    """Whether an item can be shown with one before it."""
    if other.sentence >= reach:
        return False
    return not first.is_part or fits(text, first.start, other.end, WIDTH)


def fits(text: str, start: int, end: int, width: int) -> bool:
    """Whether a stretch, without the white space at its end, is at most so many columns wide."""
    length = end - start
    if 5 * length <= 2 * width:  # no character is wider than two and a half columns
        return True
    return length <= _LONGEST and columns(text[start:end].rstrip()) <= width
