"""Facets: how many of the letters found have each value of a label.

The values of all segments are numbered together: those of the segment with most of them keep their
ordinals, and only the values of the others are looked up, once a generation.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import Labels
from search.embedded import sets, top
from search.embedded.leaf import Leaf
from search.embedded.one_name import NO_LEADERS, Leaders, OneName, with_one_name
from search.embedded.sets import Few, Letters, Marks, Rows

# A page has no room for more, and few would read them; the other facets are small by nature.
LIMITS = {"issuer": 20}
_SPARSE = 4  # values so many times more than letters are counted by what is found
_FEW_VALUES = 64  # languages, genres and, as a rule, years

Integers = NDArray[np.integer[Any]]


class Facet:
    """One label over all leaves. Safe for threads once made.

    Values with the same one of `leaders` are counted together, under one of them.
    """

    def __init__(self, name: str, leaves: Sequence[Leaf], leaders: Leaders = NO_LEADERS) -> None:
        self._leaders = leaders.names
        every = [leaf.source.segment.labels(name) for leaf in leaves]
        known = leaders.known or [{}] * len(every)
        self._labels = [
            with_one_name(labels, self._leaders, its) if self._leaders else labels
            for labels, its in zip(every, known, strict=True)
        ]
        self._limit = LIMITS.get(name)
        sizes = [len(labels.values) for labels in self._labels]
        self._largest = int(np.argmax(sizes)) if sizes else 0
        self._others: list[str] = []  # values that the largest leaf has not
        self._numbers = self._number_values()
        self._counted = self._counted_values()
        self._columns = self._make_columns()
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
        elif times:
            numbers, counts = self._times(found)
        else:
            numbers, counts = self._of_many(found)
        best = zip(self._values(numbers), counts.tolist(), strict=True)
        return tuple(sorted(best, key=lambda one: (-one[1], one[0])))

    def _of_few(self, found: Sequence[Few]) -> tuple[Integers, Integers]:
        """The numbers of the values to show, and how many letters have each, by values found."""
        parts: list[Integers] = [np.zeros(0, np.int64)]
        for leaf, letters in enumerate(found):
            if not len(letters.rows):
                continue
            ordinals, numbers = _all_ordinals(self._labels[leaf], letters.rows), self._numbers[leaf]
            parts.append(ordinals if numbers is None else numbers[ordinals])
        every = np.sort(np.concatenate(parts))
        begins = np.flatnonzero(np.append(True, every[1:] != every[:-1])[: len(every)])
        counts = np.diff(np.append(begins, len(every)))
        best = np.argsort(-counts, kind="stable")[: self._limit]
        return every[begins[best]], counts[best]

    def _of_many(self, found: Sequence[Letters]) -> tuple[Integers, Integers]:
        """The same by values of several letters; by all where these do not fill the list."""
        counts = np.zeros(len(self._counted), np.int64)
        for column, letters in zip(self._columns, found, strict=True):
            if not sets.is_none(letters):
                counts += column.count(letters)
        best = self._best(counts)
        if self._is_sure(counts[best]):
            return self._counted[best], counts[best]
        return self._of_few([Few(sets.rows_of(letters)) for letters in found])

    def _is_sure(self, counts: NDArray[np.int64]) -> bool:
        """Whether values with these counts are the best, whatever those not counted have."""
        if len(self._counted) == self._size():
            return True
        return len(counts) == self._limit and int(counts.min()) > 1

    def _times(self, found: Sequence[Letters]) -> tuple[Integers, Integers]:
        """The same, of letters that count several times."""
        counts = np.zeros(self._size(), np.int64)
        for labels, numbers, letters in zip(self._labels, self._numbers, found, strict=True):
            if isinstance(letters, Few):
                ordinals, times = _all_ordinals(labels, letters.rows), None
            else:
                ordinals, times = labels.ordinals, np.repeat(letters.marks, np.diff(labels.offsets))
            of_leaf = np.bincount(ordinals, times, len(labels.values)).astype(np.int64)
            np.add.at(counts, _each(labels) if numbers is None else numbers, of_leaf)
        best = self._best(counts)
        return best, counts[best]

    def _best(self, counts: NDArray[np.int64]) -> NDArray[np.int64]:
        """The numbers of the values to show."""
        if self._limit is None or len(counts) <= self._limit:
            return np.flatnonzero(counts)
        filled = np.flatnonzero(counts >= max(top.least(counts, self._limit), 1))
        return filled[np.argsort(-counts[filled], kind="stable")[: self._limit]]

    def _counted_values(self) -> NDArray[np.int64]:
        """The numbers of values that are counted of many letters, ascending.

        Where only the best are shown, those of a single letter are left out: in most collections
        these are most issuers, and none of them comes before one that several letters have.
        """
        if self._limit is None:
            return np.arange(self._size())
        held = np.zeros(self._size(), np.int64)
        for labels, numbers in zip(self._labels, self._numbers, strict=True):
            of_leaf = np.bincount(labels.ordinals, minlength=len(labels.values))
            np.add.at(held, _each(labels) if numbers is None else numbers, of_leaf)
        return np.flatnonzero(held > 1)

    def _make_columns(self) -> "list[_Bits | _Places]":
        size = len(self._counted)
        kind = _Bits if size <= _FEW_VALUES else _Places
        place = np.full(self._size(), size)  # that of all values that are not counted
        place[self._counted] = np.arange(size)
        return [
            kind(labels, place[_each(labels) if numbers is None else numbers], size)
            for labels, numbers in zip(self._labels, self._numbers, strict=True)
        ]

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

    def _values(self, numbers: Integers) -> list[str]:
        """The values of numbers; those not shown before are looked up together."""
        new = np.array([one for one in numbers.tolist() if one not in self._names], np.int64)
        if len(new):
            largest = self._labels[self._largest].values
            of_largest, others = new[new < len(largest)], new[new >= len(largest)]
            self._names.update(zip(of_largest.tolist(), largest.terms(of_largest), strict=True))
            self._names.update((one, self._others[one - len(largest)]) for one in others.tolist())
        return [self._names[one] for one in numbers.tolist()]

    def _size(self) -> int:
        return len(self._labels[self._largest].values) + len(self._others) if self._labels else 0


class _Bits:
    """A bit a letter for each value, 64 in a number.

    With them all letters are counted in a tenth of the time that their ordinals take.
    """

    def __init__(self, labels: Labels | OneName, places: Integers, size: int) -> None:
        """`places` has for each ordinal where it is counted: of `size` places, or after them."""
        count = len(labels.offsets) - 1
        self._labels, self._places, self._size = labels, places, size
        self._bits = np.zeros((size, -(-count // 64)), np.uint64)
        for ordinal in np.flatnonzero(places < size).tolist():
            self._bits[places[ordinal]] |= _packed(sets.marked(labels.rows(ordinal), count))

    def count(self, letters: Letters) -> Integers:
        """How many of the letters have the value of each place."""
        if isinstance(letters, Few):
            places = self._places[_all_ordinals(self._labels, letters.rows)]
            return np.bincount(places, minlength=self._size + 1)[: self._size]
        common = np.bitwise_count(self._bits & _packed(letters.marks))
        counts: Integers = common.sum(axis=1, dtype=np.int64)
        return counts


class _Places:
    """The places of all values that are counted, and whose each is, in the order of letters."""

    def __init__(self, labels: Labels | OneName, places: Integers, size: int) -> None:
        """See `_Bits`."""
        counts = np.diff(labels.offsets)
        self._letters, self._size = len(counts), size
        of_letters = places[labels.ordinals]
        counted = of_letters < size
        self._owners = np.repeat(np.arange(len(counts)), counts).compress(counted)
        self._places = of_letters.compress(counted)

    def count(self, letters: Letters) -> Integers:
        """How many of the letters have the value of each place."""
        if isinstance(letters, Few):
            found = sets.marked(letters.rows, self._letters)
        else:
            found = letters.marks != 0
        places = self._places.compress(found.take(self._owners))
        return np.bincount(places, minlength=self._size)


def _each(labels: Labels | OneName) -> Integers:
    """All ordinals of a leaf; several of them may have the number of one name."""
    return np.arange(len(labels.values))


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
