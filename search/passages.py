"""The passage bonus: the best letters are ranked again by how closely the query's units stand.

It is above the engines' boundary and the same for all of them.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.engine import Engine, Found, Occurrences
from search.plan import Plan
from search.ranking import PASSAGE, RERANK, TEXT_UNITS, WINDOW


def rerank(found: Found, plan: Plan, engine: Engine) -> Found:
    """Add the bonus to the best letters and sort these anew; the others stay as they were."""
    if not plan.units or not len(found.numbers):
        return found
    numbers, others = found.numbers[:RERANK], found.numbers[RERANK:]
    scores = found.scores[:RERANK] + PASSAGE * bonus(numbers, plan, engine)
    order = np.lexsort((numbers, -scores))
    return Found(
        total=found.total,
        numbers=np.concatenate([numbers[order], others]),
        scores=np.concatenate([scores[order], found.scores[RERANK:]]),
        facets=found.facets,
    )


def bonus(numbers: NDArray[np.int64], plan: Plan, engine: Engine) -> NDArray[np.float64]:
    """Of each letter: the greatest idf sum of distinct units of the query within WINDOW units."""
    units = [unit for unit, _ in plan.units]
    weights = [weight * engine.idf(TEXT_UNITS, unit) for unit, weight in plan.units]
    return _densest(engine.occurrences(numbers, units), weights, len(numbers))


def _densest(found: Occurrences, weights: list[float], letters: int) -> NDArray[np.float64]:
    """A best window begins at an occurrence."""
    best = np.zeros(letters)
    np.maximum.at(best, found.row, densities(found, weights))
    return best


def densities(found: Occurrences, weights: Sequence[float]) -> NDArray[np.float64]:
    """At each occurrence, what the distinct units within WINDOW units from it on weigh."""
    at = (found.row << 40) + found.position
    sums = np.zeros(len(at))
    for term, weight in enumerate(weights):
        mine = np.append(np.sort(at[found.term == term]), np.iinfo(np.int64).max)
        sums += weight * (mine[np.searchsorted(mine, at)] - WINDOW < at)
    return sums
