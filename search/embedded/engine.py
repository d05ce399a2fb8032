"""The embedded engine: runs plans over the columns of a snapshot, in numpy, in this process."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index import Column, Snapshot
from search import plan
from search.embedded import matching, scoring, sets, top
from search.embedded.best_initiatives import Initiatives
from search.embedded.contributions import contributions
from search.embedded.facets import Facet
from search.embedded.initiatives import Branch, owners_passing
from search.embedded.leaf import ROW_BITS, Head, Leaf
from search.embedded.months import Months
from search.embedded.one_name import NO_LEADERS, Leaders
from search.embedded.sets import Letters
from search.embedded.spellings import Spellings
from search.embedded.statistics import Statistics
from search.engine import (
    Contribution,
    Fillings,
    Found,
    FoundInitiatives,
    Occurrences,
    Window,
)
from search.filters import own_filter
from search.ranking import TEXT_UNITS
from search.results import FacetName


class EmbeddedEngine:
    """An engine over one snapshot; its caches live as long as it does."""

    def __init__(
        self, snapshot: Snapshot, leaders: Callable[[], Leaders] = lambda: NO_LEADERS
    ) -> None:
        """`leaders` gives the names of issuers that count under another one."""
        self._leaders = leaders
        self._leaves = tuple(Leaf(segment) for segment in snapshot.segments)
        self._statistics = Statistics(self._leaves)
        self._spellings = Spellings([live.segment for live in snapshot.segments])
        self._branches = tuple(map(Branch, self._leaves))
        self._initiatives = Initiatives(self._branches)
        self._facets: dict[FacetName, Facet | Months] = {}

    def find(self, wanted: plan.Plan, window: Window) -> Found:
        """Match, score, sort and count.

        Ties go to letters that are preferred, then to the one that was indexed first.
        """
        filtered = [self._filters(leaf, wanted) for leaf in self._leaves]
        matched = [matching.match(leaf, wanted.match) for leaf in self._leaves]
        found = [
            _passing(leaf, letters, list(conditions.values()))
            for leaf, letters, conditions in zip(self._leaves, matched, filtered, strict=True)
        ]
        numbers, scores = self._ranked(wanted, window, found)
        return Found(
            total=sum(map(sets.size, found)),
            numbers=numbers,
            scores=scores,
            facets={name: self._facet(name, matched, filtered) for name in window.facets},
        )

    def find_initiatives(self, wanted: plan.InitiativePlan, window: Window) -> FoundInitiatives:
        """See `Engine.find_initiatives`. Ties go as in `find`."""
        filtered = [self._filters(leaf, wanted.letters) for leaf in self._leaves]
        matched = self._initiatives.find(wanted)
        found = [
            branch.passing(its, list(conditions.values()))
            for branch, its, conditions in zip(self._branches, matched, filtered, strict=True)
        ]
        numbers, ordinals, scores = self._initiatives.head(found, wanted, window)
        owners = [branch.owners(its) for branch, its in zip(self._branches, matched, strict=True)]
        return FoundInitiatives(
            total=sum(map(sets.size, found)),
            numbers=numbers,
            ordinals=ordinals,
            scores=scores,
            facets={name: self._facet_of_owners(name, owners, filtered) for name in window.facets},
        )

    def contributions(
        self, numbers: Sequence[int], wanted: plan.Plan
    ) -> tuple[tuple[Contribution, ...], ...]:
        """See `Engine.contributions`."""
        return contributions(self._leaves, numbers, wanted, self._statistics)

    def scores(
        self, numbers: NDArray[np.int64], terms: Sequence[plan.ScoreTerm], b: float
    ) -> NDArray[np.float64]:
        """See `Engine.scores`."""
        result = np.zeros(len(numbers))
        wanted = scoring.factors_of_single(terms, self._statistics, self._leaves)
        for leaf in self._leaves:
            here = np.flatnonzero((numbers >= leaf.base) & (numbers < leaf.base + leaf.count))
            rows = numbers[here] - leaf.base
            result[here] = scoring.scores_of(leaf, rows, wanted, self._statistics, b)
        return result

    def idf(self, column: Column, term: str) -> float:
        """See `Engine.idf`."""
        return self._statistics.idf(column, self._statistics.document_frequency(column, term))

    def document_frequencies(self, column: Column, terms: Sequence[str]) -> tuple[int, ...]:
        """See `Engine.document_frequencies`."""
        return tuple(self._statistics.document_frequency(column, term) for term in terms)

    def nearly(self, column: Column, word: str, edits: int) -> Mapping[str, int]:
        """See `Engine.nearly`."""
        return self._spellings.nearly(column, word, edits)

    def fillings(self, column: Column, before: str, after: str) -> Fillings:
        """See `Engine.fillings`."""
        return self._spellings.fillings(column, before, after)

    def occurrences(self, numbers: NDArray[np.int64], units: Sequence[str]) -> Occurrences:
        """See `Engine.occurrences`."""
        parts = [_occurrences(leaf, numbers, units) for leaf in self._leaves]
        none = np.zeros(0, np.int64)
        parts = [part for part in parts if part] or [(none, none, none)]
        row, term, position = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
        return Occurrences(row, term, position)

    def _filters(self, leaf: Leaf, wanted: plan.Plan) -> dict[str, Letters]:
        return {name: matching.match(leaf, condition) for name, condition in wanted.filters}

    def _facet(
        self, name: FacetName, matched: Sequence[Letters], filtered: list[dict[str, Letters]]
    ) -> tuple[tuple[str, int], ...]:
        """Counts under every filter but the facet's own, so that its other values stay on offer."""
        found = [
            _passing(leaf, letters, _without(name, conditions))
            for leaf, letters, conditions in zip(self._leaves, matched, filtered, strict=True)
        ]
        return self._facet_named(name).count(found)

    def _facet_of_owners(
        self, name: FacetName, owners: Sequence[Letters], filtered: list[dict[str, Letters]]
    ) -> tuple[tuple[str, int], ...]:
        """The same for initiatives, of which the letters are given."""
        found = [
            owners_passing(leaf, letters, _without(name, conditions))
            for leaf, letters, conditions in zip(self._leaves, owners, filtered, strict=True)
        ]
        return self._facet_named(name).count(found, times=True)

    def _facet_named(self, name: FacetName) -> Facet | Months:
        facet = self._facets.get(name)
        if facet is None:  # two threads may both make it: it is the same
            facet = self._facets[name] = self._counter(name)
        return facet

    def _counter(self, name: FacetName) -> Facet | Months:
        if name == "month":
            return Months([leaf.dates for leaf in self._leaves])
        return Facet(name, self._leaves, self._leaders() if name == "issuer" else NO_LEADERS)

    def _ranked(self, wanted: plan.Plan, window: Window, found: list[Letters]) -> Head:
        """The head of each segment's ranking, and of these together."""
        if not window.size:  # only the number of letters is asked for
            return np.zeros(0, np.int64), np.zeros(0)
        if window.sort == "relevance":
            heads = self._scored(wanted, found, window.size)
        else:
            newest = window.sort == "-date"
            heads = [
                leaf.dates.head(letters, window.size, newest=newest)
                for leaf, letters in zip(self._leaves, found, strict=True)
            ]
        numbers, keys = _together(self._leaves, heads, window.size)
        return numbers, keys if window.sort == "relevance" else np.zeros(len(keys))

    def _scored(self, wanted: plan.Plan, found: list[Letters], size: int) -> list[Head]:
        factors = scoring.factors(wanted.scores, self._statistics, self._leaves)
        return [
            scoring.head(
                leaf,
                letters,
                factors,
                self._statistics,
                wanted.b,
                size,
                preferred=matching.match(leaf, wanted.preferred) if wanted.preferred else None,
            )
            for leaf, letters in zip(self._leaves, found, strict=True)
        ]


