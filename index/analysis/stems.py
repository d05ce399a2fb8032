"""English stems: the one place that knows the stemmer.

The stemmer is Snowball's, compiled: it takes a sixtieth of the time of its own Python code.
"""

import functools
import threading
from typing import TYPE_CHECKING, Final

from index.analysis.versions import installed_version

if TYPE_CHECKING:
    import Stemmer

REMEMBERED_STEMS: Final = 1 << 16  # words, some 10 MB; English letters rarely use more

_one_at_a_time = threading.Lock()


@functools.cache
def _stemmer() -> "Stemmer.Stemmer":
    """The stemmer, without a memory of its own."""
    import Stemmer

    return Stemmer.Stemmer("english", 0)


def stemmer_version() -> str:
    """The version of the stemmer, for the stamp of an index."""
    return installed_version("pystemmer") or ""


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
