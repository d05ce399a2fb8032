"""What every view stands on: a batch of texts folded and cut into units, with the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.folding import FoldedBatch, decode, fold_batch
from index.analysis.numbering import KEY, Numbering, keys_at, number_keys
from index.analysis.tables import DIGIT, LETTER
from index.analysis.tokens import TokenColumns
from index.analysis.units import Units, find_units

ASCII: Final = 0x7F
_OTHERS: Final = np.uint64((1 << 64) - 1)  # no key of ASCII


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """Rows of units that make one token each, in order: what is written, first and last unit."""

    written: list[str]
    first: NDArray[np.int64]
    last: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A folded batch, its units, and where they are in the source.

    `text` is the folded text of the whole batch; `code` is the first code point of each unit,
    which is all of one that is a single character; `start` and `end` are places of units in
    their own source text.
    """

    batch: FoldedBatch
    text: str
    units: Units
    code: NDArray[np.uint32]
    start: NDArray[np.int32]
    end: NDArray[np.int32]

    def written(self, first: NDArray[np.int64], last: NDArray[np.int64]) -> list[str]:
        """The folded text from each first to its last unit."""
        starts, ends = self.units.start[first].tolist(), self.units.end[last].tolist()
        return [self.text[a:b] for a, b in zip(starts, ends, strict=True)]

    def number_runs(self) -> tuple[NDArray[np.int32], list[str]]:
        """The number of each word and number, in order, and what is written for each number.

        Strings are made of those that are longer than two keys or not ASCII alone.
        """
        runs = np.flatnonzero(self.units.kind <= DIGIT)
        start, end = self.units.start[runs], self.units.end[runs]
        size = end - start
        narrow = np.append(self.batch.codes.astype(np.uint8), np.zeros(2 * KEY, np.uint8))
        first, second = keys_at(narrow, start, size), keys_at(narrow, start + KEY, size - KEY)
        kinds = self.units.kinds
        broad = np.flatnonzero((self.batch.codes > ASCII) & (kinds >= LETTER) & (kinds <= DIGIT))
        is_other = size > 2 * KEY
        if len(broad):
            is_other |= np.searchsorted(broad, start) < np.searchsorted(broad, end)
        others = np.flatnonzero(is_other)
        first[others] = Numbering().number(self.written(runs[others], runs[others]))
        second[others] = _OTHERS
        numbered = number_keys(first, second)
        firsts = runs[numbered.place]
        return numbered.number, self.written(firsts, firsts)

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


def cap_runs(is_first: NDArray[np.bool_], *, longest: int) -> None:
    """Begins a new run wherever one would be longer than `longest` rows, in place."""
    if len(is_first) <= longest:
        return
    heads = np.flatnonzero(is_first)
    ends = np.append(heads[1:], len(is_first))
    long = np.flatnonzero(ends - heads > longest)
    for a, b in zip(heads[long].tolist(), ends[long].tolist(), strict=True):
        is_first[a:b:longest] = True


def lay_ground(texts: Sequence[str]) -> Ground:
    """Folds the texts and finds their units."""
    batch = fold_batch(texts)
    units = find_units(batch)
    origin = np.repeat(batch.source_begins[:-1], units.counts)
    starts = units.start if batch.starts is None else batch.starts[units.start]
    ends = units.end if batch.ends is None else batch.ends[units.end - 1]
    return Ground(
        batch=batch,
        text=decode(batch.codes),
        units=units,
        code=batch.codes[units.start],
        start=(starts - origin).astype(np.int32),
        end=(ends - origin).astype(np.int32),
    )
