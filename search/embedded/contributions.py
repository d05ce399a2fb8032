"""What each score term adds to one letter: the same numbers as in a search, one by one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from search import plan
from search.embedded.leaf import Leaf
from search.embedded.scoring import document_frequency, settled
from search.embedded.statistics import Statistics
from search.embedded.ways import sought
from search.engine import Contribution
from search.ranking import K1


def contributions(
    leaves: Sequence[Leaf], numbers: Sequence[int], wanted: plan.Plan, statistics: Statistics
) -> tuple[tuple[Contribution, ...], ...]:
    """See `Engine.contributions`; IndexError if there is no letter of a number.

    Goes from term to term, so that each list is read once for all letters.
    """
    places = [_place(leaves, number) for number in numbers]
    found: list[list[Contribution]] = [[] for _ in numbers]
    for place, term in enumerate(wanted.scores):
        choices = [
            [
                _Part(place, one, held)
                for one in each
                if (held := document_frequency(one, statistics, leaves))
            ]
            for each in _choices(term, statistics, leaves)
        ]
        for letter, (leaf, row) in zip(found, places, strict=True):
            sums = [list(_of_row(leaf, row, wanted.b, each, statistics)) for each in choices]
            letter.extend(max(sums, key=lambda parts: sum(part.score for part in parts)))
    return tuple(map(tuple, found))


class _Part(NamedTuple):
    """A term at a place of the plan, and how many letters have it."""

    place: int
    term: plan.Single
    held: int


def _choices(
    term: plan.Score, statistics: Statistics, leaves: Sequence[Leaf]
) -> tuple[tuple[plan.Single, ...], ...]:
    """Terms that are added up; of several such sums the greatest counts."""
    if not isinstance(term, plan.ScoreBest):
        return ((term,),)
    return term.typed, (settled(term, statistics, leaves),)


def _place(leaves: Sequence[Leaf], number: int) -> tuple[Leaf, int]:
    for leaf in leaves:
        if leaf.base <= number < leaf.base + leaf.count:
            return leaf, number - leaf.base
    raise IndexError(number)


def _of_row(
    leaf: Leaf, row: int, b: float, parts: Iterable[_Part], statistics: Statistics
) -> Iterator[Contribution]:
    """What terms add, as far as the letter has them."""
    for place, term, held in parts:
        column, ordinals = sought(leaf, term)
        frequency = int(leaf.frequencies(column, ordinals, np.array([row]))[0])
        if not frequency:
            continue
        idf = statistics.idf(column, held)
        norm = float(statistics.norms(column, b).values[leaf.column(column).lengths[row]])
        yield Contribution(
            place=place,
            term=term,
            frequency=frequency,
            document_frequency=held,
            letters=statistics.letters(column),
            idf=idf,
            length_factor=norm / K1,
            score=term.weight * idf * (K1 + 1) * frequency / (frequency + norm),
        )
