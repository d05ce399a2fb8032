"""What each score term adds to one letter: the same numbers as in a search, one by one."""

from collections.abc import Iterator, Sequence

from search import plan
from search.embedded.leaf import Leaf
from search.embedded.scoring import document_frequency
from search.embedded.statistics import Statistics
from search.embedded.ways import sought
from search.engine import Contribution
from search.ranking import K1


def contributions(
    leaves: Sequence[Leaf], number: int, wanted: plan.Plan, statistics: Statistics
) -> tuple[Contribution, ...]:
    """See `Engine.contributions`; IndexError if there is no letter of this number."""
    for leaf in leaves:
        if leaf.base <= number < leaf.base + leaf.count:
            return tuple(_of_row(leaf, number - leaf.base, wanted, statistics, leaves))
    raise IndexError(number)


def _of_row(
    leaf: Leaf, row: int, wanted: plan.Plan, statistics: Statistics, leaves: Sequence[Leaf]
) -> Iterator[Contribution]:
    for place, term in enumerate(wanted.scores):
        column, ordinals = sought(leaf, term)
        frequency = leaf.frequency(column, ordinals, row)
        if not frequency:
            continue
        holding = document_frequency(term, statistics, leaves)
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
