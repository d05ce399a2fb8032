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
from index.analysis.numbering import Numbering
from index.analysis.segmenter import Segmenter
from index.analysis.tables import HAN

LONGEST_RUN: Final = 512  # characters given to a segmenter as one run: jieba's time is quadratic
SPACE: Final = " "


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
    joined = np.full(int(place[-1]) + 1, ord(SPACE), np.uint32)
    joined[place] = ground.code[han]
    numbering = Numbering()
    numbering.number(SPACE)
    number = numbering.number(segmenter.cut(decode(joined)))
    term = number[number > 0] - np.int32(1)
    vocabulary = numbering.strings()[1:]
    length = np.fromiter(map(len, vocabulary), np.int64, len(vocabulary))[term]
    end = np.cumsum(length)
    return Words(
        vocabulary=vocabulary,
        term=term,
        first=han[end - length],
        last=han[end - 1],
    )


def _run_starts(ground: Ground) -> NDArray[np.bool_]:
    """Units that are not linked to a Han character that segmenters know."""
    starts = ~ground.units.link
    starts[1:] |= ground.units.kind[:-1] != HAN
    return starts
