"""Han characters next to one that no letter has them next to, and those they were meant to be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.engine import Fillings
from search.results import Reason
from search.spelling.dictionary import WordList
from search.spelling.evidence import Evidence
from search.spelling.likeness import Likeness, likeness
from search.spelling.proposal import Proposal
from search.spelling.typed import Unit
from search.spelling.weights import CHINESE, REACH, UNSEEN, WEIGHED

_NUMERALS: Final = frozenset("零〇一二三四五六七八九十百千两")
_LONGEST_WORD: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A character at a place of its stretch that no letter has next to one beside it.

    `first` and `end` bound the characters that stand together there.
    """

    place: int
    first: int
    end: int
    both_sides: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    gain: float
    character: str
    reason: Reason


def doubtful(units: Sequence[Unit], evidence: Evidence) -> tuple[Doubt, ...]:
    """The characters of pairs that no letter has."""
    linked = [place for place, unit in enumerate(units) if unit.is_linked and unit.is_han]
    counts = evidence.pairs([units[place - 1].term + units[place].term for place in linked])
    strange = {place for place, count in zip(linked, counts, strict=True) if not count}
    return tuple(
        Doubt(place=place, first=first, end=end, both_sides={place, place + 1} <= strange)
        for first, end in _runs(units)
        for place in range(first, end)
        if units[place].is_han and {place, place + 1} & strange
    )


def _runs(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Where characters that stand together begin and end."""
    first = 0
    for place in range(1, len(units) + 1):
        if place == len(units) or not (units[place].is_linked and units[place].is_han):
            if place - first > 1:
                yield first, place
            first = place


def propose(
    units: Sequence[Unit], doubt: Doubt, evidence: Evidence, words: WordList
) -> Proposal | None:
    """The likeliest character in place of the doubtful one, if it is likely at all."""
    unit = units[doubt.place]
    base = CHINESE.bias + CHINESE.both_sides * doubt.both_sides
    base += CHINESE.was_word * _makes_word(units, doubt, unit.term, words)
    base += CHINESE.new * (evidence.units((unit.term,))[0] == 0)
    weighed = [
        (base + one.gain + _fit(units, doubt, one.character, evidence, words), one)
        for one in _candidates(units, doubt, evidence)
    ]
    gain, best = max(weighed, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or gain <= 0:
        return None
    return Proposal(
        place=doubt.place,
        start=unit.start,
        end=unit.end,
        text=best.character,
        reason=best.reason,
        gain=gain,
    )


def is_confirmed(
    units: Sequence[Unit], proposal: Proposal, doubt: Doubt, evidence: Evidence, words: WordList
) -> bool:
    """Whether a proposal is likely too if only whole passages count, which take longer to find.

    The longest passage that it may make with its neighbours is enough, if some letter has it.
    """
    place, text = proposal.place, proposal.text
    before, after = (
        _reach(units, place, text, step, evidence, strictly=False)[0] for step in (-1, 1)
    )
    passage = units[place - before : place + after + 1]
    if before + after and evidence.holds(passage, before, text):
        return True
    quick, strict = (
        _fit(units, doubt, proposal.text, evidence, words, strictly=strictly)
        for strictly in (False, True)
    )
    return proposal.gain - quick + strict > 0


def _candidates(units: Sequence[Unit], doubt: Doubt, evidence: Evidence) -> list[_Candidate]:
    """The likeliest characters that letters have between the neighbours, or beside the only one."""
    typed = units[doubt.place].term
    sides = list(_sides(units, doubt, evidence))
    codes = sides[0][0].characters
    for fillings, _ in sides[1:]:
        codes = np.intersect1d(codes, fillings.characters, assume_unique=True)
    codes = codes[codes != ord(typed)]
    like = likeness(typed, codes)
    gains = _likeness_gain(like)
    for fillings, count in sides:
        found = fillings.frequencies[np.searchsorted(fillings.characters, codes)]
        gains += CHINESE.pairs * np.log((found + UNSEEN) / (count + UNSEEN))
    best = np.argsort(-gains, kind="stable")[:WEIGHED].tolist()
    return [
        _Candidate(float(gains[at]), chr(codes[at]), _reason(like, at))
        for at in best
        if chr(codes[at]) not in _NUMERALS or typed not in _NUMERALS
    ]


def _sides(
    units: Sequence[Unit], doubt: Doubt, evidence: Evidence
) -> Iterator[tuple[Fillings, int]]:
    """For each neighbour the characters that stand next to it, and letters with the typed one."""
    typed = units[doubt.place].term
    if doubt.place > doubt.first:
        left = units[doubt.place - 1].term
        yield evidence.fillings(left, ""), evidence.pairs((left + typed,))[0]
    if doubt.place + 1 < doubt.end:
        right = units[doubt.place + 1].term
        yield evidence.fillings("", right), evidence.pairs((typed + right,))[0]


def _likeness_gain(like: Likeness) -> NDArray[np.float64]:
    nearly = np.where(like.nearly_sounds, CHINESE.nearly_sounds, CHINESE.unlike)
    return np.where(like.sounds, 0.0, np.where(like.looks, CHINESE.looks, nearly))


def _reason(like: Likeness, at: int) -> Reason:
    if like.sounds[at]:
        return "sound"
    if like.looks[at]:
        return "shape"
    return "sound" if like.nearly_sounds[at] else "character"


def _fit(
    units: Sequence[Unit],
    doubt: Doubt,
    character: str,
    evidence: Evidence,
    words: WordList,
    *,
    strictly: bool = False,
) -> float:
    """For and against a character, by the passages of letters and the words that it makes."""
    gain = CHINESE.is_word * _makes_word(units, doubt, character, words)
    for step in (-1, 1):
        reached, is_end = _reach(units, doubt.place, character, step, evidence, strictly=strictly)
        gain += CHINESE.extends * max(reached - 1, 0) + CHINESE.ends * is_end
    if doubt.first < doubt.place < doubt.end - 1:
        around = units[doubt.place - 1 : doubt.place + 2]
        gain += CHINESE.no_passage * (not evidence.holds(around, 1, character, strictly=strictly))
    return gain


def _reach(
    units: Sequence[Unit],
    place: int,
    character: str,
    step: int,
    evidence: Evidence,
    *,
    strictly: bool,
) -> tuple[int, bool]:
    """How many units to one side belong to a passage, and whether it ends before the query does."""
    for count in range(1, REACH + 1):
        far = place + step * count
        if not 0 <= far < len(units):
            return count - 1, False
        passage = units[min(place, far) : max(place, far) + 1]
        if passage[-1].position - passage[0].position != count:
            return count - 1, False
        at = count if step < 0 else 0
        if not evidence.holds(passage, at, character, strictly=strictly):
            return count - 1, True
    return REACH, False


def _makes_word(units: Sequence[Unit], doubt: Doubt, character: str, words: WordList) -> bool:
    """Whether the character is part of a longer word with those around it."""
    text = "".join(unit.term for unit in units[doubt.first : doubt.end])
    at = doubt.place - doubt.first
    text = text[:at] + character + text[at + 1 :]
    return any(
        words.has_chinese(text[first : first + size])
        for size in range(2, _LONGEST_WORD + 1)
        for first in range(max(0, at - size + 1), min(at, len(text) - size) + 1)
    )
