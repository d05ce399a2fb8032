"""Phrases: bigrams and terms find the candidates, positions of units decide."""

import numpy as np
from numpy.typing import NDArray

from index import Column, View
from search import plan
from search.embedded import sets
from search.embedded.leaf import NO_ROWS, Leaf, Rows

_ROW_BITS = 32  # a place is the candidate's row in the high bits, the position in the low ones
_SHIFT = 1 << 24  # keeps a place positive where a slot's offset is greater than its position

Places = NDArray[np.int64]


def match(leaf: Leaf, phrase: plan.HasPhrase) -> Rows:
    """The letters that hold the phrase."""
    units = Column(phrase.field, View.UNITS)
    slots = [(_ordinals(leaf, units, slot), slot.offset) for slot in phrase.slots]
    candidates = _candidates(leaf, units, phrase, slots)
    if not len(candidates):
        return NO_ROWS
    places = _places(leaf, units, slots, candidates)
    if phrase.in_initiative:
        places = _inside(leaf, candidates, places, max(offset for _, offset in slots))
    found: Rows = candidates[sets.distinct(places >> _ROW_BITS)]
    return found


def _ordinals(leaf: Leaf, units: Column, slot: plan.Slot) -> tuple[int, ...]:
    if slot.prefix:
        lexicon = leaf.column(units).terms
        return tuple(o for term in slot.terms for o in range(*lexicon.range(term)))
    return tuple(o for term in slot.terms if (o := leaf.ordinal(units, term)) >= 0)


def _candidates(
    leaf: Leaf, units: Column, phrase: plan.HasPhrase, slots: list[tuple[tuple[int, ...], int]]
) -> Rows:
    """Live letters with every bigram and a term for every slot."""
    if not all(ordinals for ordinals, _ in slots):
        return NO_ROWS
    bigrams = Column(phrase.field, View.BIGRAMS)
    rows = [leaf.rows(bigrams, pair) for pair in phrase.bigrams]
    rows += [
        sets.union([leaf.postings(units, o).ids for o in ordinals], leaf.count)
        for ordinals in dict.fromkeys(ordinals for ordinals, _ in slots)
    ]
    found = sets.intersection(rows)
    return found if leaf.live is None else found[leaf.live[found]]


def _places(
    leaf: Leaf, units: Column, slots: list[tuple[tuple[int, ...], int]], candidates: Rows
) -> Places:
    """Where the phrase starts, ascending: the places that are left when every slot agrees."""
    places: Places | None = None
    for ordinals, offset in slots:
        terms = [_of_term(leaf, units, ordinal, candidates) for ordinal in ordinals]
        here = (terms[0] if len(terms) == 1 else np.sort(np.concatenate(terms))) - offset
        places = here if places is None else places[sets.contains(here, places)]
        if not len(places):
            break
    return np.zeros(0, np.int64) if places is None else places


def _of_term(leaf: Leaf, units: Column, ordinal: int, candidates: Rows) -> Places:
    column = leaf.column(units)
    rows = leaf.postings(units, ordinal).ids
    holding = np.flatnonzero(sets.contains(rows, candidates))
    found = column.positions(ordinal, sets.places(rows, candidates[holding]))
    letters = np.repeat(holding.astype(np.int64), found.counts)
    return (letters << _ROW_BITS) + found.values.astype(np.int64) + _SHIFT


def _inside(leaf: Leaf, candidates: Rows, places: Places, span: int) -> Places:
    """The places whose phrase lies within one initiative of its letter."""
    segment = leaf.source.segment
    first, last = segment.ragged("initiative_first"), segment.ragged("initiative_last")
    rows = candidates[places >> _ROW_BITS]
    position = (places & ((1 << _ROW_BITS) - 1)) - _SHIFT
    counts = (first.offsets[rows + 1] - first.offsets[rows]).astype(np.int64)
    which = np.repeat(np.arange(len(places)), counts)
    begin = np.repeat(np.cumsum(counts) - counts, counts)
    items = np.arange(len(which)) - begin + np.repeat(first.offsets[rows].astype(np.int64), counts)
    inside = (first.values[items] <= position[which]) & (
        position[which] + span <= last.values[items]
    )
    kept: Places = places[sets.distinct(which[inside])]
    return kept
