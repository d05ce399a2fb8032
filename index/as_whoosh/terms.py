"""The terms of one field of one segment, whatever the segment keeps them in.

One shape for columns of text, labels and numbers; knows nothing of deleted letters.
"""

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.as_whoosh.schema import to_bytes
from index.columns import DECODED_LENGTHS, Labels, Positions, Postings, TermColumn

NO_LENGTHS: NDArray[np.float32] = np.zeros(0, np.float32)


class Terms(Protocol):
    """Terms numbered from 0 in the order of their bytes."""

    @property
    def lengths(self) -> NDArray[np.float32]:
        """Tokens of each letter as scoring sees them; empty for fields that have no lengths."""
        ...

    @property
    def tokens(self) -> int:
        """The exact sum of the lengths."""
        ...

    @property
    def filled(self) -> int:
        """How many letters have a term."""
        ...

    def __len__(self) -> int:
        """How many terms there are."""
        ...

    def term(self, number: int) -> bytes:
        """The bytes of a term."""
        ...

    def size(self, number: int) -> int:
        """How many letters have a term."""
        ...

    def postings(self, number: int) -> Postings:
        """The letters of a term."""
        ...

    def positions(self, number: int) -> Positions:
        """Where a term stands in all its letters; ValueError in a field without positions."""
        ...


def at_or_after(terms: Terms, term: bytes) -> int:
    """The number of the first term that is not before this one; takes logarithmic time."""
    key: Callable[[int], bytes] = terms.term
    return bisect_left(range(len(terms)), term, key=key)


def find(terms: Terms, term: bytes) -> int:
    """The number of a term, or -1."""
    number = at_or_after(terms, term)
    return number if number < len(terms) and terms.term(number) == term else -1


class TextTerms:
    """The terms of a column of text."""

    def __init__(self, column: TermColumn) -> None:
        self._column = column
        self.tokens = column.tokens
        self.filled = column.filled

    @cached_property
    def lengths(self) -> NDArray[np.float32]:
        """See `Terms`."""
        return DECODED_LENGTHS[self._column.lengths]

    def __len__(self) -> int:
        return len(self._column.terms)

    def term(self, number: int) -> bytes:
        """See `Terms`."""
        return to_bytes(self._column.terms.term(number))

    def size(self, number: int) -> int:
        """See `Terms`."""
        return self._column.document_frequency(number)

    def postings(self, number: int) -> Postings:
        """See `Terms`."""
        return self._column.postings(number)

    def positions(self, number: int) -> Positions:
        """See `Terms`."""
        return self._column.positions(number, np.arange(self.size(number)))


class _Unmeasured:
    """What labels and numbers have in common: no lengths, no positions."""

    lengths = NO_LENGTHS
    tokens = 0

    def positions(self, number: int) -> Positions:
        """See `Terms`."""
        raise ValueError(f"the letters of term {number} have no positions in this field")


class LabelTerms(_Unmeasured):
    """The values of a label."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self.filled = int(np.count_nonzero(np.diff(labels.offsets)))

    def __len__(self) -> int:
        return len(self._labels.values)

    def term(self, number: int) -> bytes:
        """See `Terms`."""
        return to_bytes(self._labels.values.term(number))

    def size(self, number: int) -> int:
        """See `Terms`."""
        return len(self._labels.rows(number))

    def postings(self, number: int) -> Postings:
        """See `Terms`."""
        return _once_each(self._labels.rows(number))


class NumberTerms(_Unmeasured):
    """The different numbers of letters but 0, which stands for none."""

    def __init__(self, numbers: NDArray[np.int64], to_term: Callable[[int], bytes]) -> None:
        self._to_term = to_term
        self._order = np.argsort(numbers, kind="stable")[np.count_nonzero(numbers == 0) :]
        self._values, starts = np.unique(numbers[self._order], return_index=True)
        self._ends = np.append(starts, len(self._order))
        self.filled = len(self._order)

    def __len__(self) -> int:
        return len(self._values)

    def term(self, number: int) -> bytes:
        """See `Terms`."""
        return self._to_term(int(self._values[number]))

    def size(self, number: int) -> int:
        """See `Terms`."""
        return int(self._ends[number + 1] - self._ends[number])

    def postings(self, number: int) -> Postings:
        """See `Terms`."""
        first, end = self._ends[number : number + 2].tolist()
        return _once_each(self._order[first:end].astype(np.int32))


def _once_each(rows: NDArray[np.int32]) -> Postings:
    return Postings(rows, np.ones(len(rows), np.uint8))
