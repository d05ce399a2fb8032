"""All that is known of both languages and of one collection, asked in one place.

The glossary's names come before the dictionary's. Knows nothing of queries.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from index import Token
from search.translation.dictionary import Dictionary
from search.translation.glossary import Glossary
from search.translation.holdings import Holdings
from search.translation.names import Names
from search.translation.words import Rendering

_GLOSSARY_SHARE: Final = 0.8  # of the glossary's names where the dictionary has others
_RELATED_LEAST: Final = 5  # letters that related stems have in common at least
_RELATED_ENDS: Final = 3  # letters that a stem may have after these
_RELATED_WORDS: Final = 10
_RELATED_LONGER: Final = 4  # letters that one may be longer than the other


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Words of one language by those of the other, and how text becomes tokens here."""

    dictionary: Dictionary
    glossary: Glossary
    holdings: Holdings
    names: Names
    tokens_of: Callable[[str], tuple[Token, ...]]
    forms_of: Callable[[str], tuple[str, ...]]

    def english(self, word: str) -> tuple[Rendering, ...]:
        """English phrases for a folded Chinese word, likeliest first."""
        ours = self.glossary.english.get(word, ())
        others = _without(ours, self.dictionary.english(word))
        if not ours:
            return others
        last = ours[-1].share
        return (*ours, *(one._replace(share=last * one.share) for one in others))

    def chinese(self, stems: str) -> tuple[Rendering, ...]:
        """Chinese words for the stems of an English phrase, likeliest first."""
        ours = self.glossary.chinese.get(stems, ())
        others = _without(ours, self.dictionary.chinese(stems))
        if not ours:
            return others
        whole = sum(one.share for one in ours)
        rest = 1 - _GLOSSARY_SHARE
        return (
            *(one._replace(share=_GLOSSARY_SHARE * one.share / whole) for one in ours),
            *(one._replace(share=rest * one.share) for one in others),
        )

    def related_chinese(self, stem: str) -> tuple[Rendering, ...]:
        """Chinese words for stems of the same root: resumpt has those of resum."""
        if len(stem) < _RELATED_LEAST:
            return ()
        root = stem[: max(_RELATED_LEAST, len(stem) - _RELATED_ENDS)]
        found: dict[str, Rendering] = {}
        for other, words in self.dictionary.related(root):
            if abs(len(other) - len(stem)) <= _RELATED_LONGER:
                for one in words:
                    if one.text not in found or one.share > found[one.text].share:
                        found[one.text] = one
        ranked = sorted(found.values(), key=lambda one: -one.share)
        return tuple(ranked[:_RELATED_WORDS])


def _without(ours: tuple[Rendering, ...], others: tuple[Rendering, ...]) -> tuple[Rendering, ...]:
    known = {one.text for one in ours}
    return tuple(one for one in others if one.text not in known)
