"""Any number of integers a letter. Knows nothing of what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile
from index.columns.runs import offsets_of, spread

Whole = NDArray[np.signedinteger[Any]]
_32_BITS: Final = np.iinfo(np.int32)


@dataclass(frozen=True, slots=True)
class Ragged:
    """The values of letter `i` are `values[offsets[i] : offsets[i + 1]]`.

    Both are in 32 bits where all of their values fit, otherwise in 64.
    """

    offsets: Whole
    values: Whole

    def take(self, rows: NDArray[np.int64]) -> "Ragged":
        """The same for some letters, in the order given."""
        starts = self.offsets[rows].astype(np.int64)
        counts = self.offsets[rows + 1] - starts
        return Ragged(offsets_of(counts), self.values[spread(starts, counts)])


def compact(values: Whole) -> Whole:
    """The same values in 32 bits, if all of them fit."""
    low, high = int(values.min(initial=0)), int(values.max(initial=0))
    return values.astype(np.int32) if _32_BITS.min <= low and high <= _32_BITS.max else values


def flatten(rows: Sequence[Sequence[int]]) -> Ragged:
    """The same values as arrays."""
    counts = np.fromiter(map(len, rows), np.int64, len(rows))
    return Ragged(offsets_of(counts), np.fromiter(chain.from_iterable(rows), np.int64))


def join(parts: Sequence[Ragged]) -> Ragged:
    """The values of one batch of letters after those of another."""
    counts = [part.offsets[1:] - part.offsets[:-1] for part in parts]
    values = [part.values for part in parts]
    return Ragged(
        offsets_of(np.concatenate([np.zeros(0, np.int64), *counts])),
        np.concatenate([np.zeros(0, np.int64), *values]),
    )


def write_ragged(writer: ArrayWriter, name: str, ragged: Ragged) -> None:
    """Write the values of all letters."""
    writer.add(f"{name}/offsets", compact(ragged.offsets))
    writer.add(f"{name}/values", compact(ragged.values))


def read_ragged(file: ArrayFile, name: str) -> Ragged:
    """The values of all letters."""
    return Ragged(file.array(f"{name}/offsets").all(), file.array(f"{name}/values").all())
