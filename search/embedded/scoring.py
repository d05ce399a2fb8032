"""Scoring: the letters of a segment with the greatest weighted BM25 sums of a plan's terms."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index import Column
from search import plan
from search.embedded import adding, sets, top
from search.embedded.leaf import BEST, Head, Leaf
from search.embedded.matching import expanded
from search.embedded.sets import Few, Letters, Many, Rows
from search.embedded.space import Space
from search.embedded.statistics import Statistics
from search.embedded.ways import sought
from search.embedded.weighed import Listed, Parts, Scored, weigh
from search.ranking import K1, PREFERENCE


class Factor(NamedTuple):
    """What one score term contributes everywhere: the term, and weight x idf x (K1 + 1)."""

    term: plan.Single
    factor: float


class Best(NamedTuple):
    """Factors of which a letter gets the typed ones together, or the ways if they give it more."""

    typed: tuple[Factor, ...]
    ways: Factor


def factors(
    terms: Iterable[plan.Score], statistics: Statistics, leaves: Sequence[Leaf]
) -> list[Factor | Best]:
    """The terms that occur in the collection, with their factors."""
    found: list[Factor | Best] = []
    for term in terms:
        if not isinstance(term, plan.ScoreBest):
            found += factors_of_single([term], statistics, leaves)
            continue
        typed = factors_of_single(term.typed, statistics, leaves)
        ways = factors_of_single([settled(term, statistics, leaves)], statistics, leaves)
        found += [Best(tuple(typed), *ways)] if ways else typed
    return found


def factors_of_single(
    terms: Iterable[plan.Single], statistics: Statistics, leaves: Sequence[Leaf]
) -> list[Factor]:
    """The same for terms of which none is a choice."""
    found = []
    for term in terms:
        column = _column(term)
        if not statistics.letters(column):  # as titles are in a collection without any
            continue
        frequency = document_frequency(term, statistics, leaves)
        if frequency:
            idf = statistics.idf(column, frequency)
            found.append(Factor(term, term.weight * idf * (K1 + 1)))
    return found


def settled(best: plan.ScoreBest, statistics: Statistics, leaves: Sequence[Leaf]) -> plan.ScoreWays:
    """The ways with the weight that they have in this collection; see `plan.ScoreBest`."""

    def idf(term: plan.Single) -> float:
        return statistics.idf(_column(term), document_frequency(term, statistics, leaves))

    common = idf(best.ways)
    typed = sum(
        term.weight * min(common, idf(term))
        for term in best.typed
        if statistics.letters(term.column)
    )
    return replace(best.ways, weight=best.ways.weight * typed / common)


def _column(term: plan.Single) -> Column:
    return term.match.column if isinstance(term, plan.ScoreExpansion) else term.column


def document_frequency(term: plan.Single, statistics: Statistics, leaves: Sequence[Leaf]) -> int:
    """The largest document frequency of the alternatives; of ways to say one thing, that of all."""
    if isinstance(term, plan.ScoreTerm):
        of_all = [statistics.document_frequency(term.column, t) for t in term.alternatives]
        return of_all[0] if len(of_all) == 1 else max(of_all)
    if isinstance(term, plan.ScoreWays):
        return sum(sets.size(leaf.letters(*sought(leaf, term))) for leaf in leaves)
    ordinals = [expanded(leaf, term.match) for leaf in leaves]
    return statistics.largest_frequency(term.match.column, ordinals)


def head(
    leaf: Leaf,
    found: Letters,
    wanted: Sequence[Factor | Best],
    statistics: Statistics,
    b: float,
    size: int,
    *,
    preferred: Letters | None = None,
) -> Head:
    """The rows and the scores of the `size` best of the letters found, in their order."""
    if sets.is_none(found):  # as in most segments of a few letters
        return np.zeros(0, np.intp), np.zeros(0)
    scored = [each for factor in wanted if (each := _scored(leaf, factor, statistics, b))[0].size]
    if len(scored) == 1 and scored[0].listed.letters is found and preferred is None:
        return _head_of_one(leaf, scored[0], (wanted[0], b), size)
    if isinstance(found, Many):
        rows, scores = adding.best_of_many(leaf.space, found, scored, size)
    else:
        rows, scores = found.rows, adding.sums(leaf.space, found.rows, scored)
    return _cut(leaf.space, rows, scores, size, preferred)


def scores_of(
    leaf: Leaf, rows: Rows, wanted: Sequence[Factor], statistics: Statistics, b: float
) -> Parts:
    """The scores of a few rows, in any order, without what a term adds to all other letters."""
    total = np.zeros(len(rows), np.float32)
    for term, factor in wanted:
        column, terms = sought(leaf, term)
        norms = leaf.norms(column, statistics.norms(column, b))[rows]
        total += weigh(leaf.frequencies(column, terms, rows), norms, factor)
    return total


def _head_of_one(leaf: Leaf, scored: Scored, key: Hashable, size: int) -> Head:
    """The best of all letters of a term, which are remembered."""
    if size > BEST:
        return _best_of_one(leaf, scored, size)
    found = leaf.head(key)
    if found is None:
        found = _best_of_one(leaf, scored, BEST)
        leaf.remember_head(key, found)
    rows, scores = found
    return rows[:size], scores[:size]


def _best_of_one(leaf: Leaf, scored: Scored, size: int) -> Head:
    if scored.parts is None:
        rows, parts = adding.best_of_all(leaf.space, scored, size)
    else:
        rows, parts = top.best(sets.rows_of(scored.listed.letters), scored.parts, size)
    return rows, parts.astype(np.float64)


def _cut(space: Space, rows: Rows, scores: Parts, size: int, preferred: Letters | None) -> Head:
    """The best, ties by whether they are preferred and then by row."""
    if preferred is None:
        rows, scores = top.best(rows, scores, size)
        return rows, scores.astype(np.float64)
    exact = scores.astype(np.float64)
    exact[_are_in(space, preferred, rows)] *= 1 + PREFERENCE
    return top.best(rows, exact, size)


def _are_in(space: Space, letters: Letters, rows: Rows) -> NDArray[np.bool_]:
    if isinstance(letters, Many):
        return sets.holds(letters, rows)
    return sets.among(letters.rows, rows, space)


def _scored(leaf: Leaf, factor: Factor | Best, statistics: Statistics, b: float) -> Scored:
    if isinstance(factor, Best):
        return leaf.best((factor, b), lambda: _best_scored(leaf, factor, statistics, b))
    column, terms = sought(leaf, factor.term)
    return leaf.scored(column, terms, statistics.norms(column, b), factor.factor)


def _best_scored(leaf: Leaf, best: Best, statistics: Statistics, b: float) -> Scored:
    """What is typed and the ways as one list, of letters that have either."""
    typed = [_scored(leaf, each, statistics, b) for each in best.typed]
    ways = _scored(leaf, best.ways, statistics, b)
    letters = sets.union([each.listed.letters for each in (*typed, ways)], leaf.count)
    rows = sets.rows_of(letters)
    parts = np.maximum(adding.sums(leaf.space, rows, typed), adding.sums(leaf.space, rows, [ways]))
    listed = Listed(Few(rows), np.zeros(0, np.uint8), len(rows))
    return Scored(listed, ways.norms, ways.factor, parts)
