"""Texts of very many characters in one line take time in proportion, whatever repeats in them.

What is quadratic would take minutes here, and the run would be ended by its time limit.
"""

import pytest

from search import tree
from search.snippets import hit_parts, mark_letter
from tests.search.snippets.showing import bare_letter, needles_over, snippets

SIZE = 50_000


@pytest.mark.parametrize(
    ("piece", "node"),
    [
        pytest.param("口", tree.Phrase("口" * 1_000, 0, 0), id="one-character-in-quotes"),
        pytest.param("a ", tree.Phrase("a " * 500, 0, 0), id="one-word-in-quotes"),
        pytest.param("mask ", tree.Words("mask", 0, 0), id="every-word"),
        pytest.param("口罩", tree.Words("口罩罩口", 0, 0), id="every-pair"),
        pytest.param("口罩。", tree.Words("口罩", 0, 0), id="sentences"),
        pytest.param("口。\n", tree.Words("口", 0, 0), id="short-lines"),
        pytest.param("mask-", tree.Words("covid-19 mask", 0, 0), id="joined"),
        pytest.param("m'", tree.Words("mask m", 0, 0), id="apostrophes"),
        pytest.param(" 1. ", tree.Words("1", 0, 0), id="items"),
        pytest.param("!?.”", tree.Words("mask", 0, 0), id="signs"),
        pytest.param("e.g. ", tree.Words("mask e", 0, 0), id="abbreviations"),
        pytest.param("\n", tree.Words("mask", 0, 0), id="empty-lines"),
        pytest.param("\u0301", tree.Words("mask", 0, 0), id="accents"),
        pytest.param("mas\n", tree.Prefix("ma", 0, 0), id="prefixes"),
        pytest.param("mazk ", tree.Fuzzy("mask", 0, 0), id="fuzzy"),
    ],
)
def test_repetition(piece: str, node: tree.Node) -> None:
    text = f"mask {piece * (SIZE // len(piece))} 口罩"
    letter = bare_letter(text)
    needles = needles_over(["mask 口罩 " + piece], node)

    parts = hit_parts(letter, needles)

    marks = mark_letter(letter, needles)
    assert parts.snippets
    assert all(len(snippet.text) < 1_000 for snippet in parts.snippets)
    assert bool(marks) == any(snippet.marks for snippet in parts.snippets)


def test_thousands_of_words() -> None:
    words = [f"{a}{b}{c}" for a in "abcdefghijklmnop" for b in "aeiou" for c in "bcdfghklmnprstvw"]
    han = "".join(map(chr, range(0x4E00, 0x4E00 + 1_000)))
    typed = tree.Words(" ".join([*words, han]), 0, 0)
    letter = bare_letter(f"{' '.join(words * 10)}. {han * 10}")

    parts = hit_parts(letter, needles_over([letter.text], typed))

    assert len(parts.snippets) == 2


def test_a_rare_word_is_found_in_a_book_of_common_ones() -> None:
    book = "We need the mask. " * 6_000 + "Only here stands the vaccine. " + "We need it. " * 500
    needles = needles_over([book], tree.Words("the mask vaccine", 0, 0))

    parts = hit_parts(bare_letter(book), needles, limit=1)

    assert snippets(parts)[0].count("[vaccine]") == 1
