"""English words that no letter has, and the words of the collection that they were meant to be."""

import math
from collections.abc import Iterator, Sequence

from index import stem
from search.spelling.casing import recase
from search.spelling.dictionary import WordList
from search.spelling.evidence import Evidence
from search.spelling.proposal import Proposal
from search.spelling.typed import Unit, is_word
from search.spelling.weights import ENGLISH, LENGTH, LONGEST, WEIGHED

_TWO_EDITS = 6  # letters of a word that may be wrong in two places


def doubtful(units: Sequence[Unit], evidence: Evidence) -> tuple[int, ...]:
    """The places of words that no letter has."""
    places = [place for place, unit in enumerate(units) if is_word(unit)]
    counts = evidence.units([units[place].term for place in places])
    return tuple(place for place, count in zip(places, counts, strict=True) if not count)


def propose(
    units: Sequence[Unit], place: int, typed: str, evidence: Evidence, words: WordList
) -> Proposal | None:
    """The likeliest word in place of one that was `typed`, if it is likely at all."""
    unit = units[place]
    base = _against(unit.term, evidence, words)
    weighed = [
        (base + gain + _company(units, place, word, evidence), word)
        for gain, word in _candidates(unit.term, evidence)
    ]
    gain, word = max(weighed, default=(0.0, ""))
    if gain <= 0 or not evidence.holds((unit,), 0, word):
        return None
    text = recase(typed, word)
    return Proposal(
        place=place, start=unit.start, end=unit.end, text=text, reason="spelling", gain=gain
    )


def _against(typed: str, evidence: Evidence, words: WordList) -> float:
    """What is the same for all corrections of a word."""
    return (
        ENGLISH.bias
        + ENGLISH.length * (min(len(typed), LONGEST) - LENGTH)
        + ENGLISH.stem * evidence.has_stem(stem(typed))
        + ENGLISH.real * words.has_english(typed)
    )


def _candidates(typed: str, evidence: Evidence) -> list[tuple[float, str]]:
    """The likeliest words so far as their letters tell; those two edits away if no other is."""
    found = evidence.nearly(typed, 1)
    far = not found and len(typed) >= _TWO_EDITS
    if far:
        found = evidence.nearly(typed, 2)
    gains = (
        (ENGLISH.letters * math.log(count + 0.5) + _slip(typed, word), word)
        for word, count in found.items()
    )
    return [
        (gain + far * ENGLISH.two_edits, word)
        for gain, word in sorted(gains, reverse=True)[:WEIGHED]
    ]


def _slip(typed: str, word: str) -> float:
    """How the hand went wrong."""
    short, long = sorted((typed, word), key=len)
    gain = ENGLISH.first * (typed[0] != word[0]) + ENGLISH.plural * (long == short + "s")
    if len(typed) == len(word):
        return gain + ENGLISH.swap * (sorted(typed) == sorted(word))
    gain += ENGLISH.left_out * (len(word) == len(typed) + 1)
    return gain + ENGLISH.double * (_once(short) == _once(long))


def _once(word: str) -> str:
    """The word with each run of a letter as one."""
    return "".join(letter for at, letter in enumerate(word) if word[at - 1 : at] != letter)


def _company(units: Sequence[Unit], place: int, word: str, evidence: Evidence) -> float:
    """For and against, by the neighbours it has in letters."""
    return sum(
        ENGLISH.company if evidence.holds(pair, at, word) else ENGLISH.stranger
        for pair, at in _neighbours(units, place)
    )


def _neighbours(units: Sequence[Unit], place: int) -> Iterator[tuple[tuple[Unit, ...], int]]:
    """The unit with each of those next to it, and its place among the two."""
    for first in (place - 1, place):
        pair = tuple(units[max(first, 0) : first + 2])
        if len(pair) == 2 and pair[1].position - pair[0].position == 1:
            yield pair, place - first
