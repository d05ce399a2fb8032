"""The tokens of one column, gathered batch by batch and then inverted and written.

Columns of one view have most of their terms in common, so they share the numbers of terms; a column
is written with those of its own alone.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.tokens import TokenColumns
from index.columns.column import ColumnWriter
from index.columns.invert import Tokens, invert
from index.columns.layout import ArrayWriter
from index.columns.packed import tally
from index.columns.terms import Terms
from index.fields import Column

_NUMBER: Final = 4  # bytes of a term's number and of a position
_LENGTH: Final = 8  # bytes of a length


@dataclass(frozen=True, slots=True)
class WrittenColumn:
    """What the directory says of a column, and its terms."""

    about: dict[str, Any]
    terms: Terms


class Gathered:
    """The tokens of one column so far. `keeps_positions` says whether positions are kept."""

    def __init__(self, *, keeps_positions: bool) -> None:
        self._batches: list[Tokens] = []
        self._keeps_positions = keeps_positions
        self._held = 0

    @property
    def size(self) -> int:
        """An estimate of the memory held, in bytes."""
        return self._held

    def add(self, tokens: TokenColumns, first: int, count: int, numbers: NDArray[np.int32]) -> None:
        """Take the tokens of `count` letters, of which the first has the number `first`.

        `numbers` are those of the vocabulary, for all batches of the view.
        """
        bounds = np.searchsorted(tokens.text, np.arange(count + 1, dtype=np.int32))
        position = tokens.position.astype(np.int32) if self._keeps_positions else None
        batch = Tokens(
            first=first, lengths=np.diff(bounds), term=numbers[tokens.term], position=position
        )
        self._batches.append(batch)
        widths = 2 if self._keeps_positions else 1
        self._held += _NUMBER * widths * len(tokens.term) + _LENGTH * count

    def write(
        self,
        writer: ArrayWriter,
        column: Column,
        *,
        count: int,
        terms: Terms,
        place: NDArray[np.int32],
    ) -> WrittenColumn:
        """Write the column of `count` letters; its tokens are gone afterwards.

        `terms` are those of the view, and `place` has the place of each number among them.
        """
        lengths = self._lengths(count)
        batches, self._batches = self._batches, []
        inverted = invert(batches, place, terms=len(terms), count=count)
        del batches
        used = inverted.sizes > 0
        terms, sizes = terms.keep(used), inverted.sizes[used]
        high = None
        if self._keeps_positions:
            high = np.zeros(0, np.int32) if inverted.positions is None else inverted.positions >> 8
        column_writer = ColumnWriter(
            writer,
            column,
            count=count,
            frequencies=tally(inverted.frequencies - 1),
            positions=None if high is None else tally(high),
        )
        column_writer.append(sizes, inverted.ids, inverted.frequencies, inverted.positions)
        return WrittenColumn(column_writer.finish(terms, lengths), terms)

    def _lengths(self, count: int) -> NDArray[np.int64]:
        """The tokens of every letter, none for batches that lack the column."""
        lengths = np.zeros(count, np.int64)
        for batch in self._batches:
            lengths[batch.first : batch.first + len(batch.lengths)] = batch.lengths
        return lengths
