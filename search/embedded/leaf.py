"""One segment as the embedded engine sees it: the lists of its terms, cached, in arrays.

Knows nothing of plans. Row numbers are positions in the segment, from 0.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from threading import local

import numpy as np
from numpy.typing import NDArray

from index import Column, LiveSegment, Postings, TermColumn, spread
from search.embedded import expansion, sets
from search.embedded.cache import Cache
from search.embedded.dates import DateOrder
from search.embedded.joining import joined
from search.embedded.sets import Letters, Many, Rows
from search.embedded.space import Space
from search.embedded.weighed import (
    NOT_LISTED,
    NOT_WEIGHED,
    Listed,
    Norms,
    Weighed,
    weigh,
)

REMEMBERED_TERMS = 100_000  # some 20 MB
REMEMBERED_EXPANSIONS = 1_000  # of fuzzy words, which take milliseconds to find
FRESH = 8 << 20  # bytes of lists that were read last, for whoever weighs them next
LEAST, MOST = (
    8 << 20,
    512 << 20,
)  # bytes of each of the caches below, however many letters there are
# Bytes a letter of the segment: a common term takes 1 as letters, 4 as parts, and as places 8 for
# each time it stands in a letter. With fewer, what a hundred users ask for is read again and again.
CACHED_LETTERS, CACHED_PARTS, CACHED_PLACES = 250, 500, 150


@dataclass(frozen=True, slots=True)
class Together:
    """Lists of any columns taken as one: what they are known by, and how they are read."""

    key: Hashable
    read: Callable[[], Postings] = field(compare=False)


Ordinals = tuple[int, ...]
Numbered = int | range | Ordinals  # of a term, of a prefix, of other alternatives
Terms = Numbered | Together
Starts = tuple[Rows, NDArray[np.int64]]  # of a term: its letters, where the positions in each start
ROW_BITS = 32
Places = NDArray[np.int64]  # ascending: a row in the high bits, a position in the low ROW_BITS


class Leaf:
    """A live segment with its caches. Several threads may use it at once."""

    def __init__(self, source: LiveSegment) -> None:
        self.source = source
        self.base = source.base
        self.count = source.segment.count
        self.live = source.live
        self.everything = sets.everything(self.count) if self.live is None else Many(self.live)
        self._fresh = Cache[Listed](FRESH)
        self._letters = Cache[Letters](self._limit(CACHED_LETTERS))
        self._weighed = Cache[Weighed](self._limit(CACHED_PARTS))
        self._places = Cache[Places](self._limit(CACHED_PLACES))
        self._starts = Cache[Starts](self._limit(CACHED_PLACES))
        self._threads = local()
        self._ordinals: dict[tuple[Column, str], int] = {}
        self._near: dict[tuple[Column, str, int], tuple[int, ...]] = {}
        self._columns: dict[Column, TermColumn] = {}

    @property
    def space(self) -> Space:
        """Room to compute in, of the calling thread."""
        found: Space | None = getattr(self._threads, "space", None)
        if found is None:
            found = self._threads.space = Space(self.count)
        return found

    @cached_property
    def dates(self) -> DateOrder:
        """The letters by date."""
        return DateOrder(self.source.segment.numbers("date_first").astype(np.int64))

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

    def nearly(self, column: Column, term: str, edits: int) -> tuple[int, ...]:
        """The terms of the column within `edits` of a term; the latest are remembered."""
        key = (column, term, edits)
        found = self._near.get(key)
        if found is None:
            if len(self._near) >= REMEMBERED_EXPANSIONS:
                self._near.clear()
            found = self._near[key] = expansion.nearly(self.column(column).terms, term, edits)
        return found

    def letters(self, column: Column, terms: Terms) -> Letters:
        """The live letters that hold the term, or one of the terms."""
        key = (column, terms)
        found = self._letters.get(key)
        if found is None:
            found = self._listed(column, terms).letters
            self._letters.put(key, found, sets.bytes_of(found))
        return found

    def weighed(self, column: Column, terms: Terms, norms: Norms, factor: float) -> Weighed:
        """Letters of a term, or of several taken as one, and what it adds to their scores.

        `factor` is what does not depend on the letter: with it in the list, a query has only to
        add lists up.
        """
        key = (column, terms, norms.b, factor)
        found = self._weighed.get(key)
        if found is None:
            listed = self._listed(column, terms)
            if not listed.size:
                return NOT_WEIGHED
            letters = self._letters.get((column, terms)) or listed.letters
            made = weigh(letters, listed, self.column(column).lengths, norms, factor)
            found = self._weighed.put(key, made, made.parts.nbytes)
        return found

    def frequency(self, column: Column, terms: Terms, row: int) -> int:
        """How often a live letter has the term, or several taken as one."""
        listed = self._listed(column, terms)
        if isinstance(listed.letters, Many):
            return int(listed.frequencies[row])
        place = int(np.searchsorted(listed.letters.rows, row))
        is_there = place < listed.size and listed.letters.rows[place] == row
        return int(listed.frequencies[place]) if is_there else 0

    def places(self, column: Column, term: int) -> Places:
        """Where a term stands, in deleted letters too."""
        key = (column, term)
        found = self._places.get(key)
        if found is None:
            its = self.column(column)
            postings = its.postings(term)
            made = np.repeat(postings.ids.astype(np.int64) << ROW_BITS, postings.frequencies)
            made += its.positions_range(term, term + 1)
            found = self._places.put(key, made, made.nbytes)
        return found

    def places_within(self, column: Column, term: int, rows: Rows) -> Places:
        """Where a term stands in the letters of some rows, ascending."""
        return self.places_of_terms(column, [term], rows)[0]

    def places_of_terms(
        self, column: Column, terms: Sequence[int], rows: Rows
    ) -> tuple[Places, NDArray[np.int64]]:
        """Where terms stand in the letters of some rows, term by term, and how often each does."""
        runs, of_rows, sizes = [], [], []
        for term in terms:
            ids, starts = self._placed(column, term)
            where = sets.nearest(ids, rows)
            holding = ids[where] == rows
            where = where.compress(holding)
            first = starts[where]
            counts = starts[where + 1] - first
            runs.append(spread(first, counts))
            of_rows.append(np.repeat(rows.compress(holding), counts))
            sizes.append(len(runs[-1]))
        places = np.concatenate(of_rows).astype(np.int64) << ROW_BITS
        places += self.column(column).positions_at(runs)
        return places, np.array(sizes)

    def _placed(self, column: Column, term: int) -> Starts:
        """The letters of a term, deleted ones too, and where the positions in each start."""
        key = (column, term)
        found = self._starts.get(key)
        if found is None:
            its = self.column(column)
            made = its.ids(term).astype(np.intp), its.starts(term)
            found = self._starts.put(key, made, sum(part.nbytes for part in made))
        return found

    def condition(self, key: Hashable) -> Letters | None:
        """What was found for a condition lately."""
        return self._letters.get(key)

    def remember(self, key: Hashable, letters: Letters) -> Letters:
        """Keep what was found for a condition."""
        return self._letters.put(key, letters, sets.bytes_of(letters))

    def _listed(self, column: Column, terms: Terms) -> Listed:
        if terms == -1 or terms == ():
            return NOT_LISTED
        key = (column, terms)
        found = self._fresh.get(key)
        if found is None:
            made = self._laid_out(self._postings(column, terms))
            found = self._fresh.put(key, made, made.bytes)
        return found

    def _postings(self, column: Column, terms: Terms) -> Postings:
        its = self.column(column)
        match terms:
            case int():
                return its.postings(terms)
            case range():
                return joined([its.postings_range(terms.start, terms.stop)], self.count, self.space)
            case Together():
                return terms.read()
            case _:
                return joined([its.postings(term) for term in terms], self.count, self.space)

    def _limit(self, of_a_letter: int) -> int:
        return min(max(LEAST, of_a_letter * self.count), MOST)

    def _laid_out(self, postings: Postings) -> Listed:
        rows, frequencies = postings.ids.astype(np.intp), postings.frequencies
        if self.live is not None:
            kept = self.live[rows]
            rows, frequencies = rows[kept], frequencies[kept]
        letters = sets.fitting(rows, self.count)
        if isinstance(letters, Many):
            of_all = np.zeros(self.count, frequencies.dtype)
            of_all[rows] = frequencies
            frequencies = of_all
        return Listed(letters, frequencies, len(rows))


def alternatives(leaf: Leaf, column: Column, terms: Sequence[str]) -> Numbered:
    """The ordinals of terms that are ways to write one; -1 where there is none."""
    if len(terms) == 1:
        return leaf.ordinal(column, terms[0])
    found = tuple(o for term in terms if (o := leaf.ordinal(column, term)) >= 0)
    return found[0] if len(found) == 1 else found or -1
