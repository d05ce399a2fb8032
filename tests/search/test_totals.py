"""Totals, pages, order and facets of single initiatives, against all shipped ones one by one."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from corpus import Letter
from search import Request, Searcher
from search.results import Sort

WORDS = (
    "",
    "协会",
    "industry",
    "口罩 masks",
    "initiative:3",
    "第三条",
    "-epidemic",
    "疫情 -lang:en",
)
LANGS = ((), ("zh",), ("zh-Hans",), ("en",), ("zh", "en"))
GENRES = ((), ("proposal",), ("thank_you", "proposal"), ("notice",))
YEARS = ((), ("2020",), ("2019", "2020"), ("2019",))
DATES = ((0, 0), (20200101, 0), (0, 20200131), (20200201, 20200229), (20200204, 20210101))
ISSUERS: tuple[tuple[str, ...], ...] = (
    (),
    ("复工复产合作联盟",),
    ("Security Identification Union", "中国化工学会"),
)
SORTS: tuple[Sort, ...] = ("relevance", "date", "-date")
SIZES = (1, 3, 7, 100)

Found = tuple[str, int]


def requests() -> Iterator[Request]:
    every = list(product(WORDS, LANGS, GENRES, YEARS, DATES, ISSUERS, SORTS, SIZES))
    some = random.Random(9).sample(every, 150)
    for q, langs, genres, years, (first, last), issuers, sort, size in some:
        yield Request(
            q=q, langs=langs, genres=genres, years=years, date_from=first, date_to=last,
            issuers=issuers, sort=sort, per_page=size, unit="initiative", translate=False,
        )  # fmt: skip


@pytest.fixture(scope="module")
def letters(searcher: Searcher) -> dict[str, Letter]:
    snapshot = searcher.collection().snapshot
    return {str(one.id): one for one in map(snapshot.letter, range(snapshot.count))}


@pytest.fixture(scope="module")
def holding(searcher: Searcher) -> dict[str, set[Found]]:
    """Of each query what it finds without a filter."""
    return {
        q: set(all_pages(searcher, Request(q=q, per_page=100, unit="initiative"))) for q in WORDS
    }


def all_pages(searcher: Searcher, wanted: Request) -> list[Found]:
    """What is found on all pages, each of which is as long as the total says."""
    found: list[Found] = []
    while True:
        results = searcher.search(replace(wanted, page=len(found) // wanted.per_page + 1))
        assert len(results.hits) == min(wanted.per_page, results.total - len(found))
        found += [(str(hit.letter.id), hit.initiatives[0].ordinal) for hit in results.hits]
        if len(found) == results.total:
            return found


def meets(letter: Letter, wanted: Request, named: dict[tuple[str, ...], set[str]]) -> bool:
    """Whether a letter meets the filters, told from what was understood of it."""
    chinese = {"zh-Hans", "zh-Hant"} if "zh" in wanted.langs else set()
    spelt = chinese | set(wanted.langs)
    date = (letter.date or "").replace("-", "")
    begin, end = int(date.ljust(8, "0") or 0), int(date.ljust(8, "9") or 0)
    is_within = bool(date) and begin <= (wanted.date_to or 99999999) and end >= wanted.date_from
    return (
        (not spelt or bool(spelt & set(letter.languages)))
        and (not wanted.genres or letter.genre in wanted.genres)
        and (not wanted.years or (letter.date or "")[:4] in wanted.years)
        and (not (wanted.date_from or wanted.date_to) or is_within)
        and (not wanted.issuers or str(letter.id) in named[wanted.issuers])
    )


def test_without_words_all_initiatives_are_found(
    letters: dict[str, Letter], holding: dict[str, set[Found]]
) -> None:
    assert holding[""] == {
        (name, ordinal)
        for name, letter in letters.items()
        for ordinal in range(1, len(letter.initiatives) + 1)
    }


def test_every_combination_of_filters_order_and_pages_is_right(
    searcher: Searcher, letters: dict[str, Letter], holding: dict[str, set[Found]]
) -> None:
    named = {
        issuers: set(map(str, searcher.best(Request(issuers=issuers, per_page=100))))
        for issuers in ISSUERS
    }
    sizes = set()
    for wanted in requests():
        found = all_pages(searcher, wanted)
        expected = {one for one in holding[wanted.q] if meets(letters[one[0]], wanted, named)}

        assert len(found) == len(expected), wanted
        assert set(found) == expected, wanted
        if wanted.sort != "relevance":
            assert_in_order([letters[name].date for name, _ in found], wanted.sort)
        open_lang = [
            one
            for one in holding[wanted.q]
            if meets(letters[one[0]], replace(wanted, langs=()), named)
        ]
        counts = Counter(lang for name, _ in open_lang for lang in letters[name].languages)
        facet = searcher.search(wanted).facets["lang"]
        assert {one.value: one.count for one in facet if one.count} == dict(counts), wanted
        sizes.add(len(found))

    assert len(sizes) > 5


def assert_in_order(dates: list[str | None], sort: str) -> None:
    dated = [date for date in dates if date]
    assert dates[: len(dated)] == dated  # the undated come last
    assert dated == sorted(dated, reverse=sort == "-date")
