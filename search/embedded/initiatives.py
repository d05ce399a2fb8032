"""Initiatives: which of the letters found match, and how well, from the positions of units.

What a query looks for is counted in each initiative and kept, as lists of terms are: after that
initiatives are found and scored like letters.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property, reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search import plan
from search.cache import Cache
from search.embedded import matching, phrases, sets, top
from search.embedded.leaf import Leaf, Places
from search.embedded.outlines import Ids, Outlines
from search.embedded.sets import Few, Letters, Many, Mask, Rows
from search.engine import Window
from search.ranking import K1, PREFERENCE, TEXT_UNITS

CACHED = 64 << 20  # bytes of counts a segment: 100,000 letters have 6 MB for a common character

Scores = NDArray[np.float64]


class Counts(NamedTuple):
    """Initiatives that have something, ascending, and how often each has it."""

    ids: Ids
    frequencies: NDArray[np.int64]


class Head(NamedTuple):
    """The best initiatives of all segments: the number of the letter of each, its place there."""

    numbers: Ids
    ordinals: Ids
    scores: Scores


class Branch:
    """A leaf with its initiatives and the counts of what was looked for in them lately."""

    def __init__(self, leaf: Leaf) -> None:
        self.leaf = leaf
        self._counts = Cache[Counts](CACHED)

    @cached_property
    def outlines(self) -> Outlines:
        """The initiatives, read when they are first asked for."""
        return Outlines(self.leaf.source.segment)

    def counts(self, spot: plan.Spot | plan.HasInitiative) -> Counts:
        """In which initiatives something stands, those of deleted letters too."""
        if isinstance(spot, plan.HasInitiative):
            ids = self.outlines.numbered(spot.number)
            return Counts(ids, np.ones(len(ids), np.int64))
        found = self._counts.get(spot)
        if found is None:
            ids = np.sort(self.outlines.around(*_places(self.leaf, spot)), kind="stable")
            once = sets.distinct(ids)
            made = Counts(once, np.diff(np.searchsorted(ids, once), append=len(ids)))
            found = self._counts.put(spot, made, sum(part.nbytes for part in made))
        return found

    def find_within(self, wanted: plan.InitiativePlan) -> Mask:
        """A mark for each initiative that a plan finds, whatever its filters."""
        letters = matching.match(self.leaf, wanted.letters.match)
        return self.passing(self.find(wanted.within), [letters])

    def find(self, node: plan.Within) -> Mask:
        """A mark for each initiative that the node finds, those of deleted letters too."""
        match node:
            case plan.OfLetter(match):
                return self.of_letters(matching.match(self.leaf, match))
            case plan.AllWithin(children):
                return reduce(np.bitwise_and, map(self.find, children))
            case plan.AnyWithin(children):
                return reduce(np.bitwise_or, map(self.find, children))
            case _:
                return sets.marked(self.counts(node).ids, self.outlines.count)

    def of_letters(self, letters: Letters) -> Mask:
        """A mark for each initiative of letters."""
        return _mask(self.leaf, letters)[self.outlines.owners]

    def passing(self, found: Mask, conditions: Iterable[Letters]) -> Mask:
        """The initiatives found whose letters meet all conditions."""
        for condition in conditions:
            found = found & self.of_letters(condition)
        return found

    def owners(self, mask: Mask) -> Rows:
        """The letters of marked initiatives, each as often as it has one."""
        return self.outlines.owners.compress(mask)


def owners_passing(leaf: Leaf, owners: Letters, conditions: list[Letters]) -> Letters:
    """The owners that meet all conditions, each as often as it was there."""
    rows = sets.rows_of(owners)
    for condition in conditions:
        rows = rows.compress(_mask(leaf, condition)[rows])
    return Few(rows)


def _mask(leaf: Leaf, letters: Letters) -> Mask:
    if isinstance(letters, Many):
        mask: Mask = letters.marks != 0
        return mask
    return sets.marked(letters.rows, leaf.count)


def _places(leaf: Leaf, spot: plan.Spot) -> tuple[Places, int]:
    if isinstance(spot, plan.HasPhrase):
        return phrases.places(leaf, spot), phrases.span_of(spot)
    terms = matching.expanded(leaf, spot)
    ordinals = (terms,) if isinstance(terms, int) else terms
    runs = [leaf.places(TEXT_UNITS, ordinal) for ordinal in ordinals if ordinal >= 0]
    return sets.in_order([np.zeros(0, np.int64), *runs]), 0


def head(
    branches: Sequence[Branch], found: Sequence[Mask], wanted: plan.InitiativePlan, window: Window
) -> Head:
    """The first of the initiatives found, in the order that the window asks for.

    Ties go to those of preferred letters, then to the one that was indexed first.
    """
    count = window.size
    chosen = [np.flatnonzero(mask) for mask in found]
    if window.sort == "relevance":
        keys = _scores(branches, chosen, wanted)
    else:
        keys = [_dates(b, ids, window) for b, ids in zip(branches, chosen, strict=True)]
    bases = np.cumsum([0, *(len(mask) for mask in found)])
    numbered = [ids + base for ids, base in zip(chosen, bases[:-1], strict=True)]
    if not numbered:
        return Head(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    best, keys_of_best = top.best(np.concatenate(numbered), np.concatenate(keys), count)
    is_scored = window.sort == "relevance"
    scores = keys_of_best if is_scored else np.zeros(len(best))
    return Head(*_addresses(branches, bases, best), scores)


def _addresses(branches: Sequence[Branch], bases: Ids, best: Ids) -> tuple[Ids, Ids]:
    """The letters' numbers and the places in them of initiatives numbered through all segments."""
    numbers, ordinals = np.zeros(len(best), np.int64), np.zeros(len(best), np.int64)
    which = np.searchsorted(bases, best, side="right") - 1
    for place in np.unique(which).tolist():
        branch, here = branches[place], which == place
        ids = best[here] - bases[place]
        numbers[here] = branch.outlines.owners[ids] + branch.leaf.base
        ordinals[here] = branch.outlines.ordinals(ids)
    return numbers, ordinals


