import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.letter.fragments import EXACT, text_fragment

PAGE = """Thanks to our members
We ask you to wear masks, gloves & glasses - always, as we do ourselves.
各会员单位：为做好复工复产，我会倡议：一、佩戴口罩；二、保持距离。
We ask you to wear masks at work.
一、佩戴口罩，勤洗手。
"""
SIGNS = "，。、；-,&% \n疫情复工口罩masks"
texts = st.text(st.sampled_from(SIGNS) | st.characters(), max_size=300)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


def fragment(words: str, nth: int = 0) -> str:
    start = [found.start() for found in re.finditer(re.escape(words), PAGE)][nth]
    return text_fragment(PAGE, start, start + len(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("gloves & glasses", "gloves%20%26%20glasses", id="ampersand"),
        pytest.param("glasses - always, as", "glasses%20%2D%20always%2C%20as",
                     id="hyphen-and-comma"),
        pytest.param("lasses", "glasses", id="whole-words"),
        pytest.param(" masks at work. ", "masks%20at%20work.", id="blanks"),
    ],
)  # fmt: skip
def test_english_words_are_named(words: str, expected: str) -> None:
    assert fragment(words.strip(" ") if words.startswith(" ") else words) == expected


def test_chinese_grows_to_the_next_sign_as_dictionaries_differ() -> None:
    assert unquote(fragment("复工")) == "为做好复工复产"


def test_words_that_came_before_are_named_with_what_stands_around_them() -> None:
    second = fragment("We ask you to wear masks", nth=1)
    prefix, words, suffix = second.split(",")

    assert unquote(words) == "We ask you to wear masks"
    assert prefix.endswith("-")
    assert "保持距离。" in unquote(prefix)
    assert unquote(suffix) == "-at work."


def test_many_words_are_named_by_their_two_ends() -> None:
    start = PAGE.index("We ask")
    first, last = text_fragment(PAGE, start, len(PAGE)).split(",")

    assert unquote(first) == "We ask you to wear masks"
    assert unquote(last).endswith("勤洗手。")


@given(stretches())
def test_a_fragment_is_one_directive_of_the_words_of_the_text(case: tuple[str, int, int]) -> None:
    text, start, end = case

    directive = text_fragment(text, start, end)

    assert re.fullmatch(r"[\w.!~*'()%,-]*", directive, re.ASCII)
    assert bool(directive) == bool(text[start:end].strip("".join(BLANKS)))
    page = " ".join(split(text))
    for part in directive.split(","):
        words = unquote(part.removeprefix("-").removesuffix("-"))
        assert "\ufffd" in words or words in page


BLANKS = [chr(code) for code in (*range(9, 14), 32, 0xA0, 0x1680, *range(0x2000, 0x200B))]
BLANKS += ["\u2028", "\u2029", "\u202f", "\u205f", "\u3000"]


def split(text: str) -> list[str]:
    return [word for word in re.split(f"[{''.join(BLANKS)}]+", text) if word]


def test_a_long_stretch_takes_little_room() -> None:
    text = "各会员单位，" * 50_000

    assert len(text_fragment(text, 0, len(text))) < 12 * EXACT
