"""The folding table: what each code point folds to, and of what kind the result is.

The table is data made by `make_tables` from Unicode 14.0 and read here once, so that an index
made under one version of Python is right under another. Knows nothing of texts.
"""

import functools
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

TABLE_FILE: Final = Path(__file__).parent / "data" / "folding.npz"
CODE_POINTS: Final = 0x110000

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The folding table in memory, 4.4 MB.

    `entries` has one packed entry a code point; `expansions` gives the folded text of each
    character that folds to several; `digest` names the content of the file.
    """

    entries: NDArray[np.uint32]
    expansions: dict[str, str]
    digest: str


@functools.cache
def load_tables() -> Tables:
    """The table of `TABLE_FILE`, read at the first call."""
    raw = TABLE_FILE.read_bytes()
    with np.load(io.BytesIO(raw), allow_pickle=False) as file:
        kinds = file["kind"].astype(np.uint32) << np.uint32(KIND_SHIFT)
        entries = np.repeat(kinds, file["kind_length"])
        entries |= np.arange(CODE_POINTS, dtype=np.uint32)
        entries[file["code"]] = file["entry"]
        expansions = _expansions(file["expanding"], file["expanded_length"], file["expanded"])
    return Tables(
        entries=entries, expansions=expansions, digest=hashlib.sha256(raw).hexdigest()[:16]
    )


def _expansions(
    codes: NDArray[np.uint32], lengths: NDArray[np.uint8], expanded: NDArray[np.uint32]
) -> dict[str, str]:
    """What each of `codes` folds to: slices of `expanded`, one after the other."""
    folded = "".join(map(chr, expanded.tolist()))
    ends = np.cumsum(lengths, dtype=np.int64).tolist()
    starts = [0, *ends[:-1]]
    return {chr(c): folded[a:b] for c, a, b in zip(codes.tolist(), starts, ends, strict=True)}
