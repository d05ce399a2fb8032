"""What a reader of the shipped letters gets for a search."""

import gc
import re
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import LetterId
from index import DamagedIndex, DamagedSegment, LiveIndex, reindex
from index.columns import open_segment
from search import Request, Results, Searcher

SIU, CIESC, CEC, ICMIA = (
    "2020-02-03-siu-sds-proposal",
    "2020-02-20-ciesc-letter-to-scej",
    "2020-cec-resumption-of-work-proposal",
    "2020-icmia-proposal",
)
ALL = {name + suffix for name in (SIU, CIESC, CEC, ICMIA) for suffix in ("", ".zh")}
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々]")


def ids(results: Results) -> list[str]:
    return [hit.letter.id for hit in results.hits]


def find(searcher: Searcher, q: str) -> list[str]:
    return ids(searcher.search(Request(q=q, per_page=100)))


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        pytest.param("复工复产", {f"{CEC}.zh", f"{SIU}.zh"}, id="chinese-words"),
        pytest.param('"novel coronavirus"', {SIU}, id="english-phrase"),
        pytest.param("“合作联盟”", {f"{CEC}.zh"}, id="chinese-phrase"),
        pytest.param(
            "COVID-19 口罩",
            ALL - {ICMIA},
            id="both-languages",
        ),
        pytest.param("initiative:3", ALL - {CIESC, f"{CIESC}.zh"}, id="numbered-initiatives"),
        pytest.param("date:2020-02", {SIU, CIESC, f"{SIU}.zh", f"{CIESC}.zh"}, id="month"),
        pytest.param("標題", set(), id="in-no-letter"),
        pytest.param("lang:en -epidemic", {CEC}, id="exclusion"),
        pytest.param("genre:thank_you", {CIESC, f"{CIESC}.zh"}, id="genre"),
        pytest.param("title:alliance", {CEC, ICMIA}, id="field"),
    ],
)
def test_golden_queries(searcher: Searcher, q: str, expected: set[str]) -> None:
    assert set(find(searcher, q)) == expected


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        pytest.param("復工復產", "复工复产", id="traditional"),
        pytest.param("ＣＯＶＩＤ－１９", "covid-19", id="full-width"),
        pytest.param("Résumption", "resumption", id="accents-and-capitals"),
        pytest.param("covid19", "COVID-19", id="joined"),
    ],
)
def test_writing_makes_no_difference_to_what_is_found(
    searcher: Searcher, typed: str, other: str
) -> None:
    assert set(find(searcher, typed)) >= set(find(searcher, f'"{other}"')) != set()


def test_any_one_or_two_neighbouring_han_characters_find_their_letter(searcher: Searcher) -> None:
    """The guarantee that the README publishes, tried on every one in the collection."""
    snapshot = searcher.collection().snapshot
    wanted: dict[str, set[str]] = {}
    for letter_id in ALL:
        text = snapshot.letter(_number(searcher, letter_id)).text
        for one, two in pairwise(text + "\n"):
            if HAN.fullmatch(one):
                wanted.setdefault(one, set()).add(letter_id)
                if HAN.fullmatch(two):
                    wanted.setdefault(one + two, set()).add(letter_id)

    missed = {q: names for q, names in wanted.items() if not names <= set(find(searcher, q))}

    assert len(wanted) > 2_000
    assert missed == {}


def _number(searcher: Searcher, letter_id: str) -> int:
    number = searcher.collection().snapshot.find(letter_id)
    assert number is not None
    return number


def test_an_empty_query_shows_the_newest_letters_first(searcher: Searcher) -> None:
    results = searcher.search(Request(q=""))

    assert results.total == len(ALL)
    assert [hit.letter.date for hit in results.hits] == [
        *["2020-02-20"] * 2, *["2020-02-03"] * 2, *[None] * 4
    ]  # fmt: skip


