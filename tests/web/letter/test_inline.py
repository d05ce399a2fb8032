import html
import re
from collections.abc import Sequence
from itertools import pairwise
from time import process_time

import bleach
import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from search import Mark
from web.letter.inline import STEPS, Inline, Target
from web.marking import escaped

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</mark></p><a href='javascript:alert(1)'>x</a>",
    "&lt;b&gt; &amp; &#60;",
    "http://a.cn/?q=<script>&x='\"",
    "javascript:alert(1) data:text/html,x mailto:a@b.cn",
    "\x00\x08\u202e复工\ufffe",
)
pieces = st.sampled_from([*HOSTILE, "复工复产", "novel coronavirus", " ", "www.cec.org.cn。"])
texts = st.lists(st.one_of(pieces, st.text(max_size=8)), max_size=6).map(
    lambda parts: "".join(parts).replace("\r", "")
)


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...], tuple[Target, ...]]:
    text = draw(texts)
    places = st.integers(0, len(text))
    bounds = draw(st.lists(places, max_size=8, unique=True).map(sorted))
    begins = draw(st.lists(st.integers(0, max(len(text) - 1, 0)), max_size=4).map(sorted))
    marks = tuple(Mark(a, b) for a, b in list(pairwise(bounds))[::2])
    return text, marks, tuple(Target(at, f"initiative-{n}", str(n)) for n, at in enumerate(begins))


def inline(
    app: Flask, text: str, marks: Sequence[Mark] = (), targets: Sequence[Target] = ()
) -> str:
    with app.test_request_context("/?ui=en"):
        return str(Inline(text, marks, targets).html(0, len(text)))


def words(sent: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", sent))


@given(case=cases())
def test_the_text_is_all_there_and_only_our_tags(
    app: Flask, case: tuple[str, tuple[Mark, ...], tuple[Target, ...]]
) -> None:
    text, marks, targets = case

    sent = inline(app, text, marks, targets)
    cleaned = bleach.clean(
        sent,
        tags={"mark", "a", "span"},
        attributes={
            "a": ["href", "rel", "id", "class", "aria-label"],
            "mark": ["id"],
            "span": ["class", "data-at"],
        },
        protocols={"http", "https", "mailto"},
    )

    assert cleaned == sent
    assert words(sent) == html.unescape(str(escaped(text)))


@given(case=cases())
def test_each_mark_and_each_initiative_is_one_target(
    app: Flask, case: tuple[str, tuple[Mark, ...], tuple[Target, ...]]
) -> None:
    text, marks, targets = case

    sent = inline(app, text, marks, targets)

    ids = re.findall(r' id="mark-(\d+)"', sent)
    assert ids == [str(n) for n in range(1, len(marks) + 1)]
    assert sent.count('<span class="step"') == len(marks)
    assert set(re.findall(r'href="#mark-(\d+)"', sent)) <= set(ids)
    if text:
        assert re.findall(r'<a id="([\w-]+)"', sent) == [target.name for target in targets]
    assert not re.search(r"<a(?:(?!</a>).)*<a", sent, re.DOTALL)  # no link within a link


def test_a_mark_leads_to_the_next_and_the_last_to_the_first(app: Flask) -> None:
    sent = inline(app, "复工，复工，复工", (Mark(0, 2), Mark(3, 5), Mark(6, 8)))

    assert sent.startswith(
        '<mark id="mark-1">复工</mark><span class="step" data-at="1 / 3">'
        '<a href="#mark-3" aria-label="Previous match"></a>'
        '<a href="#mark-2" aria-label="Next match"></a></span>，'
    )
    assert sent.endswith(
        'data-at="3 / 3"><a href="#mark-2" aria-label="Previous match"></a>'
        '<a href="#mark-1" aria-label="Next match"></a></span>'
    )


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
def test_addresses_become_links(app: Flask, text: str, href: str, label: str) -> None:
    link = f'<a href="{escaped(href)}" rel="nofollow noopener">{escaped(label or href)}</a>'

    assert link in inline(app, text)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "data:text/html,x", "etc. and so on.No", "a@b"]
)
def test_other_things_are_no_links(app: Flask, text: str) -> None:
    assert inline(app, text) == escaped(text)


def test_a_mark_within_a_link_keeps_both_and_steps_after_it(app: Flask) -> None:
    sent = inline(app, "see https://example.org/covid now", (Mark(24, 29),))

    assert sent.startswith(
        'see <a href="https://example.org/covid" rel="nofollow noopener">'
        'https://example.org/<mark id="mark-1">covid</mark></a><span class="step"'
    )


def test_a_mark_across_the_edge_of_a_link_is_split_there(app: Flask) -> None:
    sent = inline(app, "see www.a.cn", (Mark(0, 7),))

    assert sent.count("<mark") == 2
    assert '<mark id="mark-1">see </mark><span class="step"' in sent


@pytest.mark.parametrize(
    "piece",
    ["http://" + ")" * 9, "a" * 64 + "@", "www." * 30, "(((((", "a@b.c.d.e.f.", "www.a.cn 复工 "],
)
def test_a_long_line_takes_linear_time(app: Flask, piece: str) -> None:
    text = piece * (200_000 // len(piece))
    marks = [Mark(at, at + 1) for at in range(0, len(text), 7)]
    targets = [Target(at, f"initiative-{at}", str(at)) for at in range(0, len(text), 40)]
    begin = process_time()

    sent = inline(app, text, marks, targets)

    assert process_time() - begin < 4  # seconds; quadratic time would be hours
    assert words(sent) == text
    assert sent.count("<mark id=") == STEPS
