"""Runs of words that begin with the same two Han characters, by how these are read.

    pair_keys    first syllable << 16 | second syllable of each run, ascending
    pair_firsts, pair_ends     the run: places among the sorted words
    pair_ranks   the best rank of the strings of each run

The runs of one syllable or of syllables that start alike are neighbours. The second syllable is 0
where no Han character follows. See `Readings` for numbers.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.readings import load_readings
from index.columns.layout import ArrayWriter
from index.columns.runs import narrowest

BITS: Final = 16  # of a syllable
WIDTH: Final = 3  # bytes of a Han character; the third one decides how some seconds are read
_LOOK: Final = 3  # characters


def write_pairs(
    writer: ArrayWriter,
    name: str,
    text: NDArray[np.uint8],
    words: NDArray[np.int64],
    ranks: NDArray[np.uint32],
) -> None:
    """Write the runs of sorted words; `ranks` are those of their strings."""
    han = np.flatnonzero((text[words] & 0xF0) == 0xE0)
    codes = characters(text, words[han], _LOOK)
    readings = load_readings()
    read = readings.of_rows(codes)
    known = read[:, 0] > 0
    han, codes, read = han[known], codes[known], read[known]
    keys = read[:, 0].astype(np.uint32) << np.uint32(BITS) | read[:, 1]
    firsts = _beginnings(han, codes, read)
    ends = np.append(firsts[1:], len(han))[: len(firsts)]
    best = np.minimum.reduceat(ranks[han], firsts) if len(firsts) else ranks[:0]
    order = np.argsort(keys[firsts], kind="stable")
    writer.add(f"{name}/pair_keys", keys[firsts][order])
    writer.add(f"{name}/pair_firsts", narrowest(han[firsts][order]))
    writer.add(f"{name}/pair_ends", narrowest(han[ends - 1][order] + 1))
    writer.add(f"{name}/pair_ranks", best[order])


def characters(text: NDArray[np.uint8], at: NDArray[np.int64], count: int) -> NDArray[np.uint32]:
    """So many characters from each place, as columns; 0 for those that have not three bytes.

    After such a one all are 0. The last byte of `text` is a zero.
    """
    if len(text) <= WIDTH:
        return np.zeros((len(at), count), np.uint32)
    fours: NDArray[np.uint32] = np.ndarray((len(text) - WIDTH,), "<u4", text, strides=(1,))
    places = at[:, None] + WIDTH * np.arange(count)
    four = fours[np.minimum(places, len(fours) - 1)]
    has_three = (four & 0xF0) == 0xE0  # the first of three bytes
    if count > 1:
        has_three = np.logical_and.accumulate(has_three, axis=1)
    codes: NDArray[np.uint32] = (four & 0x0F) << 12 | (four >> 2) & 0xFC0 | (four >> 16) & 0x3F
    codes *= has_three
    return codes


def _beginnings(
    han: NDArray[np.int64], codes: NDArray[np.uint32], read: NDArray[np.uint16]
) -> NDArray[np.int64]:
    """Where runs begin: other characters, read otherwise, or not next to the word before."""
    begins = np.ones(len(han), bool)
    begins[1:] = (codes[1:, :2] != codes[:-1, :2]).any(axis=1)
    begins[1:] |= (read[1:, :2] != read[:-1, :2]).any(axis=1)
    begins[1:] |= han[1:] != han[:-1] + 1
    return np.flatnonzero(begins)
