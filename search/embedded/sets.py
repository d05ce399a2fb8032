"""Sets of letters of one segment, as ascending arrays of rows."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.embedded.leaf import NO_ROWS, Rows

_DENSE = 8  # one row in so many: from there a bit a letter is faster than sorting (measured)


def union(sets: Sequence[Rows], count: int) -> Rows:
    """The rows of any of the sets; `count` is the segment's number of letters."""
    filled = [rows for rows in sets if len(rows)]
    if len(filled) < 2:
        return filled[0] if filled else NO_ROWS
    if sum(map(len, filled)) * _DENSE < count:
        return np.unique(np.concatenate(filled))
    mask = np.zeros(count, np.bool_)
    for rows in filled:
        mask[rows] = True
    return np.flatnonzero(mask).astype(np.int32)


def intersection(sets: Sequence[Rows]) -> Rows:
    """The rows of all of the sets; the shortest goes first, so that the cost is its length."""
    first, *others = sorted(sets, key=len)
    for rows in others:
        first = first[contains(rows, first)]
    return first


def difference(rows: Rows, without: Rows) -> Rows:
    """The rows that are not in the other set."""
    return rows[~contains(without, rows)]


def everything(count: int) -> Rows:
    """All rows of a segment."""
    return np.arange(count, dtype=np.int32)


def contains(rows: Rows, wanted: Rows) -> NDArray[np.bool_]:
    """Of each wanted row: whether it is among the rows."""
    if not len(rows):
        return np.zeros(len(wanted), np.bool_)
    found: NDArray[np.bool_] = rows[places(rows, wanted)] == wanted
    return found


def places(rows: Rows, wanted: Rows) -> NDArray[np.int64]:
    """Where each wanted row would stand; a place within `rows` even where it is missing."""
    where = np.searchsorted(rows, wanted)
    return np.minimum(where, len(rows) - 1)
