"""One column of a segment: terms, postings, positions, lengths. Reads it and writes it."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columns.layout import ArrayWriter
from index.columns.lengths import encode_lengths
from index.columns.lexicon import Lexicon, write_lexicon
from index.columns.mapped import ArrayFile
from index.columns.positions import Positions, PositionsReader, PositionsWriter
from index.columns.postings import Postings, PostingsReader, PostingsWriter
from index.columns.terms import Terms
from index.fields import Column


class TermColumn:
    """The terms of one view of one field, and the letters that have them.

    `tokens` is the sum of the exact lengths, `filled` how many letters have tokens.
    """

    def __init__(self, file: ArrayFile, column: Column, count: int) -> None:
        name = str(column)
        self.about: Mapping[str, Any] = file.about["columns"][name]
        self.terms = Lexicon(file, f"{name}/terms")
        self.tokens: int = self.about["tokens"]
        self.filled: int = self.about["filled"]
        width, high_width = self.about["widths"]
        self._postings = PostingsReader(file, name, count, width)
        self._positions = None
        if high_width is not None:
            self._positions = PositionsReader(file, f"{name}/positions", high_width)
        self._lengths = file.array(f"{name}/lengths")
        self._exact_lengths = file.array(f"{name}/exact_lengths")

    @property
    def lengths(self) -> NDArray[np.uint8]:
        """The length in tokens of each letter, as `encode_lengths` writes it."""
        return self._lengths.all()

    @property
    def exact_lengths(self) -> NDArray[np.unsignedinteger[Any]]:
        """The length in tokens of each letter, in the narrowest type."""
        return self._exact_lengths.all()

    @property
    def has_positions(self) -> bool:
        """Whether positions were kept."""
        return self._positions is not None

    def document_frequency(self, term: int) -> int:
        """How many letters have a term."""
        first, end = self._postings.place(term)
        return end - first

    def document_frequencies(self, first: int, end: int) -> NDArray[np.int64]:
        """How many letters have each of the terms from `first` to before `end`."""
        return self._postings.sizes(first, end)

    def total_frequency(self, term: int) -> int:
        """How often the letters have a term, all in all."""
        first, end = self._postings.place(term)
        return int(self._postings.frequencies(first, end).sum(dtype=np.int64))

    def ids(self, term: int) -> NDArray[np.int32]:
        """The letters of a term in ascending order, for half the time of `postings`."""
        return self._postings.ids(term)

    def ids_range(self, first: int, end: int) -> NDArray[np.int32]:
        """The letters of the terms from `first` to before `end`, term by term."""
        return self._postings.ids_range(first, end)

    def postings(self, term: int) -> Postings:
        """The letters of a term."""
        return self._postings.read(term)

    def postings_range(self, first: int, end: int) -> Postings:
        """The postings of the terms from `first` to before `end`, one after the other."""
        return self._postings.read_range(first, end)

    def positions(self, term: int, rows: NDArray[np.integer[Any]]) -> Positions:
        """Where a term stands in the letters `postings(term).ids[rows]`; `rows` ascend.

        ValueError if the column was written without positions.
        """
        reader = self._with_positions()
        first, end = self._postings.place(term)
        known, _ = reader.sample(first)
        frequencies = self._postings.frequencies(known, end)
        return reader.read(first, frequencies, rows.astype(np.int64))

    def first_position(self, term: int) -> int:
        """Where the positions of a term start among all.

        ValueError if the column was written without positions.
        """
        return self._positions_before(self._with_positions(), term)

    def positions_at(self, runs: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
        """The positions at places among all, which ascend in each of the runs."""
        reader = self._with_positions()
        return reader.take(runs[0]) if len(runs) == 1 else reader.take_runs(runs)

    def positions_range(self, first: int, end: int) -> NDArray[np.int32]:
        """All positions of the terms from `first` to before `end`, in the order of postings."""
        reader = self._with_positions()
        start, stop = (self._positions_before(reader, term) for term in (first, end))
        return reader.read_range(start, stop)

    def _positions_before(self, reader: PositionsReader, term: int) -> int:
        """How many positions stand before those of a term; the term may be one past the last."""
        place = self._postings.start(term)
        known, before = reader.sample(place)
        return before + int(self._postings.frequencies(known, place).sum(dtype=np.int64))

    def _with_positions(self) -> PositionsReader:
        if self._positions is None:
            raise ValueError("this column was written without positions")
        return self._positions


class ColumnWriter:
    """Writes a column, terms in ascending order and so many at a time.

    `frequencies` and `positions` are the tallies of all frequencies less one and of all positions
    divided by 256; no tally of positions: none are kept.
    """

    def __init__(
        self,
        writer: ArrayWriter,
        column: Column,
        *,
        count: int,
        frequencies: list[int],
        positions: list[int] | None,
    ) -> None:
        self._writer = writer
        self._name = str(column)
        self._tallies = (frequencies, positions)
        self._postings = PostingsWriter(writer, count, frequencies)
        self._positions = None if positions is None else PositionsWriter(writer, positions)

    def append(
        self,
        sizes: NDArray[np.int64],
        ids: NDArray[np.int32],
        frequencies: NDArray[np.int32],
        positions: NDArray[np.int32] | None,
    ) -> None:
        """Add terms with `sizes` postings each."""
        self._postings.append(sizes, ids, frequencies)
        if self._positions is not None and positions is not None:
            self._positions.append(frequencies, positions)

    def finish(self, terms: Terms, lengths: NDArray[np.int64]) -> dict[str, Any]:
        """Write all that was added; the answer is what the directory says of the column."""
        width = self._postings.finish(self._name)
        high = self._positions and self._positions.finish(f"{self._name}/positions")
        write_lexicon(self._writer, f"{self._name}/terms", terms)
        self._writer.add(f"{self._name}/lengths", encode_lengths(lengths))
        exact = lengths.astype(np.min_scalar_type(lengths.max(initial=0)))
        self._writer.add(f"{self._name}/exact_lengths", exact)
        return {
            "tokens": int(lengths.sum()),
            "filled": int(np.count_nonzero(lengths)),
            "tallies": self._tallies,
            "widths": (width, high),
        }
