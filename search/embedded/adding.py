"""Adding up what terms add to letters: of all letters of a segment, or of those that were found."""

from collections.abc import Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from search.embedded import sets, top
from search.embedded.sets import Many, Rows
from search.embedded.space import Space
from search.embedded.weighed import Parts, Scored

_FAR = 8  # rows are sought one by one in a list so many times longer (measured)
_FEW = 32  # one letter in so many can still be among the best: the others are left (measured)
_AHEAD = 4  # letters looked at for each one wanted, since not all of them were found
_ROUNDING = 1e-4  # of a score: more than sums of a thousand terms are off by

Best = tuple[Rows, Parts]


def sums(space: Space, rows: Rows, scored: Sequence[Scored]) -> Parts:
    """The score of each of the rows, ascending.

    Lists much longer than `rows` are asked for them; the others are added up whole.
    """
    of_rows, whole = [], []
    for each in scored:
        letters, parts = each.listed.letters, each.parts
        if parts is None or isinstance(letters, Many):
            of_rows.append(each.of(rows))
        elif _are_same(letters.rows, rows):
            of_rows.append(parts)
        elif len(parts) > _FAR * len(rows):
            of_rows.append(_looked_up(letters.rows, parts, rows))
        else:
            whole.append(each)
    if whole:
        added, (places, parts) = space.sums, _strung(whole)
        np.add.at(added, places, parts)
        of_rows.append(added[rows])
        added[places] = 0
    if not of_rows:
        return np.zeros(len(rows), np.float32)
    return of_rows[0] if len(of_rows) == 1 else reduce(np.add, of_rows)


def best_of_many(space: Space, found: Many, scored: Sequence[Scored], size: int) -> Best:
    """At least `size` letters that were found, if there are so many, the best among them.

    Terms that add most come first. From time to time it is asked which letters can still become
    one of the best: once these are few, only they are scored to the end (MaxScore, Turtle & Flood
    1995, term at a time).
    """
    totals = _of_short(space, [each for each in scored if each.parts is not None])
    long = sorted([each for each in scored if each.parts is None], key=lambda one: -one.factor)
    reach = sum(each.factor for each in long)  # no term adds more than its factor
    asked = 2 * reach
    for at, each in enumerate(long):
        if len(long) - at > 1 and 2 * reach <= asked:
            asked = reach
            kept = _within(reach, totals, found, size)
            if kept is not None:
                return kept, totals[kept] + reduce(np.add, [one.of(kept) for one in long[at:]])
        each.add_to(totals, space)
        reach -= each.factor
    best = np.flatnonzero(totals >= top.least(totals, size))
    best = best.compress(sets.holds(found, best))
    if len(best) < size:
        best = sets.rows_of(found)
    return best, totals[best]


def best_of_all(space: Space, scored: Scored, size: int) -> Best:
    """The letters of a long list to which it adds most."""
    totals = space.totals
    totals.fill(0)
    scored.add_to(totals, space)
    return top.best_above_zero(totals, size)


def _within(reach: float, totals: Parts, found: Many, size: int) -> Rows | None:
    """The letters that `reach` more could make one of the best; None if these are many."""
    best = np.flatnonzero(totals >= top.least(totals, _AHEAD * size))
    best = best.compress(sets.holds(found, best))
    if len(best) < size:
        return None
    lowest = float(np.partition(totals[best], len(best) - size)[len(best) - size])
    needed = lowest * (1 - _ROUNDING) - reach * (1 + _ROUNDING)
    if needed <= 0:
        return None
    able: NDArray[np.bool_] = totals >= np.float32(needed)
    if np.count_nonzero(able) * _FEW > len(totals):
        return None
    rows = np.flatnonzero(able)
    return rows.compress(sets.holds(found, rows))


def _of_short(space: Space, scored: Sequence[Scored]) -> Parts:
    """What short lists add to every letter, in the space's own array."""
    totals = space.totals
    totals.fill(0)
    if scored:
        rows, parts = _strung(scored)
        np.add.at(totals, rows, parts)
    return totals


def _strung(scored: Sequence[Scored]) -> Best:
    """Rows and parts of short lists one after the other.

    To add them in one step saves most of the time: it goes into steps more than into postings.
    """
    rows = [sets.rows_of(each.listed.letters) for each in scored]
    parts = [each.parts for each in scored if each.parts is not None]
    if len(rows) == 1:
        return rows[0], parts[0]
    return np.concatenate(rows), np.concatenate(parts)


def _are_same(some: Rows, others: Rows) -> bool:
    """Whether rows are the same, also where a list was read twice: sums do not hang on that."""
    return some is others or (len(some) == len(others) and bool((some == others).all()))


def _looked_up(its: Rows, parts: Parts, rows: Rows) -> Parts:
    where = sets.nearest(its, rows)
    found: Parts = parts[where]
    found[its[where] != rows] = 0
    return found
