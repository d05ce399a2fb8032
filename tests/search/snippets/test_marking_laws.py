"""What is marked is what analysis finds: laws for any text and any query."""

from hypothesis import example, given

from index.analysis import fold, join
from search import tree
from search.snippets.marks import marks_of
from search.snippets.matching import find
from search.snippets.needles import Needle, Slot
from tests.search.snippets.oracle import expected_marks
from tests.search.snippets.showing import forms_in, needles_over
from tests.search.snippets.tries import pages

Page = tuple[list[str], tree.Node]


@given(pages(most=1))
@example((["anti-COVID-19"], tree.Words("covid-19", 0, 0)))
@example((["COVID-19, covid 19"], tree.Words("covid-19", 0, 0)))
@example((["2019-nCoV 在 2019 年"], tree.Words("2019-nCoV", 0, 0)))
@example((["复\n工"], tree.Words("复工", 0, 0)))
@example((["a a a! a"], tree.Phrase("a a", 0, 0)))
@example((["Don't, don’t, dont"], tree.Words("don't", 0, 0)))
@example((["联合体、联合，会和联合会"], tree.Words("联合会", 0, 0)))
@example((["a c b, a a b! a! b"], tree.Phrase("a! b", 0, 0)))
@example((["mask masks maks mosks task"], tree.Fuzzy("mask", 0, 0)))
@example((["mass masked mask"], tree.Prefix("mask", 0, 0)))
def test_marks_are_the_tokens_of_the_query(page: Page) -> None:
    (text,), node = page

    (found,) = find((text,), needles_over([text], node))

    forms = forms_in([text])
    marks = [(mark.start, mark.end) for mark in marks_of(found, 0, len(text))]
    assert marks == expected_marks(text, node, lambda root: forms.get(root, ()))


@given(pages())
def test_each_text_of_a_page_is_marked_as_if_alone(page: Page) -> None:
    texts, node = page
    made = needles_over(texts, node)

    assert find(texts, made) == tuple(find((text,), made)[0] for text in texts)


@given(pages(most=1))
def test_what_is_marked_folds_to_what_was_sought(page: Page) -> None:
    (text,), node = page
    made = needles_over([text], node)

    (found,) = find((text,), made)

    for start, end, number in found:
        assert says(fold(text[start:end]).text, made[number])


def says(folded: str, needle: Needle) -> bool:
    """Whether folded words are a joined form of a needle, or have a term of each of its slots."""
    if needle.joined and fills(join(folded), needle.joined):
        return True
    plain = folded.translate(str.maketrans("", "", "\r\n',"))
    return all(fills(plain, slot) for slot in needle.slots)


def fills(words: str, slot: Slot) -> bool:
    return slot.edits > 0 or any(term in words for term in slot.terms)
