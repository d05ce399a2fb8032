"""What dates and numbers of initiatives find, beside the words themselves."""

from collections.abc import Callable, Mapping

import pytest

from search import Request, Searcher
from tests.search.equivalents.finding import found
from tests.search.equivalents.test_dates import A_DAY, A_MONTH

SAYING = {
    "digits": "关于捐款的公开信\n\n我们于2020年2月3日收到第一批口罩。",
    "han": "公開信\n\n二〇二〇年二月三日，本會捐贈物資。",
    "iso": "Notice\n\nThe hall opens again from 2020-02-03 on.",
    "points": "通知\n\n自2020.2.3起恢复办公。",
    "english": "Letter of thanks\n\nOn February 3rd, 2020 we received masks from you.",
    "british": "Letter of thanks\n\nSince 3 Feb. 2020 the masks have been in use.",
}
DATED = {"dated": "倡议书\n\n各会员单位：请做好防护。\n\n中国化工学会\n2020年02月03日"}
OTHERS = {
    "another-day": "公开信\n\n2020年2月13日，第3批物资送达。",
    "numbers": "Report\n\nIn 2020 there were 2 meetings and 3 letters.",
    "plain": "倡议书\n\n请各单位储备口罩。",
    **{
        f"filler-{number}": f"通知\n\n第{number}号：请于{year}年{month}月前登记，{text}。"
        for number, (year, month, text) in enumerate(
            (year, month, text)
            for year in (2019, 2021)
            for month in range(1, 10)
            for text in ("不得延误", "see page 2")
        )
    },
}


@pytest.fixture(scope="module")
def searcher(collection_of: Callable[[Mapping[str, str]], Searcher]) -> Searcher:
    return collection_of({**SAYING, **DATED, **OTHERS})


@pytest.mark.parametrize("form", A_DAY)
def test_a_day_finds_letters_that_say_it_or_are_dated_so_first(
    searcher: Searcher, form: str
) -> None:
    best = found(searcher, form)[: len(SAYING) + 1]

    assert set(best) == SAYING.keys() | DATED.keys()


@pytest.mark.parametrize("form", A_DAY)
def test_a_day_in_quotes_finds_nothing_else(searcher: Searcher, form: str) -> None:
    assert set(found(searcher, f'"{form}"')) == SAYING.keys() | DATED.keys()
    assert set(found(searcher, f"“{form}”")) == SAYING.keys() | DATED.keys()


@pytest.mark.parametrize("form", A_MONTH)
def test_a_month_finds_every_day_of_it(searcher: Searcher, form: str) -> None:
    assert set(found(searcher, f'"{form}"')) == SAYING.keys() | DATED.keys() | {"another-day"}


def test_the_form_that_was_typed_comes_first(searcher: Searcher) -> None:
    assert found(searcher, "二〇二〇年二月三日")[0] == "han"
    assert found(searcher, "2020年2月3日")[0] in {"digits", "dated"}
    assert found(searcher, "February 3rd, 2020")[0] == "english"


def test_words_beside_a_date_keep_their_weight(searcher: Searcher) -> None:
    assert found(searcher, "masks February 3, 2020")[:2] == ["english", "british"]
    assert "plain" in found(searcher, "口罩 2020-02-03")


def test_an_excluded_date_shuts_out_only_what_says_it_so(searcher: Searcher) -> None:
    left = found(searcher, "口罩 masks 办公 -2020年2月3日")

    assert "digits" not in left
    assert {"english", "british", "points", "plain"} <= set(left)


def test_a_number_that_is_no_date_finds_what_it_did(searcher: Searcher) -> None:
    assert set(found(searcher, "2020")) == {
        "digits", "iso", "english", "british", "points", "dated", "another-day", "numbers",
    }  # fmt: skip


def test_the_form_in_the_letter_is_marked(searcher: Searcher) -> None:
    hits = searcher.search(Request(q="2020年2月3日", per_page=100)).hits
    marked = {
        str(hit.letter.id): [
            hit.letter.text[mark.start : mark.end]
            for snippet in hit.snippets
            for mark in snippet.marks
        ]
        for hit in hits
    }

    assert marked["han"] == ["二〇二〇年二月三日"]
    assert marked["english"] == ["February 3rd, 2020"]
    assert marked["iso"] == ["2020-02-03"]


REPUBLIC = {
    "digits": "公告\n\n本會於民國109年2月3日收到物資。",
    "numbers": "公告\n\n民國一百零九年二月三日，本會開會。",
    "figures": "公告\n\n一〇九年二月三日起，一律戴口罩。",
}
ELSEWHERE = {
    "western": SAYING["digits"],
    "english": SAYING["english"],
    "war": "告全國同胞書\n\n民國二十六年七月七日，戰事爆發。",
    "short": "通知\n\n26年7月7日交齐材料。",
}


