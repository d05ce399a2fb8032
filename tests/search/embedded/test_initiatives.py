"""Initiatives against the definition: which are found, in which order, how many of each facet."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import Initiative, Letter
from index import Snapshot
from search import FACETS, Request, Searcher
from search.embedded import facets
from search.engine import Window
from search.initiatives import rank_initiatives
from search.results import Sort
from tests.search.embedded.states import make_states, sentences

BIGRAM = re.compile(r"[一-鿿]{2}")
WORD = re.compile(r"[a-z]{5,}")
Key = tuple[str, int]


class Still:
    """A snapshot that stays the newest."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def snapshot(self) -> Snapshot:
        return self._snapshot

    def distrust(self, snapshot: Snapshot, damage: Exception) -> Snapshot:
        raise damage

    def let_go(self) -> None:
        return


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    folder: Path = tmp_path_factory.mktemp("states")
    return make_states(folder)


def live_letters(snapshot: Snapshot) -> Iterator[tuple[int, Letter]]:
    for live in snapshot.segments:
        for row in range(live.segment.count):
            if live.live is None or live.live[row]:
                yield live.base + row, snapshot.letter(live.base + row)


def says(initiative: Initiative, words: list[str]) -> bool:
    """Whether any of the words stands there: pairs of characters anywhere, words whole."""
    text = initiative.text.lower()
    found = set(re.findall(r"[a-z]+", text))
    return any(word in text if BIGRAM.fullmatch(word) else word in found for word in words)


def expected(snapshot: Snapshot, words: list[str]) -> dict[Key, Letter]:
    return {
        (letter.id, ordinal): letter
        for _, letter in live_letters(snapshot)
        for ordinal, initiative in enumerate(letter.initiatives)
        if says(initiative, words)
    }


def found_keys(searcher: Searcher, request: Request) -> tuple[list[Key], int]:
    collection = searcher.collection()
    window = Window(size=10_000, sort=request.sort, facets=())
    found = rank_initiatives(collection, collection.prepare(request.q), request, window)
    pairs = zip(found.numbers.tolist(), found.ordinals.tolist(), strict=True)
    return [(collection.snapshot.id(number), ordinal) for number, ordinal in pairs], found.total


def quoted(chance: random.Random) -> list[str]:
    """Words of the letters, each to be found as it stands."""
    pieces = [*BIGRAM.findall(" ".join(sentences())), *WORD.findall(" ".join(sentences()))]
    return chance.sample(pieces, chance.randint(1, 3))


@pytest.mark.parametrize("seed", range(12))
def test_totals_are_those_of_looking_through_all_letters(
    states: dict[str, Snapshot], seed: int
) -> None:
    words = quoted(random.Random(seed))
    q = " OR ".join(f'"{word}"' for word in words)

    for name, snapshot in states.items():
        keys, total = found_keys(Searcher(Still(snapshot)), Request(q=q))

        assert sorted(keys) == sorted(expected(snapshot, words)), (name, q)
        assert total == len(keys)


@pytest.mark.parametrize("name", ["one segment, a third deleted", "changed after merging"])
@pytest.mark.parametrize("sparse", [0, facets._SPARSE], ids=["sparse", "dense"])
def test_facets_count_initiatives_and_leave_their_own_filter_out(
    states: dict[str, Snapshot], name: str, sparse: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "_SPARSE", sparse)
    searcher = Searcher(Still(states[name]))
    every = expected(states[name], ["企业", "疫情", "复工", "epidemic"])
    q = '"企业" OR "疫情" OR "复工" OR "epidemic"'

    results = searcher.search(
        Request(
            q=q,
            unit="initiative",
            genres=("proposal",),
            facets=(*FACETS, "month"),
            translate=False,
        )
    )

    genres = Counter(letter.genre for letter in every.values())
    years = Counter(
        letter.date[:4] for letter in every.values() if letter.genre == "proposal" and letter.date
    )
    months = Counter(
        letter.date[:7] for letter in every.values() if letter.genre == "proposal" and letter.date
    )
    assert results.total == genres["proposal"] > 0
    assert {one.value: one.count for one in results.facets["genre"]} == genres
    assert {one.value: one.count for one in results.facets["year"]} == years
    assert {one.value: one.count for one in results.facets["month"]} == months


@pytest.mark.parametrize("sort", ["date", "-date"])
def test_the_order_of_dates_is_that_of_letters_with_the_undated_last(
    states: dict[str, Snapshot], sort: Sort
) -> None:
    snapshot = states["after updates"]
    letters = {str(letter.id): letter for _, letter in live_letters(snapshot)}

    keys, total = found_keys(Searcher(Still(snapshot)), Request(sort=sort))

    dates = [letters[letter].date or "" for letter, _ in keys]
    dated = [date for date in dates if date]
    firsts = [date if len(date) > 7 else f"{date}-01" for date in dated]
    assert dates == [*dated, *[""] * (len(dates) - len(dated))]
    assert firsts == sorted(firsts, reverse=sort == "-date")
    assert total == sum(len(letter.initiatives) for letter in letters.values())


def test_pages_are_pieces_of_one_ranking(states: dict[str, Snapshot]) -> None:
    searcher = Searcher(Still(states["five segments"]))
    request = Request(q="企业 疫情", unit="initiative", translate=False)
    keys, total = found_keys(searcher, request)

    listed = [
        (hit.letter.id, hit.initiatives[0].ordinal - 1)
        for page in range(1, total // 7 + 2)
        for hit in searcher.search(
            Request(q=request.q, unit="initiative", page=page, per_page=7, translate=False)
        ).hits
    ]

    assert listed == keys
    assert len(set(keys)) == total > 7


def test_every_initiative_found_is_of_a_letter_that_is_found(
    states: dict[str, Snapshot],
) -> None:
    searcher = Searcher(Still(states["optimized"]))
    every = 0

    for q in ("企业 -疫情", "复工 AND 企业", "title:企业", "initiative:2", "resum*", "epidemc~"):
        letters = searcher.search(Request(q=q, per_page=100, translate=False))
        of_letters = {hit.letter.id for hit in letters.hits}
        keys, _ = found_keys(searcher, Request(q=q))
        assert {letter for letter, _ in keys} <= of_letters, q
        every += len(keys)
    assert every > 20
