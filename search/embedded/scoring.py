"""Scoring: the letters of a segment with the greatest weighted BM25 sums of a plan's terms."""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search import plan
from search.embedded import sets, top
from search.embedded.leaf import Leaf
from search.embedded.matching import expanded
from search.embedded.sets import Few, Letters, Many, Rows
from search.embedded.space import Space
from search.embedded.statistics import Statistics
from search.embedded.ways import sought
from search.embedded.weighed import Weighed
from search.ranking import K1, PREFERENCE

_FAR = 8  # rows are sought one by one in a list so many times longer (measured)

Scores = NDArray[np.float64]
Parts = NDArray[np.float32]
Head = tuple[Rows, Scores]


class Factor(NamedTuple):
    """What one score term contributes everywhere: the term, and weight x idf x (K1 + 1)."""

    term: plan.Score
    factor: float


def factors(
    terms: Iterable[plan.Score],
    statistics: Statistics,
    leaves: Sequence[Leaf],
) -> list[Factor]:
    """The terms that occur in the collection, with their factors."""
    found = []
    for term in terms:
        column = term.match.column if isinstance(term, plan.ScoreExpansion) else term.column
        if not statistics.letters(column):  # as titles are in a collection without any
            continue
        frequency = document_frequency(term, statistics, leaves)
        if frequency:
            idf = statistics.idf(column, frequency)
            found.append(Factor(term, term.weight * idf * (K1 + 1)))
    return found


def document_frequency(term: plan.Score, statistics: Statistics, leaves: Sequence[Leaf]) -> int:
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
    wanted: Sequence[Factor],
    statistics: Statistics,
    b: float,
    size: int,
    *,
    preferred: Letters | None = None,
) -> Head:
    """The rows and the scores of the `size` best of the letters found, in their order."""
    lists = [each for factor in wanted if (each := _weighed(leaf, factor, statistics, b)).size]
    if len(lists) == 1 and lists[0].letters is found and preferred is None:
        rows, parts = lists[0].best(size)
        return rows, parts.astype(np.float64)
    if isinstance(found, Many):
        rows, scores = _head_of_many(leaf.space, found, lists, size)
    else:
        rows, scores = found.rows, _sums(leaf.space, found.rows, lists)
    return _cut(leaf.space, rows, scores, size, preferred)


def _head_of_many(
    space: Space, found: Many, lists: Sequence[Weighed], size: int
) -> tuple[Rows, Parts]:
    """Score all letters, take those that no fewer than `size` reach, and see which were found.

    As a rule the best of all were found. Where too few were, all that were found are compared.
    """
    totals = _totals(space, lists)
    best = np.flatnonzero(totals >= top.least(totals, size))
    best = best.compress(found.mask[best])
    if len(best) < size:
        best = np.flatnonzero(found.mask)
    return best, totals[best]


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
        return letters.mask[rows]
    return sets.among(letters.rows, rows, space)


def _totals(space: Space, lists: Sequence[Weighed]) -> Parts:
    """The score of every letter, in the space's own array."""
    totals = space.totals
    long = [each.parts for each in lists if isinstance(each.letters, Many)]
    if len(long) > 1:
        np.add(long[0], long[1], out=totals)
    elif long:
        np.copyto(totals, long[0])
    else:
        totals.fill(0)
    for parts in long[2:]:
        totals += parts
    short = [each for each in lists if isinstance(each.letters, Few)]
    if short:
        rows, parts = _strung(short)
        np.add.at(totals, rows, parts)
    return totals


def _sums(space: Space, rows: Rows, lists: Sequence[Weighed]) -> Parts:
    """The score of each of the rows, ascending.

    Lists much longer than `rows` are asked for them; the others are added up whole.
    """
    of_rows, whole = [], []
    for each in lists:
        letters, parts = each.letters, each.parts
        if isinstance(letters, Many):
            of_rows.append(parts[rows])
        elif letters.rows is rows:
            of_rows.append(parts)
        elif len(letters.rows) > _FAR * len(rows):
            of_rows.append(_looked_up(letters.rows, parts, rows))
        else:
            whole.append(each)
    if whole:
        sums, (places, parts) = space.sums, _strung(whole)
        np.add.at(sums, places, parts)
        of_rows.append(sums[rows])
        sums[places] = 0
    if not of_rows:
        return np.zeros(len(rows), np.float32)
    return of_rows[0] if len(of_rows) == 1 else reduce(np.add, of_rows)


def _strung(lists: Sequence[Weighed]) -> tuple[Rows, Parts]:
    """Rows and parts of short lists one after the other.

    To add them in one step saves most of the time: it goes into steps more than into postings.
    """
    rows = [sets.rows_of(each.letters) for each in lists]
    parts = [each.parts for each in lists]
    if len(rows) == 1:
        return rows[0], parts[0]
    return np.concatenate(rows), np.concatenate(parts)


def _looked_up(its: Rows, parts: Parts, rows: Rows) -> Parts:
    where = sets.nearest(its, rows)
    found: Parts = parts[where]
    found[its[where] != rows] = 0
    return found


def _weighed(leaf: Leaf, factor: Factor, statistics: Statistics, b: float) -> Weighed:
    column, terms = sought(leaf, factor.term)
    return leaf.weighed(column, terms, statistics.norms(column, b), factor.factor)
