"""What of a letter is compared with another one: its words, and what translations leave as it is.

Knows one letter as a collection sees it: which of its words are telling there.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from corpus import Letter
from index import View, is_unspaced
from index.analysis import Analysis, analyse
from search.collection import Collection
from search.similar import TellingTerm, telling_terms
from search.translation import Rendered, rendered

LONGEST: Final = 20_000  # characters of a body that are looked at: its beginning
WORDS: Final = 12  # telling words that are translated: 25 find no more and take twice as long
SHINGLE: Final = 4  # units in a row
_NUMBER: Final = re.compile(r"\d{2,}$")
_NAME: Final = re.compile(r"[a-z][a-z0-9]+$")
_ACRONYM: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z0-9]{1,15}(?![A-Za-z0-9])")


@dataclass(frozen=True)
class Profile:
    """A letter ready to be compared; it need not be in the collection."""

    letter: Letter
    collection: Collection

    @property
    def is_english(self) -> bool:
        """Whether it is in English alone."""
        return self.letter.languages == ("en",)

    @property
    def is_bilingual(self) -> bool:
        """Whether it is in Chinese and English."""
        return not self.is_english and "en" in self.letter.languages

    @property
    def length(self) -> int:
        """Characters of its body."""
        return self.letter.body.end - self.letter.body.start

    @property
    def first_items(self) -> int:
        """How many initiatives of the first level it has."""
        return sum(initiative.level == 1 for initiative in self.letter.initiatives)

    @cached_property
    def text(self) -> str:
        """The body's beginning."""
        start, end = self.letter.body.start, self.letter.body.end
        return self.letter.searchable[start : min(end, start + LONGEST)]

    @cached_property
    def terms(self) -> dict[View, frozenset[str]]:
        """The terms of its text by view."""
        every = {view: self._analysis.view(view) for view in View}
        return {
            view: frozenset(columns.vocabulary[number] for number in set(columns.term.tolist()))
            for view, columns in every.items()
        }

    @cached_property
    def keys(self) -> frozenset[str]:
        """Units that a translation keeps: numbers of two digits or more, names in Latin letters.

        Of an English letter only acronyms count as names.
        """
        units = self.terms[View.UNITS]
        numbers = {unit for unit in units if _NUMBER.match(unit)}
        if not self.is_english:
            return frozenset(numbers | {unit for unit in units if _NAME.match(unit)})
        acronyms = {found.lower() for found in _ACRONYM.findall(self.text)}
        return frozenset(numbers | (acronyms & units))

    @cached_property
    def telling(self) -> tuple[TellingTerm, ...]:
        """Its telling terms, the most telling first."""
        found = self.collection
        snapshot = found.snapshot
        return telling_terms(self.letter, snapshot.count, found.engine, snapshot.segmenter)

    @cached_property
    def rendered(self) -> tuple[Rendered, ...]:
        """Its most telling words in the other language, those that the dictionary knows."""
        own = [term.term for term in self.telling if self._is_own_word(term)][:WORDS]
        found = (rendered(term, self.collection.languages) for term in own)
        return tuple(one for one in found if one)

    @cached_property
    def shingles(self) -> frozenset[tuple[int, ...]]:
        """All runs of units, as the numbers of these in the letter's hashes."""
        columns = self._analysis.units
        hashes = {n: hash(columns.vocabulary[n]) for n in set(columns.term.tolist())}
        units = [hashes[number] for number in columns.term.tolist()]
        return frozenset(zip(*(units[at:] for at in range(SHINGLE)), strict=False))

    @cached_property
    def _analysis(self) -> Analysis:
        return analyse((self.text,), self.collection.snapshot.segmenter)

    def _is_own_word(self, term: TellingTerm) -> bool:
        return term.view is View.WORDS and (self.is_english or is_unspaced(term.term))
