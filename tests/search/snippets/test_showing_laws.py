"""Laws of what is shown of any letter to any query."""

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from operator import or_

from hypothesis import given
from hypothesis import strategies as st

from corpus import Letter, UnreadableLetter
from search.results import Mark
from search.snippets import Needle, hit_parts, mark_letter, page_parts
from search.snippets.clusters import columns, is_within_cluster
from search.snippets.matching import Occurrence, find
from search.snippets.sentences import cuts
from search.snippets.windows import WIDEST, WIDTH, windows
from search.tree import Node
from tests.search.snippets.showing import bare_letter, letter_of, needles_over
from tests.search.snippets.test_passages import FRONT_MATTER
from tests.search.snippets.tries import pages, queries, subjects, texts


@st.composite
def letters_and_query(draw: st.DrawFn) -> tuple[list[Letter], Node]:
    """Letters as the reader of files understands them, and a query of the same subject."""
    subject = draw(subjects)
    letters = draw(st.lists(any_letter(subject), min_size=1, max_size=3))
    return letters, draw(queries(subject))


@st.composite
def any_letter(draw: st.DrawFn, subject: tuple[str, ...]) -> Letter:
    """A letter, often with front matter, a title and items."""
    head = draw(st.sampled_from(("", "关于复工的倡议书\n\n", FRONT_MATTER, FRONT_MATTER[:60])))
    parts = draw(st.lists(texts(subject), max_size=4))
    joint = draw(st.sampled_from(("\n", "\n\n一、", "\n1. ", "。", " ")))
    try:
        return letter_of(head + joint.join(parts))
    except UnreadableLetter:
        return letter_of("空白")


@given(letters_and_query(), st.integers(0, 3))
def test_laws_of_what_is_shown(found: tuple[list[Letter], Node], limit: int) -> None:
    (letter, *_), node = found
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


@given(letters_and_query())
def test_a_page_shows_of_each_letter_what_it_shows_alone(found: tuple[list[Letter], Node]) -> None:
    page, node = found
    needles = needles_over([letter.searchable for letter in page], node)

    assert page_parts(page, needles) == tuple(hit_parts(letter, needles) for letter in page)


@given(pages(most=1))
def test_no_sentence_has_more_than_what_is_shown_first(page: tuple[list[str], Node]) -> None:
    (text,), node = page
    needles = needles_over([text], node)

    parts = hit_parts(bare_letter(text), needles, limit=1)

    (places,) = find((text,), needles)
    bounds = cuts(text, 0, len(text))
    best = max((weigh(places, needles, a, b) for a, b in pairwise(bounds)), default=0)
    shown = [weigh(places, needles, s.start, s.end) for s in parts.snippets]
    assert max(shown, default=0) >= best or columns(text) > WIDTH


@given(st.lists(st.integers(0, 9), max_size=200), st.sampled_from(("口。", "口", "口罩很重要。")))
def test_a_window_knows_what_stands_in_it(needles: list[int], sentence: str) -> None:
    step, text = len(sentence), sentence * len(needles)
    places = [Occurrence(i * step, i * step + 1, needle) for i, needle in enumerate(needles)]

    found = windows(text, cuts(text, 0, len(text)), places)

    for window in found:
        inside = [place for place in places if window.start <= place.start < window.items[-1].end]
        inside = [place for place in inside if place.start >= window.items[0].start]
        assert window.needles == reduce(or_, (1 << place.needle for place in inside))
        assert window.occurrences == len(inside)


def weigh(places: Sequence[Occurrence], needles: Sequence[Needle], start: int, end: int) -> float:
    """What the needles that stand within a stretch weigh together."""
    inside = {number for a, b, number in places if start <= a and b <= end}
    return sum(needles[number].weight for number in inside)
