"""Which letters have a term, and how often. Knows nothing of terms but their numbers."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile


@dataclass(frozen=True, slots=True)
class Postings:
    """The letters of a term in ascending order, and how often each has it.

    Frequencies are unsigned and as narrow as they were found: widen them before adding.
    """

    ids: NDArray[np.int32]
    frequencies: NDArray[np.unsignedinteger[Any]]

    def __len__(self) -> int:
        return len(self.ids)


class PostingsWriter:
    """Takes the postings of terms in the order of their numbers."""

    def __init__(self, writer: ArrayWriter) -> None:
        self._writer = writer
        self._ends = writer.stream(np.uint64)
        self._ids = writer.stream(np.int32)
        self._frequencies = writer.stream(np.uint32)
        self._total = 0
        self._ends.append(np.zeros(1))

    def append(
        self, sizes: NDArray[np.int64], ids: NDArray[np.int32], frequencies: NDArray[np.int64]
    ) -> None:
        """Add terms with `sizes` postings each; `ids` ascend within a term."""
        self._ends.append(np.cumsum(sizes) + self._total)
        self._ids.append(ids)
        self._frequencies.append(frequencies)
        self._total += len(ids)

    def finish(self, name: str) -> None:
        """Write all that was added."""
        self._writer.add_stream(f"{name}/ends", self._ends)
        self._writer.add_stream(f"{name}/ids", self._ids)
        self._writer.add_stream(f"{name}/frequencies", self._frequencies)


class PostingsReader:
    """The postings of a column."""

    __slots__ = ("_frequencies", "_ids", "ends")

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.ends = file.array(f"{name}/ends")
        self._ids = file.array(f"{name}/ids")
        self._frequencies = file.array(f"{name}/frequencies")

    def size(self, term: int) -> int:
        """How many letters have a term."""
        first, end = self.ends.pair(term)
        return end - first

    def sizes(self, term: int, end_term: int) -> NDArray[np.int64]:
        """How many letters have each of neighbouring terms."""
        ends = self.ends.slice(term, end_term + 1).astype(np.int64)
        return ends[1:] - ends[:-1]

    def read(self, term: int) -> Postings:
        """The postings of one term."""
        return self.read_range(term, term + 1)

    def read_range(self, term: int, end_term: int) -> Postings:
        """The postings of neighbouring terms, one after the other."""
        first, end = self.ends.slice(term, end_term + 1)[[0, -1]].tolist()
        return Postings(self._ids.slice(first, end), self._frequencies.slice(first, end))
