import html
import re
from itertools import pairwise

import bleach
from hypothesis import given
from hypothesis import strategies as st

from search import Mark
from web.marking import escaped, marked, marked_excerpt, quoted

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


def test_an_excerpt_joined_over_lines_is_marked_by_the_place_in_the_letter() -> None:
    text = "Proposal on Combating and \n\nMeeting Challenges\n"
    sent = marked_excerpt("Proposal on Combating and Meeting Challenges", text, 0, (Mark(28, 35),))

    assert " ".join(str(sent).split()) == (
        "Proposal on Combating and <mark>Meeting</mark> Challenges"
    )


def test_what_was_typed_stands_in_quotation_marks_once_and_apart() -> None:
    assert quoted("复工 <b>") == "<q><bdi>复工 &lt;b&gt;</bdi></q>"
    assert quoted("“复工复产”") == "<bdi>“复工复产”</bdi>"
    assert quoted("工" * 200) == f"<q><bdi>{'工' * 79}…</bdi></q>"
