"""Laws of analysis, for any text at all and for the letters of the collection."""

import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.analysis import Analysis, View, analyse, default_segmenter, fold, tokens
from tests.index.analysis.plain import plain_tokens
from tests.index.analysis.texts import FRAGMENTS, LETTERS, mixed_text

Row = tuple[str, int, int, int]
APOSTROPHES = "ʻʼ"  # letters to Unicode, not to readers


def rows(analysis: Analysis, text: int, view: View) -> list[Row]:
    columns = analysis.view(view)
    at = np.flatnonzero(columns.text == text)
    terms = [columns.vocabulary[number] for number in columns.term[at].tolist()]
    places = (columns.position[at], columns.start[at], columns.end[at])
    return list(zip(terms, *(p.tolist() for p in places), strict=True))


def is_searchable(character: str) -> bool:
    """Letters and digits, but not the accents that have a form of their own, such as U+037A."""
    is_accent = unicodedata.normalize("NFKD", character).startswith(" ")
    return character.isalnum() and not is_accent and character not in APOSTROPHES


def terms(text: str, view: View) -> list[str]:
    return [t.term for t in tokens(text) if t.view == view]


@settings(max_examples=300)
@given(mixed_text)
def test_tokens_are_those_of_the_plain_rules(text: str) -> None:
    assert tokens(text) == plain_tokens(text, default_segmenter().cut)


@pytest.mark.parametrize("letter", LETTERS)
def test_tokens_of_letters_are_those_of_the_plain_rules(letter: str) -> None:
    assert tokens(letter) == plain_tokens(letter, default_segmenter().cut)


@given(st.lists(mixed_text, max_size=6))
def test_each_text_of_a_batch_is_as_if_alone(texts: list[str]) -> None:
    together = analyse(texts)

    for number, text in enumerate(texts):
        alone = analyse([text])
        for view in View:
            assert rows(together, number, view) == rows(alone, 0, view)


def test_the_letters_in_one_batch_are_as_each_alone() -> None:
    together = analyse(LETTERS)

    for number, letter in enumerate(LETTERS):
        alone = analyse([letter])
        for view in View:
            assert rows(together, number, view) == rows(alone, 0, view)


@given(st.lists(mixed_text, max_size=4))
def test_columns_are_well_formed(texts: list[str]) -> None:
    analysis = analyse(texts)

    for view in View:
        columns = analysis.view(view)
        arrays = (columns.term, columns.text, columns.position, columns.start, columns.end)
        assert {a.dtype for a in arrays} == {np.dtype(np.int32)}
        assert len({len(a) for a in arrays}) == 1
        assert len(set(columns.vocabulary)) == len(columns.vocabulary)
        assert set(columns.term.tolist()) <= set(range(len(columns.vocabulary)))
        for term in columns.vocabulary:
            assert 0 < len(term) <= 64
            assert term.split() == [term]
            assert term.encode()


@given(mixed_text)
def test_places_exist_and_ascend(text: str) -> None:
    for view in View:
        found = [t for t in tokens(text) if t.view == view]
        assert all(0 <= t.start < t.end <= len(text) for t in found)
        assert all(a.position <= b.position and a.start <= b.start for a, b in pairwise(found))
        if view == View.UNITS:
            assert all(a.position < b.position and a.end <= b.end for a, b in pairwise(found))


@given(mixed_text)
def test_units_fold_to_their_terms(text: str) -> None:
    for unit in (t for t in tokens(text) if t.view == View.UNITS):
        folded = fold(text[unit.start : unit.end]).text
        assert unit.term in re.sub("[',]", "", folded)


@given(mixed_text)
def test_units_and_gaps_rebuild_the_text(text: str) -> None:
    rebuilt, done = "", 0
    for start, end in sorted({(t.start, t.end) for t in tokens(text) if t.view == View.UNITS}):
        gap, unit = text[done:start], text[max(start, done) : end]
        assert not any(map(is_searchable, gap))
        rebuilt += gap + unit
        done = end
    rebuilt += text[done:]

    assert rebuilt == text


def test_no_letter_or_digit_of_unicode_is_lost() -> None:
    every = [chr(c) for c in range(0x110000) if is_searchable(chr(c))]

    found = analyse(every).units.text

    assert set(found.tolist()) == set(range(len(every)))


@pytest.mark.parametrize("letter", LETTERS)
def test_any_two_neighbouring_han_characters_find_their_letter(letter: str) -> None:
    bigrams, units = set(terms(letter, View.BIGRAMS)), set(terms(letter, View.UNITS))
    pairs = {letter[i : i + 2] for i in range(len(letter) - 1)}
    queries = [pair for pair in pairs if re.fullmatch("[㐀-鿿]{2}", pair)]

    asked = analyse(queries)

    assert set(asked.bigrams.text.tolist()) == set(range(len(queries)))
    assert set(asked.bigrams.vocabulary) <= bigrams
    assert set(asked.units.vocabulary) <= units


@given(mixed_text)
def test_any_two_neighbouring_han_characters_are_a_bigram(text: str) -> None:
    found = set(terms(text, View.BIGRAMS))

    for pair in re.findall("(?=([㐀-鿿]{2}))", text):
        assert terms(pair, View.BIGRAMS)[0] in found


@pytest.mark.parametrize("letter", LETTERS)
def test_a_line_as_a_query_has_the_units_of_the_letter_in_order(letter: str) -> None:
    units = "\0".join(["", *terms(letter, View.UNITS), ""])

    for line in letter.splitlines():
        assert "\0".join(["", *terms(line, View.UNITS), ""]) in units


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_long_texts_are_analysed_in_linear_time(fragment: str) -> None:
    text = fragment * (20_000 // len(fragment))

    analysis = analyse([text, "口罩", text])

    assert rows(analysis, 1, View.BIGRAMS) == [("口罩", 0, 0, 2)]


@pytest.mark.parametrize(
    "pattern",
    ["1,111,", "1.", "a-", "a1", "a'", "复工", "龘靐", "复\n", "\n ", "'s"],
)
def test_endless_chains_are_analysed_in_linear_time(pattern: str) -> None:
    text = pattern * 30_000

    analysis = analyse([text])

    assert all(len(term) <= 64 for term in analysis.words.vocabulary)
    assert len(analysis.units.term) <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "共产党" * 400,
        "复\n" * 700,
        "マスク" * 50,
        "masks" * 40,
        "1" * 150,
        "1,111" * 40,
        "a-" * 80,
    ],
)
def test_long_runs_are_cut_as_the_plain_rules_say(text: str) -> None:
    assert tokens(text) == plain_tokens(text, default_segmenter().cut)


def test_threads_do_not_disturb_each_other() -> None:
    texts = LETTERS * 4

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(tokens, texts))

    assert found == [tokens(text) for text in texts]


def test_no_texts_give_no_tokens() -> None:
    assert all(len(analyse([]).view(view).term) == 0 for view in View)
    assert tokens("") == tokens("。\n\n…") == ()
