"""The best of many entries by their ranks: 0 is the best. Knows nothing of what they are."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.columns.runs import spread

BLOCK: Final = 64  # entries of which the best rank is known
FEW: Final = 64 * BLOCK  # entries of which the best are found by looking at all of them


def best(
    minima: NDArray[np.uint32],
    first: int,
    end: int,
    most: int,
    ranks_of: Callable[[NDArray[np.int64]], NDArray[np.uint32]],
) -> NDArray[np.int64]:
    """The best `most` of neighbouring entries: they stand in the `most` blocks with the best."""
    if end - first <= FEW:
        entries = np.arange(first, end)
        return sorted_best(entries, ranks_of(entries), most)
    low, high = -(-first // BLOCK), end // BLOCK
    blocks = np.arange(low, high)
    if len(blocks) > most:
        blocks = blocks[np.argpartition(minima[low:high], most)[:most]]
    inner = spread(blocks * BLOCK, np.full(len(blocks), BLOCK))
    edges = np.arange(first, low * BLOCK), np.arange(high * BLOCK, end)
    entries = np.concatenate([inner, *edges])
    return sorted_best(entries, ranks_of(entries), most)


def sorted_best(
    entries: NDArray[np.int64], ranks: NDArray[np.uint32], most: int
) -> NDArray[np.int64]:
    """The best `most` of some entries, the best first."""
    if len(entries) > most:
        chosen = np.argpartition(ranks, most)[:most]
        entries, ranks = entries[chosen], ranks[chosen]
    return entries[np.argsort(ranks, kind="stable")]
