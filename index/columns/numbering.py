"""Numbers for terms that come batch by batch, each batch at once.

Short terms are keys in arrays: every batch gets numbers of its own for them, and which are the same
is found when all are there, by one sort, which takes a quarter of the time of looking each batch
up (2026-11). Only longer ones go through a dictionary.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.columns.terms import Terms, distinct, encode, is_long, keys_of, sorted_terms

_SHORT: Final = 12  # bytes of a short term: its key and, when all are put in order, its place


class _Longer(dict[str, int]):
    """Numbers from -1 downwards, in the order in which terms are first asked for."""

    def __missing__(self, term: str) -> int:
        number = self[term] = ~len(self)
        return number


class Numbering:
    """The terms of a column so far.

    Short terms are numbered upwards from 0, one that comes again anew, and longer ones downwards
    from -1, each once; so numbers are places in an array that has room for all.
    """

    def __init__(self) -> None:
        self._keys: list[NDArray[np.uint64]] = []  # of the short terms of each batch
        self._count = 0  # of these
        self._longer = _Longer()

    @property
    def size(self) -> int:
        """An estimate of the memory held, in bytes; of a longer term measured with tracemalloc."""
        return _SHORT * self._count + 180 * len(self._longer)

    def number(self, terms: Sequence[str]) -> NDArray[np.int32]:
        """The numbers of terms."""
        keys = keys_of(terms)
        long = is_long(keys)
        texts = [terms[at] for at in np.flatnonzero(long).tolist()]
        short = keys[~long]
        numbers = np.empty(len(keys), np.int32)
        numbers[long] = np.fromiter(map(self._longer.__getitem__, texts), np.int32, len(texts))
        numbers[~long] = np.arange(self._count, self._count + len(short), dtype=np.int32)
        self._keys.append(short)
        self._count += len(short)
        return numbers

    def in_order(self) -> tuple[Terms, NDArray[np.int32]]:
        """The terms in the order of their bytes, and for each number its place in that order."""
        keys = np.concatenate([np.zeros(0, np.uint64), *self._keys])
        longer = sorted(self._longer)  # strings and their bytes sort alike
        short = distinct(np.sort(keys))
        terms = sorted_terms(short, list(map(encode, longer)))
        long = is_long(terms.keys)
        place = np.empty(len(keys) + len(longer), np.int32)
        place[: len(keys)] = np.flatnonzero(~long)[self._find_short(short)]
        numbers = np.fromiter(map(self._longer.__getitem__, longer), np.int64, len(longer))
        place[numbers] = np.flatnonzero(long)
        return terms, place

    def _find_short(self, short: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Where the keys of each batch are; sorted ones are found several times faster."""
        found = np.empty(self._count, np.int64)
        start = 0
        for keys in self._keys:
            part = found[start : start + len(keys)]
            start += len(keys)
            order = np.argsort(keys)
            part[order] = np.searchsorted(short, keys[order])
        return found
