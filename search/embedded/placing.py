"""Where the positions of a term in some letters start, without a number for each letter.

Every 64 postings it is kept how many positions stand before: what is between is added up.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.embedded.sets import Few, Letters, Rows

_SHIFT = 6
_BLOCK = 1 << _SHIFT
_IN_BLOCK = np.arange(_BLOCK)
_MANY = 16  # one posting in so many: from there adding up all of them is faster (measured)

Frequencies = NDArray[np.unsignedinteger[Any]]


@dataclass(frozen=True, slots=True)
class Placed:
    """The letters of a term, deleted ones too, and how often each has it.

    `frequencies` are beside the rows of few letters, and one a letter of many. `before` has for
    each block of them how many positions of the column stand before its first.
    """

    letters: Letters
    frequencies: Frequencies
    before: NDArray[np.int64]

    def runs(self, rows: Rows) -> tuple[Rows, NDArray[np.int64], NDArray[np.int64]]:
        """Those of the rows, ascending, that have the term, where their positions start, how many.

        The starts count among all positions of the column.
        """
        where = rows
        if isinstance(self.letters, Few):
            its = self.letters.rows
            where = np.minimum(np.searchsorted(its, rows), len(its) - 1)
            holding = its[where] == rows
        else:
            holding = self.frequencies[rows] != 0
        where, rows = where.compress(holding), rows.compress(holding)
        return rows, self._starts(where), self.frequencies[where].astype(np.int64)

    def _starts(self, where: Rows) -> NDArray[np.int64]:
        starts: NDArray[np.int64]
        if len(where) * _MANY > len(self.frequencies):
            starts = np.cumsum(self.frequencies, dtype=np.int64)[where]
            starts += self.before[0] - self.frequencies[where].astype(np.int64)
            return starts
        block, rest = where >> _SHIFT, where & (_BLOCK - 1)
        at = (where - rest)[:, None] + _IN_BLOCK
        earlier = self.frequencies[np.minimum(at, len(self.frequencies) - 1)]
        earlier = earlier * (rest[:, None] > _IN_BLOCK)
        starts = earlier.sum(axis=1, dtype=np.int64)
        starts += self.before[block]
        return starts


def place(letters: Letters, frequencies: Frequencies, first: int) -> Placed:
    """The postings of a term whose positions start with the one of number `first`."""
    blocks = np.arange(0, len(frequencies), _BLOCK)
    sums = np.add.reduceat(frequencies, blocks, dtype=np.int64)
    return Placed(letters, frequencies, np.cumsum(sums) - sums + first)
