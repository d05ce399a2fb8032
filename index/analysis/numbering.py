"""Numbers for strings, characters and pairs of characters: equal ones get equal numbers.

Knows nothing of where they come from and what they mean.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

PAIR_SHIFT: Final = 30  # bits for the place of a pair; the rest of 64 holds both its characters


class Numbering:
    """Gives each new string the next number, from 0."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(itertools.count().__next__)

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, strings: Iterable[str]) -> NDArray[np.int32]:
        """The number of each string."""
        return np.fromiter(map(self._numbers.__getitem__, strings), np.int32)

    def strings(self) -> list[str]:
        """All strings so far, in the order of their numbers."""
        return list(self._numbers)


def number_codes(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """The different code points, ascending, and for each code the number of its own."""
    size = int(codes.max(initial=0)) + 1
    seen = np.zeros(size, np.bool_)
    seen[codes] = True
    distinct = np.flatnonzero(seen)
    number = np.empty(size, np.int32)
    number[distinct] = np.arange(len(distinct), dtype=np.int32)
    return distinct.astype(np.uint32), number[codes]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Numbers of pairs, and for each number the first and second of its pair."""

    number: NDArray[np.int32]
    first: NDArray[np.int32]
    second: NDArray[np.int32]


def number_pairs(first: NDArray[np.int32], second: NDArray[np.int32], size: int) -> Pairs:
    """Numbers each pair of numbers below `size`, in ascending order of the pairs.

    Sorts the pairs with their places in one array of integers, which is the fast way.
    """
    keys = first.astype(np.uint64)
    keys *= np.uint64(size)
    keys += second.astype(np.uint64)
    keys <<= np.uint64(PAIR_SHIFT)
    keys |= np.arange(len(keys), dtype=np.uint64)
    keys.sort()
    place = (keys & np.uint64((1 << PAIR_SHIFT) - 1)).view(np.int64)
    keys >>= np.uint64(PAIR_SHIFT)
    is_new = np.ones(len(keys), np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=is_new[1:])
    number = np.empty(len(keys), np.int32)
    number[place] = np.cumsum(is_new, dtype=np.int32) - np.int32(1)
    heads = place[is_new]
    return Pairs(number, first[heads], second[heads])
