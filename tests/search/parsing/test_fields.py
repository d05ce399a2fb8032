"""Names before a colon, and what may follow it."""

from collections.abc import Callable
from typing import get_args

import pytest

from corpus import Genre, Language
from search.parsing import parse
from search.parsing.vocabulary import vocabulary

Read = Callable[[str], str]
Told = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("names", "field"),
    [
        ("title Title TITLE ｔｉｔｌｅ 标题 標題", "title"),
        ("initiative 倡议 倡議", "initiative"),
        ("issuer 发起 發起 发起人 發起人 发起单位 發起單位", "issuer"),
        ("to To 致 收信人", "to"),
        ("signed 署名", "signed"),
    ],
)
def test_a_field_has_names_in_both_languages(names: str, field: str, read: Read) -> None:
    for name in names.split():
        for colon in (":", "：", ": ", "：\u3000", " :", " ：", " : ", "\u3000：\u3000", "\xa0: "):
            assert read(f"{name}{colon}复工") == f"{field}:[复工]"


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("title:(复工 口罩)", "title:[复工 口罩]"),
        ('title:(a OR "b c" -d)', '((title:[a] | title:"b c") & -title:[d])'),
        ("title:(-a)", "-title:[a]"),
        ("-title:(a OR b)", "-(title:[a] | title:[b])"),
        ("title:（复工 AND 口罩） 消毒", "([消毒] & title:[复工] & title:[口罩])"),
        ("issuer:title:x", "issuer:[title:x]"),
        ("title:-x", "title:[-x]"),
        ("title:(a issuer:b)", "(title:[a] & issuer:[b])"),
        ("to:10:30", "to:[10:30]"),
        ("epidemic title : resumption", "([epidemic] & title:[resumption])"),
        ("标题 ：（复工 AND 口罩）", "(title:[复工] & title:[口罩])"),
        ('口罩 -标题 ： "复工"', '([口罩] & -title:"复工")'),
        ("date : 3 February 2020", "20200203..20200203"),
        ("语言 ：英文", "lang=en"),
        ("initiative : III", "initiative#3"),
    ],
)
def test_a_field_takes_a_word_a_phrase_or_a_group(query: str, tree: str, read: Read) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    "query",
    [
        "subtitle:x",
        "a,title:x",
        "本标题：复工",
        "titles:x",
        "标题复工:x",
        "x:title",
        "Note : this",
        "subtitle : x",
        "注 ：此件公开发布",
        "本标题 ：复工",
        "a,title : x",
        "the title and : x",
        "title  : x",
        "title x : y",
    ],
)
def test_only_a_whole_name_at_the_start_of_a_word_is_a_field(
    query: str, read: Read, notes: Told
) -> None:
    assert read(query) == f"[{query}]"
    assert notes(query) == []


@pytest.mark.parametrize(
    ("query", "tree", "where"),
    [
        ("title:", "[title:]", "title:"),
        ("title :", "[title :]", "title :"),
        ("title : ", "[title :]", "title :"),
        ("title : -x", "([title :] & -[x])", "title :"),
        ("title : AND 复工", "([title :] & [复工])", "title :"),
        ("标题 ： date:2020", "([标题 ：] & 20200101..20201231)", "标题 ："),
        ("致：", "[致：]", "致："),
        ("title:  复工", "[title:  复工]", "title:"),
        ("title: AND 复工", "([title:] & [复工])", "title:"),
        ("title: date:2020", "([title:] & 20200101..20201231)", "title:"),
        ("title: -x", "([title:] & -[x])", "title:"),
        ("title:！ 复工", "[title:！ 复工]", "title:"),
        ("title:()", "[title:()]", "title:()"),
        ("复工 -title:", "[复工 -title:]", "title:"),
        ("(title:) x", "[(title:) x]", "title:"),
    ],
)
def test_a_field_without_a_value_is_words_with_a_note(
    query: str, tree: str, where: str, read: Read, notes: Told
) -> None:
    assert read(query) == tree
    assert notes(query) == [("field_without_value", where)]


def test_the_note_has_the_name_that_was_typed() -> None:
    assert [note.values for note in parse("标题： lang:").notes] == [
        (("field", "标题"),),
        (("field", "lang"),),
    ]


