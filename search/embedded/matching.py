"""Matching: which letters of a segment a plan's match tree finds. Knows nothing of scores."""

import numpy as np
from numpy.typing import NDArray

from search import plan
from search.embedded import phrases, sets
from search.embedded.leaf import Leaf, Numbered
from search.embedded.sets import Few, Letters, Rows


def match(leaf: Leaf, node: plan.Match) -> Letters:
    """The live letters that the node finds."""
    match node:
        case plan.Anything():
            return leaf.everything
        case plan.Nothing():
            return sets.NONE
        case plan.HasTerm(column, term):
            return leaf.letters(column, leaf.ordinal(column, term))
        case plan.HasPrefix() | plan.HasNearly():
            return leaf.letters(node.column, expanded(leaf, node))
        case plan.HasPhrase():
            return leaf.condition(node) or leaf.remember(node, phrases.match(leaf, node))
        case plan.NoneOf(child):
            return sets.difference(leaf.everything, match(leaf, child), leaf.space)
        case plan.AllOf(children):
            return _all_of(leaf, children)
        case plan.AnyOf(children):
            return sets.union([match(leaf, child) for child in children], leaf.count)
        case _:
            return leaf.condition(node) or leaf.remember(node, _condition(leaf, node))


def expanded(leaf: Leaf, node: plan.HasPrefix | plan.HasNearly) -> Numbered:
    """Ordinals of the terms of a segment that the prefix or the fuzzy word stands for."""
    if isinstance(node, plan.HasNearly):
        return leaf.nearly(node.column, node.term, node.edits)
    first, last = leaf.column(node.column).terms.range(node.prefix)
    return range(first, last) if last - first > 1 else first if last > first else -1


def _all_of(leaf: Leaf, children: tuple[plan.Match, ...]) -> Letters:
    """Exclusions come last, as differences, so that no complement is ever built beside others."""
    wanted = [child for child in children if not isinstance(child, plan.NoneOf | plan.Anything)]
    found = (
        sets.intersection([match(leaf, child) for child in wanted], leaf.space)
        if wanted
        else leaf.everything
    )
    for child in children:
        if isinstance(child, plan.NoneOf):
            found = sets.difference(found, match(leaf, child.child), leaf.space)
    return found


def _condition(leaf: Leaf, node: plan.HasInitiative | plan.HasLabel | plan.DatedWithin) -> Letters:
    found = _condition_rows(leaf, node)
    if leaf.live is not None:
        found = found[leaf.live[found]]
    return sets.fitting(found, leaf.count)


def _condition_rows(
    leaf: Leaf, node: plan.HasInitiative | plan.HasLabel | plan.DatedWithin
) -> Rows:
    segment = leaf.source.segment
    match node:
        case plan.HasInitiative(number):
            numbers = segment.ragged("initiative_number")
            levels = segment.ragged("initiative_level")
            hits = np.flatnonzero((numbers.values == number) & (levels.values == 1))
            return sets.distinct(_owners(numbers.offsets, hits))
        case plan.HasLabel(name, values):
            labels = segment.labels(name)
            found = [labels.rows(o) for value in values if (o := labels.find(value)) >= 0]
            rows = [Few(each.astype(np.intp)) for each in found]
            return sets.rows_of(sets.union(rows, leaf.count))
        case plan.DatedWithin(first, last):
            begins, ends = segment.numbers("date_first"), segment.numbers("date_last")
            return np.flatnonzero((begins > 0) & (begins <= last) & (ends >= first))


def _owners(offsets: NDArray[np.int64], places: Rows) -> Rows:
    return np.searchsorted(offsets, places, side="right") - 1
