import html
import re
from time import process_time

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from corpus import Letter, LetterId, read_text
from web.letter.lines import LONGEST, Line, iter_cut_lines, iter_lines

LETTER = """关于佩戴口罩的倡议书

各会员单位：
　　为做好防护，我会倡议：
一、佩戴口罩。
二、保持距离。

谢谢大家！

某行业协会
2020年3月1日
"""
texts = st.text(
    st.sampled_from("一、二. \n　#-：口罩a1（）。")
    | st.characters(exclude_categories=("Cc", "Cs")),
    min_size=1,
)
SENTENCES = "我们请各位会员做好防护，佩戴口罩。We ask you to wear masks. "


def letter(text: str) -> Letter:
    return read_text(text, letter_id=LetterId("a"), source="a.txt")


def lines(app: Flask, text: str) -> list[Line]:
    with app.test_request_context("/?ui=en"):
        return list(iter_lines(letter(text), ()))


def words(line: Line) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", str(line.blank + line.html)))


def test_each_line_has_its_part_in_the_letter(app: Flask) -> None:
    assert [(words(line).strip(), line.role) for line in lines(app, LETTER)] == [
        ("关于佩戴口罩的倡议书", "title"),
        ("各会员单位：", "salutation"),
        ("为做好防护，我会倡议：", "body"),
        ("一、佩戴口罩。", "body"),
        ("二、保持距离。", "body"),
        ("谢谢大家！", "body"),
        ("某行业协会", "closing"),
        ("2020年3月1日", "closing"),
    ]


def test_blanks_that_set_a_line_in_are_kept_apart(app: Flask) -> None:
    assert [str(line.blank) for line in lines(app, LETTER) if line.blank] == ["　　"]


def test_a_line_too_long_to_read_is_cut_after_sentences(app: Flask) -> None:
    text = "倡议书\n\n" + SENTENCES * 400

    shown = lines(app, text)

    assert len(shown) > 10
    assert all(len(words(line)) <= LONGEST for line in shown)
    assert all(words(line).rstrip()[-1] in "。." for line in shown[1:])
    assert "".join("".join(map(words, shown)).split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["字", "x", "a ", "。", "1. 佩戴口罩。", "&<"])
def test_any_long_line_is_shown_whole_in_linear_time(app: Flask, piece: str) -> None:
    text = piece * (300_000 // len(piece))
    understood = letter(text)
    begin = process_time()

    with app.test_request_context("/?ui=en"):
        shown = list(iter_lines(understood, ()))

    assert process_time() - begin < 4  # seconds; quadratic time would be hours
    assert "".join("".join(map(words, shown)).split()) == "".join(text.split())
    assert max(len(words(line)) for line in shown) <= LONGEST


@given(text=texts)
def test_any_letter_is_shown_whole_cut_or_not(app: Flask, text: str) -> None:
    if not any(char.isalnum() for char in text):
        text += "口罩"
    understood = letter(text)

    with app.test_request_context("/?ui=en"):
        shown = [list(iter_lines(understood, ())), list(iter_cut_lines(understood))]

    expected = len("".join(understood.text[_begin(understood) :].split()))
    assert [len("".join("".join(map(words, one)).split())) for one in shown] == [expected] * 2


def _begin(understood: Letter) -> int:
    return understood.masked[-1].end if understood.masked else 0
