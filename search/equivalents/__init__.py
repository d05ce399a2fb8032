"""Equivalents: what typed words say that letters may say otherwise, and all the ways to say it.

Owns dates and numbers of initiatives in both languages, and the names of one thing in the groups
of a glossary. They find more letters, never fewer. Must not know of weights, needles and pages.
"""

from search.equivalents.names import way_of
from search.equivalents.recognising import Recogniser
from search.equivalents.said import Said
from search.equivalents.synonyms import Synonyms, keyed

__all__ = ["Recogniser", "Said", "Synonyms", "keyed", "way_of"]
