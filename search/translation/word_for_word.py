"""Single words of a letter as letters of the other language may say them: the dictionary alone.

Quick beside the translation of a query: no phrases, no names by their sound, no words of the same
root. Knows nothing of plans and of scores.
"""

from collections.abc import Iterable
from typing import Final

from index import Column
from index.analysis import is_unspaced
from search.ranking import TEXT_BIGRAMS, TEXT_WORDS
from search.translation.bilingual import Bilingual
from search.translation.stems import stems_that_say

RENDERINGS: Final = 6  # of a word, the likeliest
Rendered = dict[Column, tuple[str, ...]]


def rendered(term: str, languages: Bilingual) -> Rendered:
    """The terms of the other language for a term of the view of words, by their column.

    A phrase is represented by its rarest word. Only terms that some letter has, the likeliest
    first; none for a word that the dictionary does not know.
    """
    if is_unspaced(term):
        heads = (_rarest(one.text, languages) for one in languages.english(term)[:RENDERINGS])
        return _by_column((TEXT_WORDS, head) for head in heads if head)
    found = ((_column(one.text), one.text) for one in languages.chinese(term)[:RENDERINGS])
    frequency = languages.holdings.frequency
    return _by_column((column, text) for column, text in found if frequency(column, text))


def _column(text: str) -> Column:
    """Where a Chinese word is found wherever words begin: a pair of characters is a bigram."""
    return TEXT_BIGRAMS if len(text) == len("口罩") else TEXT_WORDS


def _rarest(phrase: str, languages: Bilingual) -> str | None:
    stems = stems_that_say(phrase)
    held = {stem: n for stem in stems if (n := languages.holdings.frequency(TEXT_WORDS, stem))}
    return min(held, key=lambda stem: held[stem]) if held else None


def _by_column(found: Iterable[tuple[Column, str]]) -> Rendered:
    columns: dict[Column, dict[str, None]] = {}
    for column, term in found:
        columns.setdefault(column, {})[term] = None
    return {column: tuple(terms) for column, terms in columns.items()}