@pytest.fixture(scope="module")
def republic(collection_of: Callable[[Mapping[str, str]], Searcher]) -> Searcher:
    return collection_of({**REPUBLIC, **ELSEWHERE})


@pytest.mark.parametrize("form", [*A_DAY, "民國一〇九年", "民国109年", "民國109年2月"])
def test_years_of_the_republic_and_of_the_common_era_are_the_same(
    republic: Searcher, form: str
) -> None:
    assert set(found(republic, f"“{form}”")) == REPUBLIC.keys() | {"western", "english"}


def test_the_form_of_the_republic_comes_first_where_it_was_typed(republic: Searcher) -> None:
    assert found(republic, "民國109年2月3日")[0] == "digits"
    assert found(republic, "民国一百零九年二月三日")[0] == "numbers"


@pytest.mark.parametrize("form", ["1937年7月7日", "民国26年7月", "7 July 1937", "民國二十六年"])
def test_a_short_year_of_the_republic_needs_its_name(republic: Searcher, form: str) -> None:
    assert found(republic, f"“{form}”") == ["war"]


def test_before_1912_there_is_no_year_of_the_republic(republic: Searcher) -> None:
    assert found(republic, '"1911年7月7日"') == []


PROPOSAL = """关于复工的倡议书

一、做好口罩的储备。
二、错峰上下班。
三、支持商户复产。
"""
ENGLISH = """Proposal on masks

1. Let this initiative, our third, be the last.
2. Another proposal, the third of its kind, was made by the shops.
3. Keep your shops open.
"""
LETTER = "致全体居民的公开信\n\n第三次会议上有人提出倡议。"
NEITHER = "Notice\n\nThe annual meeting is postponed."


@pytest.fixture(scope="module")
def numbered(collection_of: Callable[[Mapping[str, str]], Searcher]) -> Searcher:
    return collection_of({"proposal": PROPOSAL, "letter": LETTER, "neither": NEITHER})


@pytest.mark.parametrize(
    "q",
    [
        "initiative:3", "initiative:三", "initiative:third", "initiative:III", "initiative:Ⅲ",
        "倡议:第三", "倡议:第三条", "倡议：③", "倡议:（三）", "initiative:3rd", "倡議：三",
    ],
)  # fmt: skip
def test_an_initiative_is_numbered_in_any_writing(numbered: Searcher, q: str) -> None:
    (hit,) = numbered.search(Request(q=q)).hits

    assert [initiative.number for initiative in hit.initiatives] == [3]


@pytest.mark.parametrize(
    "q",
    [
        "第三条倡议", "第3条倡议", "第三項倡議", "倡议第三条", "倡议三", "第③条建议",
        "third proposal", "the 3rd initiative", "proposal 3", "initiative III", "Proposal No. 3",
        "suggestion three", "第三条", "第 3 项", "第三点 口罩", "口罩，第三条",
        "Article III", "item 3",
    ],
)  # fmt: skip
def test_a_named_number_finds_the_initiative_too(numbered: Searcher, q: str) -> None:
    hits = numbered.search(Request(q=q)).hits
    of_hit = {str(hit.letter.id): [one.number for one in hit.initiatives] for hit in hits}

    assert 3 in of_hit["proposal"]


@pytest.mark.parametrize("q", ["第三条倡议", "倡议第三条"])
def test_a_named_number_loses_no_plain_word(numbered: Searcher, q: str) -> None:
    assert set(found(numbered, q)) == {"proposal", "letter"}


@pytest.mark.parametrize(
    "q",
    [
        "第三条", "第三项倡议", "倡议三", "第三条倡议", "third initiative", "initiative three",
        "please find me proposal III",
    ],
)  # fmt: skip
def test_of_single_initiatives_those_of_the_number_come_first(
    collection_of: Callable[[Mapping[str, str]], Searcher], q: str
) -> None:
    letters = {"proposal": PROPOSAL, "english": ENGLISH, "letter": LETTER}
    (first, second, *others) = (
        collection_of(letters).search(Request(q=q, unit="initiative", per_page=100)).hits
    )

    assert {first.letter.id, second.letter.id} == {"proposal", "english"}
    assert [[one.number for one in hit.initiatives] for hit in (first, second)] == [[3], [3]]
    assert all(one.number != 3 for hit in others for one in hit.initiatives)


@pytest.mark.parametrize(
    "q",
    [
        "第五条倡议", "fifth proposal", "third meeting", "three masks", "第三条路", "本会第三项",
        "第三个", "第三条约定",
    ],
)  # fmt: skip
def test_other_numbers_name_no_initiative(numbered: Searcher, q: str) -> None:
    hits = numbered.search(Request(q=q)).hits

    assert 5 not in {one.number for hit in hits for one in hit.initiatives}
    assert not any(one.number == 3 and not one.marks for hit in hits for one in hit.initiatives)
