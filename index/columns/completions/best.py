"""The best of many entries by their ranks: 0 is the best. Knows nothing of what they are."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.columns.runs import spread

BLOCK: Final = 64  # entries of which the best rank is known
FEW: Final = 32 * BLOCK  # entries of which the best are found by looking at all of them

Ranks = NDArray[np.uint32]
Places = NDArray[np.int64]


def best(
    minima: Ranks, firsts: Places, ends: Places, most: int, ranks_of: Callable[[Places], Ranks]
) -> Places:
    """The best `most` entries of runs of neighbours; the best first.

    They stand in the `most` blocks with the best ranks, or where a run has only a part of a block.
    """
    counts = ends - firsts
    if int(counts.sum()) <= max(FEW, most):
        entries = spread(firsts, counts)
        return sorted_best(entries, ranks_of(entries), most)
    low, high = -(-firsts // BLOCK), ends // BLOCK  # the whole blocks of each run
    has_none = high <= low
    low, high = np.where(has_none, 0, low), np.where(has_none, 0, high)
    blocks = spread(low, high - low)
    if len(blocks) > most:
        blocks = blocks[np.argpartition(minima[blocks], most)[:most]]
    before = np.where(has_none, ends, low * BLOCK) - firsts
    after = np.where(has_none, 0, ends - high * BLOCK)
    inner = spread(blocks * BLOCK, np.full(len(blocks), BLOCK))
    parts = spread(firsts, before), spread(high * BLOCK, after)
    entries = np.concatenate([inner, *parts])
    return sorted_best(entries, ranks_of(entries), most)


def sorted_best(entries: Places, ranks: Ranks, most: int) -> Places:
    """The best `most` of some entries, the best first."""
    if len(entries) > most:
        chosen = np.argpartition(ranks, most)[:most]
        entries, ranks = entries[chosen], ranks[chosen]
    return entries[np.argsort(ranks, kind="stable")]
