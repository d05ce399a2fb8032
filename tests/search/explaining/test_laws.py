"""Explanations add up: for random queries over random letters, in every state of an index."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from index import Snapshot
from search import Request
from search.collection import Collection
from search.explaining import Explanation, explain
from search.ranked import rank, rank_translated
from search.ranking import K1, RERANK
from tests.search.embedded.states import make_letters, make_states, sentences

QUERIES = 16  # a state
CLOSE = partial(pytest.approx, rel=1e-5)


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    folder: Path = tmp_path_factory.mktemp("explaining")
    return make_states(folder)


def random_queries(chance: random.Random) -> Iterator[str]:
    """English words, and pieces of letters: quoted, excluded, in fields, cut short, mistyped."""
    forms = ("{}",) * 6 + (
        '"{}"', "-{}", "title:{}", "initiative:{}", "{}*", "{}~", "({}) OR 口罩", "NOT {}",
        "lang:zh {}", "date:2020 {}",
        "{} 2020年2月3日", "February 2020 {}", "third proposal {}",
        "{} COVID-19", "新冠肺炎 {}", "title:{} OR novel coronavirus",
    )  # fmt: skip
    english = [words for one in sentences() if one.isascii() and len(words := one.split()) > 9]
    while True:
        yield " ".join(chance.sample(chance.choice(english), 9))
        parts = []
        for _ in range(chance.randint(1, 3)):
            sentence = chance.choice(sentences())
            first = chance.randrange(len(sentence))
            piece = sentence[first : first + chance.choice((2, 4, 9, 30))]
            parts.append(chance.choice(forms).format(piece))
        yield " ".join(parts)


def adds_up(found: Explanation) -> None:
    """Every sum and every product within an explanation."""
    for word in found.words:
        assert word.score == CLOSE(sum(term.score for term in word.terms))
        for term in word.terms:
            bm25 = (K1 + 1) * term.frequency / (term.frequency + K1 * term.length_factor)
            assert term.score == CLOSE(term.weight * term.idf * bm25)
    close = found.closeness
    if close:
        assert close.score == CLOSE(sum(unit.score for unit in close.units))
        assert all(unit.score == CLOSE(unit.weight * unit.idf) for unit in close.units)
        assert close.text == found.letter.text[close.start : close.end]
    total = sum(word.score for word in found.words) + (close.score if close else 0.0)
    assert found.score == CLOSE(total + (found.shared.score if found.shared else 0.0))


def test_explanations_add_up_to_the_score_of_the_search(states: dict[str, Snapshot]) -> None:
    far = close = shared = 0
    for seed, (name, snapshot) in enumerate(states.items()):
        collection = Collection(snapshot)
        queries = random_queries(random.Random(seed))
        for _, q in zip(range(QUERIES), queries, strict=False):
            wanted = Request(q=q, per_page=100, facets=())
            found = rank(collection, collection.prepare(q), wanted)
            heads = zip(found.numbers.tolist(), found.scores.tolist(), strict=True)
            for place, (number, score) in enumerate(heads):
                one = explain(collection, collection.snapshot.id(number), q)
                assert one is not None
                assert one.found_by == "query"
                assert one.score == CLOSE(score), (name, q)
                rank_of = place + 1 if collection.prepare(q).plan.scores else None
                assert (one.rank, one.total, one.unmet) == (rank_of, found.total, ())
                adds_up(one)
                far += place >= RERANK
                close += one.closeness is not None
                shared += one.shared is not None
    assert far
    assert close
    assert shared


def test_what_the_query_does_not_find_has_a_reason(states: dict[str, Snapshot]) -> None:
    collection = Collection(states["four segments with deleted letters"])
    other = 0
    queries = random_queries(random.Random(99))
    for _, q in zip(range(QUERIES), queries, strict=False):
        wanted = Request(q=q, per_page=100, facets=())
        found = set(rank(collection, collection.prepare(q), wanted).numbers.tolist())
        translated = collection.translate(q)
        theirs = {}
        if translated:
            ranked = rank_translated(collection, translated, wanted)
            theirs = dict(zip(ranked.numbers.tolist(), ranked.scores.tolist(), strict=True))
        for letter in make_letters()[::2]:
            number = collection.snapshot.find(letter.id)
            if number is None or number in found:
                continue
            one = explain(collection, letter.id, q)
            assert one is not None
            assert one.unmet, q
            assert (one.found_by == "other_language") >= (number in theirs)
            if number in theirs:
                other += 1
                assert one.score == CLOSE(theirs[number])
                adds_up(one)
    assert other


def test_a_letter_that_is_not_there_has_no_explanation(states: dict[str, Snapshot]) -> None:
    collection = Collection(states["four segments with deleted letters"])
    gone = make_letters()[21].id

    assert explain(collection, gone, "复工") is None
    assert explain(collection, "no-such-letter", "复工") is None
