"""The words of Han runs: where each begins and ends among the units.

Owns how runs are joined and given to the segmenter, many at a time; does not know which
segmenter it is.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.fold import decode
from index.analysis.ground import Ground, Spans
from index.analysis.segmenter import Segmenter
from index.analysis.tables import HAN

LONGEST_RUN: Final = 512  # characters given to a segmenter as one run: jieba's time is quadratic
SPACE: Final = " "


def cut_words(ground: Ground, segmenter: Segmenter) -> Spans:
    """The words of all runs of Han characters; every such character is in exactly one word."""
    kind = ground.units.kind
    han = np.flatnonzero(kind == HAN)
    breaks = ~(ground.link[han] & (kind[han - 1] == HAN))
    _break_long_runs(breaks)
    place = np.arange(len(han)) + np.cumsum(breaks)  # a space stands before each run
    joined = np.full(int(place[-1]) + 1 if len(place) else 0, ord(SPACE), np.uint32)
    joined[place] = ground.codes_of(han)
    words = segmenter.cut(decode(joined))
    length = np.fromiter(map(len, words), np.int64, len(words))
    end = np.cumsum(length)
    start = end - length
    is_word = joined[start] != ord(SPACE)
    unit = np.empty(len(joined), np.int64)
    unit[place] = han
    return Spans(
        written=[word for word in words if word != SPACE],
        first=unit[start[is_word]],
        last=unit[end[is_word] - 1],
    )


def _break_long_runs(breaks: NDArray[np.bool_]) -> None:
    """Begins a new run after `LONGEST_RUN` characters, in place."""
    heads = np.flatnonzero(breaks)
    ends = np.append(heads[1:], len(breaks))
    long = np.flatnonzero(ends - heads > LONGEST_RUN)
    for a, b in zip(heads[long].tolist(), ends[long].tolist(), strict=True):
        breaks[a:b:LONGEST_RUN] = True