def _dates(branch: Branch, ids: Ids, window: Window) -> Scores:
    """Keys of which the greatest come first; those of the undated are least."""
    dates = branch.leaf.source.segment.numbers("date_first")[branch.outlines.owners[ids]]
    keys = dates.astype(np.float64)
    if window.sort == "date":
        np.negative(keys, out=keys)
    keys[dates == 0] = -np.inf
    return keys


def _scores(
    branches: Sequence[Branch], chosen: Sequence[Ids], wanted: plan.InitiativePlan
) -> list[Scores]:
    """Of the initiatives found, as `Engine.find_initiatives` says, raised for preferred letters."""
    scores = [total[ids] for total, ids in zip(_totals(branches, wanted), chosen, strict=True)]
    preferred = wanted.letters.preferred
    if preferred is not None:
        for branch, ids, its in zip(branches, chosen, scores, strict=True):
            letters = matching.match(branch.leaf, preferred)
            its[branch.of_letters(letters)[ids]] *= 1 + PREFERENCE
    return scores


def _totals(branches: Sequence[Branch], wanted: plan.InitiativePlan) -> list[Scores]:
    """Sums of weight idf (K1 + 1) tf / (tf + K1 (1 - b + b length / average)), of every one."""
    count = sum(branch.outlines.count for branch in branches)
    lengths = [branch.outlines.lengths for branch in branches]
    average = sum(float(each.sum(dtype=np.float64)) for each in lengths) / max(count, 1)
    norms = [K1 * (1 - wanted.b + wanted.b * each / max(average, 1e-9)) for each in lengths]
    totals = [np.zeros(branch.outlines.count) for branch in branches]
    for spot, weight in wanted.scores:
        lists = [branch.counts(spot) for branch in branches]
        frequency = sum(len(its.ids) for its in lists)
        factor = weight * np.log1p((count - frequency + 0.5) / (frequency + 0.5)) * (K1 + 1)
        for (ids, tf), norm, total in zip(lists, norms, totals, strict=True):
            total[ids] += factor * tf / (tf + norm[ids])
    return totals
