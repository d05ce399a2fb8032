"""Length, depth and number of signs are capped, and text that cannot be shown is replaced."""

import time
from collections.abc import Callable

import pytest

from search.parsing import MAX_LENGTH, parse
from search.tree import And, Everything, Note, Words

Read = Callable[[str], str]
Told = Callable[[str], list[tuple[str, str]]]


def test_a_long_query_is_cut_with_a_note() -> None:
    parsed = parse("复工" * 3000)

    assert parsed.text == "复工" * (MAX_LENGTH // 2)
    assert parsed.notes == (Note("cut", MAX_LENGTH, MAX_LENGTH, (("limit", "4000"),)),)


def test_the_limit_can_be_another_or_none() -> None:
    assert parse("复工复产", max_length=2).text == "复工"
    assert parse("复工" * 3000, max_length=None).notes == ()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("复工\x00口罩", "复工 口罩", id="NUL"),
        pytest.param("复工\u202e口罩", "复工 口罩", id="override"),
        pytest.param("复工\u2066口罩", "复工 口罩", id="isolate"),
        pytest.param("复工\x85口罩", "复工 口罩", id="C1"),
        pytest.param("复工\ud800口罩", "复工\ufffd口罩", id="surrogate"),
        pytest.param("复工\uffff口罩", "复工\ufffd口罩", id="noncharacter"),
        pytest.param("复工\ufffd口罩", "复工\ufffd口罩", id="decoded badly"),
    ],
)
def test_what_cannot_be_shown_is_replaced_one_for_one(typed: str, shown: str) -> None:
    parsed = parse(typed)

    assert parsed.text == shown
    assert parsed.tree == Words(shown, 0, len(typed))
    assert parsed.notes == (Note("replaced", 2, 3, (("count", "1"),)),)


def test_line_ends_and_tabs_are_ordinary_space() -> None:
    assert parse("复工\r\n\t口罩").notes == ()


def test_deep_parentheses_become_text_with_a_note(read: Read, notes: Told) -> None:
    deep = "(a OR " * 19 + "b" + ")" * 19
    deeper = "(a OR " * 30 + "b" + ")" * 30

    assert notes(deep) == []
    assert notes(deeper) == [("too_deep", "(")]
    assert parse(deeper).notes[0].start == 20 * len("(a OR ")


def test_signs_beyond_the_limit_are_words_with_a_note(notes: Told) -> None:
    few, many = " ".join(["-a"] * 100), " ".join(["-a"] * 101) + " OR x"

    assert notes(few) == []
    assert notes(many) == [("too_many_operators", "-")]
    assert isinstance(tree := parse(many).tree, And)
    assert tree.children[0] == Words("-a OR x", 300, 307)


def test_many_mistakes_give_few_notes() -> None:
    parsed = parse(" ".join(f"genre:g{number}" for number in range(90)))

    assert len(parsed.notes) == 10
    assert len(parse("*a " * 90).notes) == 1


@pytest.mark.parametrize(
    "query",
    [
        "(" * 5000,
        ")" * 5000,
        '"' * 2000,
        '"a ' * 1300,
        "「a " * 1300,
        "“a" * 2000,
        "NOT " * 999 + "x",
        "AND " * 1000,
        "-a " * 1300,
        "title:" * 666,
        "date: " * 666,
        "date:(" + "2020 " * 700 + ")",
        "(a " * 900 + ")" * 900,
        "a* " * 1300,
        "f(" * 2000,
        ". " * 1999 + "a",
        "?" + " " * 3990 + "a",
        "initiative:(第" + " " * 3900 + "条)",
        "a:b " * 1000,
        "date:1 - a - b - c - d - e - f - g - h - " * 90,
        "date:>1 > 1 <1 " * 250,
        "date:二至三至四 至五 至六 " * 230,
    ],
)
def test_time_grows_with_length_alone(query: str) -> None:
    parse(query)
    began = time.process_time()
    for _ in range(3):
        parse(query * 8, max_length=None)

    assert time.process_time() - began < 3.0  # measured: .01 to .08 s for each


def test_thousands_of_parentheses_are_words() -> None:
    assert isinstance(parse("(" * 5000 + "复工").tree, Words)
    assert isinstance(parse("\x00" * 5000).tree, Everything)
