"""Where in its letters a term stands. Knows nothing of terms but their numbers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile


@dataclass(frozen=True, slots=True)
class Positions:
    """Positions of a term in some letters: `counts` of them a letter, ascending in each."""

    counts: NDArray[np.int64]
    values: NDArray[np.int64]


class PositionsWriter:
    """Takes the positions of terms in the order of their postings."""

    def __init__(self, writer: ArrayWriter) -> None:
        self._writer = writer
        self._ends = writer.stream(np.uint64)
        self._values = writer.stream(np.uint32)
        self._total = 0
        self._ends.append(np.zeros(1))

    def append(self, sizes: NDArray[np.int64], values: NDArray[np.int64]) -> None:
        """Add terms with `sizes` positions each."""
        self._ends.append(np.cumsum(sizes) + self._total)
        self._values.append(values)
        self._total += len(values)

    def finish(self, name: str) -> None:
        """Write all that was added."""
        self._writer.add_stream(f"{name}/token_ends", self._ends)
        self._writer.add_stream(f"{name}/positions", self._values)


class PositionsReader:
    """The positions of a column."""

    __slots__ = ("_values", "ends")

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.ends = file.array(f"{name}/token_ends")
        self._values = file.array(f"{name}/positions")

    def read(self, term: int, frequencies: NDArray[np.int64], rows: NDArray[np.int64]) -> Positions:
        """Positions in chosen postings of a term, whose frequencies are given."""
        first, end = self.ends.pair(term)
        values = self._values.slice(first, end)
        counts = frequencies[rows]
        starts = (np.cumsum(frequencies) - frequencies)[rows]
        return Positions(counts, values[spread(starts, counts)].astype(np.int64))

    def read_range(self, term: int, end_term: int) -> NDArray[np.int64]:
        """All positions of neighbouring terms, one after the other."""
        first, end = self.ends.slice(term, end_term + 1)[[0, -1]].tolist()
        return self._values.slice(first, end).astype(np.int64)


def spread(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The places start, start + 1, ... of runs that have a start and a count each, in a row.

    >>> spread(np.array([5, 20]), np.array([3, 2])).tolist()
    [5, 6, 7, 20, 21]
    """
    ends = np.cumsum(counts)
    places = np.repeat(starts - (ends - counts), counts)
    places += np.arange(len(places))
    return places
