import html
import re
from itertools import pairwise
from time import perf_counter

import bleach
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import Mark
from web.marking import escaped, marked, marked_and_linked, marked_excerpt

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</mark><a href='javascript:alert(1)'>x</a>",
    "&lt;b&gt; &amp; &#60;",
    "<<mark>>复工</mark>",
    "http://a.cn/?q=<script>&x='\"",
    "javascript:alert(1) data:text/html,x mailto:a@b.cn",
    "\x00\x08\u202e复工\ufffe",
)
pieces = st.sampled_from([*HOSTILE, "复工复产", "novel coronavirus", " ", "\n", "www.cec.org.cn。"])
texts = st.lists(st.one_of(pieces, st.text(max_size=8)), max_size=6).map("".join)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    text = draw(texts)
    bounds = draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    return text, tuple(Mark(a, b) for a, b in list(pairwise(bounds))[::2])


def shown(text: str) -> str:
    """The text with U+FFFD for what HTML cannot carry, as `escaped` says."""
    return html.unescape(str(escaped(text)))


@given(marked_texts())
def test_only_mark_survives_and_the_text_is_all_there(case: tuple[str, tuple[Mark, ...]]) -> None:
    text, marks = case

    sent = str(marked(text, 0, marks))

    assert set(re.findall(r"<[^>]*>", sent)) <= {"<mark>", "</mark>"}
    assert html.unescape(re.sub(r"</?mark>", "", sent)) == shown(text)


@given(marked_texts())
def test_every_mark_is_the_slice_that_it_names(case: tuple[str, tuple[Mark, ...]]) -> None:
    text, marks = case

    found = re.findall(r"<mark>(.*?)</mark>", str(marked(text, 0, marks)), re.DOTALL)

    assert [html.unescape(one) for one in found] == [shown(text[m.start : m.end]) for m in marks]


@given(marked_texts())
def test_cleaning_a_snippet_with_bleach_changes_nothing(
    case: tuple[str, tuple[Mark, ...]],
) -> None:
    text, marks = case
    sent = str(marked(text.replace("\r", ""), 0, marks))

    assert bleach.clean(sent, tags={"mark"}, attributes={}) == sent


@given(marked_texts())
def test_cleaning_a_line_of_a_letter_with_bleach_changes_nothing(
    case: tuple[str, tuple[Mark, ...]],
) -> None:
    text, marks = case
    sent = str(marked_and_linked(text.replace("\r", ""), 0, marks))

    cleaned = bleach.clean(
        sent,
        tags={"mark", "a"},
        attributes={"a": ["href", "rel"]},
        protocols={"http", "https", "mailto"},
    )

    assert cleaned == sent
    assert html.unescape(re.sub(r"<[^>]*>", "", sent)) == shown(text.replace("\r", ""))


@pytest.mark.parametrize(
    ("text", "href", "label"),
    [
        pytest.param("见 http://www.cec.org.cn/a?b=1&c=2。", "http://www.cec.org.cn/a?b=1&c=2", "",
                     id="before a Chinese full stop"),
        pytest.param("请访问www.cec.org.cn，谢谢", "http://www.cec.org.cn", "www.cec.org.cn",
                     id="between Chinese"),
        pytest.param("(see https://example.org/a_(b)).", "https://example.org/a_(b)", "",
                     id="in brackets"),
        pytest.param("Write to zhang.x@icmia.org.cn, please", "mailto:zhang.x@icmia.org.cn",
                     "zhang.x@icmia.org.cn", id="mail"),
    ],
)  # fmt: skip
def test_addresses_become_links(text: str, href: str, label: str) -> None:
    sent = marked_and_linked(text, 0, ())

    link = f'<a href="{escaped(href)}" rel="nofollow noopener">{escaped(label or href)}</a>'
    assert link in sent


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "data:text/html,x", "etc. and so on.No", "a@b"]
)
def test_other_things_are_no_links(text: str) -> None:
    assert marked_and_linked(text, 0, ()) == escaped(text)


def test_a_mark_within_a_link_keeps_both() -> None:
    sent = marked_and_linked("see https://example.org/covid now", 100, (Mark(124, 129),))

    assert sent == (
        'see <a href="https://example.org/covid" rel="nofollow noopener">'
        "https://example.org/<mark>covid</mark></a> now"
    )


def test_a_mark_across_the_edge_of_a_link_is_split_there() -> None:
    sent = marked_and_linked("see www.a.cn", 0, (Mark(0, 7),))

    assert str(sent).count("<mark>") == 2
    assert "<mark>see </mark><a" in sent


def test_an_excerpt_joined_over_lines_is_marked_by_the_place_in_the_letter() -> None:
    text = "Proposal on Combating and \n\nMeeting Challenges\n"
    sent = marked_excerpt("Proposal on Combating and Meeting Challenges", text, 0, (Mark(28, 35),))

    assert " ".join(str(sent).split()) == (
        "Proposal on Combating and <mark>Meeting</mark> Challenges"
    )


@pytest.mark.parametrize(
    "piece", ["http://" + ")" * 9, "a" * 64 + "@", "www." * 30, "(((((", "a@b.c.d.e.f.", "https://"]
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    begin = perf_counter()

    sent = marked_and_linked(text, 0, ())

    assert perf_counter() - begin < 2  # seconds; quadratic time would be hours
    assert html.unescape(re.sub(r"<[^>]*>", "", sent)) == text
