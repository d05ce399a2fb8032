"""English stems: the one place that knows the stemmer.

The stemmer is the library's own Python code even where a faster one is installed, since two
versions of the rules in one index would hide letters.
"""

import functools
import importlib
import importlib.util
import sys
import threading
from types import ModuleType
from typing import TYPE_CHECKING, Final

from index.analysis.versions import installed_version

if TYPE_CHECKING:
    from snowballstemmer.english_stemmer import EnglishStemmer

REMEMBERED_STEMS: Final = 1 << 16  # words, some 10 MB; English letters rarely use more

_LIBRARY: Final = "snowballstemmer"
_ALONE: Final = "index.analysis.snowball"  # the library under a name of its own

_one_at_a_time = threading.Lock()


@functools.cache
def _stemmer() -> "EnglishStemmer":
    """The stemmer, imported alone: its package imports those of 36 languages, which takes 20 ms."""
    spec = importlib.util.find_spec(_LIBRARY)
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ModuleNotFoundError(f"No module named {_LIBRARY!r}", name=_LIBRARY)
    package = ModuleType(_ALONE)
    package.__path__ = list(folders)
    sys.modules[_ALONE] = package
    return importlib.import_module(f"{_ALONE}.english_stemmer").EnglishStemmer()


def stemmer_version() -> str:
    """The version of the stemmer, for the stamp of an index."""
    return installed_version(_LIBRARY) or ""


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
