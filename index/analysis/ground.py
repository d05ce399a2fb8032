"""What every view stands on: a batch of texts folded and cut into units, with the way back."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis.fold import FoldedBatch, decode, fold_batch
from index.analysis.tokens import TokenColumns
from index.analysis.units import Units, find_links, find_units


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """Rows of units that make one token each, in order: what is written, first and last unit."""

    written: list[str]
    first: NDArray[np.int64]
    last: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A folded batch, its units, and where they are in the source.

    `text` is the folded text of the whole batch; `link` says which units of unspaced scripts
    continue the one before; `start` and `end` are places of units in their own source text.
    """

    batch: FoldedBatch
    text: str
    units: Units
    link: NDArray[np.bool_]
    start: NDArray[np.int32]
    end: NDArray[np.int32]

    def codes_of(self, rows: NDArray[np.int64]) -> NDArray[np.uint32]:
        """The first code point of each of these units: all of one that is a single character."""
        return self.batch.codes[self.units.start[rows]]

    def written(self, first: NDArray[np.int64], last: NDArray[np.int64]) -> list[str]:
        """The folded text from each first to its last unit."""
        starts, ends = self.units.start[first].tolist(), self.units.end[last].tolist()
        return [self.text[a:b] for a, b in zip(starts, ends, strict=True)]

    def columns(
        self,
        vocabulary: list[str],
        term: NDArray[np.int32],
        first: NDArray[np.int64],
        last: NDArray[np.int64],
    ) -> TokenColumns:
        """Tokens that begin and end with these units."""
        return TokenColumns(
            vocabulary=vocabulary,
            term=term,
            text=self.units.text[first],
            position=self.units.position[first],
            start=self.start[first],
            end=self.end[last],
        )


def lay_ground(texts: Sequence[str]) -> Ground:
    """Folds the texts and finds their units."""
    batch = fold_batch(texts)
    units = find_units(batch)
    counts = np.diff(units.bounds)
    origin = np.repeat(batch.source_begins[:-1], counts)
    starts = units.start if batch.starts is None else batch.starts[units.start]
    ends = units.end if batch.ends is None else batch.ends[units.end - 1]
    return Ground(
        batch=batch,
        text=decode(batch.codes),
        units=units,
        link=find_links(batch, units),
        start=(starts - origin).astype(np.int32),
        end=(ends - origin).astype(np.int32),
    )
