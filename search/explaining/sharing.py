"""What the second round adds to a letter, and by which words."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from search.collection import Collection
from search.engine import Found
from search.explaining.explanation import Shared
from search.plan import Plan, ScoreBest, ScoreTerm

_NAMED: Final = 5  # words


def shared(collection: Collection, number: int, found: Found, plan: Plan) -> Shared | None:
    """What a letter of the first round gains by the second; None if it is nothing."""
    engine = collection.engine
    added = collection.feedback.second_round(found, plan)
    score = dict(zip(found.numbers.tolist(), added.additions.tolist(), strict=False)).get(number)
    if not score:
        return None
    gains = [
        (engine.scores(np.array([number]), [term], plan.b).item(), term.alternatives[0])
        for term in added.terms
    ]
    typed = {term for one in _typed(plan) for term in one.alternatives}
    ordered = sorted(gains, key=lambda one: (one[1] in typed, -one[0]))
    best = [word for gain, word in ordered if gain][:_NAMED]
    return Shared(tuple(_written(collection, word) for word in best), score)


def _typed(plan: Plan) -> Iterator[ScoreTerm]:
    for one in plan.scores:
        if isinstance(one, ScoreTerm):
            yield one
        elif isinstance(one, ScoreBest):
            yield from one.typed


def _written(collection: Collection, stem: str) -> str:
    """The shortest word that has the stem."""
    return min(collection.snapshot.surface_forms(stem), key=len, default=stem)
