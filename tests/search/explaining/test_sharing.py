"""What an explanation says of words that a letter shares with the letters found first."""

from pathlib import Path

import pytest

from corpus import LetterId, read_text
from index import build, open_snapshot
from search.collection import Collection
from search.explaining import explain
from tests.search.embedded.states import make_letters
from web.explaining.lines import explanation_lines

Q = "protective supplies for hospital doctors"
TEXTS = (
    "Hospitals ask doctors about protective supplies: ventilators and respirators.",
    "Protective supplies reach doctors: a hospital receives respirators and gowns.",
    "Doctors of the hospital thank you for protective supplies, gowns and ventilators.",
    "One hospital shares protective supplies with doctors: gowns, respirators, ventilators.",
    "Doctors and a hospital are without protective supplies, says the cook of lunches.",
)


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    folder: Path = tmp_path_factory.mktemp("sharing")
    written = (
        read_text(text, letter_id=LetterId(f"hospital-{n}"), source=f"{n}.txt")
        for n, text in enumerate(TEXTS)
    )
    build((*written, *make_letters()), folder)
    return Collection(open_snapshot(folder))


def test_words_are_those_of_the_letter_as_they_are_written(collection: Collection) -> None:
    found = explain(collection, "hospital-0", Q)

    assert found is not None
    assert found.shared is not None
    assert {"ventilators", "respirators"} <= set(found.shared.words)
    assert "gowns" not in found.shared.words
    assert found.score > sum(word.score for word in found.words)


def test_it_is_told_in_a_sentence_and_in_the_table(collection: Collection) -> None:
    found = explain(collection, "hospital-0", Q)
    assert found is not None
    assert found.shared is not None

    lines = list(explanation_lines(found))

    assert any(line.startswith("Words that it shares with the letters found") for line in lines)
    assert any(line.startswith(f"{found.shared.score:9.4f}  ") for line in lines)


def test_what_shares_nothing_says_nothing_of_it(collection: Collection) -> None:
    found = explain(collection, "hospital-0", "hospital")

    assert found is not None
    assert found.shared is None
