"""Arithmetic of runs that lie one after the other in an array."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Whole = TypeVar("Whole", np.int32, np.int64)


def offsets_of(counts: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """Where each of neighbouring runs starts, and where the last one ends.

    >>> offsets_of(np.array([3, 2])).tolist()
    [0, 3, 5]
    """
    offsets = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=offsets[1:])
    return offsets


def spread(starts: NDArray[Whole], counts: NDArray[np.int64]) -> NDArray[Whole]:
    """The places start, start + 1, ... of runs that have a start and a count each, in a row.

    They have the type of the starts, which halves the time where 32 bits are enough.

    >>> spread(np.array([5, 20]), np.array([3, 2])).tolist()
    [5, 6, 7, 20, 21]
    """
    ends = np.cumsum(counts)
    if not len(ends) or ends[-1] == len(ends) == np.count_nonzero(counts):
        return starts.copy()
    places = np.repeat((starts - (ends - counts)).astype(starts.dtype), counts)
    places += np.arange(len(places), dtype=starts.dtype)
    return places


def narrowest(values: NDArray[np.int64]) -> NDArray[np.unsignedinteger]:
    """The same values, which are not negative, in 32 bits if they fit."""
    fits = not len(values) or int(values.max()) < 1 << 32
    return values.astype(np.uint32 if fits else np.uint64)
