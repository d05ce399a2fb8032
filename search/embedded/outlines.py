"""The initiatives of a segment: which ones a place is in, whose they are, how long they are.

Initiatives are numbered through the segment, from 0, in the order of letters and within them. Knows
nothing of plans.
"""

from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index import Segment, spread
from search.embedded import sets
from search.embedded.leaf import ROW_BITS, Places

Ids = NDArray[np.int64]
Integers = NDArray[np.int64]
Frequencies = NDArray[np.int64]
_NONE = -1
_IN_LETTER = (1 << ROW_BITS) - 1
_COUNTED = 8  # initiatives a place: with more, sorting places is faster than counting (measured)


class _Ranks:
    """How many of some numbers are at most another one, in a bit and a half for each up to it."""

    def __init__(self, numbers: Integers, end: int) -> None:
        """The numbers ascend from 0 to before `end`, each once."""
        marks = np.zeros(-(-end // 64) * 64, np.bool_)
        marks[numbers] = True
        self._words = np.packbits(marks, bitorder="little").view("<u8")
        before = np.cumsum(np.bitwise_count(self._words), dtype=np.int64)
        self._before = np.concatenate((np.zeros(1, np.uint32), before[:-1].astype(np.uint32)))

    def up_to(self, wanted: Integers) -> Integers:
        """For each wanted number how many there are up to it."""
        words = wanted >> 6
        up_to = (np.uint64(2) << (wanted & 63).astype(np.uint64)) - np.uint64(1)
        counts: Integers = np.bitwise_count(self._words[words] & up_to) + self._before[words]
        return counts


class _Pieces(NamedTuple):
    """Pieces of all letters' text: the innermost initiative of each, and where they begin."""

    ids: Ids
    begins: _Ranks


class Outlines:
    """The initiatives of all letters of a segment, arranged when they are first asked for."""

    def __init__(self, segment: Segment) -> None:
        self._first = segment.ragged("initiative_first")
        self._last = segment.ragged("initiative_last").values
        self._level = segment.ragged("initiative_level").values
        self._number = segment.ragged("initiative_number").values
        self.count = len(self._last)

    @cached_property
    def owners(self) -> NDArray[np.intp]:
        """Of each initiative the row of its letter, ascending."""
        counts = np.diff(self._first.offsets)
        return np.repeat(np.arange(len(counts), dtype=np.intp), counts)

    @cached_property
    def lengths(self) -> NDArray[np.float32]:
        """Of each initiative how many positions it has."""
        lengths: NDArray[np.float32] = (self._last - self._first.values + 1).astype(np.float32)
        return lengths

    def ordinals(self, ids: Ids) -> Ids:
        """Of initiatives their places in their letters, from 0."""
        places: Ids = ids - self._first.offsets[self.owners[ids]]
        return places

    def of_rows(self, rows: NDArray[np.intp]) -> Ids:
        """The initiatives of letters, in the order of these."""
        begins = self._first.offsets[rows].astype(np.int64)
        return spread(begins, self._first.offsets[rows + 1] - begins)

    def numbered(self, number: int) -> Ids:
        """The first-level initiatives of a number."""
        return np.flatnonzero((self._number == number) & (self._level == 1))

    def counts(self, places: Places, span: int = 0) -> tuple[Ids, Frequencies]:
        """Initiatives that hold a place and those up to `span` positions on, and how many each.

        They ascend.
        """
        if not self.count or not len(places):
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        held = self._holding(places, span)
        if len(held) * _COUNTED < self.count:
            return _counted(self._and_around(held))
        counts = np.bincount(held, minlength=self.count)
        for its in self._levels:
            counts += np.bincount(self._parents[its], counts[its], self.count).astype(np.int64)
        ids: Ids = np.flatnonzero(counts)
        return ids, counts[ids]

    def _holding(self, places: Places, span: int) -> Ids:
        """The innermost initiative that holds each place and those after it, if there is one."""
        at = self._positions(places)
        ids = self._pieces.ids[self._pieces.begins.up_to(at)]
        if not span:
            return ids.compress(ids != _NONE)
        broken = np.flatnonzero(self._ends[ids] <= at + span)  # -1 is as good as any
        while len(broken):
            ids[broken] = self._parents[ids[broken]]
            broken = broken.compress(ids[broken] != _NONE)
            broken = broken.compress(self._ends[ids[broken]] <= at[broken] + span)
        return ids.compress(ids != _NONE)

    def _and_around(self, ids: Ids) -> Ids:
        """Initiatives and all those that each one lies in."""
        found = []
        while len(ids):
            found.append(ids)
            ids = self._parents[ids]
            ids = ids.compress(ids != _NONE)
        return np.concatenate([np.zeros(0, np.int64), *found])

    def _positions(self, places: Places) -> Integers:
        """Where places are in all letters one after the other, each up to its last initiative."""
        rows = places >> ROW_BITS
        at: Integers = (places & _IN_LETTER) + self._begins_of_letters[rows]
        np.minimum(at, self._begins_of_letters[rows + 1] - 1, out=at)
        return at

    @cached_property
    def _levels(self) -> list[Ids]:
        """The initiatives that lie in others, those of the deepest level first."""
        nested = np.flatnonzero(self._parents != _NONE)
        levels = self._level[nested]
        return [nested.compress(levels == level) for level in np.unique(levels)[::-1]]

    @cached_property
    def _begins_of_letters(self) -> Integers:
        """The first position of each letter and after all; each ends after a free one."""
        lengths = np.zeros(len(self._first.offsets), np.int64)
        lengths[1:] = 1
        having = np.flatnonzero(np.diff(self._first.offsets))
        if len(having):
            last = np.maximum.reduceat(self._last, self._first.offsets[having])
            lengths[having + 1] += last.astype(np.int64) + 1
        begins: Integers = np.cumsum(lengths)
        return begins

    @cached_property
    def _ends(self) -> Integers:
        """After each initiative."""
        ends: Integers = self._begins_of_letters[self.owners] + self._last + 1
        return ends

    @cached_property
    def _pieces(self) -> _Pieces:
        return self._arranged[0]

    @cached_property
    def _parents(self) -> Ids:
        return self._arranged[1]

    @cached_property
    def _arranged(self) -> tuple[_Pieces, Ids]:
        """The pieces, and the initiative that each one lies in: deeper levels lie on others."""
        ends = self._ends
        begins = self._begins_of_letters[self.owners] + self._first.values
        bounds = sets.distinct(sets.in_order([begins, ends]))
        ids, parents = np.full(len(bounds) + 1, _NONE), np.full(self.count, _NONE)
        filled = np.flatnonzero(ends > begins)
        starts = _Ranks(bounds, int(self._begins_of_letters[-1]))
        low, high = starts.up_to(begins), starts.up_to(ends)
        for level in range(1, int(self._level.max(initial=0)) + 1):
            here = filled.compress(self._level[filled] == level)
            parents[here] = ids[low[here]]
            counts = high[here] - low[here]
            ids[spread(low[here], counts)] = np.repeat(here, counts)
        return _Pieces(ids, starts), parents


def _counted(ids: Ids) -> tuple[Ids, Frequencies]:
    ids.sort(kind="stable")
    once = sets.distinct(ids)
    frequencies: Frequencies = np.diff(np.searchsorted(ids, once), append=len(ids))
    return once, frequencies
