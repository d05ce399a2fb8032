"""Any number of strings a letter, and the letters of each string."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from index.columns.layout import ArrayWriter
from index.columns.lexicon import Lexicon, write_lexicon
from index.columns.mapped import ArrayFile
from index.columns.numbering import Numbering
from index.columns.ragged import Ragged, Whole, compact
from index.columns.runs import offsets_of
from index.columns.terms import Terms


class Labels:
    """The labels of one name: letter `i` has `ordinals[offsets[i] : offsets[i + 1]]`.

    An ordinal is the number of a value in `values`, which is sorted by the bytes of UTF-8. A letter
    has a value once; its values stand in the order in which they were given.
    """

    __slots__ = ("_row_offsets", "_rows", "offsets", "ordinals", "values")

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.values = Lexicon(file, f"{name}/values")
        self.offsets: Whole = file.array(f"{name}/offsets").all()
        self.ordinals: NDArray[np.int32] = file.array(f"{name}/ordinals").all()
        self._row_offsets = file.array(f"{name}/row_offsets")
        self._rows = file.array(f"{name}/rows")

    def find(self, value: str) -> int:
        """The ordinal of a value, or -1."""
        return self.values.find(value)

    def rows(self, ordinal: int) -> NDArray[np.int32]:
        """The letters that have a value, in ascending order."""
        first, end = self._row_offsets.pair(ordinal)
        return self._rows.slice(first, end)

    def of(self, row: int) -> tuple[str, ...]:
        """The values of one letter."""
        first, end = self.offsets[row : row + 2].tolist()
        return tuple(map(self.values.term, self.ordinals[first:end].tolist()))


def write_labels(writer: ArrayWriter, name: str, letters: Sequence[Sequence[str]]) -> None:
    """Write the labels of all letters."""
    once = [tuple(dict.fromkeys(values)) for values in letters]
    numbering = Numbering()
    numbers = numbering.number(list(chain.from_iterable(once)))
    values, place = numbering.in_order()
    counts = np.fromiter(map(len, once), np.int64, len(once))
    write_ordinals(
        writer, name, values, Ragged(offsets_of(counts), place[numbers].astype(np.int64))
    )


def write_ordinals(writer: ArrayWriter, name: str, values: Terms, ordinals: Ragged) -> None:
    """Write labels whose values have their numbers already."""
    counts = ordinals.offsets[1:] - ordinals.offsets[:-1]
    rows = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    order = np.argsort(ordinals.values, kind="stable")
    write_lexicon(writer, f"{name}/values", values)
    writer.add(f"{name}/offsets", compact(ordinals.offsets))
    writer.add(f"{name}/ordinals", ordinals.values.astype(np.int32))
    rows_of = np.bincount(ordinals.values, minlength=len(values))
    writer.add(f"{name}/row_offsets", compact(offsets_of(rows_of)))
    writer.add(f"{name}/rows", rows[order])
