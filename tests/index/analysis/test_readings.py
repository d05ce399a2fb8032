"""How Han characters are read."""

import numpy as np
import pytest

from index.analysis.readings import PAIRS_FILE, SINGLES_FILE, load_readings


def read(text: str) -> list[str]:
    readings = load_readings()
    numbers = readings.of_rows(np.array([[ord(one) for one in text]], np.uint32))
    return [readings.syllables[number] for number in numbers[0].tolist()]


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        pytest.param("复工复产", "fu gong fu chan", id="each character alone"),
        pytest.param("重庆银行", "chong qing yin hang", id="two that are read otherwise together"),
        pytest.param("银行行长", "yin hang hang zhang", id="one pair after another"),
        pytest.param("重重庆庆", "chong chong qing qing", id="pairs that overlap"),
        pytest.param("战略女", "zhan lue nv", id="the letters for ü"),
    ],
)
def test_characters_are_read_as_people_type_them(text: str, syllables: str) -> None:
    assert read(text) == syllables.split()


def test_what_is_not_han_is_not_read() -> None:
    assert read("a复😀") == ["", "fu", ""]


def test_syllables_that_start_alike_are_neighbours() -> None:
    readings = load_readings()
    first, end = readings.starting("zh")

    assert list(readings.syllables) == sorted(readings.syllables)
    assert all(syllable.startswith("zh") for syllable in readings.syllables[first:end])
    assert readings.find("zhuang") in range(first, end)
    assert readings.find("zzz") == 0


def test_the_files_are_those_of_pypinyin() -> None:
    pytest.importorskip("pypinyin", reason="pypinyin is needed: install the development tools")
    from index.analysis.make_readings import (
        pair_lines,
        pair_readings,
        single_lines,
        single_readings,
    )

    singles = single_readings()

    assert SINGLES_FILE.read_text(encoding="utf-8") == single_lines(singles)
    assert PAIRS_FILE.read_text(encoding="utf-8") == pair_lines(pair_readings(singles))