@pytest.mark.parametrize("sort", ["date", "-date"])
def test_undated_letters_come_last_either_way(searcher: Searcher, sort: str) -> None:
    results = searcher.search(Request(q="疫情 epidemic", sort=sort))  # type: ignore[arg-type]

    assert [hit.letter.date is None for hit in results.hits] == sorted(
        hit.letter.date is None for hit in results.hits
    )


def test_pages_follow_each_other_without_gap_or_repeat(searcher: Searcher) -> None:
    whole = find(searcher, "epidemic 疫情")

    pages = [
        ids(searcher.search(Request(q="epidemic 疫情", page=page, per_page=3)))
        for page in range(1, 5)
    ]

    assert [letter for page in pages for letter in page] == whole
    assert searcher.search(Request(q="疫情", page=100_000)).hits == ()


def test_filters_are_conditions_and_their_values_alternatives(searcher: Searcher) -> None:
    request = Request(langs=("zh",), genres=("thank_you", "notice"), date_from=20200201)

    assert ids(searcher.search(request)) == [f"{CIESC}.zh"]


def test_a_month_without_a_day_is_within_a_range_that_touches_it(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.md").write_text(
        "---\ntitle: 倡议书\ndate: 2020-02\n---\n全体会员：请做好防护。\n", encoding="utf-8"
    )
    reindex(tmp_path / "letters", tmp_path / "index")
    small = Searcher(LiveIndex(tmp_path / "index"))

    assert find(small, "date:2020-02-15") == ["a"]
    assert find(small, "date:2020-03..") == []


def test_facets_count_the_match_set(searcher: Searcher) -> None:
    facets = searcher.search(Request(q="epidemic 疫情")).facets

    assert {one.value: one.count for one in facets["lang"]} == {"en": 3, "zh-Hans": 4}
    assert {one.value: one.count for one in facets["year"]} == {"2020": 4}


def test_marks_are_slices_of_the_letter(searcher: Searcher) -> None:
    (hit,) = searcher.search(Request(q='"novel coronavirus"')).hits

    marked = {
        hit.letter.text[mark.start : mark.end] for each in hit.snippets for mark in each.marks
    }

    assert marked == {"novel coronavirus"}
    assert all(each.text == hit.letter.text[each.start : each.end] for each in hit.snippets)


def test_an_initiative_that_matched_is_named(searcher: Searcher) -> None:
    (hit,) = searcher.search(Request(q="initiative:“实干兴邦” OR “兴邦”", per_page=1)).hits

    assert [initiative.number for initiative in hit.initiatives]


def test_a_letter_is_shown_with_its_marks_and_its_other_version(searcher: Searcher) -> None:
    view = searcher.letter(CEC, "resumption")

    assert view is not None
    assert {view.letter.text[mark.start : mark.end].lower() for mark in view.marks} == {
        "resumption"
    }
    assert [(pair.id, pair.lang) for pair in view.pairs] == [(f"{CEC}.zh", "zh-Hans")]
    assert searcher.letter("no-such-letter") is None


BROKEN = [
    '"', "title:", "AND AND", "NOT OR x", "a REQUIRE b", "(" * 5_000, "\x00", "\ud800",
    "\u202e复工", "-", "NOT x", "*", "~", "initiative:0", "date:2020-13", "lang:xx",
    "a" * 10_000, "，。！",
]  # fmt: skip


@pytest.mark.parametrize("q", BROKEN)
def test_broken_queries_give_a_page(searcher: Searcher, q: str) -> None:
    results = searcher.search(Request(q=q))

    assert results.total <= len(ALL)
    assert len(results.query) <= max(len(q), 4_000)


@given(
    q=st.text(
        st.sampled_from('复工口罩ab19 "“”()（）:：-*~ANDORNOT\n\ud800\u202e标题date.'), max_size=40
    )
)
def test_no_query_raises(searcher: Searcher, q: str) -> None:
    results = searcher.search(Request(q=q))

    for hit in results.hits:
        for snippet in hit.snippets:
            assert snippet.text == hit.letter.text[snippet.start : snippet.end]


