"""Where the positions of a term in some letters start, without a number for each letter.

Every 256 postings it is kept how many positions stand before: what is between is added up.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import Postings
from search.embedded.sets import Rows

_SHIFT = 8
_BLOCK = 1 << _SHIFT
_IN_BLOCK = np.arange(_BLOCK)


@dataclass(frozen=True, slots=True)
class Placed:
    """The letters of a term, deleted ones too, and how often each has it.

    `frequencies` go on with zeros to the end of a block; `before` has for each block how many
    positions of the column stand before its first posting.
    """

    ids: NDArray[np.int32]
    frequencies: NDArray[np.unsignedinteger[Any]]
    before: NDArray[np.int64]

    @property
    def bytes(self) -> int:
        """What it takes in memory."""
        return self.ids.nbytes + self.frequencies.nbytes + self.before.nbytes

    def starts(self, where: Rows) -> NDArray[np.int64]:
        """Where among all positions those of some postings start."""
        block = where >> _SHIFT
        of_block = self.frequencies.reshape(-1, _BLOCK)[block]
        earlier = of_block * ((where & (_BLOCK - 1))[:, None] > _IN_BLOCK)
        starts: NDArray[np.int64] = earlier.sum(axis=1, dtype=np.int64)
        starts += self.before[block]
        return starts


def place(postings: Postings, first: int) -> Placed:
    """The postings of a term whose positions start with the one of number `first`."""
    size = len(postings.ids)
    frequencies = np.zeros(-(-size // _BLOCK) * _BLOCK, postings.frequencies.dtype)
    frequencies[:size] = postings.frequencies
    sums = frequencies.reshape(-1, _BLOCK).sum(axis=1, dtype=np.int64)
    return Placed(postings.ids, frequencies, np.cumsum(sums) - sums + first)
