"""Another spelling is suggested where one is likely, and nowhere else."""

import re
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Letter
from index import Token, View
from search import Request, Results, Searcher
from search.engine import Window
from search.ranking import TEXT_BIGRAMS, TEXT_UNITS


def suggested(searcher: Searcher, q: str) -> list[tuple[str, str]]:
    return [(one.text, one.reason) for one in searcher.collection().suggest(q)]


@pytest.mark.parametrize(
    ("typed", "meant", "reason"),
    [
        ("复工付产", "复工复产", "sound"),
        ("富工复产", "复工复产", "sound"),
        ("倡意书", "倡议书", "sound"),
        ("合做联盟", "合作联盟", "sound"),
        ("抗击役情", "抗击疫情", "sound"),
        ("新冠肺言", "新冠肺炎", "sound"),
        ("众志戊城", "众志成城", "shape"),
        ("coronavirsu", "coronavirus", "spelling"),
        ("novel coronvirus", "novel coronavirus", "spelling"),
        ("resumptoin of work", "resumption of work", "spelling"),
        ("Coronavirsu epidemc", "Coronavirus epidemic", "spelling"),
        ("COVDI-19", "COVID-19", "spelling"),
        ("opne letter", "open letter", "spelling"),
        ("proposla 倡义书", "proposal 倡议书", "spelling"),
    ],
)
def test_a_misspelling_is_mended(searcher: Searcher, typed: str, meant: str, reason: str) -> None:
    assert [text for text, _ in suggested(searcher, typed)] == [meant]
    if typed != "proposla 倡义书":  # two reasons: the surer one is told
        assert suggested(searcher, typed) == [(meant, reason)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('"复工付产" OR xyz', '"复工复产" OR xyz'),
        ("title:复工付产 lang:zh", "title:复工复产 lang:zh"),
        ("(“novel coronavirsu”)  date:2020", "(“novel coronavirus”)  date:2020"),
        ("倡议 -coronavirsu 复工付产", "倡议 -coronavirsu 复工复产"),
    ],
)
def test_operators_quotes_and_fields_stay_as_typed(
    searcher: Searcher, typed: str, meant: str
) -> None:
    assert [text for text, _ in suggested(searcher, typed)] == [meant]


@pytest.mark.parametrize(
    "q",
    [
        "", "复工复产", "novel coronavirus", "letters proposing", "蜻蜓", "我爱吃苹果", "xyzzy",
        "GPS", "coronavirsu*", "coronavirsu~", "-coronavirsu", "第八条", "こんにちは世界",
        "короновирус", "\ud800", "不知所云的一大堆字" * 40, "qwrtp " * 600, "😀" * 200, "a" * 4000,
        "(" * 300 + "复工付" * 200,
    ],
)  # fmt: skip
def test_nothing_is_suggested_without_good_reason(searcher: Searcher, q: str) -> None:
    assert suggested(searcher, q) == []


def test_titles_of_the_shipped_letters_are_right(searcher: Searcher) -> None:
    for letter in letters(searcher):
        for title in (letter.title.text if letter.title else "", *letter.alt_titles):
            assert suggested(searcher, title) == []


def test_sentences_of_the_shipped_letters_are_right(searcher: Searcher) -> None:
    for letter in letters(searcher):
        for sentence in re.split(r"[。！？.!?\n]+", letter.text):
            if not re.search(r"[-()（）“”\"*~:：]", sentence):
                assert suggested(searcher, sentence) == []


def test_what_was_typed_is_searched_and_the_other_spelling_offered(searcher: Searcher) -> None:
    results = found(searcher, "novel coronvirus")

    assert results.query == "novel coronvirus"
    assert results.corrected is None
    assert results.total == found(searcher, "novel").total
    assert [one.text for one in results.suggestions] == ["novel coronavirus"]


def test_only_where_nothing_is_found_the_other_spelling_is_searched(searcher: Searcher) -> None:
    results = found(searcher, "coronavirsu")

    meant = found(searcher, "coronavirus")
    assert (results.query, results.corrected) == ("coronavirsu", "coronavirus")
    assert results.answered == "coronavirus"
    assert results.total == meant.total > 0
    assert [hit.letter.id for hit in results.hits] == [hit.letter.id for hit in meant.hits]
    assert results.hits[0].snippets == meant.hits[0].snippets


def test_filters_hold_for_the_other_spelling_too(searcher: Searcher) -> None:
    request = Request(q="coronavirsu", genres=("condolence",))

    results = searcher.search(request)

    assert (results.total, results.corrected) == (0, None)
    assert [one.text for one in results.suggestions] == ["coronavirus"]


@given(q=st.text(max_size=60) | st.text("复工付产议书抗击疫情coronavirus -()\"'*:~", max_size=40))
def test_nothing_that_is_typed_raises(searcher: Searcher, q: str) -> None:
    searcher.collection().suggest(q)


@given(seed=st.integers(0, 10**6))
def test_a_suggestion_is_of_words_in_the_collection_and_finds_as_good_letters(
    searcher: Searcher, seed: int
) -> None:
    """Of passages of the letters with a character or two wrong."""
    q = wrong(searcher, Random(seed))
    collection = searcher.collection()

    for suggestion in collection.suggest(q):
        for token in new_tokens(searcher, q, suggestion.text):
            column = TEXT_UNITS if token.view is View.UNITS else TEXT_BIGRAMS
            assert collection.engine.document_frequencies(column, [token.term])[0] > 0
        typed, other = (
            collection.engine.find(collection.prepare(text).plan, Window(size=1)).scores.tolist()
            for text in (q, suggestion.text)
        )
        assert other
        assert other >= typed


def new_tokens(searcher: Searcher, typed: str, other: str) -> list[Token]:
    """The words and the pairs of characters that the suggestion has and the query had not."""
    tokens_of = searcher.collection()._tokens
    before = {(token.view, token.term) for token in tokens_of(typed)}
    return [
        token
        for token in tokens_of(other)
        if token.view is not View.WORDS and (token.view, token.term) not in before
    ]


def wrong(searcher: Searcher, chance: Random) -> str:
    text = chance.choice(letters(searcher)).text
    size = min(len(text), 4 + chance.randrange(30))
    begin = chance.randrange(len(text) - size + 1)
    passage = list(text[begin : begin + size])
    for _ in range(1 + chance.randrange(2)):
        at = chance.randrange(size)
        passage[at] = chance.choice("的一付议情卫abetsn" + passage[max(at - 1, 0)])
    return "".join(passage)


def found(searcher: Searcher, q: str) -> Results:
    return searcher.search(Request(q=q))


@cache
def letters(searcher: Searcher) -> tuple[Letter, ...]:
    snapshot = searcher.collection().snapshot
    return tuple(map(snapshot.letter, range(snapshot.count)))
