"""One segment as the embedded engine sees it: the lists of its terms, cached, in arrays.

Knows nothing of plans. Row numbers are positions in the segment, from 0.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from threading import local
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import Column, LiveSegment, Postings, TermColumn, spread
from search.cache import Cache
from search.embedded import expansion, sets
from search.embedded.dates import DateOrder
from search.embedded.joining import joined
from search.embedded.placing import Placed, place
from search.embedded.sets import Few, Letters, Many, Rows
from search.embedded.space import Space
from search.embedded.weighed import NOT_LISTED, Listed, Norms, Parts, Scored, weigh

REMEMBERED_TERMS = 100_000  # some 20 MB
REMEMBERED_EXPANSIONS = 1_000  # of fuzzy words, which take milliseconds to find
LEAST, MOST = (
    8 << 20,
    512 << 20,
)  # bytes of each of the caches below, however many letters there are
# Bytes a letter of the segment. A common term takes 1 as a list; others a posting 9 as a list, 4 as
# parts, 12 as the best of several, and as places 8 for each time the term stands in a letter.
CACHED_LISTS, CACHED_PARTS, CACHED_BEST, CACHED_PLACES, CACHED_STARTS = 550, 150, 100, 250, 30
REMEMBERED_HEADS = 2 << 20  # bytes
BEST = 128  # letters of a single term that are remembered: a page, and those ranked again


@dataclass(frozen=True, slots=True)
class Together:
    """Lists of any columns taken as one: what they are known by, and how they are read."""

    key: Hashable
    read: Callable[[], Postings] = field(compare=False)


Ordinals = tuple[int, ...]
Numbered = int | range | Ordinals  # of a term, of a prefix, of other alternatives
Terms = Numbered | Together
Head = tuple[Rows, NDArray[np.float64]]  # best letters, and their scores
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
        self._lists = Cache[Listed](self._limit(CACHED_LISTS))
        self._parts = Cache[Parts](self._limit(CACHED_PARTS))
        self._best = Cache[Scored](self._limit(CACHED_BEST))
        self._places = Cache[Places](self._limit(CACHED_PLACES))
        self._placed = Cache[Placed](self._limit(CACHED_STARTS))
        self._conditions = Cache[Letters](LEAST)
        self._heads = Cache[Head](REMEMBERED_HEADS)
        self._gaps = Cache[Places](LEAST)
        self._norms: dict[tuple[Column, float], Parts] = {}
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
        return self._listed(column, terms).letters

    def scored(self, column: Column, terms: Terms, norms: Norms, factor: float) -> Scored:
        """What a term, or several taken as one, adds to the scores of letters."""
        listed = self._listed(column, terms)
        of_letters = self.norms(column, norms)
        letters = listed.letters
        if isinstance(letters, Many):
            return Scored(listed, of_letters, factor, None)
        key = (column, terms, norms.b, factor)
        parts = self._parts.get(key)
        if parts is None or len(parts) != len(letters.rows):
            made = weigh(listed.frequencies, of_letters[letters.rows], factor)
            parts = self._parts.put(key, made, made.nbytes)
        return Scored(listed, of_letters, factor, parts)

    def best(self, key: Hashable, make: Callable[[], Scored]) -> Scored:
        """What the best of several terms adds to scores; the latest are kept."""
        found = self._best.get(key)
        if found is None:
            made = make()
            parts = 0 if made.parts is None else made.parts.nbytes
            found = self._best.put(key, made, made.listed.bytes + parts)
        return found

    def head(self, key: Hashable) -> Head | None:
        """The best letters of a single term, if they were found lately."""
        return self._heads.get(key)

    def remember_head(self, key: Hashable, head: Head) -> None:
        """Keep the best letters of a single term."""
        self._heads.put(key, head, sum(part.nbytes for part in head))

    def norms(self, column: Column, norms: Norms) -> Parts:
        """The norm of each letter."""
        key = (column, norms.b)
        found = self._norms.get(key)
        if found is None:
            lengths = self.column(column).lengths
            found = norms.values[lengths] if len(lengths) else np.zeros(self.count, np.float32)
            self._norms[key] = found
        return found

    def frequencies(
        self, column: Column, terms: Terms, rows: Rows
    ) -> NDArray[np.unsignedinteger[Any]]:
        """How often live letters, in any order, have the term or several taken as one."""
        listed = self._listed(column, terms)
        if isinstance(listed.letters, Many):
            return listed.frequencies[rows]
        if not listed.size:
            return np.zeros(len(rows), np.uint8)
        where = sets.nearest(listed.letters.rows, rows)
        found: NDArray[np.unsignedinteger[Any]] = listed.frequencies[where]
        found[listed.letters.rows[where] != rows] = 0
        return found

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
            holding, starts, counts = self._place(column, term).runs(rows)
            runs.append(spread(starts, counts))
            of_rows.append(np.repeat(holding, counts))
            sizes.append(len(runs[-1]))
        places = np.concatenate(of_rows).astype(np.int64) << ROW_BITS
        places += self.column(column).positions_at(runs)
        return places, np.array(sizes)

    def _place(self, column: Column, term: int) -> Placed:
        key = (column, term)
        found = self._placed.get(key)
        if found is None:
            its = self.column(column)
            listed, others = self._listed(column, term), 0
            if listed.size < its.document_frequency(term):
                # positions of deleted letters are there, and must be counted
                listed = self._laid_out(its.postings(term), live=None)
                others = listed.bytes
            made = place(listed.letters, listed.frequencies, its.first_position(term))
            size = made.before.nbytes + others
            found = self._placed.put(key, made, size)
        return found

    def condition(self, key: Hashable) -> Letters | None:
        """What was found for a condition lately."""
        return self._conditions.get(key)

    def remember(self, key: Hashable, letters: Letters) -> Letters:
        """Keep what was found for a condition."""
        return self._conditions.put(key, letters, sets.bytes_of(letters))

    def gaps(self, row: int) -> Places | None:
        """What was kept of a letter by `remember_gaps`."""
        return self._gaps.get(row)

    def remember_gaps(self, row: int, places: Places) -> Places:
        """Keep the places of a letter's text at which no unit is."""
        return self._gaps.put(row, places, places.nbytes)

    def _listed(self, column: Column, terms: Terms) -> Listed:
        if terms == -1 or terms == ():
            return NOT_LISTED
        key = (column, terms)
        found = self._lists.get(key)
        if found is None:
            made = self._laid_out(self._postings(column, terms), self.live)
            found = self._lists.put(key, made, made.bytes)
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

    def _laid_out(self, postings: Postings, live: NDArray[np.bool_] | None) -> Listed:
        rows, frequencies = postings.ids.astype(np.intp), postings.frequencies
        if live is not None:
            kept = live.take(rows)
            if not kept.all():
                rows, frequencies = rows.compress(kept), frequencies.compress(kept)
        if len(rows) * sets.DENSE < self.count:
            return Listed(Few(rows), frequencies, len(rows))
        of_all = np.zeros(self.count, frequencies.dtype)
        of_all[rows] = frequencies
        return Listed(Many(of_all), of_all, len(rows))


def alternatives(leaf: Leaf, column: Column, terms: Sequence[str]) -> Numbered:
    """The ordinals of terms that are ways to write one; -1 where there is none."""
    if len(terms) == 1:
        return leaf.ordinal(column, terms[0])
    found = tuple(o for term in terms if (o := leaf.ordinal(column, term)) >= 0)
    return found[0] if len(found) == 1 else found or -1
