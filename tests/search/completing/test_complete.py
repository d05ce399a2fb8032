"""Completions of what is typed, over the shipped letters and over folders that change."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Letter
from index import LiveIndex, View, reindex, tokens
from index.analysis import bare
from index.analysis.readings import load_readings
from index.completing import CompletionKind, shorten, written_names
from search import Completion, Request, Searcher

TOP = 20
LETTER = """复工复产倡议书

各会员单位：

一、坚持科学防控。
二、组织好{products}供应。

中国{industry}工业协会
2020年2月{day}日
"""


def write(folder: Path, name: str, *, products: str, industry: str, day: int) -> None:
    text = LETTER.format(products=products, industry=industry, day=day)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def index(folder: Path) -> Searcher:
    reindex(folder / "letters", folder / "index", allow_removals=True)
    return Searcher(LiveIndex(folder / "index"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "letters").mkdir()
    return tmp_path


def all_names(searcher: Searcher) -> list[tuple[Letter, CompletionKind, str]]:
    snapshot = searcher.collection().snapshot
    letters = [snapshot.letter(number) for number in range(snapshot.count)]
    return [
        (letter, kind, shorten(value, kind))
        for letter in letters
        for kind in (CompletionKind.TITLE, CompletionKind.INITIATIVE, CompletionKind.ISSUER)
        for value in written_names(letter, kind)
        if bare(value).text
    ]


def beginnings(text: str) -> set[int]:
    """Where words of two characters or more start."""
    return {t.start for t in tokens(text) if t.view is View.WORDS and t.end - t.start >= 2}


def texts(found: tuple[Completion, ...]) -> list[str]:
    return [one.text.removesuffix("…") for one in found]


def test_every_title_head_and_issuer_is_found_from_each_of_its_words_on(
    searcher: Searcher,
) -> None:
    for _, kind, name in all_names(searcher):
        for start in beginnings(name) - {len(name)}:
            typed = name[start:]
            found = searcher.complete(typed, TOP)
            same = [bare(text).text for text in texts(found)]
            assert bare(name).text in same, (kind, name, typed)


def test_every_han_title_and_issuer_is_found_by_its_pinyin_and_by_first_letters(
    searcher: Searcher,
) -> None:
    readings = load_readings()
    names = {name for _, _, name in all_names(searcher) if all("一" <= c <= "鿕" for c in name)}
    assert names

    for name in names:
        syllables = [readings.syllables[readings.singles[ord(one) - 0x4E00]] for one in name]
        for typed in ("".join(syllables), "".join(one[0] for one in syllables)):
            if len(typed) <= 60:
                assert name in texts(searcher.complete(typed, TOP)), typed


@pytest.mark.parametrize(
    ("typed", "text", "kind"),
    [
        pytest.param("复工", "复工复产合作联盟倡议书", "title", id="Han"),
        pytest.param("復工", "复工复产合作联盟倡议书", "title", id="traditional"),
        pytest.param("fugong", "复工复产合作联盟", "issuer", id="pinyin"),
        pytest.param("fg", "复工", "phrase", id="first letters"),
        pytest.param("fu工", "复工复产", "phrase", id="letters and a character"),
        pytest.param("resum", "resumption", "phrase", id="English"),
        pytest.param("ＲＥＳＵＭ", "resumption", "phrase", id="full width"),
    ],
)
def test_words_may_be_begun_in_any_way(
    searcher: Searcher, typed: str, text: str, kind: str
) -> None:
    assert (text, kind) in [(one.text, one.kind) for one in searcher.complete(typed)]


def test_what_was_typed_is_marked_as_the_letter_writes_it(searcher: Searcher) -> None:
    for typed, marked in (("復工", "复工"), ("fgfc", "复工复产"), ("prop", "prop")):
        found = searcher.complete(typed)

        assert found
        for one in found:
            assert [one.text[m.start : m.end].lower() for m in one.marks] == [marked]


def test_each_completion_leads_somewhere(searcher: Searcher) -> None:
    found = [one for typed in ("fg", "resum", "企业", "association") for one in
             searcher.complete(typed)]  # fmt: skip

    assert {one.kind for one in found} == {"title", "initiative", "issuer", "phrase"}
    for one in found:
        if one.kind == "initiative":
            head = one.initiatives[one.ordinal - 1].head
            assert head.startswith(one.text.removesuffix("…"))
        elif one.kind == "title":
            view = searcher.letter(one.letter_id)
            assert view is not None
            assert one.text in written_names(view.letter, CompletionKind.TITLE)
        else:
            ids = {hit.letter.id for hit in searcher.search(Request(q=one.query)).hits}
            assert one.letter_id in ids


def test_identical_titles_are_one_completion_of_their_newest_letter(folder: Path) -> None:
    for day in (3, 9, 6):
        write(folder / "letters", f"of-{day}", products="口罩", industry="纺织", day=day)

    found = [one for one in index(folder).complete("复工复产") if one.kind == "title"]

    assert [(one.text, one.count, one.letter_id) for one in found] == [
        ("复工复产倡议书", 3, "of-9")
    ]


def test_what_is_in_more_letters_comes_first_then_what_is_in_newer_ones(folder: Path) -> None:
    industries = ["电力", "电子", "电池", "电子"]
    for day, industry in enumerate(industries, start=1):
        write(folder / "letters", f"of-{day}", products="口罩", industry=industry, day=day)

    found = [one.text for one in index(folder).complete("中国电") if one.kind == "issuer"]

    assert found == ["中国电子工业协会", "中国电池工业协会", "中国电力工业协会"]


def test_a_letter_that_is_gone_is_not_completed(folder: Path) -> None:
    write(folder / "letters", "stays", products="口罩", industry="纺织", day=3)
    write(folder / "letters", "goes", products="消毒液", industry="化学", day=5)
    before = index(folder)
    assert before.complete("消毒液") and before.complete("zghx")  # noqa: PT018 - one premise

    (folder / "letters" / "goes.txt").unlink()
    after = index(folder)

    assert after.complete("消毒液") == ()
    assert after.complete("zghx") == ()
    titles = [one for one in after.complete("复工") if one.kind == "title"]
    assert [(one.count, one.letter_id) for one in titles] == [(1, "stays")]


def test_letters_that_came_one_by_one_are_completed_like_those_that_came_at_once(
    folder: Path, tmp_path: Path
) -> None:
    industries = ["纺织", "化学", "电力", "纺织", "医药", "电子"]
    for day, industry in enumerate(industries, start=1):
        write(folder / "letters", f"of-{day}", products="口罩", industry=industry, day=day)
        grown = index(folder)
    shutil.copytree(folder / "letters", tmp_path / "again" / "letters")
    at_once = index(tmp_path / "again")
    assert len(grown.collection().snapshot.segments) > 1

    for typed in ("复工", "中国", "zg", "kou罩", "gongying", "组织"):
        one, other = grown.complete(typed, TOP), at_once.complete(typed, TOP)
        assert [(c.kind, c.text, c.count, c.letter_id) for c in one] == [
            (c.kind, c.text, c.count, c.letter_id) for c in other
        ]


@given(st.text() | st.text("fugong复工 co\ud800\0'*\"：", max_size=12))
def test_nothing_that_is_typed_raises(searcher: Searcher, typed: str) -> None:
    for one in searcher.complete(typed):
        assert all(0 <= m.start < m.end <= len(one.text) for m in one.marks)


def test_nothing_goes_on_from_nothing(searcher: Searcher) -> None:
    assert searcher.complete("") == searcher.complete(" 、！") == ()


def test_no_more_come_than_were_asked_for(searcher: Searcher) -> None:
    assert [len(searcher.complete("s", limit)) for limit in (1, 3, 10)] == [1, 3, 10]


def test_half_of_the_places_are_for_names_where_there_are_any(searcher: Searcher) -> None:
    kinds = [one.kind for one in searcher.complete("c", 10)]

    assert kinds.count("phrase") == 5


def test_what_is_kept_is_shown_as_it_was_the_first_time(folder: Path) -> None:
    write(folder / "letters", "one", products="口罩", industry="化工", day=3)
    write(folder / "letters", "two", products="疫苗", industry="电力", day=4)
    searcher = index(folder)

    for typed in ("复工", "fg", "zg", "口罩", "z"):
        assert searcher.complete(typed) == searcher.complete(typed) != ()
