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
_NONE = -1


class _Pieces(NamedTuple):
    """Where pieces of letters begin, ascending, and the innermost initiative of each."""

    begins: Places
    ids: Ids


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

    def numbered(self, number: int) -> Ids:
        """The first-level initiatives of a number."""
        return np.flatnonzero((self._number == number) & (self._level == 1))

    def around(self, places: Places, span: int = 0) -> Ids:
        """Every initiative that holds a place and those up to `span` positions on, for each place.

        In no order; an initiative is there as often as it holds one.
        """
        if not self.count:
            return np.zeros(0, np.int64)
        ids = self._pieces.ids[np.searchsorted(self._pieces.begins, places, side="right") - 1]
        found = []
        while len(ids):
            inside = ids != _NONE
            ids, places = ids.compress(inside), places.compress(inside)
            reaches = self._ends[ids] > places + span if span else np.ones(len(ids), np.bool_)
            found.append(ids.compress(reaches))
            ids = self._parents[ids]
        return np.concatenate([np.zeros(0, np.int64), *found])

    @cached_property
    def _ends(self) -> Places:
        """After each initiative."""
        rows = self.owners.astype(np.int64) << ROW_BITS
        ends: Places = rows + self._last + 1
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
        begins = (self.owners.astype(np.int64) << ROW_BITS) + self._first.values
        bounds = sets.distinct(sets.in_order([np.array([-1]), begins, ends]))
        ids, parents = np.full(len(bounds), _NONE), np.full(self.count, _NONE)
        filled = np.flatnonzero(ends > begins)
        low, high = np.searchsorted(bounds, begins), np.searchsorted(bounds, ends)
        for level in range(1, int(self._level.max(initial=0)) + 1):
            here = filled.compress(self._level[filled] == level)
            parents[here] = ids[low[here]]
            counts = high[here] - low[here]
            ids[spread(low[here], counts)] = np.repeat(here, counts)
        return _Pieces(bounds, ids), parents
