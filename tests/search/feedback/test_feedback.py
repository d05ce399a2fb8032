"""The second round, over real letters."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus import LetterId, read_text
from index import Snapshot, build, open_snapshot
from search import Request
from search.collection import Collection
from search.engine import Found, Window
from search.feedback.words import LetterWords
from search.plan import Plan
from search.ranked import rank
from search.ranking import FEEDBACK, FEEDBACK_HEAD
from tests.search.embedded.states import make_letters, make_states, sentences

Q = "protective supplies for hospital doctors"
LETTERS = {
    "ventilators": "Hospitals ask doctors about protective supplies: ventilators and respirators.",
    "respirators": "Protective supplies reach doctors: a hospital receives respirators and gowns.",
    "gowns": "Doctors of the hospital thank you for protective supplies, gowns and ventilators.",
    "shared": "One hospital shares protective supplies with doctors everywhere. Respirators, "
    "ventilators and gowns go first to those who ask first, whoever they may be.",
    "lunches": "Doctors and a hospital are without protective supplies, says the cook of lunches.",
    "thanks": "Thank you, doctors, for your protective words about the hospital and its supplies.",
}


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """Letters about hospitals among sixty about other things."""
    folder: Path = tmp_path_factory.mktemp("feedback")
    written = (
        read_text(text, letter_id=LetterId(name), source=f"{name}.txt")
        for name, text in LETTERS.items()
    )
    others = (letter for letter in make_letters() if "hospital" not in letter.text)
    build((*written, *others), folder)
    return Collection(open_snapshot(folder))


def first_round(collection: Collection, q: str) -> tuple[Found, Plan]:
    plan = collection.prepare(q).plan
    return collection.engine.find(plan, Window(size=FEEDBACK_HEAD)), plan


def names(collection: Collection, found: Found) -> list[str]:
    return [collection.snapshot.id(number) for number in found.numbers.tolist()]


def test_what_the_best_letters_share_lifts_another_that_has_it(collection: Collection) -> None:
    found, plan = first_round(collection, Q)
    before = names(collection, found)
    after = names(collection, collection.rerank(found, plan))

    assert before.index("shared") > max(before.index("thanks"), before.index("lunches"))
    assert after.index("shared") < min(after.index("thanks"), after.index("lunches"))
    assert sorted(after) == sorted(before)


def test_words_that_count_are_shared_and_telling(collection: Collection) -> None:
    found, plan = first_round(collection, Q)
    added = collection.feedback.second_round(found, plan)
    words = {term.alternatives[0] for term in added.terms}

    assert {"respir", "ventil", "gown", "hospit"} <= words
    assert not {"the", "for", "cook", "lunch"} & words
    assert added.additions.max() == pytest.approx(FEEDBACK * found.scores[0])
    assert added.additions.min() >= 0


@pytest.mark.parametrize(
    "q",
    [
        pytest.param("protective supplies hospital", id="few-words"),
        pytest.param("describe various information about protective supplies", id="requests"),
        pytest.param("protective supplies for hospital doctors 口罩", id="han"),
        pytest.param("to be or not to be that is", id="no-subject"),
        pytest.param("", id="empty"),
    ],
)
def test_only_longer_queries_of_latin_words_have_one(collection: Collection, q: str) -> None:
    found, plan = first_round(collection, q)

    assert not plan.feedback
    assert not collection.feedback.second_round(found, plan).terms


def test_a_letter_that_is_clearly_best_leaves_no_doubt(collection: Collection) -> None:
    found, plan = first_round(collection, Q)
    sure = replace(found, scores=found.scores * np.where(np.arange(len(found.scores)) == 0, 9, 1))

    ranked = collection.rerank(sure, plan)

    assert plan.feedback
    assert ranked.numbers.tolist() == sure.numbers.tolist()
    assert ranked.scores.tolist() == sure.scores.tolist()


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    return make_states(tmp_path_factory.mktemp("states"))


def queries(chance: random.Random) -> Iterator[str]:
    """Words of English sentences."""
    english = [words for one in sentences() if one.isascii() and len(words := one.split()) > 9]
    while True:
        yield " ".join(chance.sample(chance.choice(english), 9))


def test_pages_are_pieces_of_one_ranking_whatever_is_asked_for(
    states: dict[str, Snapshot],
) -> None:
    second = 0
    for seed, snapshot in enumerate(states.values()):
        collection = Collection(snapshot)
        asked = [query for query, _ in zip(queries(random.Random(seed)), range(8), strict=False)]
        for q in asked:
            prepared = collection.prepare(q)
            first = collection.engine.find(prepared.plan, Window(size=100))
            whole = rank(collection, prepared, Request(q=q, per_page=100))
            second += first.numbers.tolist() != whole.numbers.tolist()

            assert whole.total == first.total
            assert sorted(whole.numbers.tolist()) == sorted(first.numbers.tolist())
            assert whole.scores.tolist() == sorted(whole.scores.tolist(), reverse=True)
            for per_page in (3, 10):
                head = rank(collection, prepared, Request(q=q, page=2, per_page=per_page))
                size = len(head.numbers)
                assert head.numbers.tolist() == whole.numbers.tolist()[:size]
                assert head.scores.tolist() == whole.scores.tolist()[:size]
    assert second


def test_letters_without_the_words_gain_nothing(collection: Collection) -> None:
    found, plan = first_round(collection, Q)
    added = collection.feedback.second_round(found, plan)
    words = [set(one) for one in LetterWords(collection.shelf.take).of(found.numbers.tolist())]
    sought = {term.alternatives[0] for term in added.terms}

    assert [bool(gain) for gain in added.additions.tolist()] == [
        bool(its & sought) for its in words
    ]
