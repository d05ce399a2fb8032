"""The lists that a score term stands for in one segment. Knows nothing of weights and scores."""

from functools import partial

import numpy as np

from index import Column, Postings
from search import plan
from search.embedded import matching, phrases, sets
from search.embedded.joining import joined
from search.embedded.leaf import ROW_BITS, Leaf, Terms, Together, alternatives


def sought(leaf: Leaf, term: plan.Single) -> tuple[Column, Terms]:
    """What of which column is taken as one term."""
    match term:
        case plan.ScoreTerm(column, terms, _):
            return column, alternatives(leaf, column, terms)
        case plan.ScoreExpansion(match):
            return match.column, matching.expanded(leaf, match)
        case plan.ScoreWays(column, ways):
            return column, Together(ways, partial(_all_postings, leaf, ways))


def _all_postings(leaf: Leaf, ways: tuple[plan.Way, ...]) -> Postings:
    return joined([_postings(leaf, way) for way in ways], leaf.count, leaf.space)


def _postings(leaf: Leaf, way: plan.Way) -> Postings:
    """The letters of one way, each once, and how often each says it so."""
    match way:
        case plan.HasTerm(column, term):
            ordinal = leaf.ordinal(column, term)
            return leaf.column(column).postings(ordinal) if ordinal >= 0 else _NONE
        case plan.HasPhrase():
            places = phrases.places(leaf, way)
            rows, frequencies = np.unique(places >> ROW_BITS, return_counts=True)
            return Postings(rows.astype(np.int32), frequencies.astype(np.uint32))
        case _:
            found = sets.rows_of(matching.match(leaf, way)).astype(np.int32)
            return Postings(found, np.ones(len(found), np.uint8))


_NONE = Postings(np.zeros(0, np.int32), np.zeros(0, np.uint8))
