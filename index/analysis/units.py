"""Units: each character of Han and other unspaced scripts, each word, each number, each emoji.

A unit is the smallest thing a reader can search for; positions count units. Knows the kinds of
characters, not the views that are made of units.
"""

from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.folding import FoldedBatch
from index.analysis.numerals import points_in_numbers
from index.analysis.tables import (
    APOSTROPHE,
    DIGIT,
    HAN,
    LETTER,
    NEWLINE,
    POINT,
    SENTENCE_END,
    SPACE,
    SYMBOL,
)

DECIDING_MARKS: Final = (NEWLINE, SENTENCE_END, APOSTROPHE, POINT)
LONGEST_UNIT: Final = 64  # code points; a longer run is cut into pieces of this length
CARRIAGE_RETURN: Final = ord("\r")


class Units:
    """The units of a batch, one row each, in order.

    `start` and `end` are places in the folded codes; `counts` are the units of each text.
    `kinds` are those of all codes, with the apostrophes of words as letters and the points of
    numbers as digits; `points` are the places of the latter. What not everybody asks for is worked
    out when it is asked for.
    """

    def __init__(self, batch: FoldedBatch) -> None:
        """Linear in the length of the texts."""
        self.kinds = batch.kinds.copy()
        self._codes = batch.codes
        self._marks = _marks(self.kinds)
        _bind_words(self.kinds, self._marks[APOSTROPHE])
        self.points = _bind_numbers(batch.codes, self.kinds, self._marks[POINT])
        self.start, self.end = _cut(self.kinds)
        self.kind = self.kinds[self.start]
        self._bounds = np.searchsorted(self.start, batch.begins)
        self.counts = self._bounds[1:] - self._bounds[:-1]

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def text(self) -> NDArray[np.int32]:
        """Of which text each unit is."""
        return np.repeat(np.arange(len(self.counts), dtype=np.int32), self.counts)

    @cached_property
    def position(self) -> NDArray[np.int32]:
        """The position of each unit in its text: one more a unit, and one a sentence end."""
        newlines, stops = self._marks[NEWLINE], self._marks[SENTENCE_END]
        if len(newlines) > 1:
            stops = np.append(stops, _blank_lines(self.kinds, newlines))
        return _positions(self.start, stops, self._bounds[:-1], self.counts)

    @cached_property
    def link(self) -> NDArray[np.bool_]:
        """Which units of unspaced scripts continue the one before, so that both are in one run.

        They are next to it, or after a single line end, for Chinese is often wrapped by hand.
        """
        return _links(self._codes, self.start, self.end, self.kind, self._marks[NEWLINE])


def _marks(kinds: NDArray[np.uint8]) -> dict[int, NDArray[np.int64]]:
    """The places of the marks that decide where units begin and end, by their kind."""
    places = np.flatnonzero((kinds - NEWLINE) <= POINT - NEWLINE)  # unsigned: others wrap around
    found = kinds[places]
    counts = np.bincount(found, minlength=POINT + 1).tolist()
    none = places[:0]
    return {kind: places[found == kind] if counts[kind] else none for kind in DECIDING_MARKS}


def _bind_words(kinds: NDArray[np.uint8], apostrophes: NDArray[np.int64]) -> None:
    """Makes letters of apostrophes between letters, in place."""
    if len(apostrophes):
        inside = (kinds[apostrophes - 1] == LETTER) & (kinds[apostrophes + 1] == LETTER)
        kinds[apostrophes[inside]] = LETTER


def _bind_numbers(
    codes: NDArray[np.uint32], kinds: NDArray[np.uint8], points: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Makes digits of points inside numbers, in place; returns where they are."""
    if not len(points):
        return points
    between = (kinds[points - 1] == DIGIT) & (kinds[points + 1] == DIGIT)
    if not between.any():
        return np.zeros(0, np.int64)
    inside = points_in_numbers(codes, kinds)
    kinds[inside] = DIGIT
    return inside


def _cut(kinds: NDArray[np.uint8]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Start and end of each unit: runs of letters or digits, other kinds one by one."""
    changes = np.ones(len(kinds) + 1, np.bool_)
    np.not_equal(kinds[1:], kinds[:-1], out=changes[1:-1])
    alone, inside = kinds >= SYMBOL, kinds >= LETTER
    starts = (changes[:-1] | alone) & inside
    ends = (changes[1:] | alone) & inside
    start, end = np.flatnonzero(starts), np.flatnonzero(ends) + 1
    long = np.flatnonzero(end - start > LONGEST_UNIT)
    if not len(long):
        return start, end
    for a, b in zip(start[long].tolist(), end[long].tolist(), strict=True):
        starts[a:b:LONGEST_UNIT] = True
        ends[a + LONGEST_UNIT - 1 : b : LONGEST_UNIT] = True
    return np.flatnonzero(starts), np.flatnonzero(ends) + 1


def _blank_lines(kinds: NDArray[np.uint8], newlines: NDArray[np.int64]) -> NDArray[np.int64]:
    """Newlines followed by another with nothing but white space between."""
    here, following = newlines[:-1], newlines[1:]
    blank = following == here + 1
    apart = np.flatnonzero(~blank & (kinds[here + 1] == SPACE))
    if len(apart):
        written = np.cumsum((kinds != SPACE) & (kinds != NEWLINE))
        blank[apart] = written[here[apart]] == written[following[apart]]
    result: NDArray[np.int64] = here[blank]
    return result


def _positions(
    start: NDArray[np.int64],
    stops: NDArray[np.int64],
    first: NDArray[np.int64],
    counts: NDArray[np.int64],
) -> NDArray[np.int32]:
    """The position of each unit in its text: one more a unit, and one a sentence end before it."""
    position = np.arange(len(start) + 1, dtype=np.int32)
    if len(stops):
        gaps = np.zeros(len(position), np.int32)
        gaps[np.searchsorted(start, stops)] = 1
        position += np.cumsum(gaps, dtype=np.int32)
    return position[:-1] - np.repeat(position[first], counts)


def _links(
    codes: NDArray[np.uint32],
    start: NDArray[np.int64],
    end: NDArray[np.int64],
    kind: NDArray[np.uint8],
    newlines: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Units of unspaced scripts that continue the one before: next to it or over one line end."""
    link = np.zeros(len(start), np.bool_)
    np.equal(start[1:], end[:-1], out=link[1:])
    if len(newlines):
        row = np.searchsorted(start, newlines)  # the unit after each newline
        inside = (row > 0) & (row < len(start))
        row, newline = row[inside], newlines[inside]
        line_end = newline - (codes[newline - 1] == CARRIAGE_RETURN)
        link[row[(start[row] == newline + 1) & (end[row - 1] == line_end)]] = True
    unspaced = kind >= HAN
    link &= unspaced
    link[1:] &= unspaced[:-1]
    return link
