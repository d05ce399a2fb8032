"""One segment as the embedded engine sees it: postings and their BM25 parts, cached, in arrays.

Knows nothing of plans. Row numbers are positions in the segment, from 0.
"""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from threading import Lock, local
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from index import Column, LiveSegment, Postings, TermColumn
from search.embedded import expansion

Rows = NDArray[np.int32]
NO_ROWS: Rows = np.zeros(0, np.int32)
REMEMBERED_TERMS = 100_000  # some 20 MB
REMEMBERED_EXPANSIONS = 1_000  # of fuzzy words, which take milliseconds to find
CACHED_POSTINGS = 8_000_000  # a leaf keeps 40 MB of rows and frequencies, 32 MB of BM25 parts
_AN_ENTRY = 100  # postings: an entry takes some 500 bytes whatever is in it


Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Norms:
    """K1 (1 - b + b len / avg) for each of the 256 encoded lengths of a column."""

    b: float
    values: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term's rows, ascending, and beside each the part of BM25 that depends on the letter."""

    rows: Rows
    parts: NDArray[np.float32]


NO_POSTINGS = Weighed(NO_ROWS, np.zeros(0, np.float32))


class PostingsCache(Generic[Entry]):
    """Lists by key; those unused for longest go once `limit` postings are held. Safe for threads.

    Every list counts for some postings more than it has, for the room that an entry takes.
    """

    def __init__(self, limit: int = CACHED_POSTINGS) -> None:
        self._limit, self._held, self._lock = limit, 0, Lock()
        self._entries: OrderedDict[Hashable, tuple[Entry, int]] = OrderedDict()

    def get(self, key: Hashable) -> Entry | None:
        """The entry, which becomes the most recent."""
        with self._lock:
            found = self._entries.get(key)
            if found is None:
                return None
            self._entries.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, entry: Entry, postings: int) -> None:
        """Keep an entry of so many postings, unless it alone is over the limit."""
        size = postings + _AN_ENTRY
        with self._lock:
            if size > self._limit or key in self._entries:
                return
            self._entries[key] = (entry, size)
            self._held += size
            while self._held > self._limit:
                _, (_, gone) = self._entries.popitem(last=False)
                self._held -= gone


class Leaf:
    """A live segment with its caches. Several threads may use it at once."""

    def __init__(self, source: LiveSegment) -> None:
        self.source = source
        self.base = source.base
        self.count = source.segment.count
        self.live = source.live
        self._postings = PostingsCache[Postings]()
        self._weighed = PostingsCache[Weighed]()
        self._threads = local()
        self._ordinals: dict[tuple[Column, str], int] = {}
        self._near: dict[tuple[Column, str, int], tuple[int, ...]] = {}
        self._columns: dict[Column, TermColumn] = {}

    def column(self, column: Column) -> TermColumn:
        """The terms of one view of one field."""
        found = self._columns.get(column)
        if found is None:
            found = self._columns[column] = self.source.segment.column(column)
        return found

    def ordinal(self, column: Column, term: str) -> int:
        """The number of a term in its column, or -1; the latest are remembered."""
        key = (column, term)
        found = self._ordinals.get(key)
        if found is None:
            if len(self._ordinals) >= REMEMBERED_TERMS:
                self._ordinals.clear()
            found = self._ordinals[key] = self.column(column).terms.find(term)
        return found

    def rows(self, column: Column, term: str) -> Rows:
        """The letters that hold the term, deleted ones too."""
        ordinal = self.ordinal(column, term)
        return NO_ROWS if ordinal < 0 else self.postings(column, ordinal).ids

    def postings(self, column: Column, ordinal: int) -> Postings:
        """The letters that hold a term of the column, deleted ones too."""
        key = (column, ordinal)
        found = self._postings.get(key)
        if found is None:
            found = self.column(column).postings(ordinal)
            self._postings.put(key, found, len(found.ids))
        return found

    def weighed(self, column: Column, term: str, norms: Norms) -> Weighed:
        """Rows and BM25 parts of a term."""
        ordinal = self.ordinal(column, term)
        if ordinal < 0:
            return NO_POSTINGS
        key = (column, ordinal, norms.b)
        found = self._weighed.get(key)
        if found is None:
            postings = self.postings(column, ordinal)
            parts = bm25(self.column(column), postings.ids, postings.frequencies, norms)
            found = Weighed(postings.ids, parts)
            self._weighed.put(key, found, len(parts))
        return found

    def nearly(self, column: Column, term: str, edits: int) -> tuple[int, ...]:
        """The terms of the column within `edits` of a term; the latest are remembered."""
        key = (column, term, edits)
        found = self._near.get(key)
        if found is None:
            if len(self._near) >= REMEMBERED_EXPANSIONS:
                self._near.clear()
            found = self._near[key] = expansion.nearly(self.column(column).terms, term, edits)
        return found

    def union(self, column: Column, ordinals: Sequence[int], norms: Norms) -> Weighed:
        """Rows and BM25 parts of several terms taken as one, their frequencies summed."""
        terms = self.column(column)
        found = [self.postings(column, ordinal) for ordinal in ordinals]
        if not found:
            return NO_POSTINGS
        rows = np.concatenate([postings.ids for postings in found])
        frequencies = np.concatenate([postings.frequencies for postings in found])
        distinct, where = np.unique(rows, return_inverse=True)
        summed = np.bincount(where, weights=frequencies)
        return Weighed(distinct, bm25(terms, distinct, summed, norms))

    def accumulator(self) -> NDArray[np.float32]:
        """Zeros, one a letter, of the calling thread, which leaves zeros behind."""
        sums: NDArray[np.float32] | None = getattr(self._threads, "sums", None)
        if sums is None:
            sums = self._threads.sums = np.zeros(self.count, np.float32)
        return sums


def bm25(
    terms: TermColumn, rows: Rows, frequencies: NDArray[np.generic], norms: Norms
) -> NDArray[np.float32]:
    """Tf / (tf + norm) a row, without the factor K1 + 1, which the weight carries."""
    tf = frequencies.astype(np.float32)
    parts: NDArray[np.float32] = tf / (tf + norms.values[terms.lengths[rows]])
    return parts
