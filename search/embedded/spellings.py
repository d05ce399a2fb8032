"""Terms as they are written: those like a word, and those that a character makes with another.

Arrays of a few bytes a term, made when the first query that may be misspelt is looked at.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index import Column, Segment, TermColumn
from search.embedded.expansion import edit_distances
from search.engine import Fillings

_LETTERS: Final = np.array([1 << (byte & 31) for byte in range(256)], np.uint32)
_PAIR_BYTES: Final = 6  # of two characters from U+0800 to U+FFFF, which is where Han ones are
_THREE_BYTES: Final = np.uint64(0xFFFFFF)


class Spellings:
    """The terms of all segments together; deleted letters count until merged. Safe for threads."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._words = cache(lambda column: tuple(map(WrittenWords, self._columns(column))))
        self._pairs = cache(lambda column: tuple(map(WrittenPairs, self._columns(column))))

    def nearly(self, column: Column, word: str, edits: int) -> Mapping[str, int]:
        """See `Engine.nearly`."""
        found: Counter[str] = Counter()
        for words in self._words(column):
            found.update(words.nearly(word, edits))
        return found

    def fillings(self, column: Column, before: str, after: str) -> Fillings:
        """See `Engine.fillings`."""
        found = [
            pairs.after(before) if before else pairs.before(after) for pairs in self._pairs(column)
        ]
        codes = np.concatenate([*(codes for codes, _ in found), np.zeros(0, np.uint32)])
        counts = np.concatenate([*(counts for _, counts in found), np.zeros(0, np.int64)])
        distinct, where = np.unique(codes, return_inverse=True)
        sums = np.bincount(where, weights=counts, minlength=len(distinct)).astype(np.int64)
        return Fillings(distinct, sums)

    def _columns(self, column: Column) -> list[TermColumn]:
        return [segment.column(column) for segment in self._segments]


class WrittenWords:
    """The Latin words of a column of units, to be compared with one that was typed."""

    def __init__(self, column: TermColumn) -> None:
        self._column = column

    def nearly(self, word: str, edits: int) -> dict[str, int]:
        """The words at most `edits` edits away, with how many letters have each.

        The edits are those of `expansion`, and the first character may be wrong too.
        """
        lengths, letters = self._shapes
        mask = np.bitwise_or.reduce(_LETTERS[np.frombuffer(word.encode(), np.uint8)])
        close = np.abs(lengths.astype(np.int16) - len(word)) <= edits
        close &= np.bitwise_count(letters ^ mask) <= 2 * edits
        ordinals = np.flatnonzero(close).tolist()
        words = [self._column.terms.term(ordinal) for ordinal in ordinals]
        if not words:
            return {}
        near = edit_distances(word, words) <= edits
        return {
            one: self._column.document_frequency(ordinal)
            for one, ordinal, is_near in zip(words, ordinals, near.tolist(), strict=True)
            if is_near
        }

    @cached_property
    def _shapes(self) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
        """Bytes of each term before the first Han one, and the set of letters in them."""
        end = self._column.terms.at_or_after("\u2e80")
        written = [raw for raw, _ in zip(self._column.terms.all_terms(), range(end), strict=False)]
        sizes = np.fromiter(map(len, written), np.int64, len(written))
        data = _LETTERS[np.frombuffer(b"".join(written), np.uint8)]
        starts = np.cumsum(sizes) - sizes
        letters = np.bitwise_or.reduceat(data, starts) if len(data) else np.zeros(0, np.uint32)
        return np.minimum(sizes, 255).astype(np.uint8), letters


class WrittenPairs:
    """The bigrams of a column, by their first or their second character."""

    def __init__(self, column: TermColumn) -> None:
        self._column = column

    def after(self, character: str) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
        """The characters that follow one, and how many letters have each pair."""
        first, end = self._column.terms.range(character)
        keys = self._keys[first:end]
        kept = np.flatnonzero((keys & np.uint64(0xFF)) == _PAIR_BYTES)
        counts = self._column.document_frequencies(first, end)[kept]
        return _code_points((keys[kept] >> np.uint64(16)) & _THREE_BYTES), counts

    def before(self, character: str) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
        """The characters that come before one, and how many letters have each pair."""
        raw = int.from_bytes(character.encode("utf-8", "surrogatepass"), "big")
        wanted = np.uint64(raw << 16 | _PAIR_BYTES)
        places = np.flatnonzero((self._keys & np.uint64(0xFFFFFF00FF)) == wanted)
        counts = [self._column.document_frequency(place) for place in places.tolist()]
        return _code_points(self._keys[places] >> np.uint64(40)), np.array(counts, np.int64)

    @cached_property
    def _keys(self) -> NDArray[np.uint64]:
        return self._column.terms.all_terms().keys


def _code_points(encoded: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Characters from their three bytes of UTF-8."""
    high, middle, low = (encoded >> np.uint64(shift) for shift in (16, 8, 0))
    code = (high & np.uint64(0xF)) << np.uint64(12) | (middle & np.uint64(0x3F)) << np.uint64(6)
    code_points: NDArray[np.uint32] = (code | (low & np.uint64(0x3F))).astype(np.uint32)
    return code_points
