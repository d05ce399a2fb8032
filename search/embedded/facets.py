"""Facets: how many of the letters found have each value of a label.

The values of all segments are numbered together: those of the segment with most of them keep their
ordinals, and only the values of the others are looked up, once a generation.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import Labels
from search.embedded import sets, top
from search.embedded.leaf import Leaf
from search.embedded.one_name import OneName, with_one_name
from search.embedded.sets import Few, Letters, Many, Marks, Rows

# A page has no room for more, and few would read them; the other facets are small by nature.
LIMITS = {"issuer": 20}
_SPARSE = 4  # values so many times more than letters are counted by what is found
_FEW_VALUES = 64  # languages, genres and, as a rule, years

Integers = NDArray[np.integer[Any]]


class Facet:
    """One label over all leaves. Safe for threads once made.

    Values with the same one of `leaders` are counted together, under one of them.
    """

    def __init__(
        self, name: str, leaves: Sequence[Leaf], leaders: Mapping[str, str] | None = None
    ) -> None:
        self._leaders = leaders or {}
        every = (leaf.source.segment.labels(name) for leaf in leaves)
        self._labels = [with_one_name(labels, self._leaders) for labels in every]
        self._limit = LIMITS.get(name)
        sizes = [len(labels.values) for labels in self._labels]
        self._largest = int(np.argmax(sizes)) if sizes else 0
        self._others: list[str] = []  # values that the largest leaf has not
        self._numbers = self._number_values()
        self._columns = [
            (_Bits if len(labels.values) <= _FEW_VALUES else _Layers)(labels)
            for labels in self._labels
        ]
        self._names: dict[int, str] = {}

    def count(
        self, found: Sequence[Letters], *, times: bool = False
    ) -> tuple[tuple[str, int], ...]:
        """Values of the letters of each leaf, most frequent first, then in the order of values.

        With `times` a letter counts as often as it is among few, or as its number says of many.
        """
        few = [letters for letters in found if isinstance(letters, Few)]
        rows = sum(len(letters.rows) for letters in few)
        if len(few) == len(found) and rows * _SPARSE < self._size():
            numbers, counts = self._of_few(few)
        else:
            all_counts = self._of_many(found, times=times)
            numbers = self._best(all_counts)
            counts = all_counts[numbers]
        best = zip(map(self._value, numbers.tolist()), counts.tolist(), strict=True)
        return tuple(sorted(best, key=lambda one: (-one[1], one[0])))

    def _of_few(self, found: Sequence[Few]) -> tuple[Integers, Integers]:
        """The numbers of the values to show, and how many letters have each, by values found."""
        parts: list[Integers] = [np.zeros(0, np.int64)]
        for leaf, letters in enumerate(found):
            ordinals, numbers = _all_ordinals(self._labels[leaf], letters.rows), self._numbers[leaf]
            parts.append(ordinals if numbers is None else numbers[ordinals])
        every = np.sort(np.concatenate(parts))
        begins = np.flatnonzero(np.append(True, every[1:] != every[:-1])[: len(every)])
        counts = np.diff(np.append(begins, len(every)))
        best = np.argsort(-counts, kind="stable")[: self._limit]
        return every[begins[best]], counts[best]

    def _of_many(self, found: Sequence[Letters], *, times: bool) -> NDArray[np.int64]:
        """How many letters have each value, by its number."""
        counts = np.zeros(self._size(), np.int64)
        for leaf, letters in enumerate(found):
            counting = self._times_of_leaf if times else self._of_leaf
            of_leaf, numbers = counting(leaf, letters), self._numbers[leaf]
            counts[slice(len(of_leaf)) if numbers is None else numbers] += of_leaf
        return counts

    def _of_leaf(self, leaf: int, letters: Letters) -> Integers:
        """How many of a leaf's letters have each of its values."""
        if isinstance(letters, Many):
            return self._columns[leaf].count(letters.marks)
        labels = self._labels[leaf]
        return np.bincount(_all_ordinals(labels, letters.rows), minlength=len(labels.values))

    def _times_of_leaf(self, leaf: int, letters: Letters) -> Integers:
        if isinstance(letters, Few):
            return self._of_leaf(leaf, letters)
        labels = self._labels[leaf]
        times = np.repeat(letters.marks, np.diff(labels.offsets))
        counts = np.bincount(labels.ordinals, weights=times, minlength=len(labels.values))
        return counts.astype(np.int64)

    def _best(self, counts: NDArray[np.int64]) -> NDArray[np.int64]:
        """The numbers of the values to show."""
        if self._limit is None or len(counts) <= self._limit:
            return np.flatnonzero(counts)
        filled = np.flatnonzero(counts >= max(top.least(counts, self._limit), 1))
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
        value = self._leaders.get(value, value)
        standing = largest.standing if isinstance(largest, OneName) else {}
        known = standing.get(value, largest.find(value))
        return known if known >= 0 else len(largest.values) + others.setdefault(value, len(others))

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


class _Bits:
    """A bit a letter for each value, 64 in a number.

    With them all letters are counted in a tenth of the time that their ordinals take.
    """

    def __init__(self, labels: Labels | OneName) -> None:
        count = len(labels.offsets) - 1
        rows = (labels.rows(ordinal) for ordinal in range(len(labels.values)))
        packed = [_packed(sets.marked(its, count)) for its in rows]
        self._bits = np.stack(packed) if packed else np.zeros((0, -(-count // 64)), np.uint64)

    def count(self, marks: Marks) -> Integers:
        """How many of the letters that are marked have each value."""
        common = np.bitwise_count(self._bits & _packed(marks))
        counts: Integers = common.sum(axis=1, dtype=np.int64)
        return counts


class _Layers:
    """The values of a label, as a number a letter and what some letters have beside it.

    Numbers of all letters lie in their order, so that no letter has to be looked up: a third of
    the time, where most letters have one value.
    """

    def __init__(self, labels: Labels | OneName) -> None:
        self._size = len(labels.values)
        counts = np.diff(labels.offsets)
        begins = labels.offsets[:-1][counts > 0]
        self._first = np.full(len(counts), self._size, np.intp)  # none counts beside the values
        self._first[counts > 0] = labels.ordinals[begins]
        others = np.ones(len(labels.ordinals), np.bool_)
        others[begins] = False
        self._owners = np.repeat(np.arange(len(counts)), counts)[others]
        self._others = labels.ordinals[others].astype(np.intp)

    def count(self, marks: Marks) -> Integers:
        """How many of the letters that are marked have each value."""
        found = marks != 0
        counts = np.bincount(self._first.compress(found), minlength=self._size + 1)[: self._size]
        if len(self._others):
            counts += np.bincount(
                self._others.compress(found.take(self._owners)), minlength=self._size
            )
        return counts


def _all_ordinals(labels: Labels | OneName, rows: Rows) -> Integers:
    """The ordinals of the rows' values, one row after the other."""
    first = labels.offsets[rows].astype(np.int64)
    counts = labels.offsets[rows + 1] - first
    begins = np.cumsum(counts) - counts
    places = np.arange(int(counts.sum())) + np.repeat(first - begins, counts)
    taken: Integers = labels.ordinals[places]
    return taken


def _packed(marks: Marks) -> NDArray[np.uint64]:
    packed = np.packbits(marks)
    padded = np.zeros(-(-len(packed) // 8) * 8, np.uint8)
    padded[: len(packed)] = packed
    return padded.view(np.uint64)
