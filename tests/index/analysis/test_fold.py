"""Folding: what compares equal, what it keeps, and the way back to the source."""

from itertools import groupby

import numpy as np
import pytest
from hypothesis import given

from index.analysis import Folded, fold
from tests.index.analysis.texts import FRAGMENTS, mixed_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("ＣＯＶＩＤ－１９", "covid-19", id="full width"),
        pytest.param("標題與內容", "标题与内容", id="traditional"),
        pytest.param("薴", "苎", id="traditional in two steps"),
        pytest.param("naïve Café Łódź Øre", "naive cafe lodz ore", id="Latin accents"),
        pytest.param("cafe\u0301", "cafe", id="combining accent"),
        pytest.param("Ἀθῆναι Йод", "αθηναι иод", id="Greek and Cyrillic accents"),
        pytest.param("İstanbul ısı", "istanbul isi", id="Turkish i"),
        pytest.param("Straße ΟΔΟΣ οδος", "strasse οδοσ οδοσ", id="sharp and final s"),
        pytest.param("ﬁsh Æsop", "fish aesop", id="ligatures"),
        pytest.param("㍿①Ⅲ℃", "株式会社1iii°c", id="compatibility characters"),
        pytest.param("ｶﾞｷﾞ", "ガギ", id="half-width katakana"),
        pytest.param("か\u3099ハ\u309a", "がパ", id="combining kana marks"),
        pytest.param("한국", "한국", id="Hangul letters"),
        pytest.param("क्\u200dया", "क्या", id="virama stays"),
        pytest.param("٢٠٢٠ २०", "2020 20", id="digits of other scripts"),
        pytest.param("二○二○年", "二〇二〇年", id="circle for zero"),
        pytest.param("豈\uf9d1⼈⻋", "岂六人车", id="compatibility ideographs and radicals"),
        pytest.param("葛\U000e0100城\ufe00", "葛城", id="variation selectors"),
        pytest.param("a\u200bb\ufeffc\u202ed\u00ade", "abcde", id="format characters"),
        pytest.param("nation’s", "nation's", id="curly apostrophe"),
        pytest.param("100，200…", "100，200…", id="wide comma and ellipsis stay"),
        pytest.param("👍🏽1\ufe0f\u20e3", "👍1", id="emoji modifiers and keycaps"),
        pytest.param("\0\ud800\U0010ffff", "\0\ud800\U0010ffff", id="no characters at all"),
        pytest.param("𠀋々〇", "𠀋々〇", id="rare ideographs"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_a_letter_keeps_its_accents_in_its_place() -> None:
    folded = fold("e\u200b\u0301a👍🏽!")

    assert folded.text == "ea👍!"
    assert folded.starts.tolist() == [0, 3, 4, 6]
    assert folded.ends.tolist() == [3, 4, 6, 7]


def test_an_accent_with_no_letter_belongs_to_none() -> None:
    folded = fold("\u0301é\u0301\u0301")

    assert (folded.text, folded.starts.tolist(), folded.ends.tolist()) == ("e", [1], [4])


def test_every_code_point_folds_once_and_for_all() -> None:
    every = "".join(map(chr, range(0x110000)))

    folded = fold("\n".join(every)).text

    assert fold(folded).text == folded


@given(mixed_text)
def test_folding_again_changes_nothing(text: str) -> None:
    folded = fold(text).text

    assert fold(folded).text == folded


@given(mixed_text)
def test_each_folded_character_was_made_of_its_place(text: str) -> None:
    folded = fold(text)

    done = 0
    for (start, end), characters in groupby(places(folded), key=lambda place: place[:2]):
        assert done <= start < end <= len(text)
        assert fold(text[done:start]).text == ""
        assert fold(text[start:end]).text == "".join(c for _, _, c in characters)
        done = end
    assert fold(text[done:]).text == ""


def places(folded: Folded) -> list[tuple[int, int, str]]:
    rows = zip(folded.starts.tolist(), folded.ends.tolist(), folded.text, strict=True)
    return [(start, end, character) for start, end, character in rows]


def test_ascii_needs_no_table() -> None:
    text = "".join(map(chr, range(128)))

    folded = fold(text)

    assert folded.text == fold(text + "é").text[:-1]
    assert folded.starts.dtype == folded.ends.dtype == np.int32


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_long_texts_fold_in_linear_time(fragment: str) -> None:
    text = fragment * (30_000 // len(fragment))

    assert len(fold(text).text) <= 4 * len(text)


def test_a_long_row_of_unordered_marks_folds_in_linear_time() -> None:
    row = "अ" + "\u094d\u093c" * 50_000

    assert fold(row).text == "अ" + "\u093c" * 50_000 + "\u094d" * 50_000
