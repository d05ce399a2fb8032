"""What every view stands on: a batch of texts folded and cut into units, with the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.folding import decode, fold_batch
from index.analysis.numbering import FEW, KEY, Numbering, keys_at, number_keys
from index.analysis.tables import DIGIT, LETTER
from index.analysis.tokens import TokenColumns
from index.analysis.units import Units

ASCII: Final = 0x7F
_OTHERS: Final = np.uint64((1 << 64) - 1)  # no key of ASCII


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """Rows of units that make one token each, in order: what is written, first and last unit."""

    written: list[str]
    first: NDArray[np.int64]
    last: NDArray[np.int64]


class Ground:
    """A folded batch, its units, and where they are in the source.

    `text` is the folded text of the whole batch. What not everybody asks for is worked out when it
    is asked for.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.batch = fold_batch(texts)
        self.units = Units(self.batch)
        self.text = decode(self.batch.codes)

    @cached_property
    def code(self) -> NDArray[np.uint32]:
        """The first code point of each unit, which is all of one that is a single character."""
        return self.batch.codes[self.units.start]

    @cached_property
    def start(self) -> NDArray[np.int32]:
        """Where each unit starts in its own source text."""
        starts, units = self.batch.starts, self.units
        return self._in_own_text(units.start if starts is None else starts[units.start])

    @cached_property
    def end(self) -> NDArray[np.int32]:
        """Where each unit ends in its own source text."""
        ends, units = self.batch.ends, self.units
        return self._in_own_text(units.end if ends is None else ends[units.end - 1])

    def _in_own_text(self, places: NDArray[np.int64]) -> NDArray[np.int32]:
        origin = np.repeat(self.batch.source_begins[:-1], self.units.counts)
        return (places - origin).astype(np.int32)

    def written(self, first: NDArray[np.int64], last: NDArray[np.int64]) -> list[str]:
        """The folded text from each first to its last unit."""
        starts, ends = self.units.start[first].tolist(), self.units.end[last].tolist()
        return [self.text[a:b] for a, b in zip(starts, ends, strict=True)]

    def number_runs(self) -> tuple[NDArray[np.int32], list[str]]:
        """The number of each word and number, in order, and what is written for each number.

        Strings are made of those that are longer than two keys or not ASCII alone.
        """
        runs = np.flatnonzero(self.units.kind <= DIGIT)
        if len(runs) <= FEW:
            words = Numbering()
            return words.number(self.written(runs, runs)), words.strings()
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
