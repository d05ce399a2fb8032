"""Names that no dictionary has, found in the collection by their sound: 弗雷斯诺 is Fresno.

Chinese writes foreign names with some hundred characters by their sound, and English writes Chinese
names in pinyin. Both ways, what is found is a name that stands in some letter. Knows nothing of
queries and scores.
"""

from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import Final, NamedTuple

import numpy as np

from search.ranking import TEXT_BIGRAMS, TEXT_UNITS
from search.translation.dictionary import Dictionary
from search.translation.holdings import Holdings
from search.translation.sounds import Sounds, consonants, of_latin, syllables
from search.translation.stems import stem_of
from search.translation.words import Rendering

# Learned on one half of two judged sets (612 queries each), confirmed on the other, 2026-01.
NEAR: Final = 0.2  # distance by consonant up to which two sounds may be the same name
_NEAR_CHINESE: Final = 0.3  # of Chinese names, which are checked to stand in a letter
_KNOWN_WORD: Final = 0.2  # added to the distance of words that a dictionary has
_AS_NEAR: Final = 0.12  # renderings this much farther than the nearest are kept
_KEPT: Final = 4

_LETTERS: Final = range(3, 15)  # letters of an English name
_TERMS: Final = 20_000  # of one first letter, at most
_FIRST: Final = {
    "P": "bpvw", "M": "m", "F": "fvpw", "T": "dt", "N": "n", "L": "lr", "K": "kcgqhx",
    "H": "hgjfw", "J": "jgczqxst", "S": "szcxjt", "W": "wvuoh", "Y": "yijeua",
    **dict.fromkeys("aeiou", "aeiouhwy"),
}  # fmt: skip

_SYLLABLES: Final = 8  # of an English name
_BEAM: Final = 32  # beginnings of a Chinese name followed at a time
_CHOICES: Final = 20  # characters tried for a syllable
_UNLIKE: Final = 0.5  # cost of a character for a syllable, at most
_WRITTEN: Final = 0.67  # characters a syllable that a Chinese name has at least
_CHECKED: Final = 16  # Chinese names looked up
_UNWRITTEN: Final = {"R": 0.25, "H": 0.3, "L": 0.35, "W": 0.35, "T": 0.35, "Y": 0.35}
_UNWRITTEN_VOWEL: Final = 0.15


class _Spoken(NamedTuple):
    """Terms with their sounds."""

    terms: tuple[str, ...]
    sounds: Sounds


class Names:
    """Seeks names of one language in a collection's letters of the other. Safe for threads."""

    def __init__(self, dictionary: Dictionary, holdings: Holdings) -> None:
        self._dictionary, self._holdings = dictionary, holdings
        self._lock = Lock()
        self._spoken: dict[str, _Spoken] = {}
        self._characters: dict[str, str] | None = None
        self.english = lru_cache(1024)(self._english)
        self.chinese = lru_cache(1024)(self._chinese)
        self._choices = lru_cache(1024)(self._choices_for)

    @property
    def characters(self) -> dict[str, str]:
        """The characters that foreign names are written with, and their sounds."""
        if self._characters is None:
            self._characters = self._dictionary.name_characters()
        return self._characters

    def pinyin(self, characters: str) -> tuple[Rendering, ...]:
        """A Chinese name in pinyin, in one word or in several, if a letter has it so.

        The surname is written apart from the rest: Zhong Nanshan.
        """
        read = [self._dictionary.pinyin(character) for character in characters]
        if not all(read) or len(read) < 2:
            return ()
        written = dict.fromkeys(
            (f"{read[0]} {''.join(read[1:])}", f"{''.join(read[1:])} {read[0]}", "".join(read))
        )
        return tuple(Rendering(name, 1.0) for name in written if self._holdings.holds(name))

    def _english(self, characters: str) -> tuple[Rendering, ...]:
        """English words of the collection that sound like a Chinese name, nearest first."""
        sound = "".join(self.characters.get(character, "") for character in characters)
        if consonants(sound) < 2:
            return ()
        found = []
        for letter in _FIRST[sound[0]]:
            spoken = self._beginning(letter)
            distances = spoken.sounds.distances(sound)
            for place in np.flatnonzero(distances <= NEAR).tolist():
                term = spoken.terms[place]
                known = _KNOWN_WORD if self._dictionary.chinese(stem_of(term)) else 0.0
                found.append((float(distances[place]) + known, term))
        return _nearest([(distance, term) for distance, term in found if distance <= NEAR])

    def _beginning(self, letter: str) -> _Spoken:
        """The Latin words of the collection with a first letter; kept once they were needed."""
        with self._lock:
            known = self._spoken.get(letter)
            if known is None:
                terms = tuple(
                    term
                    for term in self._holdings.beginning(TEXT_UNITS, letter, _TERMS)
                    if len(term) in _LETTERS and term.isascii() and term.isalpha()
                )
                known = self._spoken[letter] = _Spoken(terms, Sounds([*map(of_latin, terms)]))
            return known

    def _chinese(self, word: str) -> tuple[Rendering, ...]:
        """Chinese names in the collection's letters that sound like a Latin word."""
        if len(word) not in _LETTERS or not (word.isascii() and word.isalpha()):
            return ()
        sound = of_latin(word)
        parts = syllables(sound)
        if not 2 <= len(parts) <= _SYLLABLES:
            return ()
        whole = max(consonants(sound), 1)
        least = max(2.0, _WRITTEN * len(parts))
        found = sorted(
            (cost / whole, name)
            for name, cost in self._spellings(parts, _NEAR_CHINESE * whole)
            if len(name) >= least
        )
        return _nearest([one for one in found[:_CHECKED] if self._holdings.holds(one[1])])

    def _spellings(self, parts: tuple[str, ...], most: float) -> list[tuple[str, float]]:
        """Names whose neighbouring characters stand so in letters, with their costs."""
        beginnings = {"": 0.0}
        for part in parts:
            longer: dict[str, float] = {}
            for name, cost in beginnings.items():
                for added, more in self._next(name, part):
                    if cost + more <= most:
                        longer[name + added] = min(cost + more, longer.get(name + added, most))
            ranked = sorted(longer.items(), key=lambda one: one[1] - 0.3 * len(one[0]))
            beginnings = dict(ranked[:_BEAM])
        return list(beginnings.items())

    def _next(self, name: str, part: str) -> Iterator[tuple[str, float]]:
        unwritten = _UNWRITTEN_VOWEL if part.islower() else _UNWRITTEN.get(part)
        if unwritten is not None:
            yield "", unwritten
        for character, cost in self._choices(part):
            if not name or self._holdings.frequency(TEXT_BIGRAMS, name[-1] + character):
                yield character, cost

    def _choices_for(self, part: str) -> tuple[tuple[str, float], ...]:
        """The characters for a syllable, the likeliest first."""
        characters = tuple(self.characters)
        costs = Sounds([*self.characters.values()]).costs(part)
        order = np.argsort(costs, kind="stable")[:_CHOICES].tolist()
        return tuple((characters[i], float(costs[i])) for i in order if costs[i] <= _UNLIKE)


def _nearest(found: list[tuple[float, str]]) -> tuple[Rendering, ...]:
    if not found:
        return ()
    best = min(found)[0]
    near = [(distance, name) for distance, name in sorted(found) if distance <= best + _AS_NEAR]
    return tuple(Rendering(name, 1 - 2 * distance) for distance, name in near[:_KEPT])