def _together(leaves: Sequence[Leaf], heads: Sequence[Head], size: int) -> Head:
    """The head of all rankings; those of segments are sorted already."""
    numbers = [rows + leaf.base for leaf, (rows, _) in zip(leaves, heads, strict=True)]
    if len(heads) == 1:
        return numbers[0], heads[0][1]
    if not heads:
        return np.zeros(0, np.int64), np.zeros(0)
    return top.best(np.concatenate(numbers), np.concatenate([keys for _, keys in heads]), size)


def _without(name: FacetName, conditions: Mapping[str, Letters]) -> list[Letters]:
    own = own_filter(name)
    return [condition for other, condition in conditions.items() if other != own]


def _passing(leaf: Leaf, letters: Letters, conditions: list[Letters]) -> Letters:
    return sets.intersection([letters, *conditions], leaf.space) if conditions else letters


def _occurrences(
    leaf: Leaf, numbers: NDArray[np.int64], units: Sequence[str]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]] | None:
    """Row in `numbers`, term and position of every occurrence of units in a leaf's letters."""
    here = np.flatnonzero((numbers >= leaf.base) & (numbers < leaf.base + leaf.count))
    if not len(here):
        return None
    known = [(n, o) for n, unit in enumerate(units) if (o := leaf.ordinal(TEXT_UNITS, unit)) >= 0]
    if not known:
        return None
    here = here[np.argsort(numbers[here])]
    rows = numbers[here] - leaf.base
    terms, ordinals = zip(*known, strict=True)
    places, sizes = leaf.places_of_terms(TEXT_UNITS, ordinals, rows)
    row = here[np.searchsorted(rows, places >> ROW_BITS)]
    return row, np.repeat(terms, sizes), places & ((1 << ROW_BITS) - 1)
