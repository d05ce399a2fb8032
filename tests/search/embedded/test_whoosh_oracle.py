"""The embedded engine finds and scores as Whoosh does over the same index, in all its states."""

import random
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

import numpy as np
import pytest

from index import Snapshot
from search import plan
from search.embedded import EmbeddedEngine, adding, facets, leaf, phrases, sets
from search.engine import Found, Window
from search.results import FACETS
from tests.search.embedded.random_plans import PlanMaker
from tests.search.embedded.states import LETTERS, make_letters, make_states
from tests.search.embedded.whoosh_oracle import WhooshOracle

PLANS = 250  # in each state
EVERYTHING = Window(size=2 * LETTERS)
STATES = {  # segments, and letters in them that are deleted
    "one segment": (1, 0),
    "one segment, a third deleted": (1, 20),
    "five segments": (5, 0),
    "four segments with deleted letters": (4, 12),
    "after updates": (5, 21),
    "merged": (1, 0),
    "changed after merging": (2, 9),
    "optimized": (1, 0),
}


@dataclass(frozen=True, slots=True)
class Bench:
    """A state of the collection with an engine over it and its oracle."""

    state: str
    engine: EmbeddedEngine
    oracle: WhooshOracle

    def plans(self, count: int) -> list[plan.Plan]:
        chances = (random.Random(f"{self.state} {n}") for n in range(count))
        return [PlanMaker(chance, make_letters()).make() for chance in chances]

    def all_of(self, wanted: plan.Plan) -> Found:
        return self.engine.find(wanted, EVERYTHING)


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return make_states(tmp_path_factory.mktemp("states"))


@pytest.fixture(scope="module", params=STATES)
def bench(request: pytest.FixtureRequest, states: dict[str, Snapshot]) -> Bench:
    snapshot = states[request.param]
    return Bench(request.param, EmbeddedEngine(snapshot), WhooshOracle(snapshot))


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
    def deleted(snapshot: Snapshot) -> int:
        return sum(int((~s.live).sum()) for s in snapshot.segments if s.live is not None)

    found = {name: (len(snapshot.segments), deleted(snapshot)) for name, snapshot in states.items()}

    assert found == STATES


def test_ids_and_scores_are_those_of_whoosh(bench: Bench) -> None:
    for wanted in bench.plans(PLANS):
        if _differs(bench.all_of(wanted), bench.oracle.find(wanted)):
            pytest.fail(f"{bench.state}: {wanted}")


def test_plans_find_letters_and_score_them(bench: Bench) -> None:
    found = [bench.all_of(wanted) for wanted in bench.plans(100)]

    some = sum(0 < each.total < bench.oracle.reader.doc_count() for each in found)
    scored = sum(bool(each.scores.any()) for each in found)

    assert some > 25
    assert scored > 25


@pytest.mark.parametrize("few", [0, facets._FEW_VALUES])
@pytest.mark.parametrize("sparse", [0, facets._SPARSE], ids=["sparse", "dense"])
def test_facets_are_those_of_whoosh(
    bench: Bench,
    states: dict[str, Snapshot],
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    sparse: int,
) -> None:
    monkeypatch.setattr(facets, "_FEW_VALUES", few)
    monkeypatch.setattr(facets, "_SPARSE", sparse)
    engine = EmbeddedEngine(states[bench.state])
    for wanted in bench.plans(10):
        found = engine.find(wanted, Window(size=1, facets=FACETS))
        for name in FACETS:
            assert dict(found.facets[name]) == bench.oracle.facet(wanted, name), wanted


@pytest.mark.parametrize("sort", ["date", "-date"])
def test_sorting_by_date_is_that_of_whoosh(bench: Bench, sort: Literal["date", "-date"]) -> None:
    for wanted in bench.plans(20):
        found = bench.engine.find(wanted, Window(size=2 * LETTERS, sort=sort))
        assert found.numbers.tolist() == bench.oracle.by_date(wanted, newest=sort == "-date")


@pytest.mark.parametrize("size", [1, 3, 10])
def test_a_smaller_window_is_the_head_of_the_ranking(bench: Bench, size: int) -> None:
    for wanted in bench.plans(20):
        whole, head = bench.all_of(wanted), bench.engine.find(wanted, Window(size=size))

        assert head.total == whole.total
        assert head.numbers.tolist() == whole.numbers[:size].tolist()


@pytest.mark.parametrize(("dense", "far"), list(product((0, 10**9), repeat=2)))
def test_however_letters_are_held_and_scores_added_up_they_are_the_same(
    bench: Bench, states: dict[str, Snapshot], monkeypatch: pytest.MonkeyPatch, dense: int, far: int
) -> None:
    for name in ("DENSE", "MERGED"):
        monkeypatch.setattr(sets, name, dense)
    for room, name in ((adding, "_FAR"), (sets, "_FAR"), (sets, "_SOUGHT")):
        monkeypatch.setattr(room, name, far)
    monkeypatch.setattr(adding, "_FEW", far)  # 0: letters are left as soon as they may be
    monkeypatch.setattr(phrases, "_EVERYWHERE", far)
    monkeypatch.setattr(phrases, "_COMMON", 10**9 - far)  # 0: places are read from all letters
    engine = EmbeddedEngine(states[bench.state])  # with nothing in its caches

    for wanted in bench.plans(25):
        expected = bench.oracle.find(wanted)
        assert not _differs(engine.find(wanted, EVERYTHING), expected), wanted
        few = engine.find(wanted, Window(size=3))
        assert few.numbers.tolist() == bench.all_of(wanted).numbers[:3].tolist()


def test_scores_are_the_same_to_the_last_bit_whether_lists_are_kept_or_not(
    bench: Bench, states: dict[str, Snapshot], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sets, "DENSE", 0)  # no list is a long one
    keeping = EmbeddedEngine(states[bench.state])
    for name in ("LEAST", "MOST", "REMEMBERED_HEADS"):
        monkeypatch.setattr(leaf, name, 0)
    forgetful = EmbeddedEngine(states[bench.state])

    for wanted in map(_of_a_scored_word, bench.plans(100)):
        found, again = (engine.find(wanted, EVERYTHING) for engine in (keeping, forgetful))
        assert again.numbers.tolist() == found.numbers.tolist()
        assert again.scores.tolist() == found.scores.tolist(), wanted


def _of_a_scored_word(wanted: plan.Plan) -> plan.Plan:
    """The plan, for the letters that have the last word that adds to their score."""
    words = [one for one in wanted.scores if isinstance(one, plan.ScoreTerm)]
    if not words:
        return wanted
    column, alternatives, _ = words[-1]
    return replace(wanted, match=plan.HasTerm(column, alternatives[0]), filters=())
