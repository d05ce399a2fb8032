"""The terms that tell a letter from others: often in it, seldom elsewhere."""

import math
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from corpus import Letter
from index import Column, Segmenter, View
from index.analysis import TokenColumns, analyse, is_unspaced
from search.engine import Engine
from search.ranking import VIEW_BOOSTS
from search.vocabulary import function_words

# Measured on 150 letters of each of eight sets, 2026-11: documents judged relevant to the same
# query (cranfield, cisi, npl), halves of Chinese and mixed texts, passages of one article. Mean
# nDCG@10 with 10, 25, 35, 50, 100 terms: .552, .610, .617, .631, .638, and on 150 other letters of
# each .548, .606, .615, .624, .633; finding takes twice as long with 50 as with 25. With 50, words
# alone give .605 in place of .628; other weights for the frequency in the letter .598 to .622.
TERMS: Final = 35
LONGEST: Final = 20_000  # characters of a body that are looked at: its beginning
VIEWS: Final = (View.WORDS, View.BIGRAMS)


class TellingTerm(NamedTuple):
    """A term of a letter with what it weighs and how the letter first writes it."""

    view: View
    term: str
    weight: float
    written: str


class _Candidate(NamedTuple):
    worth: float
    term: TellingTerm


def telling_terms(
    letter: Letter, letters: int, engine: Engine, segmenter: Segmenter
) -> tuple[TellingTerm, ...]:
    """At most TERMS terms, the most telling first; `letters` is how many the collection has.

    A term weighs its view's boost times 1 + log(frequency) here; what is in no other letter is
    left out.
    """
    text = _own_words(letter)
    analysis = analyse((text,), segmenter)
    found = [
        candidate
        for view in VIEWS
        for candidate in _candidates(text, view, analysis.view(view), letters, engine)
    ]
    found.sort(key=lambda candidate: -candidate.worth)
    return tuple(candidate.term for candidate in found[:TERMS])


def _own_words(letter: Letter) -> str:
    """The title and the beginning of the body, without what a page has around them."""
    start, end = letter.body.start, letter.body.end
    body = letter.searchable[start : min(end, start + LONGEST)]
    title = letter.title
    if title is None or start <= title.start < end:
        return body
    return f"{title.text}\n{body}"


def _candidates(
    text: str, view: View, tokens: TokenColumns, letters: int, engine: Engine
) -> Iterator[_Candidate]:
    numbers, places, counts = np.unique(tokens.term, return_index=True, return_counts=True)
    terms = [tokens.vocabulary[number] for number in numbers.tolist()]
    column, grammar = Column("text", view), function_words()
    rows = zip(
        terms,
        counts.tolist(),
        tokens.start[places].tolist(),
        tokens.end[places].tolist(),
        engine.document_frequencies(column, terms),
        strict=True,
    )
    for term, count, start, end, holding in rows:
        boost = VIEW_BOOSTS[view][0 if is_unspaced(term) else 1]
        if boost and holding > 1 and term not in grammar:
            weight = boost * (1 + math.log(count))
            worth = weight * math.log(1 + letters / holding)
            yield _Candidate(worth, TellingTerm(view, term, weight, text[start:end]))
