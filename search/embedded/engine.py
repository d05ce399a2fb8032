"""The embedded engine: runs plans over the columns of a snapshot, in numpy, in this process."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index import Column, Snapshot
from search import plan
from search.embedded import matching, scoring, sets, top
from search.embedded.facets import Facet
from search.embedded.leaf import Leaf, Rows
from search.embedded.statistics import Statistics
from search.engine import Found, Occurrences, Window
from search.ranking import TEXT_UNITS
from search.results import FacetName


class EmbeddedEngine:
    """An engine over one snapshot; its caches live as long as it does."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._leaves = tuple(Leaf(segment) for segment in snapshot.segments)
        self._statistics = Statistics(self._leaves)
        self._facets: dict[FacetName, Facet] = {}

    def find(self, wanted: plan.Plan, window: Window) -> Found:
        """Match, score, sort and count; ties go to the letter that was indexed first."""
        filtered = [self._filters(leaf, wanted) for leaf in self._leaves]
        matched = [matching.match(leaf, wanted.match) for leaf in self._leaves]
        found = [
            _passing(rows, list(conditions.values()))
            for rows, conditions in zip(matched, filtered, strict=True)
        ]
        numbers, scores = self._ranked(wanted, window, found)
        return Found(
            total=sum(map(len, found)),
            numbers=numbers,
            scores=scores,
            facets={name: self._facet(name, matched, filtered) for name in window.facets},
        )

    def idf(self, column: Column, term: str) -> float:
        """See `Engine.idf`."""
        return self._statistics.idf(column, self._statistics.document_frequency(column, term))

    def occurrences(self, numbers: NDArray[np.int64], units: Sequence[str]) -> Occurrences:
        """See `Engine.occurrences`."""
        parts = [
            part
            for leaf in self._leaves
            for number, unit in enumerate(units)
            if (part := _of_unit(leaf, numbers, number, unit)) is not None
        ]
        if not parts:
            none = np.zeros(0, np.int64)
            return Occurrences(none, none, none)
        row, term, position = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
        return Occurrences(row, term, position)

    def _filters(self, leaf: Leaf, wanted: plan.Plan) -> dict[str, Rows]:
        return {name: matching.match(leaf, condition) for name, condition in wanted.filters}

    def _facet(
        self, name: FacetName, matched: list[Rows], filtered: list[dict[str, Rows]]
    ) -> tuple[tuple[str, int], ...]:
        """Counts under every filter but the facet's own, so that its other values stay on offer."""
        facet = self._facets.get(name)
        if facet is None:  # two threads may both make it: it is the same
            facet = self._facets[name] = Facet(name, self._leaves)
        return facet.count(
            _passing(rows, [c for other, c in conditions.items() if other != name])
            for rows, conditions in zip(matched, filtered, strict=True)
        )

    def _ranked(
        self, wanted: plan.Plan, window: Window, found: list[Rows]
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        keys = (
            self._scored(wanted, found)
            if window.sort == "relevance"
            else self._dated(found, newest=window.sort == "-date")
        )
        numbers = [
            rows.astype(np.int64) + leaf.base
            for leaf, rows in zip(self._leaves, found, strict=True)
        ]
        best = top.best(np.concatenate([*numbers, np.zeros(0, np.int64)]), keys, window.size)
        if window.sort == "relevance":
            return best
        return best[0], np.zeros(len(best[0]))

    def _scored(self, wanted: plan.Plan, found: list[Rows]) -> NDArray[np.float64]:
        factors = scoring.factors(wanted.scores, self._statistics, self._leaves)
        parts = [
            scoring.scores(leaf, factors, rows, self._statistics, wanted.b)
            for leaf, rows in zip(self._leaves, found, strict=True)
        ]
        return np.concatenate([*parts, np.zeros(0)]).astype(np.float64)

    def _dated(self, found: list[Rows], *, newest: bool) -> NDArray[np.float64]:
        """Keys of which the greatest come first; the undated come last either way."""
        dates = np.concatenate(
            [
                *(
                    leaf.source.segment.numbers("date_first")[rows]
                    for leaf, rows in zip(self._leaves, found, strict=True)
                ),
                np.zeros(0, np.int64),
            ]
        ).astype(np.float64)
        keys = dates if newest else -dates
        keys[dates == 0] = -np.inf
        return keys


def _passing(rows: Rows, conditions: list[Rows]) -> Rows:
    return sets.intersection([rows, *conditions]) if conditions else rows


def _of_unit(
    leaf: Leaf, numbers: NDArray[np.int64], term: int, unit: str
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]] | None:
    """Row in `numbers`, term and position of every occurrence of a unit in a leaf's letters."""
    units = leaf.column(TEXT_UNITS)
    ordinal = leaf.ordinal(TEXT_UNITS, unit)
    here = np.flatnonzero((numbers >= leaf.base) & (numbers < leaf.base + leaf.count))
    if ordinal < 0 or not len(here):
        return None
    rows = leaf.postings(TEXT_UNITS, ordinal).ids
    wanted = (numbers[here] - leaf.base).astype(np.int32)
    order = np.argsort(wanted)
    here, wanted = here[order], wanted[order]
    holding = sets.contains(rows, wanted)
    found = units.positions(ordinal, sets.places(rows, wanted[holding]))
    row = np.repeat(here[holding], found.counts)
    return row, np.full(len(row), term, np.int64), found.values.astype(np.int64)
