"""Facets: how many of the letters found have each value of a label.

The values of all segments are numbered together: those of the segment with most of them keep their
ordinals, and only the values of the others are looked up, once a generation.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import Labels
from search.embedded.leaf import Leaf, Rows

# A page has no room for more, and few would read them; the other facets are small by nature.
LIMITS = {"issuer": 20}

Integers = NDArray[np.integer[Any]]


class Facet:
    """One label over all leaves. Safe for threads once made."""

    def __init__(self, name: str, leaves: Sequence[Leaf]) -> None:
        self._labels = [leaf.source.segment.labels(name) for leaf in leaves]
        self._limit = LIMITS.get(name)
        sizes = [len(labels.values) for labels in self._labels]
        self._largest = int(np.argmax(sizes)) if sizes else 0
        self._others: list[str] = []  # values that the largest leaf has not
        self._numbers = self._number_values()
        self._single = [_single_ordinals(labels) for labels in self._labels]
        self._names: dict[int, str] = {}

    def count(self, found: Iterable[Rows]) -> tuple[tuple[str, int], ...]:
        """Values of the rows of each leaf, most frequent first, then in the order of values."""
        counts = np.zeros(self._size(), np.int64)
        for leaf, rows in enumerate(found):
            ordinals, numbers = self._ordinals(leaf, rows), self._numbers[leaf]
            chosen = ordinals if numbers is None else numbers[ordinals]
            counts += np.bincount(chosen, minlength=len(counts))
        best = [(self._value(n), int(counts[n])) for n in self._best(counts).tolist()]
        return tuple(sorted(best, key=lambda one: (-one[1], one[0])))

    def _best(self, counts: NDArray[np.int64]) -> NDArray[np.int64]:
        """The numbers of the values to show."""
        filled = np.flatnonzero(counts)
        if self._limit is None or len(filled) <= self._limit:
            return filled
        return filled[np.argsort(-counts[filled], kind="stable")[: self._limit]]

    def _number_values(self) -> list[Integers | None]:
        """For each leaf the number of each of its values; None where that is its ordinal."""
        others: dict[str, int] = {}
        numbers: list[Integers | None] = []
        for leaf, labels in enumerate(self._labels):
            if leaf == self._largest:
                numbers.append(None)
                continue
            numbers.append(np.array([self._number(value, others) for value in labels.values], int))
        self._others = list(others)
        return numbers

    def _number(self, value: str, others: dict[str, int]) -> int:
        largest = self._labels[self._largest]
        known = largest.find(value)
        return known if known >= 0 else len(largest.values) + others.setdefault(value, len(others))

    def _ordinals(self, leaf: int, rows: Rows) -> Integers:
        single = self._single[leaf]
        if single is None:
            return _all_ordinals(self._labels[leaf], rows)
        ordinals: Integers = single[rows]
        return ordinals[ordinals >= 0]

    def _value(self, number: int) -> str:
        found = self._names.get(number)
        if found is None:
            largest = self._labels[self._largest].values
            other = number - len(largest)
            found = largest.term(number) if other < 0 else self._others[other]
            self._names[number] = found
        return found

    def _size(self) -> int:
        return len(self._labels[self._largest].values) + len(self._others) if self._labels else 0


def _single_ordinals(labels: Labels) -> Integers | None:
    """Of each letter its only ordinal, or -1; None if some letter has several."""
    counts = np.diff(labels.offsets)
    if (counts > 1).any():
        return None
    single = np.full(len(counts), -1, np.int32)
    single[counts == 1] = labels.ordinals
    return single


def _all_ordinals(labels: Labels, rows: Rows) -> Integers:
    """The ordinals of the rows' values, one row after the other."""
    first = labels.offsets[rows].astype(np.int64)
    counts = labels.offsets[rows + 1] - first
    begins = np.cumsum(counts) - counts
    places = np.arange(int(counts.sum())) + np.repeat(first - begins, counts)
    taken: Integers = labels.ordinals[places]
    return taken
