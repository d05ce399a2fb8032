"""The best of the initiatives found in all segments, and how they are scored."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search import plan
from search.embedded import matching, sets, top
from search.embedded.initiatives import Branch, Parts
from search.embedded.outlines import Ids
from search.embedded.sets import Few, Letters, Rows
from search.engine import Window
from search.ranking import K1, PREFERENCE, B

Keys = NDArray[np.float64]


class Head(NamedTuple):
    """The best initiatives of all segments: the number of the letter of each, its place there."""

    numbers: Ids
    ordinals: Ids
    scores: Keys


class Initiatives:
    """The initiatives of all segments. Safe for threads."""

    def __init__(self, branches: Sequence[Branch]) -> None:
        self._branches = branches

    @cached_property
    def norms(self) -> list[Parts]:
        """Of each segment's initiatives K1 (1 - B + B length / average)."""
        lengths = [branch.outlines.lengths for branch in self._branches]
        total = sum(float(each.sum(dtype=np.float64)) for each in lengths)
        average = np.float32(max(total / max(sum(map(len, lengths)), 1), 1e-9))
        return [
            np.float32(K1) * (np.float32(1 - B) + np.float32(B) * each / average)
            for each in lengths
        ]

    def find(self, wanted: plan.InitiativePlan) -> list[Letters]:
        """The initiatives of each segment that a plan finds, whatever its filters."""
        return [
            branch.passing(
                branch.find(wanted.within, norms),
                [matching.match(branch.leaf, wanted.letters.match)],
            )
            for branch, norms in zip(self._branches, self.norms, strict=True)
        ]

    def head(self, found: Sequence[Letters], wanted: plan.InitiativePlan, window: Window) -> Head:
        """The first of the initiatives found, in the order that the window asks for.

        Ties go to those of preferred letters, then to the one that was indexed first.
        """
        chosen = [sets.rows_of(each) for each in found]
        is_scored = window.sort == "relevance"
        keys = self._scores(chosen, wanted) if is_scored else self._dates(chosen, window)
        heads = [
            _head(branch, ids, its, window.size)
            for branch, ids, its in zip(self._branches, chosen, keys, strict=True)
        ]
        head = _together(heads, window.size)
        return head if is_scored else head._replace(scores=np.zeros(len(head.scores)))

    def _dates(self, chosen: Sequence[Rows], window: Window) -> list[Keys]:
        """Keys of which the greatest come first; those of the undated are least."""
        return [
            _dates(branch, ids, newest=window.sort == "-date")
            for branch, ids in zip(self._branches, chosen, strict=True)
        ]

    def _scores(self, chosen: Sequence[Rows], wanted: plan.InitiativePlan) -> list[Keys]:
        """Of those found, as `Engine.find_initiatives` says, raised for preferred letters."""
        totals = self._totals(wanted)
        scores = [total[ids].astype(np.float64) for total, ids in zip(totals, chosen, strict=True)]
        preferred = wanted.letters.preferred
        if preferred is not None:
            for branch, ids, its in zip(self._branches, chosen, scores, strict=True):
                letters = matching.match(branch.leaf, preferred)
                its[branch.marked(letters, ids)] *= 1 + PREFERENCE
        return scores

    def _totals(self, wanted: plan.InitiativePlan) -> list[Parts]:
        """Sums of weight idf (K1 + 1) tf / (tf + norm), of every initiative."""
        count = sum(branch.outlines.count for branch in self._branches)
        totals = [np.zeros(branch.outlines.count, np.float32) for branch in self._branches]
        for spot, weight in wanted.scores:
            found = [b.having(spot, n) for b, n in zip(self._branches, self.norms, strict=True)]
            frequency = sum(each.size for each in found)
            idf = np.log1p((count - frequency + 0.5) / (frequency + 0.5))
            factor = np.float32(weight * idf * (K1 + 1))
            for (initiatives, parts, _), total in zip(found, totals, strict=True):
                if isinstance(initiatives, Few):
                    total[initiatives.rows] += factor * parts
                else:
                    total += factor * parts
        return totals


def _dates(branch: Branch, ids: Rows, *, newest: bool) -> Keys:
    dates = branch.leaf.source.segment.numbers("date_first")[branch.outlines.owners[ids]]
    keys = dates.astype(np.float64) if newest else -dates.astype(np.float64)
    keys[dates == 0] = -np.inf
    return keys


def _head(branch: Branch, ids: Rows, keys: Keys, size: int) -> Head:
    places = top.first(keys, size)
    best = ids[places]
    numbers = branch.outlines.owners[best] + branch.leaf.base
    return Head(numbers, branch.outlines.ordinals(best), keys[places])


def _together(heads: Sequence[Head], size: int) -> Head:
    """The head of all rankings, those of later segments after equal ones of earlier ones."""
    if len(heads) == 1:
        return heads[0]
    none = Head(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    numbers, ordinals, scores = map(np.concatenate, zip(none, *heads, strict=True))
    order = np.argsort(-scores, kind="stable")[:size]
    return Head(numbers[order], ordinals[order], scores[order])
