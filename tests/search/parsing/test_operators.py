"""AND, OR, NOT, the minus and parentheses: when they are operators, and what they bind."""

from collections.abc import Callable

import pytest

Read = Callable[[str], str]
Told = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("a OR b AND c", "([a] | ([b] & [c]))"),
        ("a AND b OR c", "(([a] & [b]) | [c])"),
        ("face masks AND hand gloves", "([face masks] & [hand gloves])"),
        ("a AND (b OR c)", "([a] & ([b] | [c]))"),
        ("a AND(b OR c)", "([a] & ([b] | [c]))"),
        ("（口罩 OR 手套）消毒", "([消毒] & ([口罩] | [手套]))"),
        ('"a b" OR title:c', '("a b" | title:[c])'),
        ("NOT (a OR b)", "-([a] | [b])"),
        ("NOT a b", "([b] & -[a])"),
        ("f(x) OR g(y z)", "([f(x)] | [g(y z)])"),
        ("((((a)) AND b))", "([a] & [b])"),
        ("a OR b OR (c OR d)", "([a] | [b] | [c] | [d])"),
    ],
)
def test_not_binds_before_words_before_and_before_or(query: str, tree: str, read: Read) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("a OR b -c", "(([a] | [b]) & -[c])"),
        ("a OR NOT b", "([a] & -[b])"),
        ("a OR b AND NOT c", "(([a] | [b]) & -[c])"),
        ("-a OR -b", "(-[a] & -[b])"),
        ("(-a) OR b", "([b] & -[a])"),
        ("a OR (b -c)", "([a] | ([b] & -[c]))"),
        ("-a", "-[a]"),
        ("-a -b", "(-[a] & -[b])"),
        ("-(a -b)", "-([a] & -[b])"),
        ('-("x y" OR z)', '-("x y" | [z])'),
        ("口罩 －通知 –广告", "([口罩] & -[通知] & -[广告])"),
    ],
)
def test_an_exclusion_holds_for_all_within_its_parentheses(
    query: str, tree: str, read: Read
) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("NOT NOT x", "[x]"),
        ("NOT NOT NOT x", "-[x]"),
        ("NOT -x", "[x]"),
        ("NOT (-x)", "[x]"),
        ("a -(-b)", "([a] & [b])"),
    ],
)
def test_not_twice_is_not_at_all(query: str, tree: str, read: Read) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    "query", ["a-b", "--x", "- x", "a -", "-，x", "–x", "a -> b", "口罩－手套"]
)
def test_a_hyphen_that_no_word_follows_is_text(query: str, read: Read) -> None:
    assert read(query) == f"[{query}]"


@pytest.mark.parametrize(
    ("query", "tree", "word"),
    [
        ("AND AND", "[AND AND]", "AND"),
        ("OR x", "[OR x]", "OR"),
        ("x AND", "[x AND]", "AND"),
        ("NOT", "[NOT]", "NOT"),
        ("NOT OR x", "([NOT] | [x])", "NOT"),
        ("a AND OR b", "([a AND] | [b])", "AND"),
        ("口罩 AND ！", "[口罩 AND ！]", "AND"),
        ("(AND x) y", "[(AND x) y]", "AND"),
    ],
)
def test_an_operator_without_operands_is_a_word_with_a_note(
    query: str, tree: str, word: str, read: Read, notes: Told
) -> None:
    assert read(query) == tree
    assert notes(query) == [("dangling_operator", word)]


def test_an_open_parenthesis_reaches_to_the_end(read: Read, notes: Told) -> None:
    assert read("a AND (b OR f(x)") == "([a] & ([b] | [f(x)]))"
    assert notes("a AND (b OR f(x)") == [("unclosed_parenthesis", "(")]


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("resum*", "resum*"),
        ("COVID-1＊", "COVID-1*"),
        ("复工*", "复工*"),
        ("epidemc~", "epidemc~"),
        ("épidémie～", "épidémie~"),
        ("title:resum*", "title:resum*"),
        ("-resum*", "-resum*"),
        ("复工~", "[复工~]"),
        ("2020~", "[2020~]"),
        ("《复工》~", "[《复工》~]"),
    ],
)
def test_an_asterisk_or_a_tilde_ends_a_word(query: str, tree: str, read: Read) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "sign"), [("*foo", "*"), ("a * b", "*"), ("foo**", "*"), ("《复＊", "＊")]
)
def test_a_misplaced_asterisk_is_text_with_a_note(
    query: str, sign: str, read: Read, notes: Told
) -> None:
    assert read(query) == f"[{query}]"
    assert notes(query) == [("misplaced_wildcard", sign)]
