"""Initiatives of a segment: which ones hold what a query looks for, from the positions of units.

What is looked for is counted in each initiative and kept, as lists of terms are: after that
initiatives are found and scored like letters, in the same kinds of sets.
"""

from collections.abc import Sequence
from functools import cached_property
from threading import local
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search import plan
from search.cache import Cache
from search.embedded import matching, phrases, sets
from search.embedded.leaf import Leaf, Places
from search.embedded.outlines import Ids, Outlines
from search.embedded.sets import Few, Letters, Many, Mask, Rows
from search.embedded.space import Space
from search.ranking import K1, TEXT_UNITS

CACHED = 128 << 20  # bytes of parts a segment: 100,000 letters have 3 MB for a common character

Parts = NDArray[np.float32]


class Having(NamedTuple):
    """Initiatives that have something, and what each one's frequency makes: tf / (tf + norm).

    Parts are parallel to the rows of few initiatives; for many there is one for each of all.
    """

    initiatives: Letters
    parts: Parts
    size: int


class Branch:
    """A leaf with its initiatives and the parts of what was looked for in them lately.

    Sets of initiatives are those of `sets`, with initiatives in place of letters.
    """

    def __init__(self, leaf: Leaf) -> None:
        self.leaf = leaf
        self._having = Cache[Having](CACHED)
        self._threads = local()

    @cached_property
    def outlines(self) -> Outlines:
        """The initiatives, read when they are first asked for."""
        return Outlines(self.leaf.source.segment)

    @property
    def space(self) -> Space:
        """Room to compute in, of the calling thread."""
        found: Space | None = getattr(self._threads, "space", None)
        if found is None:
            found = self._threads.space = Space(self.outlines.count)
        return found

    def having(self, spot: plan.Spot | plan.HasInitiative, norms: Parts) -> Having:
        """In which initiatives something stands, those of deleted letters too."""
        found = self._having.get(spot)
        if found is None:
            ids, frequencies = self.frequencies(spot)
            # an initiative is of its number however long it is
            its = K1 if isinstance(spot, plan.HasInitiative) else norms[ids]
            found = _laid_out(ids, frequencies / (frequencies + its), self.outlines.count)
            size = sets.bytes_of(found.initiatives) + found.parts.nbytes
            self._having.put(spot, found, size)
        return found

    def frequencies(self, spot: plan.Spot | plan.HasInitiative) -> tuple[Ids, Parts]:
        """Initiatives that have something, ascending, and how often each has it."""
        if isinstance(spot, plan.HasInitiative):
            ids = self.outlines.numbered(spot.number)
            return ids, np.ones(len(ids), np.float32)
        ids, frequencies = self.outlines.counts(*_places(self.leaf, spot))
        return ids, frequencies.astype(np.float32)

    def find(self, node: plan.Within, norms: Parts) -> Letters:
        """The initiatives that the node finds, those of deleted letters too."""
        match node:
            case plan.OfLetter(match):
                return self._of_letters(matching.match(self.leaf, match))
            case plan.AllWithin(children):
                found = [self.find(child, norms) for child in children]
                return sets.intersection(found, self.space)
            case plan.AnyWithin(children):
                found = [self.find(child, norms) for child in children]
                return sets.union(found, self.outlines.count)
            case _:
                return self.having(node, norms).initiatives

    def passing(self, found: Letters, conditions: Sequence[Letters]) -> Letters:
        """The initiatives found whose letters meet all conditions."""
        if not conditions:
            return found
        letters = sets.intersection(conditions, self.leaf.space)
        if isinstance(found, Few):
            return Few(found.rows.compress(self.marked(letters, found.rows)))
        return sets.intersection([found, self._of_letters(letters)], self.space)

    def owners(self, found: Letters) -> Letters:
        """The letters of initiatives: few each as often as it has one, many with how often."""
        if isinstance(found, Few):
            return Few(self.outlines.owners[found.rows])
        owners = self.outlines.owners.compress(found.marks != 0)
        return Many(np.bincount(owners, minlength=self.leaf.count).astype(np.uint32))

    def marked(self, letters: Letters, ids: Rows) -> Mask:
        """Of each initiative: whether its letter is among these."""
        return _mask(self.leaf, letters)[self.outlines.owners[ids]]

    def _of_letters(self, letters: Letters) -> Letters:
        if isinstance(letters, Few):
            return sets.fitting(self.outlines.of_rows(letters.rows), self.outlines.count)
        return Many(_mask(self.leaf, letters)[self.outlines.owners])


def owners_passing(leaf: Leaf, owners: Letters, conditions: list[Letters]) -> Letters:
    """The owners that meet all conditions, as often as before."""
    if not conditions:
        return owners
    mask = _mask(leaf, sets.intersection(conditions, leaf.space))
    if isinstance(owners, Few):
        return Few(owners.rows.compress(mask[owners.rows]))
    return Many(owners.marks * mask)


def _mask(leaf: Leaf, letters: Letters) -> Mask:
    if isinstance(letters, Many):
        mask: Mask = letters.marks != 0
        return mask
    return sets.marked(letters.rows, leaf.count)


def _laid_out(ids: Rows, parts: Parts, count: int) -> Having:
    initiatives = sets.fitting(ids, count)
    if isinstance(initiatives, Few):
        return Having(initiatives, parts, len(ids))
    of_all = np.zeros(count, np.float32)
    of_all[ids] = parts
    return Having(initiatives, of_all, len(ids))


def _places(leaf: Leaf, spot: plan.Spot) -> tuple[Places, int]:
    if isinstance(spot, plan.HasPhrase):
        return phrases.places(leaf, spot), phrases.span_of(spot)
    terms = matching.expanded(leaf, spot)
    ordinals = (terms,) if isinstance(terms, int) else terms
    runs = [leaf.places(TEXT_UNITS, ordinal) for ordinal in ordinals if ordinal >= 0]
    return sets.in_order([np.zeros(0, np.int64), *runs]), 0
