"""The lists of a term: its letters, how often each has it, and what it adds to the score of each.

Short lists have an entry a posting, long ones an entry a letter. What a short one adds is kept with
it. What a long one adds is computed at each use, since a number a letter of every common term would
not fit into memory: kept would be few of them, and those would come from afar.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.embedded import sets
from search.embedded.sets import NONE, Few, Letters, Rows
from search.embedded.space import Space

Parts = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Norms:
    """K1 (1 - b + b len / avg) for each of the 256 encoded lengths of a column."""

    b: float
    values: Parts


class Listed(NamedTuple):
    """The live letters of a term; `frequencies` are beside their rows, or the marks of all."""

    letters: Letters
    frequencies: NDArray[np.unsignedinteger[Any]]
    size: int

    @property
    def bytes(self) -> int:
        """What it takes in memory."""
        its = self.frequencies.nbytes
        return its + sets.bytes_of(self.letters) if isinstance(self.letters, Few) else its


NOT_LISTED = Listed(NONE, np.zeros(0, np.uint8), 0)


class Scored(NamedTuple):
    """A term that adds to the score of letters of a segment.

    `factor` is what does not depend on the letter, `norms` that of each letter's length, and
    `parts` what is added, beside the rows of a short list; None for a long one.
    """

    listed: Listed
    norms: Parts
    factor: float
    parts: Parts | None

    def of(self, rows: Rows) -> Parts:
        """What a long list adds to some letters."""
        return weigh(self.listed.frequencies[rows], self.norms[rows], self.factor)

    def add_to(self, totals: Parts, space: Space) -> None:
        """Add what a long list adds to all letters."""
        tf, sums = space.frequencies, space.norms
        np.copyto(tf, self.listed.frequencies)
        np.add(tf, self.norms, out=sums)
        np.divide(tf, sums, out=tf)
        tf *= np.float32(self.factor)
        totals += tf


def weigh(frequencies: NDArray[np.unsignedinteger[Any]], norms: Parts, factor: float) -> Parts:
    """Factor x tf / (tf + norm) a letter."""
    tf = frequencies.astype(np.float32)
    sums = tf + norms
    np.divide(tf, sums, out=sums)
    sums *= np.float32(factor)
    return sums
