"""Numbers for terms that come batch by batch, in the order in which they were first seen.

Short terms are looked up as keys in a sorted array, a batch at a time, which takes a fifth of the
time of a dictionary of strings (2026-01); only longer ones go through a dictionary.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.columns.terms import Terms, encode, is_long, keys_of, sorted_terms


class _Longer(dict[str, int]):
    """Numbers from -1 downwards, in the order in which terms are first asked for."""

    def __missing__(self, term: str) -> int:
        number = self[term] = ~len(self)
        return number


class Numbering:
    """The terms of a column so far, each with a number of its own.

    Short terms are numbered upwards from 0 and longer ones downwards from -1, so numbers are places
    in an array that has room for all.
    """

    def __init__(self) -> None:
        self._keys = np.zeros(0, np.uint64)  # of short terms, ascending
        self._numbers = np.zeros(0, np.int32)  # of the terms of these keys
        self._longer = _Longer()

    def __len__(self) -> int:
        return len(self._keys) + len(self._longer)

    @property
    def size(self) -> int:
        """An estimate of the memory held, in bytes; of a longer term measured with tracemalloc."""
        return 12 * len(self._keys) + 180 * len(self._longer)

    def number(self, terms: Sequence[str]) -> NDArray[np.int32]:
        """The numbers of terms; those that are new get the next ones."""
        keys = keys_of(terms)
        long = is_long(keys)
        texts = [terms[at] for at in np.flatnonzero(long).tolist()]
        numbers = np.empty(len(keys), np.int32)
        numbers[long] = np.fromiter(map(self._longer.__getitem__, texts), np.int32, len(texts))
        numbers[~long] = self._number_short(keys[~long])
        return numbers

    def in_order(self) -> tuple[Terms, NDArray[np.int32]]:
        """The terms in the order of their bytes, and for each number its place in that order."""
        longer = sorted(self._longer)  # strings and their bytes sort alike
        terms = sorted_terms(self._keys, list(map(encode, longer)))
        long = is_long(terms.keys)
        place = np.empty(len(self), np.int32)
        place[self._numbers] = np.flatnonzero(~long)
        numbers = np.fromiter(map(self._longer.__getitem__, longer), np.int64, len(longer))
        place[numbers] = np.flatnonzero(long)
        return terms, place

    def _number_short(self, keys: NDArray[np.uint64]) -> NDArray[np.int32]:
        """Sorted keys are looked up several times faster than others."""
        is_sorted = bool((keys[1:] > keys[:-1]).all())
        order = np.arange(len(keys)) if is_sorted else np.argsort(keys)
        ascending = keys[order]
        places = np.searchsorted(self._keys, ascending)
        known = np.append(self._keys, np.uint64(0))[places] == ascending
        known &= places < len(self._keys)
        found = np.empty(len(keys), np.int32)
        found[known] = self._numbers[places[known]]
        if not known.all():
            found[~known] = self._add(ascending[~known], places[~known])
        numbers = np.empty(len(keys), np.int32)
        numbers[order] = found
        return numbers

    def _add(self, keys: NDArray[np.uint64], places: NDArray[np.int64]) -> NDArray[np.int32]:
        """Number new keys, which ascend and may repeat; `places` is where they belong."""
        is_first = np.ones(len(keys), bool)
        np.not_equal(keys[1:], keys[:-1], out=is_first[1:])
        numbers = (np.cumsum(is_first) - 1 + len(self._keys)).astype(np.int32)
        at = places[is_first]
        self._keys = np.insert(self._keys, at, keys[is_first])
        self._numbers = np.insert(self._numbers, at, numbers[is_first])
        return numbers
