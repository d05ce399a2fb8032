"""Bare text: what stands between words is gone, and every character knows where it is from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import bare, bare_each, bare_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("疫情防控、復工復產！", "疫情防控复工复产", id="Chinese"),
        pytest.param("The “Proposal” of  2020", "the proposal of 2020", id="English"),
        pytest.param("ＣＯＶＩＤ－１９ 疫情", "covid 19疫情", id="both"),
        pytest.param("（！）", "", id="marks alone"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_only_words_are_left(text: str, expected: str) -> None:
    assert bare(text).text == expected


@given(st.text())
def test_baring_twice_changes_nothing_more(text: str) -> None:
    once = bare(text).text

    assert bare(once).text == once


@given(st.text() | st.text(st.characters(codec="ascii")))
def test_the_bare_text_is_that_of_the_bare_form(text: str) -> None:
    assert bare_text(text) == bare(text).text


@given(st.lists(st.text()))
def test_each_text_is_bared_as_if_it_were_alone(texts: list[str]) -> None:
    for text, together in zip(texts, bare_each(texts), strict=True):
        alone = bare(text)
        assert together.text == alone.text
        assert together.starts.tolist() == alone.starts.tolist()
        assert together.ends.tolist() == alone.ends.tolist()
        assert all(0 <= a < b <= len(text) for a, b in zip(alone.starts, alone.ends, strict=True))
