"""The lists of a term, ready to be used: its letters, how often each has it, what it adds to each.

Short lists have an entry a posting, long ones an entry a letter, with zeros where the term is not.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.embedded import sets, top
from search.embedded.sets import NONE, Few, Letters, Many, Rows

Head = tuple[Rows, NDArray[np.float32]]
_BEST = 128  # letters of a single term that are kept in order: a page, and those ranked again


@dataclass(frozen=True, slots=True)
class Norms:
    """K1 (1 - b + b len / avg) for each of the 256 encoded lengths of a column."""

    b: float
    values: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Listed:
    """The live letters of a term; `frequencies` are beside their rows or one a letter."""

    letters: Letters
    frequencies: NDArray[np.unsignedinteger[Any]]
    size: int

    @property
    def bytes(self) -> int:
        """What it takes in memory."""
        return sets.bytes_of(self.letters) + self.frequencies.nbytes


NOT_LISTED = Listed(NONE, np.zeros(0, np.uint8), 0)


@dataclass(slots=True)
class Weighed:
    """The letters of a term, and what it adds to the score of each, laid out alike."""

    letters: Letters
    parts: NDArray[np.float32]
    size: int
    _best: Head | None = field(default=None, repr=False)

    def best(self, size: int) -> Head:
        """The rows of at most `size` letters to which it adds most, and how much; ties by row."""
        if size > _BEST:
            return self._head(size)
        if self._best is None:  # two threads may both find it: it is the same
            self._best = self._head(_BEST)
        rows, parts = self._best
        return rows[:size], parts[:size]

    def _head(self, size: int) -> Head:
        if isinstance(self.letters, Few):
            return top.best(self.letters.rows, self.parts, size)
        return top.best_above_zero(self.parts, size)


NOT_WEIGHED = Weighed(NONE, np.zeros(0, np.float32), 0)


def weigh(
    letters: Letters,
    listed: Listed,
    lengths: NDArray[np.uint8],
    norms: Norms,
    factor: float,
) -> Weighed:
    """Factor x tf / (tf + norm) a letter.

    `letters` are those that were listed; one that is cached is told again by being the same object.
    """
    tf = listed.frequencies.astype(np.float32)
    its = lengths if isinstance(letters, Many) else lengths[letters.rows]
    parts: NDArray[np.float32] = norms.values.take(its)
    parts += tf
    np.divide(tf, parts, out=parts)
    parts *= np.float32(factor)
    return Weighed(letters, parts, listed.size)
