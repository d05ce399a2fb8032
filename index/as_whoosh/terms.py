"""The terms of one field of one segment, whatever the segment keeps them in.

One shape for columns of text, labels and numbers; knows nothing of deleted letters.
"""

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.as_whoosh.schema import from_bytes, to_bytes
from index.columns import DECODED_LENGTHS, Labels, Lexicon, Positions, Postings, TermColumn

NO_LENGTHS: NDArray[np.float32] = np.zeros(0, np.float32)


class Names(Protocol):
    """Terms as bytes, numbered from 0 in the order of these."""

    def __len__(self) -> int: ...

    def term(self, number: int) -> bytes:
        """The bytes of a term."""
        ...

    def at_or_after(self, term: bytes) -> int:
        """The number of the first term that is not before this one."""
        ...


class Terms(Protocol):
    """The terms of a field. `filled` is how many letters have any, `tokens` the sum of lengths."""

    names: Names
    tokens: int
    filled: int

    @property
    def lengths(self) -> NDArray[np.float32]:
        """Tokens of each letter as scoring sees them; empty for fields that have no lengths."""
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


def find(names: Names, term: bytes) -> int:
    """The number of a term, or -1."""
    number = names.at_or_after(term)
    return number if number < len(names) and names.term(number) == term else -1


class LexiconNames:
    """The terms of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __len__(self) -> int:
        return len(self._lexicon)

    def term(self, number: int) -> bytes:
        """See `Names`."""
        return to_bytes(self._lexicon.term(number))

    def at_or_after(self, term: bytes) -> int:
        """See `Names`."""
        try:
            return self._lexicon.at_or_after(from_bytes(term))
        except UnicodeDecodeError:  # Whoosh may ask for any bytes
            return bisect_left(range(len(self)), term, key=self.term)


class NumberNames:
    """Ascending numbers; `to_term` makes bytes that sort as they do."""

    def __init__(self, values: NDArray[np.int64], to_term: Callable[[int], bytes]) -> None:
        self._values = values.tolist()
        self._to_term = to_term

    def __len__(self) -> int:
        return len(self._values)

    def term(self, number: int) -> bytes:
        """See `Names`."""
        return self._to_term(self._values[number])

    def at_or_after(self, term: bytes) -> int:
        """See `Names`."""
        return bisect_left(range(len(self)), term, key=self.term)


class TextTerms:
    """The terms of a column of text."""

    def __init__(self, column: TermColumn) -> None:
        self.names: Names = LexiconNames(column.terms)
        self.tokens = column.tokens
        self.filled = column.filled
        self._column = column

    @cached_property
    def lengths(self) -> NDArray[np.float32]:
        """See `Terms`."""
        return DECODED_LENGTHS[self._column.lengths]

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
    """What labels and numbers have in common: no lengths, no positions, each term once a letter."""

    tokens = 0
    lengths = NO_LENGTHS

    def size(self, number: int) -> int:
        """See `Terms`."""
        return len(self.rows(number))

    def postings(self, number: int) -> Postings:
        """See `Terms`."""
        rows = self.rows(number)
        return Postings(rows, np.ones(len(rows), np.uint8))

    def positions(self, number: int) -> Positions:
        """See `Terms`."""
        raise ValueError(f"the letters of term {number} have no positions in this field")

    def rows(self, number: int) -> NDArray[np.int32]:
        """The letters of a term."""
        raise NotImplementedError


class LabelTerms(_Unmeasured):
    """The values of a label."""

    def __init__(self, labels: Labels) -> None:
        self.names: Names = LexiconNames(labels.values)
        self.filled = int(np.count_nonzero(np.diff(labels.offsets)))
        self._labels = labels

    def rows(self, number: int) -> NDArray[np.int32]:
        """See `_Unmeasured`."""
        return self._labels.rows(number)


class NumberTerms(_Unmeasured):
    """The different numbers of letters but 0, which stands for none."""

    def __init__(self, numbers: NDArray[np.int64], to_term: Callable[[int], bytes]) -> None:
        order = np.argsort(numbers, kind="stable")[np.count_nonzero(numbers == 0) :]
        values, starts = np.unique(numbers[order], return_index=True)
        self.names: Names = NumberNames(values, to_term)
        self.filled = len(order)
        self._order = order.astype(np.int32)
        self._ends = np.append(starts, len(order))

    def rows(self, number: int) -> NDArray[np.int32]:
        """See `_Unmeasured`."""
        first, end = self._ends[number : number + 2].tolist()
        return self._order[first:end]
