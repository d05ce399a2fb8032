"""The embedded engine finds and scores as Whoosh does over the same index, in all its states."""

import random
from dataclasses import dataclass

import numpy as np
import pytest

from index import Snapshot
from search import plan
from search.embedded import EmbeddedEngine
from search.engine import Found, Window
from tests.search.embedded.random_plans import PlanMaker
from tests.search.embedded.states import LETTERS, make_letters, make_states
from tests.search.embedded.whoosh_oracle import WhooshOracle

PLANS = 3000  # in each state
STATES = (
    "one segment",
    "one segment, a third deleted",
    "five segments",
    "four segments with deleted letters",
    "after updates",
    "merged",
    "changed after merging",
    "optimized",
)


@dataclass(frozen=True, slots=True)
class Bench:
    """An engine and its oracle."""

    snapshot: Snapshot
    engine: EmbeddedEngine
    oracle: WhooshOracle

    def all_of(self, wanted: plan.Plan) -> Found:
        return self.engine.find(wanted, Window(size=2 * LETTERS))


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return make_states(tmp_path_factory.mktemp("states"))


@pytest.fixture(scope="module", params=STATES)
def bench(request: pytest.FixtureRequest, states: dict[str, Snapshot]) -> Bench:
    snapshot = states[request.param]
    return Bench(snapshot, EmbeddedEngine(snapshot), WhooshOracle(snapshot))


def _plans(count: int, salt: str = "") -> list[plan.Plan]:
    letters = make_letters()
    chances = (random.Random(f"{salt}{n}") for n in range(count))  # noqa: S311 - no secrets
    return [PlanMaker(chance, letters).make() for chance in chances]


def _differs(found: Found, expected: dict[int, float]) -> bool:
    """Whether ids or, beyond 1e-5 of them, scores are others, or not best and first ones first."""
    scores = dict(zip(found.numbers.tolist(), found.scores.tolist(), strict=True))
    ranked = sorted(scores, key=lambda number: (-scores[number], number))
    return (
        found.total != len(expected)
        or list(scores) != ranked
        or scores.keys() != expected.keys()
        or not np.allclose([scores[n] for n in expected], list(expected.values()), 1e-5, 0)
    )


def test_the_states_are_what_they_are_called(states: dict[str, Snapshot]) -> None:
    segments = {name: len(snapshot.segments) for name, snapshot in states.items()}
    deleted = {
        name: sum(int((~live.live).sum()) for live in s.segments if live.live is not None)
        for name, s in states.items()
    }

    assert tuple(states) == STATES
    assert segments == dict(zip(STATES, (1, 1, 5, 4, 5, 1, 2, 1), strict=True))
    assert deleted == dict(zip(STATES, (0, 20, 0, 12, 21, 0, 9, 0), strict=True))


def test_ids_and_scores_are_those_of_whoosh(bench: Bench) -> None:
    for wanted in _plans(PLANS):
        if _differs(bench.all_of(wanted), bench.oracle.find(wanted)):
            pytest.fail(f"{wanted}")
