"""Sets of letters of one segment, as ascending arrays of rows."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from search.embedded.leaf import NO_ROWS, Rows

Number = TypeVar("Number", np.int32, np.int64)

_DENSE = 16  # one row in so many: from there a bit a letter is faster than sorting (measured)


def union(sets: Sequence[Rows], count: int) -> Rows:
    """The rows of any of the sets; `count` is the segment's number of letters."""
    filled = [rows for rows in sets if len(rows)]
    if len(filled) < 2:
        return filled[0] if filled else NO_ROWS
    if sum(map(len, filled)) * _DENSE < count:
        return distinct(np.sort(np.concatenate(filled)))
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


def distinct(ascending: NDArray[Number]) -> NDArray[Number]:
    """Ascending numbers, each once; `np.unique` hashes first, and takes ten times as long."""
    if len(ascending) < 2:
        return ascending
    kept = np.empty(len(ascending), np.bool_)
    kept[0] = True
    np.not_equal(ascending[1:], ascending[:-1], out=kept[1:])
    return ascending[kept]


def everything(count: int) -> Rows:
    """All rows of a segment."""
    return np.arange(count, dtype=np.int32)


def contains(rows: NDArray[Number], wanted: NDArray[Number]) -> NDArray[np.bool_]:
    """Of each wanted number: whether it is among the ascending ones."""
    if not len(rows):
        return np.zeros(len(wanted), np.bool_)
    found: NDArray[np.bool_] = rows[places(rows, wanted)] == wanted
    return found


def places(rows: NDArray[Number], wanted: NDArray[Number]) -> NDArray[np.int64]:
    """Where each wanted row would stand; a place within `rows` even where it is missing."""
    where = np.searchsorted(rows, wanted)
    return np.minimum(where, len(rows) - 1)
