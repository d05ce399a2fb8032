"""Names of organisations as they are compared, and the marks by which names that agree are found.

Knows nothing of which names are one organisation's.
"""

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis import fold_texts

_ACRONYM_AFTER: Final = re.compile(r"\s*[（(][A-Z][A-Za-z&-]{0,12}[A-Z][)）]\s*$")
_ARTICLE: Final = "the "
_SPELLING_BITS: Final = 24  # of a mark; two ways to write a name have the same ones once in 2^24


def name_key(name: str) -> str:
    """What a name has in common with other spellings of it.

    >>> name_key("The Security  Identification Union (SIU)")
    'security identification union'
    """
    return name_keys((name,))[0]


def name_keys(names: Sequence[str]) -> list[str]:
    """The keys of many names, in a tenth of the time that one by one takes."""
    keys = [without_acronym(name).lower() for name in names]
    others = [at for at, key in enumerate(keys) if not key.isascii()]
    for at, folded in zip(others, fold_texts([keys[at] for at in others]), strict=True):
        keys[at] = folded
    return [_in_words(key) for key in keys]


def name_marks(names: Sequence[str]) -> NDArray[np.int64]:
    """A number for each name: the same above its lowest 24 bits where two have the same key.

    Those bits tell how it is spelled. That two keys of a million share their 40 bits has to be
    reckoned with, so keys are compared where it matters. The bits are those of BLAKE2b.
    """
    keys = [_bits(key) >> _SPELLING_BITS << _SPELLING_BITS for key in name_keys(names)]
    spelled = [_bits(name) & ((1 << _SPELLING_BITS) - 1) for name in names]
    return np.array(keys, np.int64) | np.array(spelled, np.int64)


def key_marks(marks: NDArray[np.int64]) -> NDArray[np.int64]:
    """What marks say of keys."""
    return marks >> _SPELLING_BITS


def without_acronym(name: str) -> str:
    """A name without its acronym in brackets; what else is in brackets sets it apart."""
    return (_ACRONYM_AFTER.sub("", name) or name) if ")" in name or "）" in name else name


def _in_words(key: str) -> str:
    plain = " ".join(key.split())
    return plain.removeprefix(_ARTICLE) or plain


def _bits(text: str) -> int:
    raw = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(raw, "big", signed=True)
