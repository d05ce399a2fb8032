"""Which strings are worth keeping of those that only matter if many letters have them."""

import numpy as np
from numpy.typing import NDArray

from index.columns.completions.batch import CompletionRows
from index.columns.runs import offsets_of

# Letters of a segment, and from how many letters on a string is kept there. A small segment forgets
# nothing, so that strings can become frequent while a collection grows letter by letter.
LEAST = ((1_000, 3), (64, 2), (0, 1))


def worthy(
    given: CompletionRows, label: NDArray[np.int64], first: NDArray[np.int64], letters: int
) -> NDArray[np.bool_]:
    """Which of the distinct strings to keep; `first` is where each is among the given ones.

    As many as there are frequent ones, at most one for four letters and a thousand more, and none
    that only ever begins one other.
    """
    weights = np.bincount(label, given.weight, len(first)).astype(np.int64)
    least = next(weight for size, weight in LEAST if letters >= size)
    best = np.argsort(-weights, kind="stable")[: 1_000 + letters // 4]
    kept = np.zeros(len(first), bool)
    kept[best] = weights[best] >= least
    if least > 1:
        kept[_beginnings(given, first, weights, np.flatnonzero(kept))] = False
    return kept


def _beginnings(
    given: CompletionRows,
    first: NDArray[np.int64],
    weights: NDArray[np.int64],
    kept: NDArray[np.int64],
) -> list[int]:
    """The strings after which another one goes on that is as frequent."""
    begins = offsets_of(given.sizes)[first[kept]].tolist()
    ends = (offsets_of(given.sizes)[first[kept] + 1] - 1).tolist()
    text = given.text.data
    strings = [bytes(text[a:b]) for a, b in zip(begins, ends, strict=True)]
    weight = weights[kept].tolist()
    return [
        number
        for at, number in enumerate(kept[:-1].tolist())
        if strings[at + 1].startswith(strings[at]) and weight[at + 1] == weight[at]
    ]
