"""The three views of a batch: which units make which terms.

All views are made from the same units; what differs is how units are joined and what the result
is called. Knows nothing of letters, fields or queries.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis.fold import decode
from index.analysis.ground import Ground, Spans
from index.analysis.joined import find_joined, joined_term
from index.analysis.numbering import Numbering, number_codes, number_pairs
from index.analysis.segmenter import Segmenter
from index.analysis.stems import stem
from index.analysis.tables import HIRAGANA, RARE_HAN, SYMBOL
from index.analysis.tokens import TokenColumns
from index.analysis.units import LONGEST_UNIT
from index.analysis.words import cut_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The terms of units: first `singles` characters that are units, then words and numbers."""

    vocabulary: list[str]
    term: NDArray[np.int32]
    singles: int


def name_units(ground: Ground) -> Named:
    """The term of each unit: the character, or the word or number without its punctuation."""
    is_single = ground.units.kind >= SYMBOL
    distinct, single = number_codes(ground.codes_of(np.flatnonzero(is_single)))
    runs = np.flatnonzero(~is_single)
    words = Numbering(plain_term)
    term = np.empty(len(is_single), np.int32)
    term[is_single] = single
    term[runs] = words.number_all(ground.written(runs, runs)) + len(distinct)
    return Named(vocabulary=[*decode(distinct), *words.terms], term=term, singles=len(distinct))


def plain_term(written: str) -> str:
    """A word without its possessive and apostrophes, a number without the commas of thousands.

    >>> [plain_term(w) for w in ("china's", "don't", "1,000.5", "'s")]
    ['china', 'dont', '1000.5', 's']
    """
    if len(written) > 2 and written.endswith("'s"):
        written = written[:-2]
    return written.replace("'", "").replace(",", "")


def unit_columns(ground: Ground, named: Named) -> TokenColumns:
    """Every unit under its own term."""
    every = np.arange(len(named.term))
    return ground.columns(named.vocabulary, named.term, every, every)


def bigram_columns(ground: Ground) -> TokenColumns:
    """Every two neighbouring characters of unspaced scripts."""
    right = np.flatnonzero(ground.link)
    left = right - 1
    pairs, term = number_pairs(ground.codes_of(left), ground.codes_of(right))
    text = decode(pairs)
    vocabulary = [text[i : i + 2] for i in range(0, len(text), 2)]
    return ground.columns(vocabulary, term, left, right)


def word_columns(ground: Ground, named: Named, segmenter: Segmenter) -> TokenColumns:
    """Words of Han runs, stems, numbers, runs of other unspaced scripts, and joined forms."""
    terms, chinese = Numbering(), Numbering()
    term = np.full(len(named.term), -1, np.int32)
    last = np.arange(len(term))
    runs = np.flatnonzero(named.term >= named.singles)
    stems = terms.number_all([stem(word) for word in named.vocabulary[named.singles :]])
    term[runs] = stems[named.term[runs] - named.singles]
    for spans in (_rare_characters(ground), _syllables(ground)):
        term[spans.first] = terms.number_all(spans.written)
        last[spans.first] = spans.last
    joined = find_joined(ground)
    joined_number = terms.number_all(list(map(joined_term, joined.written)))
    words = cut_words(ground, segmenter)
    term[words.first] = chinese.number_all(words.written) + len(terms.terms)
    last[words.first] = words.last

    first = np.flatnonzero(term >= 0)
    at = np.searchsorted(first, joined.first)  # a joined form stands before its first part
    return ground.columns(
        [*terms.terms, *chinese.terms],
        np.insert(term[first], at, joined_number),
        np.insert(first, at, joined.first),
        np.insert(last[first], at, joined.last),
    )


def _rare_characters(ground: Ground) -> Spans:
    """Han characters that no segmenter knows, each a word."""
    rows = np.flatnonzero(ground.units.kind == RARE_HAN)
    return Spans(written=list(decode(ground.codes_of(rows))), first=rows, last=rows)


def _syllables(ground: Ground) -> Spans:
    """Runs of kana, Hangul, Thai and their like; a longer run is cut like a longer word."""
    kind = ground.units.kind
    rows = np.flatnonzero(kind >= HIRAGANA)
    is_first = ~(ground.link[rows] & (kind[rows - 1] == kind[rows]))
    heads = np.flatnonzero(is_first)
    pieces = [
        (a, min(a + LONGEST_UNIT, b))
        for head, tail in zip(heads.tolist(), [*heads[1:].tolist(), len(rows)], strict=False)
        for a in range(head, tail, LONGEST_UNIT)
        for b in (tail,)
    ]
    text = decode(ground.codes_of(rows))
    starts = np.array([a for a, _ in pieces], np.int64)
    ends = np.array([b for _, b in pieces], np.int64)
    return Spans(written=[text[a:b] for a, b in pieces], first=rows[starts], last=rows[ends - 1])
