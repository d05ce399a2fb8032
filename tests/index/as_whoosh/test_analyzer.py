"""Whoosh's tokens are the tokens of our analysis, in every text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import View, default_segmenter, tokens
from index.as_whoosh.analyzer import ViewAnalyzer

TEXTS = (
    st.text(st.sampled_from("复工口罩標題aＡé19-_,.。！\n 'ｶﾞ\ud800\u200b🎉"), max_size=40)
    | st.text()
)


def _tokens(text: str, view: View, **options: Any) -> list[tuple[Any, ...]]:
    analyzer = ViewAnalyzer(view, default_segmenter())
    return [
        (token.text, token.pos, token.startchar, token.endchar)
        for token in analyzer(text, positions=True, chars=True, **options)
    ]


@given(TEXTS, st.sampled_from(View))
def test_tokens_are_those_of_the_analysis(text: str, view: View) -> None:
    expected = [token for token in tokens(text) if token.view is view]

    found = _tokens(text, view)

    assert found == [(token.term, token.position, token.start, token.end) for token in expected]


@given(TEXTS, st.sampled_from(View))
def test_the_original_of_a_token_is_a_slice_of_the_text(text: str, view: View) -> None:
    for token in ViewAnalyzer(view, default_segmenter())(text, chars=True, keeporiginal=True):
        assert token.original == text[token.startchar : token.endchar] != ""


@pytest.mark.parametrize("view", View)
def test_positions_and_places_go_on_from_where_they_are_told(view: View) -> None:
    plain = _tokens("口罩 mask", view)

    moved = _tokens("口罩 mask", view, start_pos=5, start_char=100)

    assert moved == [(term, p + 5, start + 100, end + 100) for term, p, start, end in plain]


def test_a_sentence_end_leaves_a_gap_that_no_phrase_crosses() -> None:
    assert [(t, p) for t, p, _, _ in _tokens("戴口罩。不聚集", View.UNITS)] == [
        ("戴", 0), ("口", 1), ("罩", 2), ("不", 4), ("聚", 5), ("集", 6),
    ]  # fmt: skip
