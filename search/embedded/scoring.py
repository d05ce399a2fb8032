"""Scoring: the weighted BM25 sum of a plan's terms for letters that were found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search import plan
from search.embedded import sets
from search.embedded.leaf import Leaf, Rows, Weighed
from search.embedded.statistics import Statistics
from search.ranking import K1

_SHORT = 2_000  # postings: below, a step a list costs more than its postings (measured)
_SPARSE = 32  # rows sought one by one where a term has so many times more of them (measured)


@dataclass(frozen=True, slots=True)
class Factor:
    """What one score term contributes everywhere: the term, and weight x idf x (K1 + 1)."""

    term: plan.ScoreTerm | plan.ScoreExpansion
    factor: float


def factors(
    terms: Iterable[plan.ScoreTerm | plan.ScoreExpansion],
    statistics: Statistics,
    leaves: Sequence[Leaf],
) -> list[Factor]:
    """The terms that occur in the collection, with their factors."""
    found = []
    for term in terms:
        column = term.column if isinstance(term, plan.ScoreTerm) else term.match.column
        frequency = _frequency(term, statistics, leaves)
        if frequency:
            idf = statistics.idf(column, frequency)
            found.append(Factor(term, term.weight * idf * (K1 + 1)))
    return found


def _frequency(
    term: plan.ScoreTerm | plan.ScoreExpansion, statistics: Statistics, leaves: Sequence[Leaf]
) -> int:
    """The largest document frequency of the alternatives."""
    if isinstance(term, plan.ScoreTerm):
        return max([statistics.document_frequency(term.column, t) for t in term.alternatives])
    frequencies: dict[str, int] = {}
    for leaf in leaves:
        terms = leaf.column(term.match.column)
        for ordinal in expanded(leaf, term.match):
            name = terms.terms.term(ordinal)
            frequencies[name] = frequencies.get(name, 0) + terms.document_frequency(ordinal)
    return max(frequencies.values(), default=0)


def expanded(leaf: Leaf, match: plan.HasPrefix | plan.HasNearly) -> Sequence[int]:
    """Ordinals of the terms of a segment that the prefix or the fuzzy word stands for."""
    if isinstance(match, plan.HasPrefix):
        return range(*leaf.column(match.column).terms.range(match.prefix))
    return leaf.nearly(match.column, match.term, match.edits)


def scores(
    leaf: Leaf, found: Sequence[Factor], rows: Rows, statistics: Statistics, b: float
) -> NDArray[np.float32]:
    """The score of each of the rows, ascending.

    A list of just these rows is added as it is. Other long lists are added one by one and short
    ones all together; of lists much longer than `rows` only what is wanted is looked up.
    """
    sums, short, result = leaf.accumulator(), _Gathered(), np.zeros(len(rows), np.float32)
    touched: list[NDArray[np.intp]] = []
    for each in found:
        weighed, factor = _weighed(leaf, each.term, statistics, b), np.float32(each.factor)
        if len(weighed.rows) == len(rows) and np.array_equal(weighed.rows, rows):
            result += weighed.parts * factor
        elif len(weighed.rows) > _SPARSE * len(rows):
            result += _looked_up(weighed, rows) * factor
        elif len(weighed.rows) < _SHORT:
            short.add(weighed, factor)
        else:
            places = weighed.rows.astype(np.intp)  # numpy would convert them twice
            sums[places] += weighed.parts * factor
            touched.append(places)
    if short:
        touched.append(short.add_to(sums))
    if touched:
        result += sums[rows]
    for cleared in touched:
        sums[cleared] = 0
    return result


class _Gathered:
    """Short lists, to be added in one step: most of their time would go into the steps."""

    def __init__(self) -> None:
        self._lists: list[Weighed] = []
        self._factors: list[np.float32] = []

    def add(self, weighed: Weighed, factor: np.float32) -> None:
        self._lists.append(weighed)
        self._factors.append(factor)

    def __bool__(self) -> bool:
        return bool(self._lists)

    def add_to(self, sums: NDArray[np.float32]) -> NDArray[np.intp]:
        """Add all lists; the answer is where."""
        lengths = [len(weighed.rows) for weighed in self._lists]
        rows = np.concatenate([weighed.rows for weighed in self._lists]).astype(np.intp)
        parts = np.concatenate([weighed.parts for weighed in self._lists])
        np.add.at(sums, rows, parts * np.repeat(np.array(self._factors, np.float32), lengths))
        return rows


def _looked_up(weighed: Weighed, rows: Rows) -> NDArray[np.float32]:
    where = sets.places(weighed.rows, rows)
    parts: NDArray[np.float32] = np.where(weighed.rows[where] == rows, weighed.parts[where], 0)
    return parts


def _weighed(
    leaf: Leaf, term: plan.ScoreTerm | plan.ScoreExpansion, statistics: Statistics, b: float
) -> Weighed:
    if isinstance(term, plan.ScoreTerm):
        norms = statistics.norms(term.column, b)
        if len(term.alternatives) == 1:
            return leaf.weighed(term.column, term.alternatives[0], norms)
        found = (leaf.ordinal(term.column, name) for name in term.alternatives)
        ordinals = [ordinal for ordinal in found if ordinal >= 0]
        return leaf.union(term.column, ordinals, norms)
    norms = statistics.norms(term.match.column, b)
    return leaf.union(term.match.column, expanded(leaf, term.match), norms)
