"""What each score term adds to one letter: the same numbers as in a search, one by one."""

from collections.abc import Iterator, Sequence

import numpy as np

from search import plan
from search.embedded.leaf import Leaf
from search.embedded.scoring import document_frequency
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
        holding = document_frequency(term, statistics, leaves)
        if holding:
            for letter, (leaf, row) in zip(found, places, strict=True):
                letter.extend(_of_row(leaf, row, wanted, place, holding, statistics))
    return tuple(map(tuple, found))


def _place(leaves: Sequence[Leaf], number: int) -> tuple[Leaf, int]:
    for leaf in leaves:
        if leaf.base <= number < leaf.base + leaf.count:
            return leaf, number - leaf.base
    raise IndexError(number)


def _of_row(
    leaf: Leaf, row: int, wanted: plan.Plan, place: int, holding: int, statistics: Statistics
) -> Iterator[Contribution]:
    """What a term of the plan adds, if the letter has it; `holding` is in how many it is."""
    term = wanted.scores[place]
    column, ordinals = sought(leaf, term)
    frequency = int(leaf.frequencies(column, ordinals, np.array([row]))[0])
    if not frequency:
        return
    idf = statistics.idf(column, holding)
    norm = float(statistics.norms(column, wanted.b).values[leaf.column(column).lengths[row]])
    yield Contribution(
        place=place,
        frequency=frequency,
        document_frequency=holding,
        letters=statistics.letters(column),
        idf=idf,
        length_factor=norm / K1,
        score=term.weight * idf * (K1 + 1) * frequency / (frequency + norm),
    )
