"""Which letters have a term, and how often. Knows nothing of terms but their numbers."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columns.ids import IdsReader, IdsWriter
from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile
from index.columns.packed import PackedReader, PackedWriter
from index.columns.runs import narrowest, offsets_of


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
    """Takes the postings of terms in the order of their numbers.

    `counts` is the tally of all frequencies less one.
    """

    def __init__(self, writer: ArrayWriter, count: int, counts: list[int]) -> None:
        self._writer = writer
        self._sizes: list[NDArray[np.int64]] = []
        self._ids = IdsWriter(writer, count)
        self._frequencies = PackedWriter(writer, counts)

    def append(
        self, sizes: NDArray[np.int64], ids: NDArray[np.int32], frequencies: NDArray[np.int32]
    ) -> None:
        """Add terms with `sizes` postings each; `ids` ascend within a term."""
        self._sizes.append(sizes)
        self._ids.append(sizes, ids)
        self._frequencies.append(frequencies - 1)

    def finish(self, name: str) -> int:
        """Write all that was added; the answer is the width of frequencies."""
        ends = offsets_of(np.concatenate([np.zeros(0, np.int64), *self._sizes]))
        self._writer.add(f"{name}/ends", narrowest(ends))
        self._ids.finish(f"{name}/ids")
        self._frequencies.finish(f"{name}/frequencies")
        return self._frequencies.width


class PostingsReader:
    """The postings of a column; a posting's place counts from the first of the first term."""

    __slots__ = ("_ends", "_frequencies", "_ids")

    def __init__(self, file: ArrayFile, name: str, count: int, width: int) -> None:
        self._ends = file.array(f"{name}/ends")
        self._ids = IdsReader(file, f"{name}/ids", count)
        self._frequencies = PackedReader(file, f"{name}/frequencies", width)

    def start(self, term: int) -> int:
        """The place of the first posting of a term; the term may be one past the last."""
        self._ends.check(term, term + 1)
        start: int = self._ends.items[term]
        return start

    def place(self, term: int) -> tuple[int, int]:
        """The place of the first posting of a term, and the one after its last."""
        return self._ends.pair(term)

    def sizes(self, term: int, end_term: int) -> NDArray[np.int64]:
        """How many letters have each of neighbouring terms."""
        ends = self._ends.slice(term, end_term + 1).astype(np.int64)
        return ends[1:] - ends[:-1]

    def read(self, term: int) -> Postings:
        """The postings of one term."""
        first, end = self._ends.pair(term)
        return Postings(self._ids.read(term, first, end), self.frequencies(first, end))

    def ids(self, term: int) -> NDArray[np.int32]:
        """The letters of one term."""
        first, end = self._ends.pair(term)
        return self._ids.read(term, first, end)

    def ids_range(self, term: int, end_term: int) -> NDArray[np.int32]:
        """The letters of neighbouring terms, one after the other."""
        return self._ids.read_range(term, self.sizes(term, end_term), self.start(term))

    def read_range(self, term: int, end_term: int) -> Postings:
        """The postings of neighbouring terms, one after the other."""
        ids, first = self.ids_range(term, end_term), self.start(term)
        return Postings(ids, self.frequencies(first, first + len(ids)))

    def frequencies(self, first: int, end: int) -> NDArray[np.unsignedinteger[Any]]:
        """The frequencies of the postings from place `first` to before `end`."""
        frequencies = self._frequencies.range(first, end)
        frequencies += 1
        return frequencies
