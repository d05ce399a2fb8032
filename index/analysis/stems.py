"""English stems: the one place that knows the stemmer.

The stemmer is the library's own Python code even where a faster one is installed, since two
versions of the rules in one index would hide letters.
"""

import functools
import importlib.metadata
import threading
from typing import Final

from snowballstemmer.english_stemmer import EnglishStemmer

REMEMBERED_STEMS: Final = 1 << 16  # words, some 10 MB; English letters rarely use more

_one_at_a_time = threading.Lock()


@functools.cache
def _stemmer() -> EnglishStemmer:
    return EnglishStemmer()


def stemmer_version() -> str:
    """The version of the stemmer, for the stamp of an index."""
    return importlib.metadata.version("snowballstemmer")


@functools.lru_cache(maxsize=REMEMBERED_STEMS)
def stem(word: str) -> str:
    """The stem of an English word; what is no such word stays as it is.

    >>> [stem(w) for w in ("proposals", "covid19", "口罩", "москва")]
    ['propos', 'covid19', '口罩', 'москва']
    """
    if not (word.isascii() and word.isalpha()):
        return word
    with _one_at_a_time:
        result: str = _stemmer().stemWord(word)
    return result
