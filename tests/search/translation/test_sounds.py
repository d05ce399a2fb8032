"""Names sound alike in both scripts, and sounds of other names are farther apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.translation.dictionary import Dictionary
from search.translation.sounds import VOWELS, Sounds, of_latin, of_pinyin, syllables

NAMES = {
    "杰克逊": "jackson", "弗雷斯诺": "fresno", "特斯拉": "tesla", "林迪斯法恩": "lindisfarne",
    "爱迪生": "edison", "普利斯特里": "priestley", "谢尔布鲁克": "shelbrooke",
}  # fmt: skip


@pytest.mark.parametrize(("chinese", "english"), NAMES.items())
def test_of_many_names_its_own_is_nearest(
    dictionary: Dictionary, chinese: str, english: str
) -> None:
    characters = dictionary.name_characters()
    sound = "".join(characters[character] for character in chinese)
    others = list(NAMES.values())

    distances = Sounds([of_latin(name) for name in others]).distances(sound)

    assert others[distances.argmin()] == english
    assert distances.min() < 0.4


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=14))
def test_a_sound_is_no_distance_from_itself_and_symbols_are_known(word: str) -> None:
    sound = of_latin(word)

    assert Sounds([sound]).distances(sound)[0] == pytest.approx(0)
    assert set("".join(syllables(sound))) <= set(sound)
    assert all(sum(s in VOWELS for s in part) <= 1 for part in syllables(sound))


@given(st.lists(st.text("PMFVTNLRKHJSWYaeiou", max_size=8), min_size=1, max_size=5), st.data())
def test_many_are_compared_as_each_alone(sounds: list[str], data: st.DataObject) -> None:
    sound = data.draw(st.text("PMFVTNLRKHJSWYaeiou", max_size=8))

    together = Sounds(sounds).costs(sound)

    alone = [Sounds([other]).costs(sound)[0] for other in sounds]
    assert list(together) == pytest.approx(alone)
    assert [Sounds([sound]).costs(other)[0] for other in sounds] == pytest.approx(alone)


@given(st.text(max_size=8))
def test_whatever_is_read_as_pinyin_does_not_raise(syllable: str) -> None:
    assert isinstance(of_pinyin(syllable), str)
