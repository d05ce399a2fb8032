"""When quotation marks are a condition, and when they are punctuation."""

from collections.abc import Callable

import pytest

Read = Callable[[str], str]
Told = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "query",
    [
        '"复工 复产"',
        "“复工 复产”",
        "「复工 复产」",
        "『复工 复产』",
        "＂复工 复产＂",
        "“复工 复产“",
        "”复工 复产”",
        '“复工 复产"',
        "｢复工 复产｣",
        '("复工 复产")',
        '" 复工 复产 "',
    ],
)
def test_marks_of_both_languages_quote(query: str, read: Read) -> None:
    assert read(query) == '"复工 复产"'


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ('masks "novel coronavirus" China', '(([masks] | [China]) & "novel coronavirus")'),
        ('"novel coronavirus", masks', '([masks] & "novel coronavirus")'),
        ("“复工复产”倡议书", '([倡议书] & "复工复产")'),
        ("关于“复工复产” 联盟", '(([关于] | [联盟]) & "复工复产")'),
        ("“零报告”“日报告”“周报告”", '("零报告" & "日报告" & "周报告")'),
        ("「他說『好』的」", '"他說『好』的"'),
        ("标题:“复工”", 'title:"复工"'),
    ],
)
def test_a_quotation_apart_or_half_apart_in_chinese_is_a_condition(
    query: str, tree: str, read: Read
) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    "query",
    [
        "学校获“中国百强中学”称号",
        "“零报告”是什么？",
        "什么是“零报告”？",
        '"零报告"制度',
        '实行"零报告"',
        'rock"n"roll',
        "「總督」一詞也出現在哪個政權?",
        "通知“零 报告”制度",
    ],
)
def test_a_quotation_within_words_is_punctuation(query: str, read: Read, notes: Told) -> None:
    assert read(query) == f"[{query}]"
    assert notes(query) == []


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("标题:关于“复工”的通知", "title:[关于“复工”的通知]"),
        ("标题:“复工”倡议", "title:[“复工”倡议]"),
        ("口罩 -关于“复工”", "([口罩] & -[关于“复工”])"),
    ],
)
def test_a_field_or_a_minus_takes_the_whole_word(query: str, tree: str, read: Read) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ('"复工 口罩', '["复工 口罩]'),
        ("复工 “口罩", "[复工 “口罩]"),
        ("「复工", "[「复工]"),
        ('口罩 -"复工', '([口罩] & -["复工])'),
        ('title:"复工', 'title:["复工]'),
    ],
)
def test_an_unclosed_quotation_is_words_with_a_note(
    query: str, tree: str, read: Read, notes: Told
) -> None:
    assert read(query) == tree
    assert [kind for kind, _ in notes(query)] == ["unclosed_quote"]
