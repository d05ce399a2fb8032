"""Initiatives as results, over the shipped letters."""

import pytest

from search import Request, Searcher


def listed(searcher: Searcher, q: str) -> list[tuple[str, int | None]]:
    found = searcher.search(Request(q=q, unit="initiative", translate=False))
    return [(hit.letter.id, hit.initiatives[0].number) for hit in found.hits]


@pytest.mark.parametrize("zh", [True, False])
def test_the_head_of_each_shipped_initiative_finds_it_first(searcher: Searcher, zh: bool) -> None:
    everything = searcher.search(Request(unit="initiative", per_page=100))

    for hit in everything.hits:
        (its,) = hit.initiatives
        if hit.letter.languages[0].startswith("zh") == zh:
            first = searcher.search(Request(q=its.head[:60], unit="initiative")).hits[0]
            assert (first.letter.id, first.initiatives[0].ordinal) == (hit.letter.id, its.ordinal)


def test_a_number_finds_the_initiatives_of_that_number(searcher: Searcher) -> None:
    found = searcher.search(Request(q="initiative:3", unit="initiative"))

    assert {hit.initiatives[0].number for hit in found.hits} == {3}
    assert found.total == len(found.hits)


def test_a_part_is_found_and_the_initiative_around_it_too(searcher: Searcher) -> None:
    assert set(listed(searcher, '"启动调研"')) == {
        ("2020-02-03-siu-sds-proposal.zh", 4),
        ("2020-02-03-siu-sds-proposal.zh", 1),
    }


def test_both_words_must_be_in_the_initiative_itself(searcher: Searcher) -> None:
    both = listed(searcher, "复工 AND 自律")
    letters = searcher.search(Request(q="复工 AND 自律", translate=False))

    assert both == []
    assert letters.total > 0


def test_conditions_on_letters_hold_for_their_initiatives(searcher: Searcher) -> None:
    found = searcher.search(Request(q="lang:en", unit="initiative", per_page=100))

    assert {hit.letter.languages[0] for hit in found.hits} == {"en"}
    assert found.total == sum(
        len(hit.letter.initiatives)
        for hit in searcher.search(Request(q="lang:en", per_page=100)).hits
    )


def test_snippets_are_of_the_initiative_and_follow_its_head(searcher: Searcher) -> None:
    found = searcher.search(Request(q="企业", unit="initiative", per_page=100))

    for hit in found.hits:
        (its,) = hit.initiatives
        initiative = hit.letter.initiatives[its.ordinal - 1]
        for snippet in hit.snippets:
            assert its.start + len(its.head) <= snippet.start < snippet.end <= initiative.end
            assert hit.letter.text[snippet.start : snippet.end] == snippet.text
            for mark in snippet.marks:
                assert hit.letter.text[mark.start : mark.end] == "企业"


def test_a_query_without_words_finds_none_and_a_long_one_is_answered(searcher: Searcher) -> None:
    assert searcher.search(Request(q="？！", unit="initiative")).total == 0
    assert searcher.search(Request(q="企业复工" * 1_000, unit="initiative")).total > 0


def test_a_date_in_words_finds_the_initiatives_of_letters_of_that_day(searcher: Searcher) -> None:
    found = listed(searcher, '"2020年2月3日"')

    assert {letter for letter, _ in found} == {
        "2020-02-03-siu-sds-proposal",
        "2020-02-03-siu-sds-proposal.zh",
    }
    assert len(found) == 10