@pytest.mark.parametrize(
    "value",
    [
        "3",
        "３",
        "③",
        "(3)",
        "3.",
        "3rd",
        "#3",
        "三",
        "第三",
        "第3",
        "第三条",
        "第3条",
        "第三點",
        "（三）",
        "其三",
        "叁",
        "III",
        "iii",
        "Ⅲ",
        "third",
        "Third",
        "three",
    ],
)
def test_initiatives_are_numbered_in_many_ways(value: str, read: Read) -> None:
    assert read(f"initiative:{value}") == "initiative#3"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("一百零五", 105),
        ("XXIX", 29),
        ("999", 999),
    ],
)
def test_larger_numbers_are_read(value: str, number: int, read: Read) -> None:
    assert read(f"倡议：{value}") == f"initiative#{number}"


@pytest.mark.parametrize(
    "value", ["Xi", "xi", "mix", "口罩", "0", "2020", "三农", "百", "3a", "第", "IIII"]
)
def test_other_values_are_words_of_an_initiative(value: str, read: Read) -> None:
    assert read(f"initiative:{value}") == f"initiative:[{value}]"


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ('initiative:"3"', 'initiative:"3"'),
        ("initiative:(3 5)", "(initiative#3 | initiative#5)"),
        ("initiative:(3 OR 口罩)", "(initiative#3 | initiative:[口罩])"),
        ("initiative:(3 口罩)", "initiative:[3 口罩]"),
        ("-initiative:三", "-initiative#3"),
    ],
)
def test_a_quoted_or_mixed_value_of_initiative(query: str, tree: str, read: Read) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("lang:ZH-HANS", "lang=zh-Hans"),
        ("语言：中文", "lang=zh-Hans,zh-Hant"),
        ("語言：繁體", "lang=zh-Hant"),
        ("lang:chinese", "lang=zh-Hans,zh-Hant"),
        ("language:English", "lang=en"),
        ("lang:zh,en", "lang=zh-Hans,zh-Hant,en"),
        ("lang:(zh-Hant OR en)", "(lang=zh-Hant | lang=en)"),
        ("lang:(简体 繁体)", "(lang=zh-Hans | lang=zh-Hant)"),
        ('genre:"open letter"', "genre=open_letter"),
        ("genre:(open letter)", "genre=open_letter"),
        ("体裁:感谢信", "genre=thank_you"),
        ("genre:thank-you", "genre=thank_you"),
        ("體裁：聯合聲明", "genre=joint_statement"),
        ("genre:慰问信", "genre=condolence"),
        ("genre:公告", "genre=notice"),
    ],
)
def test_languages_and_genres_have_names_in_both_languages(
    query: str, tree: str, read: Read
) -> None:
    assert read(query) == tree


def test_every_language_and_genre_of_letters_can_be_asked_for(read: Read) -> None:
    assert {read(f"lang:{lang}") for lang in get_args(Language)} == {
        f"lang={lang}" for lang in get_args(Language)
    }
    assert {read(f"genre:{genre}") for genre in get_args(Genre)} == {
        f"genre={genre}" for genre in get_args(Genre)
    }


def test_no_name_stands_for_a_label_that_letters_do_not_have() -> None:
    labels = vocabulary().labels

    assert {value for values in labels["lang"].values() for value in values} == set(
        get_args(Language)
    )
    assert {value for values in labels["genre"].values() for value in values} == set(
        get_args(Genre)
    )


@pytest.mark.parametrize(
    ("query", "tree", "told"),
    [
        ("genre:poem 口罩", "[poem 口罩]", ("unknown_value", "poem")),
        (
            '复工 lang:"ancient greek"',
            '([复工] | ["ancient greek"])',
            ("unknown_value", '"ancient greek"'),
        ),
        ("genre:(notice poem)", "(genre=notice | [poem])", ("unknown_value", "poem")),
        ("复工 -genre:poem", "[复工]", ("ignored_exclusion", "poem")),
        ("-genre:poem", "everything", ("ignored_exclusion", "poem")),
        ("复工 -(genre:poem OR 口罩)", "([复工] & -[口罩])", ("ignored_exclusion", "poem")),
    ],
)
def test_an_unknown_value_is_words_and_never_excludes(
    query: str, tree: str, told: tuple[str, str], read: Read, notes: Told
) -> None:
    assert read(query) == tree
    assert notes(query) == [told]
