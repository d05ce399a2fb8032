"""Translation: a query in Chinese to what finds English letters, and the reverse.

Owns the dictionary (CC-CEDICT, compiled once), the glossary, the sounds of names, and how
translated words are scored and marked. Must not know pages, and never touches the main ranking.
"""

from search.translation.agreeing import may_translate
from search.translation.bilingual import Bilingual
from search.translation.glossary import Concept, Glossary, UnusableGlossary, read_concepts
from search.translation.opening import dictionary_for, glossary_for, open_bilingual
from search.translation.translating import Translated, translate
from search.translation.word_for_word import Rendered, rendered

__all__ = [
    "Bilingual",
    "Concept",
    "Glossary",
    "Rendered",
    "Translated",
    "UnusableGlossary",
    "dictionary_for",
    "glossary_for",
    "may_translate",
    "open_bilingual",
    "read_concepts",
    "rendered",
    "translate",
]
