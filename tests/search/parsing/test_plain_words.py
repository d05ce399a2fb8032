"""What people paste, a sentence, a heading, an address, is words and nothing else."""

from collections.abc import Callable

import pytest

from search.parsing import parse
from search.tree import Everything, Words

Read = Callable[[str], str]
Told = Callable[[str], list[tuple[str, str]]]

PASTED = [
    "在当前疫情防控形势下，企业如何有序复工复产？",
    "哪些行业协会参加了“复工合作联盟”的倡议？",
    "「復工合作聯盟」是由哪些協會發起的？",
    "什么是“零报告”制度？",
    "《关于做好疫情防控工作的倡议书》（第二版）",
    "致海外合作院校的公开信(三)",
    "(三)致海外合作院校的公开信",
    "（一）加强领导，（二）压实责任",
    "搜索中的析取条件（OR 条件）与合取条件（AND 条件）",
    "会议时间：10:30，男女比例3:1",
    "2月～3月口罩产量",
    "你好~ 朋友～",
    "5*3 与 3＊5",
    "Which associations joined the alliance, and when did it resume work?",
    "How should members protect staff (and their families) during the epidemic?",
    'rock"n"roll and the 5" screen',
    "COVID-19, e-mail, 2019-nCoV and a state-of-the-art plant",
    "prevention -- and - control",
    "https://example.org/letters/2020-02-03?lang=en#initiative-3",
    "resumption and production or neither, not both",
    "f(x) = g(y, z) :-) a)",
    "Work-in-progress: Re: TiDB:cluster",
    "a REQUIRE b",
    "- 口罩\n- 消毒\n— 通风",
    "--config -> output",
]


@pytest.mark.parametrize("query", PASTED)
def test_pasted_text_is_words_without_a_note(query: str) -> None:
    parsed = parse(query)

    assert parsed.tree == Words(query, 0, len(query))
    assert parsed.notes == ()


def test_a_passage_with_quotations_is_words() -> None:
    passage = (
        'The alliance speaks of a "cooperation spirit" and of "complementary advantages". It asks '
        "all members to return to work. Who would not agree?"
    )

    assert parse(passage).tree == Words(passage, 0, len(passage))


@pytest.mark.parametrize("query", ["", " ", "\n\t\u3000", "\x00\x01", "\u202e"])
def test_an_empty_query_is_everything(query: str) -> None:
    assert isinstance(parse(query).tree, Everything)


@pytest.mark.parametrize("query", ["？！", '"', "()", "*", "-", "“”", "❤", "(((( ))", "…… ——"])
def test_signs_alone_are_words_and_said_to_find_nothing(
    query: str, read: Read, notes: Told
) -> None:
    assert read(query) == f"[{query}]"
    assert notes(query) == [("nothing_to_search", query)]


def test_space_around_a_query_does_not_count(read: Read) -> None:
    assert read("  复工\u3000口罩 \n") == "[复工\u3000口罩]"


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        pytest.param(
            "口罩 date:2020-02 消毒", "(([口罩] | [消毒]) & 20200201..20200229)", id="apart"
        ),
        pytest.param(
            "口罩 ， date:2020-02 ！", "([口罩 ，] & 20200201..20200229)", id="signs between"
        ),
        pytest.param(
            "(口罩 手套) 消毒 -通知", "([(口罩 手套) 消毒] & -[通知])", id="in parentheses"
        ),
        pytest.param("resum* work", "(resum* | [work])", id="prefix"),
        pytest.param("epidemc~ (resum* work)", "(epidemc~ | resum* | [work])", id="fuzzy"),
        pytest.param("resum* date:2020", "(resum* & 20200101..20201231)", id="prefix alone"),
    ],
)
def test_plain_words_of_a_level_are_one_group(query: str, tree: str, read: Read) -> None:
    assert read(query) == tree
