"""One segment as the embedded engine sees it: postings and their BM25 parts, cached, in arrays.

Knows nothing of plans. Row numbers are positions in the segment, from 0.
"""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from threading import Lock, local

import numpy as np
from numpy.typing import NDArray

from index import Column, LiveSegment, TermColumn

Rows = NDArray[np.int32]
NO_ROWS: Rows = np.zeros(0, np.int32)
REMEMBERED_TERMS = 100_000  # some 20 MB
CACHED_POSTINGS = 8_000_000  # bounds a leaf's cache to 64 MB: a row and a BM25 part a posting


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term's rows, ascending, and beside each the part of BM25 that depends on the letter."""

    rows: Rows
    parts: NDArray[np.float32]


NO_POSTINGS = Weighed(NO_ROWS, np.zeros(0, np.float32))


class PostingsCache:
    """The least recently used go first once `limit` postings are held; safe for threads."""

    def __init__(self, limit: int = CACHED_POSTINGS) -> None:
        self._limit, self._held, self._lock = limit, 0, Lock()
        self._entries: OrderedDict[Hashable, Weighed] = OrderedDict()

    def get(self, key: Hashable) -> Weighed | None:
        """The entry, which becomes the most recent."""
        with self._lock:
            if entry := self._entries.get(key):
                self._entries.move_to_end(key)
            return entry

    def put(self, key: Hashable, entry: Weighed) -> None:
        """Keep the entry, unless it alone is over the limit."""
        if len(entry.rows) > self._limit:
            return
        with self._lock:
            if key in self._entries:
                return
            self._entries[key] = entry
            self._held += len(entry.rows) + 1
            while self._held > self._limit:
                _, gone = self._entries.popitem(last=False)
                self._held -= len(gone.rows) + 1


class Leaf:
    """A live segment with its caches. Several threads may use it at once."""

    def __init__(self, source: LiveSegment) -> None:
        self.source = source
        self.base = source.base
        self.count = source.segment.count
        self.live = source.live
        self._cache = PostingsCache()
        self._threads = local()
        self._ordinals: dict[tuple[Column, str], int] = {}
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
        return NO_ROWS if ordinal < 0 else self.column(column).postings(ordinal).ids

    def weighed(self, column: Column, term: str, norms: NDArray[np.float32]) -> Weighed:
        """Rows and BM25 parts of a term; `norms` are 256 values of K1 (1 - b + b len / avg)."""
        key = (column, term, norms[-1].item())
        found = self._cache.get(key)
        if found is None:
            found = self._weigh(column, self.ordinal(column, term), norms)
            self._cache.put(key, found)
        return found

    def _weigh(self, column: Column, ordinal: int, norms: NDArray[np.float32]) -> Weighed:
        if ordinal < 0:
            return NO_POSTINGS
        terms = self.column(column)
        found = terms.postings(ordinal)
        return Weighed(found.ids, bm25(terms, found.ids, found.frequencies, norms))

    def union(self, column: Column, ordinals: Sequence[int], norms: NDArray[np.float32]) -> Weighed:
        """Rows and BM25 parts of several terms taken as one, their frequencies summed."""
        terms = self.column(column)
        found = [terms.postings(ordinal) for ordinal in ordinals]
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
    terms: TermColumn, rows: Rows, frequencies: NDArray[np.generic], norms: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Tf / (tf + norm) a row, without the factor K1 + 1, which the weight carries."""
    tf = frequencies.astype(np.float32)
    parts: NDArray[np.float32] = tf / (tf + norms[terms.lengths[rows]])
    return parts
