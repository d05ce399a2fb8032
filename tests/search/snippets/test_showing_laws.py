"""Laws of what is shown of any letter to any query."""

from hypothesis import given
from hypothesis import strategies as st

from corpus import Letter, UnreadableLetter
from search.results import Mark
from search.snippets import hit_parts, mark_letter, page_parts
from search.snippets.clusters import columns, is_within_cluster
from search.snippets.windows import WIDEST
from search.tree import Node
from tests.search.snippets.showing import letter_of, needles_over
from tests.search.snippets.test_passages import FRONT_MATTER
from tests.search.snippets.tries import queries, texts


@st.composite
def any_letter(draw: st.DrawFn) -> Letter:
    """A letter as the reader of files understands it, often with front matter and items."""
    head = draw(st.sampled_from(("", "关于复工的倡议书\n\n", FRONT_MATTER, FRONT_MATTER[:60])))
    parts = draw(st.lists(texts(), max_size=4))
    joint = draw(st.sampled_from(("\n", "\n\n一、", "\n1. ", "。", " ")))
    try:
        return letter_of(head + joint.join(parts))
    except UnreadableLetter:
        return letter_of("空白")


@given(any_letter(), queries(), st.integers(0, 3))
def test_laws_of_what_is_shown(letter: Letter, node: Node, limit: int) -> None:
    needles = needles_over([letter.searchable], node)

    parts = hit_parts(letter, needles, limit=limit)

    everywhere = mark_letter(letter, needles)
    stretches = [(s.start, s.end, s.marks) for s in parts.snippets]
    assert len(stretches) <= limit
    done = 0
    for start, end, marks in stretches:
        assert done <= start < end
        check_marks(marks, start, end)
        assert all(any(w.start <= m.start and m.end <= w.end for w in everywhere) for m in marks)
        assert not any(mask.start < end and start < mask.end for mask in letter.masked)
        done = end
    for snippet in parts.snippets:
        assert snippet.text == letter.text[snippet.start : snippet.end] == snippet.text.strip()
        assert columns(snippet.text) <= WIDEST
        assert not is_within_cluster(letter.text, snippet.start)
        assert not is_within_cluster(letter.text, snippet.end)
    for one in parts.initiatives:
        assert letter.initiatives[one.ordinal - 1].head == one.head
        check_marks(one.marks, one.start, letter.initiatives[one.ordinal - 1].end)
    if parts.title:
        check_marks(parts.title.marks, parts.title.start, parts.title.end)


def check_marks(marks: tuple[Mark, ...], start: int, end: int) -> None:
    """Marks ascend within a stretch and do not touch."""
    places = [start - 1, *(place for mark in marks for place in (mark.start, mark.end)), end + 1]
    assert places == sorted(set(places))


@given(st.lists(any_letter(), max_size=3), queries())
def test_a_page_shows_of_each_letter_what_it_shows_alone(page: list[Letter], node: Node) -> None:
    needles = needles_over([letter.searchable for letter in page], node)

    assert page_parts(page, needles) == tuple(hit_parts(letter, needles) for letter in page)
