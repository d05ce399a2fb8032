"""Words of an English query with what Chinese letters call them.

Several words that the dictionary has as one are one; names are sought by their sound. Knows
nothing of columns and scores.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from index import Token, View
from index.analysis import fold
from search.ranking import REQUEST_WEIGHT
from search.translation.bilingual import Bilingual
from search.translation.glossary import stems_of
from search.translation.stems import stem_of
from search.translation.words import Rendering, Word
from search.vocabulary import function_words, request_words

LONGEST: Final = 64  # words of a query that are translated
_JOINED: Final = 5  # words that one of the dictionary may span
_SURE: Final = 0.8  # share of a name that is so near that words of its root are not asked
_NAME: Final = 4  # letters of a name that is sought at least


def phrase_to_chinese(text: str, languages: Bilingual) -> tuple[Word, ...]:
    """The whole text as one word, if the dictionary has it, or else its words."""
    if renderings := languages.chinese(stems_of(fold(text).text)):
        return (Word(text, renderings),)
    return to_chinese(text, languages)


class _Unit(NamedTuple):
    """A Latin word or a number of the query."""

    term: str
    stem: str
    token: Token


def to_chinese(text: str, languages: Bilingual) -> tuple[Word, ...]:
    """The words of a query that say something, in order."""
    units = [
        _Unit(token.term, stem_of(token.term), token)
        for token in languages.tokens_of(text)
        if token.view is View.UNITS
    ]
    return tuple(_words(text, units[: 4 * LONGEST], languages))[:LONGEST]


def _words(text: str, units: Sequence[_Unit], languages: Bilingual) -> Iterator[Word]:
    grammar = function_words()
    place = 0
    while place < len(units):
        unit = units[place]
        if unit.token.is_han:
            place += 1
            continue
        count, renderings = _longest(units, place, languages)
        if not count:
            count = 1
            if unit.term in grammar or unit.stem in grammar:
                place += 1
                continue
            renderings, is_name = _unknown(unit, languages)
        else:
            is_name = False
        run = units[place : place + count]
        typed = text[run[0].token.start : run[-1].token.end]
        weight = REQUEST_WEIGHT if all(u.stem in request_words() for u in run) else 1.0
        kept = unit.stem if count == 1 else ""
        yield Word(typed, renderings, kept=kept, weight=weight, is_name=is_name)
        place += count


def _longest(
    units: Sequence[_Unit], place: int, languages: Bilingual
) -> tuple[int, tuple[Rendering, ...]]:
    """How many words from here the dictionary has as one, and what it calls them."""
    grammar = function_words()
    for count in range(min(_JOINED, len(units) - place), 0, -1):
        run = units[place : place + count]
        ends = (run[0].term, run[-1].term)
        if any(unit.token.is_han for unit in run) or not grammar.isdisjoint(ends):
            continue
        if count == 1 and ends[0].isdigit():
            continue  # numbers are written alike
        if any(b.token.position - a.token.position > 1 for a, b in pairwise(run)):
            continue
        if renderings := languages.chinese(" ".join(unit.stem for unit in run)):
            return count, renderings
    return 0, ()


def _unknown(unit: _Unit, languages: Bilingual) -> tuple[tuple[Rendering, ...], bool]:
    """Renderings of a word that no dictionary has: as a name or by its root."""
    names = languages.names.chinese(unit.term) if len(unit.term) >= _NAME else ()
    if names and names[0].share >= _SURE:
        return names, True
    if related := languages.related_chinese(unit.stem):
        return related, False
    return names, bool(names)
