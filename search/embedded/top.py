"""The head of a ranking, without sorting the rest."""

import math
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", np.int64, np.intp)
Key = TypeVar("Key", np.float32, np.float64, np.int64)

_MANY = 32  # keys for each one wanted: with fewer, sorting all of them is as fast
_ROUNDS = 64  # keys a block: enough that the greatest of each are few, and add up fast


def best(
    numbers: NDArray[Number], keys: NDArray[Key], size: int
) -> tuple[NDArray[Number], NDArray[Key]]:
    """The `size` numbers with the greatest keys, and these; equal keys in the order of numbers."""
    if size * _MANY < len(keys):
        kept = np.flatnonzero(keys >= least(keys, size))
        numbers, keys = numbers[kept], keys[kept]
    order = np.lexsort((numbers, -keys))[:size]
    return numbers[order], keys[order]


def first(keys: NDArray[Key], size: int) -> NDArray[np.intp]:
    """The places of the `size` greatest keys, the greatest first, equal ones by place.

    However many are equal, no more than some of them are sorted.
    """
    least_key = least(keys, size)
    above = np.flatnonzero(keys > least_key)
    equal = np.flatnonzero(keys == least_key)[: max(size - len(above), 0)]
    places = np.concatenate((above, equal))
    return places[np.argsort(-keys[places], kind="stable")[:size]]


def best_above_zero(
    keys: NDArray[np.float32], size: int
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """The places of the `size` greatest keys that are above zero, and these; ties by place."""
    least_key = least(keys, size)
    found = np.flatnonzero(keys >= least_key if least_key > 0 else keys > 0)
    return best(found, keys[found], size)


def least(keys: NDArray[Key], size: int) -> float:
    """A key that at least `size` keys reach, if there are so many: minus infinity otherwise.

    Keys are dealt into blocks like cards, since numpy finds the greatest of many such blocks at
    once, and a block's greatest key stands for it: a tenth of the time of partitioning all keys.
    """
    if not size:
        return math.inf
    rounds = min(_ROUNDS, len(keys) // (4 * size))
    if rounds < 2:
        if size > len(keys):
            return -math.inf
        return float(np.partition(keys, len(keys) - size)[len(keys) - size])
    width = len(keys) // rounds
    tops = keys[: rounds * width].reshape(rounds, width).max(axis=0)
    return float(np.partition(tops, width - size)[width - size])
