"""Words like one that was typed and characters beside one are those that a walk over all finds."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import Searcher
from search.embedded.expansion import edit_distances
from search.embedded.spellings import Spellings
from search.ranking import TEXT_BIGRAMS, TEXT_UNITS

WORDS = st.sampled_from(["coronavirus", "work", "the", "epidemic", "of", "zzz", "resumptin"])


@pytest.fixture(scope="session")
def spellings(searcher: Searcher) -> Spellings:
    return Spellings([live.segment for live in searcher.collection().snapshot.segments])


def counts(searcher: Searcher, view: str) -> Counter[str]:
    column = TEXT_BIGRAMS if view == "B" else TEXT_UNITS
    found: Counter[str] = Counter()
    for live in searcher.collection().snapshot.segments:
        its = live.segment.column(column)
        for ordinal, term in enumerate(its.terms):
            found[term] += its.document_frequency(ordinal)
    return found


@given(word=WORDS | st.text("aeinorstw", min_size=1, max_size=8), edits=st.integers(1, 2))
def test_words_nearly_so(searcher: Searcher, spellings: Spellings, word: str, edits: int) -> None:
    words = {term: n for term, n in counts(searcher, "U").items() if term < "\u2e80"}

    near = (edit_distances(word, list(words)) <= edits).tolist()
    expected = {term: n for (term, n), is_near in zip(words.items(), near, strict=True) if is_near}
    assert spellings.nearly(TEXT_UNITS, word, edits) == expected


@given(character=st.sampled_from("复工的产书龘一a"))
def test_characters_beside_one(searcher: Searcher, spellings: Spellings, character: str) -> None:
    pairs = counts(searcher, "B")

    for before, after in ((character, ""), ("", character)):
        found = spellings.fillings(TEXT_BIGRAMS, before, after)
        expected = {
            term[1 if before else 0]: n
            for term, n in pairs.items()
            if term[0 if before else 1] == character
        }
        assert dict(zip(map(chr, found.characters), found.frequencies, strict=True)) == expected
