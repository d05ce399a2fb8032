"""Bare text: folded, without what stands between words; what is typed is compared with it.

Spaces and marks are gone, except that one space stands between two words of letters or digits:
“复工、复产” is 复工复产, "COVID-19" is "covid 19". Knows nothing of what is compared, or why.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis.folding import Folded, decode, fold_batch
from index.analysis.tables import DIGIT, LETTER

_SPACE = np.uint32(ord(" "))
_ASCII_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class BareBatch:
    """Bare texts in one array of code points: text `i` is `codes[begins[i] : begins[i + 1]]`.

    `starts` and `ends` are places in the source texts, laid one after the other with one place
    between; `source_begins` is where each begins.
    """

    codes: NDArray[np.uint32]
    begins: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    source_begins: NDArray[np.int64]


def bare(text: str) -> Folded:
    """The bare form of a text with the way back; never raises.

    >>> bare("“COVID-19”：復工、 復產！").text
    'covid 19复工复产'
    """
    return bare_each((text,))[0]


def bare_text(text: str) -> str:
    """The bare form of a text without the way back, which ASCII has at once."""
    return " ".join(_ASCII_WORD.findall(text.lower())) if text.isascii() else bare(text).text


def bare_each(texts: Sequence[str]) -> list[Folded]:
    """The bare forms of texts with the ways back, in a tenth of the time that one by one takes."""
    batch = bare_batch(texts)
    whole = decode(batch.codes)
    bounds, origins = batch.begins.tolist(), batch.source_begins.tolist()
    starts, ends = batch.starts.astype(np.int32), batch.ends.astype(np.int32)
    return [
        Folded(whole[first:end], starts[first:end] - origin, ends[first:end] - origin)
        for first, end, origin in zip(bounds, bounds[1:], origins, strict=False)
    ]


def bare_batch(texts: Sequence[str]) -> BareBatch:
    """The bare forms of texts; linear in their length."""
    folded = fold_batch(texts)
    kinds, codes = folded.kinds, folded.codes
    is_word = kinds >= LETTER
    is_spaced = is_word & (kinds <= DIGIT)
    gaps = np.flatnonzero(~is_word[:-1] & is_word[1:])  # the last place of each run of others
    words = np.flatnonzero(is_word)
    after = np.searchsorted(words, gaps)
    inside = after > 0
    gaps, after = gaps[inside], after[inside]
    before = words[after - 1]
    parts = is_spaced[before] & is_spaced[gaps + 1]
    parts &= np.searchsorted(folded.begins, before, "right") == np.searchsorted(
        folded.begins, gaps + 1, "right"
    )
    kept = is_word.copy()
    kept[gaps[parts]] = True
    places = np.flatnonzero(kept)
    bare_codes = codes[places]
    bare_codes[~is_word[places]] = _SPACE
    return BareBatch(
        codes=bare_codes,
        begins=np.searchsorted(places, folded.begins),
        starts=places if folded.starts is None else folded.starts[places],
        ends=places + 1 if folded.ends is None else folded.ends[places],
        source_begins=folded.source_begins,
    )
