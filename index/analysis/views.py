"""The three views of a batch: which units make which terms.

All views are made from the same units; what differs is how units are joined and what the result
is called. Knows nothing of letters, fields or queries.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis.folding import decode
from index.analysis.ground import Ground, Spans, cap_runs
from index.analysis.joined import find_joined, join
from index.analysis.numbering import Numbering, number_codes, number_pairs
from index.analysis.segmenter import Segmenter
from index.analysis.stems import stem
from index.analysis.tables import HIRAGANA, RARE_HAN, SYMBOL
from index.analysis.tokens import TokenColumns
from index.analysis.units import LONGEST_UNIT
from index.analysis.words import cut_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The terms of units: first the characters that are units, then words and numbers.

    `characters` are the code points of the former; a term of a lower number than there are of
    them is a character.
    """

    characters: NDArray[np.uint32]
    words: list[str]
    term: NDArray[np.int32]


def name_units(ground: Ground) -> Named:
    """The term of each unit: the character, or the word or number without its punctuation."""
    is_single = ground.units.kind >= SYMBOL
    characters, single = number_codes(ground.code[is_single])
    run, words = ground.number_runs()
    if not all(map(str.isalnum, words)):
        plain = Numbering()
        run, words = plain.number(map(plain_term, words))[run], plain.strings()
    term = np.empty(len(is_single), np.int32)
    term[is_single] = single
    term[~is_single] = run + len(characters)
    return Named(characters=characters, words=words, term=term)


def plain_term(written: str) -> str:
    """A word without its possessive and apostrophes, a number without the commas of thousands.

    >>> [plain_term(w) for w in ("china's", "don't", "1,000.5", "'s")]
    ['china', 'dont', '1000.5', 's']
    """
    if written.isalnum():
        return written
    if len(written) > 2 and written.endswith("'s"):
        written = written[:-2]
    return written.replace("'", "").replace(",", "")


def unit_columns(ground: Ground, named: Named) -> TokenColumns:
    """Every unit under its own term."""
    return TokenColumns(
        vocabulary=[*decode(named.characters), *named.words],
        term=named.term,
        text=ground.units.text,
        position=ground.units.position,
        start=ground.start,
        end=ground.end,
    )


def bigram_columns(ground: Ground, named: Named) -> TokenColumns:
    """Every two neighbouring characters of unspaced scripts."""
    right = np.flatnonzero(ground.units.link)
    left = right - 1
    if not len(right):
        return ground.columns([], np.zeros(0, np.int32), left, right)
    pairs = number_pairs(named.term[left], named.term[right], len(named.characters))
    both = np.empty((len(pairs.first), 2), np.uint32)
    both[:, 0] = named.characters[pairs.first]
    both[:, 1] = named.characters[pairs.second]
    vocabulary: list[str] = both.view("=U2").ravel().tolist()
    return ground.columns(vocabulary, pairs.number, left, right)


def word_columns(ground: Ground, named: Named, segmenter: Segmenter) -> TokenColumns:
    """Words of Han runs, stems, numbers, runs of other unspaced scripts, and joined forms."""
    words = cut_words(ground, segmenter)
    term = np.full(len(named.term), -1, np.int32)
    last = np.arange(len(term))
    term[words.first] = words.term
    last[words.first] = words.last

    terms = Numbering()
    stems = terms.number(map(stem, named.words)) + len(words.vocabulary)
    singles = len(named.characters)
    runs = np.flatnonzero(named.term >= singles)
    term[runs] = stems[named.term[runs] - singles]
    for spans in (_rare_characters(ground), _syllables(ground)):
        if spans.written:
            term[spans.first] = terms.number(spans.written) + len(words.vocabulary)
            last[spans.first] = spans.last

    first = np.flatnonzero(term >= 0)
    term, last = term[first], last[first]
    joined = find_joined(ground)
    if joined.written:
        joined_term = terms.number(map(join, joined.written)) + len(words.vocabulary)
        at = np.searchsorted(first, joined.first)  # a joined form stands before its first part
        term = np.insert(term, at, joined_term)
        first, last = np.insert(first, at, joined.first), np.insert(last, at, joined.last)
    return ground.columns([*words.vocabulary, *terms.strings()], term, first, last)


def _rare_characters(ground: Ground) -> Spans:
    """Han characters that no segmenter knows, each a word."""
    rows = np.flatnonzero(ground.units.kind == RARE_HAN)
    written = list(decode(ground.code[rows])) if len(rows) else []
    return Spans(written=written, first=rows, last=rows)


def _syllables(ground: Ground) -> Spans:
    """Runs of kana, Hangul, Thai and their like; a longer run is cut like a longer word."""
    kind = ground.units.kind
    rows = np.flatnonzero(kind >= HIRAGANA)
    if not len(rows):
        return Spans(written=[], first=rows, last=rows)
    is_first = ~(ground.units.link[rows] & (kind[rows - 1] == kind[rows]))
    cap_runs(is_first, longest=LONGEST_UNIT)
    heads = np.flatnonzero(is_first)
    tails = np.append(heads[1:], len(rows))
    text = decode(ground.code[rows])
    return Spans(
        written=[text[a:b] for a, b in zip(heads.tolist(), tails.tolist(), strict=True)],
        first=rows[heads],
        last=rows[tails - 1],
    )
