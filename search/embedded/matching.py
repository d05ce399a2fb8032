"""Matching: which letters of a segment a plan's match tree finds. Knows nothing of scores."""

import numpy as np
from numpy.typing import NDArray

from index import Column
from search import plan
from search.embedded import phrases, sets
from search.embedded.leaf import NO_ROWS, Leaf, Rows


def match(leaf: Leaf, node: plan.Match) -> Rows:
    """The live letters that the node finds, ascending."""
    rows = _match(leaf, node)
    return rows if leaf.live is None else rows[leaf.live[rows]]


def _match(leaf: Leaf, node: plan.Match) -> Rows:  # one line a kind of node
    match node:
        case plan.Anything():
            return sets.everything(leaf.count)
        case plan.Nothing():
            return NO_ROWS
        case plan.HasTerm(column, term):
            return leaf.rows(column, term)
        case plan.HasPrefix(column, prefix):
            return _begins(leaf, column, prefix)
        case plan.HasNearly(column, term, edits):
            near = leaf.nearly(column, term, edits)
            return sets.union([leaf.postings(column, ordinal).ids for ordinal in near], leaf.count)
        case plan.HasPhrase():
            return phrases.match(leaf, node)
        case plan.NoneOf(child):
            return sets.difference(sets.everything(leaf.count), _match(leaf, child))
        case plan.AllOf(children):
            return _all_of(leaf, children)
        case plan.AnyOf(children):
            return sets.union([_match(leaf, child) for child in children], leaf.count)
        case _:
            return _condition(leaf, node)


def _condition(leaf: Leaf, node: plan.HasInitiative | plan.HasLabel | plan.DatedWithin) -> Rows:
    segment = leaf.source.segment
    match node:
        case plan.HasInitiative(number):
            numbers, levels = (
                segment.ragged("initiative_number"),
                segment.ragged("initiative_level"),
            )
            hits = np.flatnonzero((numbers.values == number) & (levels.values == 1)).astype(
                np.int64
            )
            return sets.distinct(_owners(numbers.offsets, hits))
        case plan.HasLabel(name, values):
            labels = segment.labels(name)
            found = [labels.rows(o) for value in values if (o := labels.find(value)) >= 0]
            return sets.union(found, leaf.count)
        case plan.DatedWithin(first, last):
            begins, ends = segment.numbers("date_first"), segment.numbers("date_last")
            within = (begins > 0) & (begins <= last) & (ends >= first)
            return np.flatnonzero(within).astype(np.int32)


def _owners(offsets: NDArray[np.int64], places: NDArray[np.int64]) -> Rows:
    return (np.searchsorted(offsets, places, side="right") - 1).astype(np.int32)


def _begins(leaf: Leaf, column: Column, prefix: str) -> Rows:
    terms = leaf.column(column)
    first, last = terms.terms.range(prefix)
    if last - first == 1:
        return leaf.postings(column, first).ids
    return _distinct(leaf, terms.ids_range(first, last))


def _distinct(leaf: Leaf, rows: Rows) -> Rows:
    mask = np.zeros(leaf.count, np.bool_)
    mask[rows] = True
    return np.flatnonzero(mask).astype(np.int32)


def _all_of(leaf: Leaf, children: tuple[plan.Match, ...]) -> Rows:
    """Exclusions come last, as differences, so that no complement is ever built beside others."""
    excluded = [child.child for child in children if isinstance(child, plan.NoneOf)]
    wanted = [child for child in children if not isinstance(child, plan.NoneOf | plan.Anything)]
    rows = (
        sets.intersection([_match(leaf, child) for child in wanted])
        if wanted
        else sets.everything(leaf.count)
    )
    for child in excluded:
        if len(rows):
            rows = sets.difference(rows, _match(leaf, child))
    return rows
