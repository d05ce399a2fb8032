"""Phrases that several letters have, to be completed while typing: one to four words in a row.

They begin and end with words that have a subject. Letters are counted a batch at a time and what
only one of many has is forgotten, as in lossy counting (Manku & Motwani 2002), so memory stays
bounded and counts are about right. Knows nothing of how completions are kept.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus import Letter
from index.analysis import TokenColumns, function_words, is_unspaced
from index.analysis.baring import bare_batch
from index.analysis.folding import encode
from index.columns.completions.batch import CompletionRows
from index.columns.runs import offsets_of
from index.completing.names import CompletionKind, to_completions

PHRASES: Final = "phrases"  # the completions that are counted
MOST_WORDS: Final = 4
LONGEST_HAN: Final = 12  # characters
LONGEST: Final = 60  # characters, where there are spaces
SHORTEST_WORD: Final = 4  # letters of a word with spaces around it, alone or at an end
MANY: Final = 16  # letters of which one alone does not make a phrase
ENOUGH: Final = 150  # letters of a batch that are looked at: for three times as many, a third
REMEMBERED: Final = 1 << 14  # terms, of which it is known whether phrases begin with them
_SPACE: Final = ord(" ")


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of a batch one after the other: all in arrays, one row a word.

    `start` and `end` are places in the texts laid one after the other. `joins` says which words
    stand next to the one after, with one space between at most.
    """

    term: NDArray[np.int64]
    row: NDArray[np.int32]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    joins: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Grams:
    """Runs of words that enough letters have.

    `number` is that of the run which starts at each word, or -1. Of each run: the words where it
    is found for the first and the last time, and how many letters have it.
    """

    number: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    letters: NDArray[np.int64]


def phrases_of(letters: Sequence[Letter], words: TokenColumns) -> CompletionRows:
    """The phrases of a batch of letters; `words` are those of their texts.

    The place of a phrase is where it starts in the text of its letter. Of many letters only some
    are looked at, and each stands for those that are not.
    """
    step = max(1, len(letters) // ENOUGH)
    texts = [letter.searchable if at % step == 0 else "" for at, letter in enumerate(letters)]
    begins = offsets_of(np.fromiter(map(len, texts), np.int64, len(texts)))
    run = _lay_out(words, words.text % step == 0, "".join(texts), begins)
    least = 2 if len(letters) >= MANY else 1
    at, after, weight = _choose(run, words.vocabulary, least=least)
    row, starts = run.row[at].astype(np.int64), run.start[at] - begins[run.row[at]]
    ends = run.end[after] - begins[run.row[at]]
    spans = zip(row.tolist(), starts.tolist(), ends.tolist(), strict=True)
    bare = bare_batch([texts[r][a:b] for r, a, b in spans])
    counts = after - at + 1
    inside = np.repeat(at - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
    within = run.start[inside] - np.repeat(run.start[at], counts)
    found = to_completions(
        bare,
        (np.repeat(np.arange(len(at)), counts), within),
        kind=CompletionKind.PHRASE,
        row=row,
        place=starts.astype(np.int32),
    )
    return replace(found, weight=(weight * step).astype(np.int32), is_sampled=True)


def _lay_out(
    words: TokenColumns, chosen: NDArray[np.bool_], text: str, begins: NDArray[np.int64]
) -> _Run:
    """The chosen words without those inside of others."""
    row, term = words.text[chosen], words.term[chosen].astype(np.int64)
    start = words.start[chosen] + begins[row]
    end = words.end[chosen] + begins[row]
    reached = np.maximum.accumulate(np.concatenate([np.zeros(1, np.int64), end[:-1]]))
    kept = start >= reached[: len(start)]
    start, end, row, term = start[kept], end[kept], row[kept], term[kept]
    joins = np.zeros(len(start), bool)
    gap = start[1:] - end[:-1]
    joins[:-1] = (row[1:] == row[:-1]) & (gap <= 1)
    spaced = np.flatnonzero(joins[:-1] & (gap == 1))
    joins[spaced] = encode(text)[end[spaced]] == _SPACE
    return _Run(term, row, start, end, joins)


def _choose(
    run: _Run, vocabulary: Sequence[str], *, least: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """First and last word of each phrase where it is found, and how many letters it stands for.

    Each phrase comes twice, from the first and the last letter that has it, which share them.
    """
    longest = _longest(run.term, vocabulary, least)[run.term]
    parts = []
    for size, grams in enumerate(_frequent(run, least), start=1):
        first, last = grams.first, grams.first + size - 1
        fits = (longest[last] > 0) & (run.end[last] - run.start[first] <= longest[first])
        at = np.concatenate([first[fits], grams.last[fits]])
        share = grams.letters[fits] // 2
        weight = np.concatenate([grams.letters[fits] - share, share])
        parts.append((at[weight > 0], at[weight > 0] + size - 1, weight[weight > 0]))
    at, after, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
    return at, after, weight


def _frequent(run: _Run, least: int) -> Iterator[_Grams]:
    """Runs of one to four words; a longer one is made of two frequent ones that overlap."""
    grams = _count(run, np.arange(len(run.term)), run.term, least)
    yield grams
    for _ in range(MOST_WORDS - 1):
        number = grams.number
        follows = run.joins[:-1] & (number[:-1] >= 0) & (number[1:] >= 0)
        at = np.flatnonzero(follows)
        grams = _count(run, at, number[at] * len(number) + number[at + 1], least)
        yield grams


def _count(run: _Run, at: NDArray[np.int64], key: NDArray[np.int64], least: int) -> _Grams:
    """The keys that enough letters have; the runs with a key start `at` these words."""
    size = max(len(key), 1)
    ordered = np.sort(key * size + np.arange(len(key)))  # several times faster than an argsort
    keys = ordered // size
    at = at[ordered - keys * size]
    rows = run.row[at]
    is_first = np.ones(len(keys), bool)
    is_first[1:] = keys[1:] != keys[:-1]
    is_new = is_first.copy()
    is_new[1:] |= rows[1:] != rows[:-1]
    heads = np.flatnonzero(is_first)
    ends = np.append(heads[1:], len(keys))[: len(heads)]
    letters = np.diff(np.append(np.cumsum(is_new)[heads] - 1, is_new.sum()))
    enough = letters >= least
    number = np.full(len(run.term), -1, np.int64)
    named = np.where(enough, np.cumsum(enough) - 1, -1)
    number[at] = np.repeat(named, ends - heads)
    return _Grams(number, at[heads[enough]], at[ends[enough] - 1], letters[enough])


def _longest(term: NDArray[np.int64], vocabulary: Sequence[str], least: int) -> NDArray[np.int64]:
    """How long a phrase may be that starts with a term; 0 where none starts or ends with it."""
    often = np.flatnonzero(np.bincount(term, minlength=len(vocabulary)) >= least).tolist()
    longest = np.zeros(len(vocabulary), np.int64)
    longest[often] = [_longest_from(vocabulary[number]) for number in often]
    return longest


@functools.lru_cache(maxsize=REMEMBERED)
def _longest_from(term: str) -> int:
    """Nothing starts or ends with a single Han character, a short word, a number or grammar."""
    if term in function_words():
        return 0
    if is_unspaced(term):
        return LONGEST_HAN if len(term) > 1 else 0
    return LONGEST if len(term) >= SHORTEST_WORD and not term[0].isdigit() else 0
