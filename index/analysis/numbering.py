"""Numbers for terms: dictionaries that give each new string the next number.

Knows nothing of where the strings come from; what a string is called as a term is said by a
function that is called once for each different string.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

PAIR_SHIFT: Final = 30  # bits for the place of a pair; the rest of 64 holds both its characters


class Numbering(dict[str, int]):
    """Numbers of strings; strings with the same term share one. Look up as in a dictionary."""

    def __init__(self, to_term: Callable[[str], str] = str) -> None:
        super().__init__()
        self.terms: list[str] = []
        self._to_term = to_term
        self._numbers: dict[str, int] = {}

    def __missing__(self, written: str) -> int:
        term = self._to_term(written)
        number = self._numbers.get(term)
        if number is None:
            number = self._numbers[term] = len(self.terms)
            self.terms.append(term)
        self[written] = number
        return number

    def number_all(self, written: list[str]) -> NDArray[np.int32]:
        """The number of each string."""
        return np.fromiter(map(self.__getitem__, written), np.int32, len(written))


def number_codes(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """The different code points, ascending, and for each code the number of its own."""
    size = int(codes.max(initial=0)) + 1
    seen = np.zeros(size, np.bool_)
    seen[codes] = True
    distinct = np.flatnonzero(seen)
    number = np.empty(size, np.int32)
    number[distinct] = np.arange(len(distinct), dtype=np.int32)
    return distinct.astype(np.uint32), number[codes]


def number_pairs(
    left: NDArray[np.uint32], right: NDArray[np.uint32]
) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """The different pairs of code points, one after the other, and the number of each pair.

    Sorts pairs with their places in one array of integers, which is the fast way.
    """
    distinct, number = number_codes(np.concatenate((left, right)))
    size, count = np.uint64(len(distinct)), len(left)
    keys = number[:count].astype(np.uint64) * size + number[count:].astype(np.uint64)
    order = (keys << np.uint64(PAIR_SHIFT)) | np.arange(count, dtype=np.uint64)
    order.sort()
    place = (order & np.uint64((1 << PAIR_SHIFT) - 1)).astype(np.int64)
    keys = order >> np.uint64(PAIR_SHIFT)
    is_new = np.ones(count, np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=is_new[1:])
    term = np.empty(count, np.int32)
    term[place] = np.cumsum(is_new) - 1
    heads = place[is_new]
    return np.column_stack((left[heads], right[heads])).ravel(), term
