"""Adding a word to a plain query never removes a letter from what it finds."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search import Request, Searcher

TEXTS = {
    "a": "关于捐款的倡议书\n\n一、捐款。\n二、登记。\n三、公示。\n\n2020年2月3日",
    "b": "Notice\n\nThe hall opens on 3 February 2020 for members.",
    "c": "公开信\n\n二〇二〇年二月十日，口罩送达。\n\n2020年2月10日",
    "d": "Letter of thanks\n\nSince February 3 masks have been in use.",
    "e": "通知\n\n自2020.02起恢复办公。\n\n2020年3月",
    "f": "Proposal\n\n1. Wear masks.\n2. Stay home.\n3. Report the novel coronavirus.",
    "g": "Report\n\nIn 2020 the members met 3 times; the 3rd meeting was in May.",
}
WORDS = (
    "2020年", "2020年2月", "2月", "3日", "二月三日", "二〇二〇年", "2020", "2020-02", "02", "3",
    "3rd", "3,",
    "Feb.", "February", "March", "2020/2/3", "02/03/2020", "2020.02",
    "第三条", "倡议", "third", "proposal", "initiative", "III", "No.",
    "口罩", "捐款", "masks", "members", "novel", "coronavirus", "COVID-19",
    "新型", "冠状病毒", "肺炎",
)  # fmt: skip


@pytest.fixture(scope="module")
def searcher(collection_of: Callable[[Mapping[str, str]], Searcher]) -> Searcher:
    return collection_of(TEXTS)


def found(searcher: Searcher, words: list[str]) -> set[str]:
    return set(searcher.best(Request(q=" ".join(words), per_page=100, facets=())))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.sampled_from(WORDS))
def test_a_word_more_never_finds_fewer_letters(
    searcher: Searcher, words: list[str], other: str
) -> None:
    fewer = found(searcher, words)

    assert fewer <= found(searcher, [*words, other])
    assert fewer <= found(searcher, [other, *words])
