"""One column of a segment, to be read and written: terms, postings, positions, lengths."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columns.layout import ArrayWriter
from index.columns.lengths import encode_lengths
from index.columns.lexicon import Lexicon
from index.columns.mapped import ArrayFile
from index.columns.positions import Positions, PositionsReader
from index.columns.postings import Postings, PostingsReader
from index.fields import Column


class TermColumn:
    """The terms of one view of one field, and the letters that have them.

    `tokens` is the sum of the exact lengths, `filled` how many letters have tokens.
    """

    def __init__(self, file: ArrayFile, column: Column) -> None:
        name = str(column)
        about = file.about["columns"][name]
        self.terms = Lexicon(file, f"{name}/terms")
        self.tokens: int = about["tokens"]
        self.filled: int = about["filled"]
        self.postings_reader = PostingsReader(file, name)
        self.positions_reader = PositionsReader(file, name) if about["positions"] else None
        self._lengths = file.array(f"{name}/lengths")

    @property
    def lengths(self) -> NDArray[np.uint8]:
        """The length in tokens of each letter, as `encode_lengths` writes it."""
        return self._lengths.all()

    def document_frequency(self, term: int) -> int:
        """How many letters have a term."""
        return self.postings_reader.size(term)

    def total_frequency(self, term: int) -> int:
        """How often the letters have a term, all in all."""
        return int(self.postings(term).frequencies.sum(dtype=np.int64))

    def postings(self, term: int) -> Postings:
        """The letters of a term."""
        return self.postings_reader.read(term)

    def postings_range(self, first: int, end: int) -> Postings:
        """The postings of the terms from `first` to before `end`, one after the other."""
        return self.postings_reader.read_range(first, end)

    def positions(self, term: int, rows: NDArray[np.integer[Any]]) -> Positions:
        """Where a term stands in the letters `postings(term).ids[rows]`.

        ValueError if the column was written without positions.
        """
        if self.positions_reader is None:
            raise ValueError("this column was written without positions")
        frequencies = self.postings(term).frequencies.astype(np.int64)
        return self.positions_reader.read(term, frequencies, rows.astype(np.int64))


def write_lengths(
    writer: ArrayWriter, name: str, lengths: NDArray[np.int64], *, positions: bool
) -> dict[str, Any]:
    """Write the lengths of all letters; the answer is what the directory says of the column."""
    writer.add(f"{name}/lengths", encode_lengths(lengths))
    filled = int(np.count_nonzero(lengths))
    return {"tokens": int(lengths.sum()), "filled": filled, "positions": positions}