def test_a_running_searcher_goes_over_to_a_new_generation(tmp_path: Path) -> None:
    folder, index_dir = tmp_path / "letters", tmp_path / "index"
    folder.mkdir()
    (folder / "a.txt").write_text("关于复工复产的倡议书\n\n企业有序复工。\n", encoding="utf-8")
    reindex(folder, index_dir)
    running = Searcher(LiveIndex(index_dir))
    before = find(running, "复工")

    (folder / "b.txt").write_text("致会员的公开信\n\n请有序复工。\n", encoding="utf-8")
    reindex(folder, index_dir)

    assert (before, sorted(find(running, "复工"))) == (["a"], ["a", "b"])
    assert LetterId("b") in find(running, "公开信")


def spoil(index_dir: Path, newest: int) -> None:
    """Change bytes all over the segment files of a generation, but none that opening looks at."""
    for path in index_dir.glob(f"segment-{newest:06}-*"):
        path.chmod(0o644)
        sound = path.read_bytes()
        spoilt = bytearray(sound)
        for place in range(0, len(sound), 61):
            path.write_bytes(sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :])
            with suppress(DamagedSegment):
                open_segment(path)
                spoilt[place] ^= 0xFF
        path.write_bytes(spoilt)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="/proc says what is mapped")
def test_a_searcher_that_let_go_has_no_file_open_and_opens_the_newest(tmp_path: Path) -> None:
    folder, index_dir = tmp_path / "letters", tmp_path / "index"
    folder.mkdir()
    (folder / "a.md").write_text("公开信\n\n请佩戴口罩。\n", encoding="utf-8")
    reindex(folder, index_dir)
    searcher = Searcher(LiveIndex(index_dir))
    assert find(searcher, "口罩") == ["a"]
    assert str(index_dir) in Path("/proc/self/maps").read_text("utf-8")

    searcher.let_go()
    gc.collect()
    assert str(index_dir) not in Path("/proc/self/maps").read_text("utf-8")

    (folder / "b.md").write_text("公开信\n\n请佩戴口罩。\n", encoding="utf-8")
    reindex(folder, index_dir)
    assert set(find(searcher, "口罩")) == {"a", "b"}


def test_damage_that_shows_in_a_search_leads_back_to_the_sound_generation(tmp_path: Path) -> None:
    folder, index_dir = tmp_path / "letters", tmp_path / "index"
    folder.mkdir()
    (folder / "a.txt").write_text("关于复工复产的倡议书\n\n企业有序复工。\n", encoding="utf-8")
    reindex(folder, index_dir)
    (folder / "b.txt").write_text("致会员的公开信\n\n请有序复工。\n", encoding="utf-8")
    reindex(folder, index_dir)
    spoil(index_dir, newest=2)

    running = Searcher(LiveIndex(index_dir))

    assert find(running, "复工") == ["a"]
    assert running.collection().snapshot.generation == 1


def test_damage_without_a_sound_generation_names_the_command(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.txt").write_text("致会员的公开信\n\n请有序复工。\n", encoding="utf-8")
    reindex(folder, tmp_path)
    spoil(tmp_path, newest=1)
    running = Searcher(LiveIndex(tmp_path))

    with pytest.raises(DamagedIndex, match="letters reindex --full"):
        find(running, "复工")


@pytest.mark.parametrize("q", ["-口罩", "lang:en", "date:2020", "NOT (口罩 OR genre:notice)"])
def test_where_no_word_scores_the_newest_come_first(searcher: Searcher, q: str) -> None:
    hits = searcher.search(Request(q=q)).hits
    dates = [hit.letter.date for hit in hits if hit.letter.date]

    assert len(dates) > 1
    assert dates == sorted(dates, reverse=True)
    assert all(hit.letter.date is None for hit in hits[len(dates) :])
