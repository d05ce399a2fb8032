"""Similar letters: those that share the most telling words of a letter.

Owns which words of a letter tell it from others. Must not know pages, and of scoring only what
engines tell.
"""

from search.similar.find_similar import (
    SimilarHit,
    SimilarLetters,
    alike,
    similar,
)
from search.similar.telling import TellingTerm, telling_terms

__all__ = [
    "SimilarHit",
    "SimilarLetters",
    "TellingTerm",
    "alike",
    "similar",
    "telling_terms",
]
