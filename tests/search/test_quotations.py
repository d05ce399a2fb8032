"""Quotations that were copied from a page: over the ends of lines and paragraphs."""

from collections.abc import Callable, Mapping

import pytest

from search import Request, Searcher
from tests.search.equivalents.finding import found

LETTERS = {
    "paragraphs": "复工倡议书\n\n各会员单位：\n\n疫情当前，我会倡议如下\n\n"
    "一、坚定信心。\n\n二、互帮互助。",
    "lines": "复工倡议书\n各会员单位：\n疫情当前，我会倡议如下\n一、坚定信心。\n二、互帮互助。",
    "sentence": "公开信\n\n致各会员单位：疫情当前，请各位坚定信心。互帮互助，共渡难关。",
    "and": "通知\n\n会员单位与疫情防控办公室：请坚定信心和互帮互助。",
    "english": "A proposal\n\nDear members,\n\nBe confident\n\nHelp each other. We thank you.",
    "prose": "A letter\n\nDear members, be confident, help each other or we thank you for nothing.",
}


@pytest.fixture(scope="module")
def searcher(collection_of: Callable[[Mapping[str, str]], Searcher]) -> Searcher:
    return collection_of(LETTERS)


@pytest.mark.parametrize(
    ("quote", "names"),
    [
        ("会员单位：\n\n疫情当前", {"paragraphs", "lines", "sentence"}),
        ("会员单位：\n疫情当前", {"paragraphs", "lines", "sentence"}),
        ("会员单位：\r\n疫情当前", {"paragraphs", "lines", "sentence"}),
        ("会员单位： 疫情当前", {"paragraphs", "lines", "sentence"}),
        ("会员单位 疫情当前", {"paragraphs", "lines", "sentence"}),
        ("会员单位：疫情当前", {"lines", "sentence"}),
        ("会员单位 疫情", {"paragraphs", "lines", "sentence"}),
        ("我会倡议如下\n一、坚定信心。\n二、互帮互助", {"paragraphs", "lines"}),
        ("坚定信心。互帮互助", {"sentence"}),
        ("坚定信心 互帮互助", {"sentence"}),
        ("坚定信心互帮互助", set()),
        ("dear members,\nbe confident\nhelp each", {"english", "prose"}),
        ("dear members, be confident", {"english", "prose"}),
        ("confident help each", {"prose"}),
        ("confident\n\nhelp each", {"english", "prose"}),
        ("each other. we thank", {"english"}),
    ],
)
def test_a_line_end_or_a_blank_that_was_one_may_be_the_end_of_a_paragraph(
    searcher: Searcher, quote: str, names: set[str]
) -> None:
    assert set(found(searcher, f'"{quote}"')) == names
    assert set(found(searcher, f"“{quote}”")) == names


def test_the_words_on_both_sides_are_marked(searcher: Searcher) -> None:
    hits = searcher.search(Request(q='"会员单位：\n疫情当前"')).hits
    marked = {
        str(hit.letter.id): "".join(
            hit.letter.text[mark.start : mark.end]
            for snippet in hit.snippets
            for mark in snippet.marks
        )
        for hit in hits
    }

    assert set(marked) == {"paragraphs", "lines", "sentence"}
    assert all({*"会员单位疫情当前"} <= set(text) for text in marked.values())


def test_of_single_initiatives_too(searcher: Searcher) -> None:
    both = Request(q='"坚定信心。\n二、互帮"', unit="initiative")

    assert searcher.search(both).total == 0  # no initiative holds the head of the next
    assert searcher.search(Request(q='"坚定 信心"', unit="initiative")).total == 2


def test_names_of_a_field_are_apart(collection_of: Callable[[Mapping[str, str]], Searcher]) -> None:
    text = "---\nissuers: [中国化工学会, 中国电力联合会]\n---\n倡议书\n\n请储备口罩。"
    searcher = collection_of({"two": text})

    assert found(searcher, 'issuer:"中国电力联合会"') == ["two"]
    assert found(searcher, 'issuer:"中国化工学会 中国电力联合会"') == []


def test_a_long_quotation_of_many_paragraphs_finds_its_letter(
    collection_of: Callable[[Mapping[str, str]], Searcher],
) -> None:
    heads = [f"第{number}项：做好防护工作" for number in "一二三四五六七八"]
    searcher = collection_of({"blank": "\n\n".join(heads), "lines": "\n".join(heads)})

    for between in ("\n", "\n\n", "\r\n\r\n", " "):
        assert set(found(searcher, f"“{between.join(heads)}”")) == {"blank", "lines"}
