"""Whether a Chinese name may be an English one's: by their words alone, in any order."""

from typing import Final

from index import View
from search.translation.bilingual import Bilingual
from search.translation.stems import stem_of, stems_that_say

ENOUGH: Final = 0.5  # of the words of the English name that the Chinese one says


def may_translate(chinese: str, english: str, languages: Bilingual) -> bool:
    """Whether half of the English words, but for those of grammar, are said in the Chinese name."""
    wanted = set(stems_that_say(english))
    words = (token.term for token in languages.tokens_of(chinese) if token.view is View.WORDS)
    said = {
        stem_of(word)
        for term in words
        for rendering in languages.english(term)
        for word in rendering.text.split()
    }
    return bool(wanted) and len(wanted & said) >= ENOUGH * len(wanted)
