"""Which passages of a letter are shown."""

from tests.search.snippets.showing import shown, snippets

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
    parts = shown("各单位要有序复\n工。", "复工")

    assert snippets(parts) == ["各单位要有序[复\n工]。"]


def test_as_many_passages_as_asked_for() -> None:
    text = "\n\n".join(f"第{i}段说明口罩的用途和用法，" + "请大家仔细阅读，" * 10 for i in range(9))

    assert len(shown(text, "口罩", limit=5).snippets) == 5
    assert shown(text, "口罩", limit=0).snippets == ()
