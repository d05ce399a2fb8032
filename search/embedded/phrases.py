"""Phrases: positions of units decide; where there are bigrams, they find the candidates.

A place is the row of a letter in the high bits and a position in the low ones, so that the places
of terms, moved to where the phrase would begin, are sets of numbers to be intersected.
"""

from collections.abc import Callable, Iterable
from functools import partial
from operator import itemgetter

import numpy as np

from index import Column, View, spread
from search import plan
from search.embedded import sets
from search.embedded.leaf import ROW_BITS, Leaf, Ordinals, Places
from search.embedded.sets import Few, Letters, Rows
from search.embedded.standing_apart import keep_apart

_MANY = 1 << 18  # letters: the places of a term that more have are read for candidates only
_COMMON = 4  # a term that more than one letter in so many has,
_EVERYWHERE = (
    16  # and that is in so many times more letters than places are left, is read for these
)


def match(leaf: Leaf, phrase: plan.HasPhrase) -> Letters:
    """The live letters that hold the phrase."""
    rows = sets.distinct(places(leaf, phrase) >> ROW_BITS)
    return Few(rows if leaf.live is None else rows.compress(leaf.live[rows]))


def span_of(phrase: plan.HasPhrase) -> int:
    """How many positions the last unit of a phrase is after its first."""
    return max(slot.offset for slot in phrase.slots)


def places(leaf: Leaf, phrase: plan.HasPhrase) -> Places:
    """Where the phrase begins, ascending, in deleted letters too."""
    units = Column(phrase.field, View.UNITS)
    slots = [(_ordinals(leaf, units, slot), slot.offset) for slot in phrase.slots]
    if not all(ordinals for ordinals, _ in slots):
        return np.zeros(0, np.int64)
    terms = [ordinals for ordinals, _ in slots]
    if phrase.bigrams or (leaf.count > _MANY and _are_many(leaf, units, terms)):
        rows = _candidates(leaf, units, phrase, terms)
        read = partial(leaf.places_within, units, rows=rows)
        found = _common([(_of_terms(ordinals, read), offset) for ordinals, offset in slots])
    else:
        found = _places(leaf, units, slots)
    found = keep_apart(leaf, found, phrase)
    if phrase.in_initiative:
        found = _inside(leaf, found, span_of(phrase))
    return found


def _ordinals(leaf: Leaf, units: Column, slot: plan.Slot) -> Ordinals:
    if slot.prefix:
        ranges = (range(*leaf.column(units).terms.range(term)) for term in slot.terms)
        return tuple(ordinal for its in ranges for ordinal in its)
    return tuple([o for term in slot.terms if (o := leaf.ordinal(units, term)) >= 0])


def _are_many(leaf: Leaf, units: Column, slots: Iterable[Ordinals]) -> bool:
    frequency = leaf.column(units).document_frequency
    return max(sum(map(frequency, ordinals)) for ordinals in slots) > _MANY


def _candidates(
    leaf: Leaf, units: Column, phrase: plan.HasPhrase, slots: Iterable[Ordinals]
) -> Rows:
    """Live letters with every bigram and a term for every slot."""
    bigrams = Column(phrase.field, View.BIGRAMS)
    holding = [leaf.letters(bigrams, leaf.ordinal(bigrams, pair)) for pair in phrase.bigrams]
    holding += [
        sets.union([leaf.letters(units, ordinal) for ordinal in ordinals], leaf.count)
        for ordinals in dict.fromkeys(slots)
    ]
    return sets.rows_of(sets.intersection(holding, leaf.space))


def _of_terms(ordinals: Ordinals, read: Callable[[int], Places]) -> Places:
    if len(ordinals) == 1:
        return read(ordinals[0])
    return sets.in_order([read(ordinal) for ordinal in ordinals])


def _common(slots: list[tuple[Places, int]]) -> Places:
    """Where the phrase begins: the places on which all slots agree, the rarest slots first.

    A place that is moved to before its letter's first belongs to no letter, since no letter has a
    position so near to 2**32.
    """
    slots.sort(key=lambda slot: len(slot[0]))
    places, at = slots[0]
    for its, offset in slots[1:]:
        places = sets.common(places + (offset - at), its)
        at = offset
    return places - at


def _places(leaf: Leaf, units: Column, slots: list[tuple[Ordinals, int]]) -> Places:
    """The same, slot by slot: what is everywhere is looked for only where the others agree."""
    frequency = leaf.column(units).document_frequency
    sized = [(sum(map(frequency, ordinals)), ordinals, offset) for ordinals, offset in slots]
    sized.sort(key=itemgetter(0))
    _, ordinals, at = sized[0]
    everywhere = partial(leaf.places, units)
    places = _of_terms(ordinals, everywhere)
    for holding, ordinals, offset in sized[1:]:
        read = everywhere
        if holding * _COMMON > leaf.count and holding > _EVERYWHERE * len(places):
            read = partial(leaf.places_within, units, rows=sets.distinct(places >> ROW_BITS))
        places = sets.common(places + (offset - at), _of_terms(ordinals, read))
        at = offset
    return places - at


def _inside(leaf: Leaf, places: Places, span: int) -> Places:
    """The places whose phrase lies within one initiative of its letter."""
    segment = leaf.source.segment
    first, last = segment.ragged("initiative_first"), segment.ragged("initiative_last")
    rows = places >> ROW_BITS
    begins = first.offsets[rows].astype(np.int64)
    counts = first.offsets[rows + 1].astype(np.int64) - begins
    which = np.repeat(np.arange(len(rows)), counts)
    items = spread(begins, counts)
    position = (places & ((1 << ROW_BITS) - 1))[which]
    inside = (first.values[items] <= position) & (position + span <= last.values[items])
    kept: Places = places[sets.distinct(which[inside])]
    return kept
