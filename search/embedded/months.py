"""Months: how many of the letters found are dated in each.

A letter's date always has its month. Months are counted along the order of dates, in which each of
them is one stretch.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.embedded import sets
from search.embedded.dates import DateOrder
from search.embedded.sets import Few, Letters


class Months:
    """The months of all leaves. Safe for threads once made."""

    def __init__(self, orders: Sequence[DateOrder]) -> None:
        self._leaves = [_Stretches(order) for order in orders]
        self._months = np.unique(np.concatenate([leaf.months for leaf in self._leaves] or [_NONE]))
        self._places = [np.searchsorted(self._months, leaf.months) for leaf in self._leaves]

    def count(
        self, found: Sequence[Letters], *, times: bool = False
    ) -> tuple[tuple[str, int], ...]:
        """Months as YYYY-MM that have any of the letters of each leaf, the earliest first.

        `times` is as in `Facet.count`.
        """
        counts = np.zeros(len(self._months), np.int64)
        for leaf, places, letters in zip(self._leaves, self._places, found, strict=True):
            counts[places] += leaf.count(letters, times=times)
        filled = np.flatnonzero(counts)
        pairs = zip(self._months[filled].tolist(), counts[filled].tolist(), strict=True)
        return tuple((f"{month // 100:04}-{month % 100:02}", count) for month, count in pairs)


class _Stretches:
    """The months of one leaf as YYYYMM, ascending, and where in the order of dates each begins."""

    def __init__(self, order: DateOrder) -> None:
        self._dated = order.oldest[: order.dated]
        self.months, self._starts, month_of = np.unique(
            order.months[self._dated], return_index=True, return_inverse=True
        )
        # Of each row the place of its month; the last place is for the undated.
        self._place = np.full(len(order.oldest), len(self.months), np.int64)
        self._place[self._dated] = month_of

    def count(self, letters: Letters, *, times: bool) -> NDArray[np.int64]:
        """How many of the letters each month has."""
        if isinstance(letters, Few):
            places = self._place[letters.rows]
            return np.bincount(places, minlength=len(self.months) + 1)[:-1]
        if not len(self.months):
            return _NONE
        if times:
            counts = np.bincount(self._place, letters.marks, len(self.months) + 1)[:-1]
            return counts.astype(np.int64)
        found = sets.holds(letters, self._dated)
        of_stretches: NDArray[np.int64] = np.add.reduceat(found, self._starts, dtype=np.int64)
        return of_stretches


_NONE = np.zeros(0, np.int64)
