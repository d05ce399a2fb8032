import pytest

from corpus.formats.front_matter import read_front_matter
from tests.corpus.reading import read

TAGS = "tag: mask\n" * 7000
LETTER = "\n各会员单位：\n请做好防护。\n"


def values(block: str) -> dict[str, list[str]]:
    text = f"---\n{block}\n---\n{LETTER}"
    found = read_front_matter(text)
    assert found
    assert text[found.end :] == LETTER
    return {
        key: [text[span.start : span.end] for span in spans] for key, spans in found.fields.items()
    }


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param("title: 倡议书", ["倡议书"], id="plain"),
        pytest.param("title:倡议书", ["倡议书"], id="no space"),
        pytest.param("Title:   倡议书  ", ["倡议书"], id="capital and spaces"),
        pytest.param('title: "Stay home: a proposal"', ["Stay home: a proposal"], id="quoted"),
        pytest.param("title: Stay home: a proposal", ["Stay home: a proposal"], id="a colon more"),
        pytest.param("title: 'Stay home' # 2020", ["Stay home"], id="comment after quotes"),
        pytest.param("title: Stay home # not final", ["Stay home"], id="comment"),
        pytest.param(r'title: "He said \"no\""', [r"He said \"no\""], id="escapes stay"),
        pytest.param('title: "unclosed', ['"unclosed'], id="unclosed quote"),
        pytest.param("title: >-\n  Stay\n  home", ["Stay\n  home"], id="folded block"),
        pytest.param("title: Stay\n  home", ["Stay\n  home"], id="continued"),
        pytest.param("title:\n  Stay home", ["Stay home"], id="on the next line"),
        pytest.param("title:", [], id="empty"),
        pytest.param("title: ''", [], id="empty quotes"),
        pytest.param("title: null", [], id="null"),
        pytest.param("title: ~\n# title: old", [], id="tilde"),
        pytest.param("title: First\ntitle: Second", ["First"], id="twice"),
        pytest.param("title:\n  - 协会\n  - 'A, B'", ["协会", "A, B"], id="list"),
        pytest.param("title:\n- 协会\n- 学会", ["协会", "学会"], id="list not indented"),
        pytest.param('title: [协会, "A, B" , C]', ["协会", "A, B", "C"], id="flow list"),
        pytest.param("title: [\n  协会,\n  学会\n]", ["协会", "学会"], id="flow list over lines"),
        pytest.param("title: []", [], id="empty list"),
        pytest.param("title:\n  -\n  - 学会", ["学会"], id="empty item"),
    ],
)
def test_values_are_found_where_they_stand(block: str, expected: list[str]) -> None:
    assert values(f"lang: zh\n{block}\ngenre: notice") == {
        "lang": ["zh"],
        "title": expected,
        "genre": ["notice"],
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\ntitle: A\nDear Sirs,\nhello.\n", id="never closed"),
        pytest.param("---\nDear Sirs, this is no key\n---\nHello.\n", id="a sentence in it"),
        pytest.param("---\n---\nHello.\n", id="nothing in it"),
        pytest.param("---\n  - item\n---\nHello.\n", id="an item of no list"),
        pytest.param("----\ntitle: A\n---\nHello.\n", id="four dashes"),
        pytest.param("Hello.\n---\ntitle: A\n---\n", id="not at the head"),
        pytest.param("---", id="a rule alone"),
        pytest.param(f"---\n{TAGS}---\nHello.\n", id="endless"),
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert read_front_matter(text) is None
    assert read(text).searchable == text


def test_a_letter_after_damaged_front_matter_is_not_lost() -> None:
    text = "---\ntitle: [倡议书\n各会员单位：\n请做好防护。\n"

    letter = read(text)

    assert letter.text == letter.searchable == text
    assert letter.addressee


def test_words_stay_searchable_and_syntax_does_not() -> None:
    text = """---
title: 复工倡议书
date: 2020-02-03
author: Aliyun
description: Open source for Wuhan
keywords: 口罩,mask
tags: [防疫]
layout: page
lang: zh-Hans
genre: proposal
translation_of: 2020/复工
slug: fu-gong # 旧的地址
---
正文。
"""

    searchable = read(text).searchable

    assert len(searchable) == len(text)
    assert searchable.split() == [
        "复工倡议书", "2020-02-03", "Aliyun", "Open", "source", "for", "Wuhan", "口罩,mask", "防疫",
        "旧的地址", "正文。",
    ]  # fmt: skip


def test_what_the_file_declares_overrules_its_words() -> None:
    text = """---
title: 关于防疫的一封信
date: 2020-03-01
issuers: [东湖商会, 西湖商会]
signatories: []
addressee: 全体居民
genre: open-letter
lang: [zh-CN, en-US]
---

# 复工倡议书

尊敬的会员：

请做好防护。

会长：张三

南湖协会
2020年2月3日
"""

    letter = read(text)

    assert letter.title
    assert letter.title.text == "关于防疫的一封信"
    assert letter.alt_titles == ("复工倡议书",)
    assert letter.date == "2020-03-01"
    assert [party.name for party in letter.issuers] == ["东湖商会", "西湖商会"]
    assert letter.signatories == ()
    assert letter.addressee
    assert letter.addressee.text == "全体居民"
    assert letter.genre == "open_letter"
    assert letter.languages == ("zh-Hans", "en")


def test_fields_left_empty_say_that_there_is_none() -> None:
    block = "---\ntitle:\ndate:\nissuers:\naddressee: ~\n---\n"
    text = f"{block}复工倡议书\n各会员：\n请做好防护。\n东湖学会\n2020年2月3日\n"

    letter = read(text)

    assert (letter.title, letter.date, letter.addressee, letter.issuers) == (None, None, None, ())
    assert letter.alt_titles == ("复工倡议书",)


def test_a_declared_date_that_is_none_leaves_the_word_to_the_letter() -> None:
    text = "---\ndate: soon\ngenre: poem\nlang: tlh\n---\n请做好防护。\n南湖协会\n2020年2月3日\n"

    letter = read(text)

    assert (letter.date, letter.genre, letter.languages) == ("2020-02-03", "other", ("zh-Hans",))


def test_a_declared_title_that_is_printed_is_where_it_is_printed() -> None:
    text = "---\ntitle: 复工 倡议书！\n---\n# 复工倡议书\n\n请做好防护。\n"

    letter = read(text)

    assert letter.title
    assert letter.title.start == text.index("复工倡议书")
    assert letter.alt_titles == ()


def test_who_put_it_up_counts_where_nobody_signs() -> None:
    organisation = "---\nauthor: Aliyun\n---\nWe thank you.\n"
    person = "---\nauthors: [Kari Jordan]\n---\nWe thank you.\n"

    issued = [read(text).issuers for text in (organisation, person)]

    assert [[party.name for party in issuers] for issuers in issued] == [["Aliyun"], []]
