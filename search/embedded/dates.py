"""Letters in the order of their dates. Knows nothing of scores."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.embedded import sets
from search.embedded.sets import Few, Letters, Rows

_FIRST_LOOK = 4  # letters for each one wanted; four times as many at each further look


class DateOrder:
    """The letters of a segment by date, given as YYYYMMDD, 0 where there is none."""

    def __init__(self, dates: NDArray[np.int64]) -> None:
        self._dates = dates

    @cached_property
    def oldest(self) -> Rows:
        """Rows, the oldest first, the undated last; ties by row."""
        keys = np.where(self._dates == 0, np.iinfo(np.int64).max, self._dates)
        return np.argsort(keys, kind="stable")

    @cached_property
    def newest(self) -> Rows:
        """Rows, the newest first, the undated last; ties by row."""
        return np.argsort(-self._dates, kind="stable")

    @property
    def months(self) -> NDArray[np.int64]:
        """Of each row its month as YYYYMM, 0 for the undated."""
        return self._dates // 100

    @property
    def dated(self) -> int:
        """How many rows have a date; they are the first of `oldest`."""
        return int(np.count_nonzero(self._dates))

    def head(self, found: Letters, size: int, *, newest: bool) -> tuple[Rows, NDArray[np.float64]]:
        """The first `size` of the letters found, and keys of which the greatest come first."""
        rows = self._first(found, size, newest=newest)
        dates = self._dates[rows]
        keys = (dates if newest else -dates).astype(np.float64)
        keys[dates == 0] = -np.inf
        return rows, keys

    def _first(self, found: Letters, size: int, *, newest: bool) -> Rows:
        if isinstance(found, Few):
            dates = self._dates[found.rows]
            keys = -dates if newest else np.where(dates == 0, np.iinfo(np.int64).max, dates)
            return found.rows[np.argsort(keys, kind="stable")[:size]]
        order = self.newest if newest else self.oldest
        look = _FIRST_LOOK * size
        while True:
            rows = order[:look]
            rows = rows.compress(sets.holds(found, rows))
            if len(rows) >= size or look >= len(order):
                return rows[:size]
            look *= _FIRST_LOOK
