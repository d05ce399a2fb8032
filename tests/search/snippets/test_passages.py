"""Which passages of a letter are shown."""

from dataclasses import replace

from corpus import Initiative
from search.parsing import parse
from search.snippets import hit_parts, mark_letter
from tests.search.snippets.showing import bare_letter, letter_of, needles_over, shown, snippets

FRONT_MATTER = """---
title: 关于捐赠口罩的倡议书
date: 2020-02-03
issuers:
  - 武汉市志愿者协会
lang: zh-Hans
genre: proposal
---

# 关于捐赠口罩的倡议书

各界人士：

疫情来势汹汹。我们倡议捐赠口罩。
1. 捐赠口罩，送往武汉。
2. 不囤积口罩。
(1) 不抬高价格。

2020年2月3日
"""


def test_front_matter_is_shown_only_where_nothing_else_has_the_word() -> None:
    parts = shown(FRONT_MATTER, "志愿者 口罩", limit=3)

    assert snippets(parts) == [
        "武汉市[志愿者]协会",
        (
            "我们倡议捐赠[口罩]。\n1. 捐赠[口罩]，送往武汉。\n2. 不囤积[口罩]。\n(1) 不抬高价格。"
            "\n\n2020年2月3日"
        ),
    ]


def test_a_heading_that_says_the_title_again_is_no_passage() -> None:
    parts = shown(FRONT_MATTER, "关于")

    (only,) = snippets(parts)
    assert only.startswith("各界人士：\n\n疫情来势汹汹。")


def test_a_letter_of_a_title_alone_begins_with_it() -> None:
    parts = shown("倡议书\n", "口罩")

    assert snippets(parts) == ["倡议书"]


def test_a_mark_is_not_cut_at_the_end_of_a_line() -> None:
    text = "各单位要有序复\n工" + "，要做好防护" * 12 + "。"

    assert snippets(shown(text, "复工")) == [text.replace("复\n工", "[复\n工]")]


def test_a_heading_without_its_text_is_left_out() -> None:
    parts = shown(
        "各会员单位要为员工准备口罩，并说明如何佩戴、何时更换、怎样消毒、怎样处理用过的口罩。\n\n"
        "二、关于消毒\n\n" + "每天要在上班以前和下班以后把公共场所的门窗、桌椅和设备擦拭一遍，" * 3,
        "口罩",
    )

    assert snippets(parts) == [
        "各会员单位要为员工准备[口罩]，并说明如何佩戴、何时更换、怎样消毒、怎样处理用过的[口罩]。"
    ]


def test_two_words_near_each_other_are_shown_before_one_that_comes_first() -> None:
    between = "".join(f"第{i}天，大家都在家里等候消息，没有出门，也没有开工。" for i in range(9))
    text = f"口罩很重要。{between}口罩和疫苗都很重要。{between}疫苗也很重要。"

    (first,) = snippets(shown(text, "口罩 疫苗", limit=1))

    assert "[口罩]和[疫苗]都很重要。" in first


def test_as_many_passages_as_asked_for() -> None:
    text = "\n\n".join(f"第{i}段说明口罩的用途和用法，" + "请大家仔细阅读，" * 10 for i in range(9))

    assert len(shown(text, "口罩", limit=5).snippets) == 5
    assert shown(text, "口罩", limit=0).snippets == ()


def test_a_phrase_that_leaves_the_title_is_not_in_it() -> None:
    letter = letter_of("关于捐赠口罩的倡议书\n各单位要捐赠口罩。")

    marks = mark_letter(letter, needles_over([letter.text], parse('title:"书各" title:书').tree))

    assert [letter.text[mark.start : mark.end] for mark in marks] == ["书"]


def test_words_belong_to_the_innermost_initiative() -> None:
    text = "一、捐赠\n（1）口罩\n以及疫苗\n二、消毒"
    whole, part, other = (
        initiative(text, "一、", "二、", level=1),
        initiative(text, "（1）", "以及", level=2),
        initiative(text, "二、", "", level=1),
    )
    letter = replace(bare_letter(text), initiatives=(whole, part, other))

    def found(typed: str) -> list[int]:
        needles = needles_over([text], parse(typed).tree)
        return [one.ordinal for one in hit_parts(letter, needles).initiatives]

    assert (found("口罩"), found("疫苗"), found("消毒")) == ([2], [1], [3])


def initiative(text: str, first: str, after: str, *, level: int) -> Initiative:
    start = text.index(first)
    end = text.index(after, start) if after else len(text)
    return Initiative(
        number=1,
        level=level,
        parent=None,
        kind="proposal",
        head=text[start + len(first) : end].split()[0],
        text=text[start:end],
        start=start,
        end=end,
    )
