"""Cutting texts between what a reader sees as one sign, and their width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.snippets.clusters import (
    columns,
    fitting,
    is_within_cluster,
    last_gap,
    next_gap,
    trimmed,
)
from search.snippets.crop import crop
from tests.index.analysis.texts import mixed_text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("e\u0301", 1, id="accent"),
        pytest.param("葛\U000e0100", 1, id="variant"),
        pytest.param("👍🏽", 1, id="skin"),
        pytest.param("👩\u200d⚕", 1, id="before-joiner"),
        pytest.param("👩\u200d⚕", 2, id="after-joiner"),
        pytest.param("🇨🇳", 1, id="flag"),
        pytest.param("ᄒ\u1161", 1, id="korean-syllable"),
        pytest.param("\ud83d\ude00", 1, id="halves-of-a-character"),
        pytest.param("\r\n", 1, id="line-end"),
    ],
)
def test_no_cut_within_a_sign(text: str, place: int) -> None:
    assert is_within_cluster(text, place)


@pytest.mark.parametrize("text", ["ab", "复工", "e复", "。”", "a\n"])
def test_a_cut_between_signs(text: str) -> None:
    assert not is_within_cluster(text, 1)


def test_words_and_numbers_are_not_parted() -> None:
    text = "in 3.5年复工"

    assert [next_gap(text, place, 8) for place in range(9)] == [0, 2, 2, 3, 6, 6, 6, 7, 8]
    assert [last_gap(text, place, 0) for place in range(9)] == [None, None, 2, 3, 3, 3, 6, 7, 8]


def test_no_gap_within_a_long_word() -> None:
    assert next_gap("12345 67", 1, 4) is None
    assert last_gap("12 34567", 7, 4) is None


def test_han_characters_take_two_columns() -> None:
    assert columns("COVID-19 口罩。") == 9 + 6
    assert fitting("口罩 mask", 5) == 3


@given(mixed_text, st.integers(0, 40))
def test_what_fits_is_as_wide_as_it_may_be(text: str, budget: int) -> None:
    count = fitting(text, budget)

    assert columns(text[:count]) <= budget
    assert count == len(text) or columns(text[: count + 1]) > budget


@given(mixed_text, st.data())
def test_trimming_leaves_whole_signs_and_no_white_space(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    first, last = trimmed(text, start, end)

    assert start <= first <= last <= end
    piece = text[first:last]
    assert piece == piece.strip()
    assert not piece or not (is_within_cluster(text, first) or is_within_cluster(text, last))


@given(mixed_text, st.integers(1, 60), st.data())
def test_a_crop_stays_within_its_sentence_and_width(
    text: str, budget: int, data: st.DataObject
) -> None:
    low = data.draw(st.integers(0, len(text)))
    first = data.draw(st.integers(low, len(text)))
    last = data.draw(st.integers(first, len(text)))
    high = data.draw(st.integers(last, len(text)))

    start, end = crop(text, (low, high), (first, last), budget)

    assert low <= start <= end <= high
    assert columns(text[start:end]) <= budget


def test_halves_of_columns_add_up_in_a_crop() -> None:
    text = "wear N95 masks.ßİstanbul"
    place = text.index("ß")

    start, end = crop(text, (0, place + 2), (place - 13, place + 1), 14)

    assert columns(text[start:end]) <= 14


def test_a_crop_has_whole_words_and_more_after_than_before() -> None:
    text = "alpha beta gamma delta epsilon zeta eta theta iota kappa"
    place = text.index("epsilon")

    start, end = crop(text, (0, len(text)), (place, place + 7), 31)

    assert text[start:end] == "delta epsilon zeta eta theta"
