"""The folding table: what each code point folds to, and of what kind the result is.

The table is data made by `make_tables` from Unicode 14.0 and read here once, so that an index
made under one version of Python is right under another. Knows nothing of texts.
"""

import functools
import hashlib
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

TABLE_FILE: Final = Path(__file__).parent / "data" / "folding.npz"
CODE_POINTS: Final = 0x110000
COMMON: Final = 0x20000  # texts seldom have others: the table of these takes a tenth of the time

# An entry of the table: the folded code point, its kind, and what folding does with the source.
CODE_MASK: Final = 0x1FFFFF
KIND_SHIFT: Final = 21
KIND_MASK: Final = 0x1F
EXTENDS: Final = 1 << 29  # may compose with the character before it
ACTION_SHIFT: Final = 30

REPLACE: Final = 0  # one character folds to one, whatever its neighbours are
DROP: Final = 1  # nothing is left: a format character
ATTACH: Final = 2  # nothing is left, but it belongs to the character before: an accent
CLUSTER: Final = 3  # folds to several, or together with the character before
SPECIAL: Final = EXTENDS  # an entry from here on is not a plain replacement

# Kinds of folded characters. Up to POINT they stand between units, from LETTER on in units,
# from SYMBOL on each is a unit of its own, from HAN on neighbours form bigrams.
OTHER: Final = 0
SPACE: Final = 1
NEWLINE: Final = 2
SENTENCE_END: Final = 3
JOINER: Final = 4  # hyphens and low lines, as in COVID-19
APOSTROPHE: Final = 5
POINT: Final = 6  # comma and full stop, as in 1,000.5
LETTER: Final = 8
DIGIT: Final = 9
SYMBOL: Final = 10  # emoji and their like
HAN: Final = 11  # U+4E00-U+9FD5, of which the dictionaries of segmenters make words
RARE_HAN: Final = 12
HIRAGANA: Final = 13
KATAKANA: Final = 14
HANGUL: Final = 15
UNSPACED: Final = 16  # Thai, Lao, Khmer, Myanmar: letters of words without spaces between


def entries_of(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The packed entry of each code point."""
    return _entries(COMMON if codes.max(initial=0) < COMMON else CODE_POINTS)[codes]


def entry_of(character: str) -> int:
    """The packed entry of one character."""
    code = ord(character)
    return int(_entries(COMMON if code < COMMON else CODE_POINTS)[code])


@functools.cache
def digest() -> str:
    """A name for the content of the table."""
    return hashlib.sha256(TABLE_FILE.read_bytes()).hexdigest()[:16]


@functools.cache
def expansions() -> dict[str, str]:
    """The folded text of each character that folds to several."""
    arrays = _arrays()
    return _expansions(arrays["expanding"], arrays["expanded_length"], arrays["expanded"])


@functools.cache
def _entries(size: int) -> NDArray[np.uint32]:
    """The entries of the first code points; four bytes each."""
    arrays = _arrays()
    ends = np.minimum(np.cumsum(arrays["kind_length"], dtype=np.int64), size)
    kinds = arrays["kind"].astype(np.uint32) << np.uint32(KIND_SHIFT)
    entries = np.repeat(kinds, np.diff(ends, prepend=0))
    entries |= np.arange(size, dtype=np.uint32)
    known = int(np.searchsorted(arrays["code"], size))
    entries[arrays["code"][:known]] = arrays["entry"][:known]
    return entries


@functools.cache
def _arrays() -> dict[str, NDArray[Any]]:
    """What is in the file; `code` ascends."""
    with np.load(TABLE_FILE, allow_pickle=False) as file:
        return dict(file)


def _expansions(
    codes: NDArray[np.uint32], lengths: NDArray[np.uint8], expanded: NDArray[np.uint32]
) -> dict[str, str]:
    """What each of `codes` folds to: slices of `expanded`, one after the other."""
    folded = "".join(map(chr, expanded.tolist()))
    ends = np.cumsum(lengths, dtype=np.int64).tolist()
    starts = [0, *ends[:-1]]
    return {chr(c): folded[a:b] for c, a, b in zip(codes.tolist(), starts, ends, strict=True)}
