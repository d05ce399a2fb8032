"""Facets: how many of the letters found have each value of a label."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.embedded.leaf import Leaf, Rows


def count(found: Iterable[tuple[Leaf, Rows]], name: str) -> tuple[tuple[str, int], ...]:
    """Values with their counts, most frequent first, then by value."""
    totals: Counter[str] = Counter()
    for leaf, rows in found:
        labels = leaf.source.segment.labels(name)
        counts = np.bincount(_ordinals(labels.offsets, labels.ordinals, rows))
        for ordinal in np.flatnonzero(counts).tolist():
            totals[labels.values.term(ordinal)] += int(counts[ordinal])
    return tuple(sorted(totals.items(), key=lambda item: (-item[1], item[0])))


def _ordinals(
    offsets: NDArray[np.integer[Any]],
    ordinals: NDArray[np.integer[Any]],
    rows: Rows,
) -> NDArray[np.integer[Any]]:
    """The ordinals of the rows' values, one row after the other."""
    first = offsets[rows].astype(np.int64)
    counts = offsets[rows + 1] - first
    begins = np.cumsum(counts) - counts
    places = np.arange(int(counts.sum())) + np.repeat(first - begins, counts)
    taken: NDArray[np.integer[Any]] = ordinals[places]
    return taken
