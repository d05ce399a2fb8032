"""From tokens to postings: one sort brings the tokens of a column into the order of its terms."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Inverted:
    """The postings of terms in the order of their numbers.

    `sizes`: postings a term; `ids` and `frequencies`: one a posting; `positions`: one a token, in
    the order of the postings, or None where none are kept.
    """

    sizes: NDArray[np.int64]
    ids: NDArray[np.int32]
    frequencies: NDArray[np.int64]
    positions: NDArray[np.int64] | None


def invert(
    term: NDArray[np.int64],
    lengths: NDArray[np.int64],
    terms: int,
    position: NDArray[np.int32] | None,
) -> Inverted:
    """Invert tokens that are in the order of their letters.

    `term` has the number of each token's term, below `terms`; `lengths` the tokens a letter. Term
    and place share one 64-bit key, so the sort is stable and touches one array.
    """
    key = term.astype(np.uint64)
    key <<= np.uint64(32)
    key |= np.arange(len(term), dtype=np.uint64)
    key.sort()
    place = key.astype(np.uint32)
    key >>= np.uint64(32)
    letter = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[place]
    return group(key.astype(np.int32), letter, terms, None if position is None else position[place])


def group(
    term: NDArray[np.int32],
    letter: NDArray[np.int32],
    terms: int,
    positions: NDArray[np.int32] | None,
) -> Inverted:
    """The postings of tokens that are sorted by term and letter."""
    new = np.ones(len(term), bool)
    new[1:] = (term[1:] != term[:-1]) | (letter[1:] != letter[:-1])
    first = np.flatnonzero(new)
    return Inverted(
        sizes=np.bincount(term[first], minlength=terms),
        ids=letter[first],
        frequencies=np.diff(first, append=len(term)),
        positions=None if positions is None else positions.astype(np.int64),
    )
