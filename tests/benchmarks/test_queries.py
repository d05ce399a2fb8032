"""Queries: of every class, in their bands, matched by the collection they were drawn from."""

from pathlib import Path

import pytest

from benchmarks.letters import Drafter, to_letter
from benchmarks.queries import BANDS, KINDS, LEAST, RAREST_BAND, Query, TooFewLetters, draw_queries
from benchmarks.tokens import Words, collect
from index import LiveIndex, build
from search import Request, Searcher


def test_every_class_has_its_queries(queries: list[Query]) -> None:
    assert [query.kind for query in queries] == [kind for kind in KINDS for _ in range(4)]
    assert len({(query.kind, query.words) for query in queries}) == len(queries)


def test_queries_are_the_same_in_every_run(
    words: Words, drafter: Drafter, queries: list[Query]
) -> None:
    assert draw_queries(words, drafter, each=4) == queries


def test_words_have_the_frequencies_of_their_class(words: Words, queries: list[Query]) -> None:
    frequency = dict(zip(words.vocabulary, words.frequency.tolist(), strict=True))

    for query in queries:
        low, high = (share * len(words) for share in BANDS[query.kind])
        if query.kind != "prefix":
            for word in query.words:
                assert max(LEAST, low - 1) <= frequency[word] <= max(RAREST_BAND, high + 1)


def test_frequencies_count_letters(words: Words) -> None:
    counted = [0] * len(words.vocabulary)
    for number in range(len(words)):
        for term in set(words.of(number).tolist()):
            counted[term] += 1

    assert words.frequency.tolist() == counted


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "filter"])
def test_every_query_matches_some_letter(
    queries: list[Query], wanted: list[set[int]], kind: str
) -> None:
    assert all(found for query, found in zip(queries, wanted, strict=True) if query.kind == kind)


def test_what_is_typed_finds_letters(
    drafter: Drafter, words: Words, queries: list[Query], tmp_path: Path
) -> None:
    build((to_letter(draft) for draft in drafter.drafts(len(words))), tmp_path)
    searcher = Searcher(LiveIndex(tmp_path))

    found = {query.typed: searcher.search(Request(q=query.typed)).total for query in queries}

    assert [typed for typed, total in found.items() if not total] == []


def test_too_small_a_collection_is_refused(drafter: Drafter) -> None:
    with pytest.raises(TooFewLetters):
        draw_queries(collect(drafter.drafts(3)), drafter, each=50)
