"""What terms add to one letter is what a search adds up, in every state of an index."""

import random
from pathlib import Path

import pytest

from index import Snapshot
from search.embedded import EmbeddedEngine
from search.engine import Window
from search.ranking import K1
from tests.search.embedded.random_plans import PlanMaker
from tests.search.embedded.states import make_letters, make_states

PLANS = 60


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    folder: Path = tmp_path_factory.mktemp("contributions")
    return make_states(folder)


def test_contributions_add_up_to_the_score_of_every_letter_found(
    states: dict[str, Snapshot],
) -> None:
    scored = 0
    for seed, (name, snapshot) in enumerate(states.items()):
        engine = EmbeddedEngine(snapshot)
        maker = PlanMaker(random.Random(seed), make_letters())
        for wanted in (maker.make() for _ in range(PLANS)):
            found = engine.find(wanted, Window(size=200))
            for number, score in zip(found.numbers.tolist(), found.scores.tolist(), strict=True):
                parts = engine.contributions([number], wanted)[0]
                assert sum(part.score for part in parts) == pytest.approx(score, rel=1e-5), name
                scored += score > 0
    assert scored > 1_000


def test_each_contribution_is_what_its_numbers_say(states: dict[str, Snapshot]) -> None:
    engine = EmbeddedEngine(states["after updates"])
    maker = PlanMaker(random.Random(7), make_letters())
    seen = 0
    for wanted in (maker.make() for _ in range(PLANS)):
        for number in engine.find(wanted, Window(size=5)).numbers.tolist():
            for part in engine.contributions([number], wanted)[0]:
                seen += 1
                tf = part.frequency
                bm25 = (K1 + 1) * tf / (tf + K1 * part.length_factor)
                assert part.score == pytest.approx(part.term.weight * part.idf * bm25)
                assert 0 < part.document_frequency <= part.letters
    assert seen


def test_there_is_no_letter_beyond_the_last(states: dict[str, Snapshot]) -> None:
    engine = EmbeddedEngine(states["one segment"])
    wanted = PlanMaker(random.Random(1), make_letters()).make()

    with pytest.raises(IndexError):
        engine.contributions([0, 60], wanted)
