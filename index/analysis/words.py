"""The words of Han runs: where each begins and ends among the units.

Owns how runs are joined and given to the segmenter, many at a time; does not know which
segmenter it is.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.folding import decode
from index.analysis.ground import Ground, cap_runs
from index.analysis.numbering import FEW, Numbering, keys_at, number_keys
from index.analysis.segmenter import Segmenter
from index.analysis.tables import HAN

KEY_LENGTH: Final = 4  # characters in a key; longer words get numbers, which are below all keys
LONGEST_RUN: Final = 512  # characters given to a segmenter as one run: jieba's time is quadratic
SPACE: Final = np.uint32(ord(" "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words in order: each has its number in the vocabulary and its first and last unit."""

    vocabulary: list[str]
    term: NDArray[np.int32]
    first: NDArray[np.int64]
    last: NDArray[np.int64]


def cut_words(ground: Ground, segmenter: Segmenter) -> Words:
    """The words of all runs of Han characters; every such character is in exactly one word."""
    han = np.flatnonzero(ground.units.kind == HAN)
    if not len(han):
        return Words(vocabulary=[], term=np.zeros(0, np.int32), first=han, last=han)
    breaks = _run_starts(ground)[han]
    cap_runs(breaks, longest=LONGEST_RUN)
    place = np.arange(len(han)) + np.cumsum(breaks)  # a space stands before each run
    joined = np.full(int(place[-1]) + 1, SPACE, np.uint32)
    joined[place] = ground.code[han]
    pieces = segmenter.cut(decode(joined))
    length = np.fromiter(map(len, pieces), np.int64, len(pieces))
    start = np.cumsum(length) - length
    words = np.flatnonzero(joined[start] != SPACE)
    start, length = start[words], length[words]
    if len(words) <= FEW:
        few = Numbering()
        term, vocabulary = few.number(pieces[at] for at in words.tolist()), few.strings()
    else:
        keys = _keys(joined, start, length)
        long = np.flatnonzero(length > KEY_LENGTH)
        keys[long] = Numbering().number(pieces[at] for at in words[long].tolist())
        numbered = number_keys(keys)
        term, vocabulary = numbered.number, [pieces[at] for at in words[numbered.place].tolist()]
    end = np.cumsum(length)
    return Words(vocabulary=vocabulary, term=term, first=han[end - length], last=han[end - 1])


def _keys(
    codes: NDArray[np.uint32], start: NDArray[np.int64], length: NDArray[np.int64]
) -> NDArray[np.uint64]:
    """The first four characters of each word; Han characters that segmenters know have 16 bits."""
    narrow = np.append(codes.astype(np.uint16), np.zeros(KEY_LENGTH, np.uint16))
    return keys_at(narrow, start, length)


def _run_starts(ground: Ground) -> NDArray[np.bool_]:
    """Units that are not linked to a Han character that segmenters know."""
    starts = ~ground.units.link
    starts[1:] |= ground.units.kind[:-1] != HAN
    return starts
