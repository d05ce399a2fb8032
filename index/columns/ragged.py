"""Any number of integers a letter. Knows nothing of what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile
from index.columns.runs import offsets_of, spread


@dataclass(frozen=True, slots=True)
class Ragged:
    """The values of letter `i` are `values[offsets[i] : offsets[i + 1]]`."""

    offsets: NDArray[np.int64]
    values: NDArray[np.int64]

    def take(self, rows: NDArray[np.int64]) -> "Ragged":
        """The same for some letters, in the order given."""
        counts = np.diff(self.offsets)[rows]
        return Ragged(offsets_of(counts), self.values[spread(self.offsets[rows], counts)])


def flatten(rows: Sequence[Sequence[int]]) -> Ragged:
    """The same values as arrays."""
    counts = np.fromiter(map(len, rows), np.int64, len(rows))
    return Ragged(offsets_of(counts), np.fromiter(chain.from_iterable(rows), np.int64))


def join(parts: Sequence[Ragged]) -> Ragged:
    """The values of one batch of letters after those of another."""
    counts = [np.diff(part.offsets) for part in parts]
    values = [part.values for part in parts]
    return Ragged(
        offsets_of(np.concatenate([np.zeros(0, np.int64), *counts])),
        np.concatenate([np.zeros(0, np.int64), *values]),
    )


def write_ragged(writer: ArrayWriter, name: str, ragged: Ragged) -> None:
    """Write the values of all letters."""
    writer.add(f"{name}/offsets", ragged.offsets)
    writer.add(f"{name}/values", ragged.values)


def read_ragged(file: ArrayFile, name: str) -> Ragged:
    """The values of all letters."""
    return Ragged(file.array(f"{name}/offsets").all(), file.array(f"{name}/values").all())
