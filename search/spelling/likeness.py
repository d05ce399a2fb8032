"""How like two Han characters are: in sound, and in shape.

The table has a row a character from FIRST to LAST, made by `make_tables` and mapped, so that
nothing is loaded before it is asked for. Its columns: up to four sounds, equal but for their last
bits where they are often mixed up; four corners; up to four parts. 0 stands for none.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

TABLE_FILE: Final = Path(__file__).parent / "data" / "characters.npy"
FIRST: Final = 0x4E00
LAST: Final = 0x9FFF
SOUNDS: Final = slice(0, 4)
CORNERS: Final = slice(4, 8)
PARTS: Final = slice(8, 12)
WIDTH: Final = 12
VARIANTS: Final = 8  # sounds that may be mixed up have the same number but for the rest of this

_LIKE_CORNERS: Final = 3  # of four


@dataclass(frozen=True, slots=True)
class Likeness:
    """Of each of many characters, whether it sounds or looks like one that was typed."""

    sounds: NDArray[np.bool_]
    nearly_sounds: NDArray[np.bool_]
    looks: NDArray[np.bool_]


def likeness(character: str, others: NDArray[np.uint32]) -> Likeness:
    """How like a character others are, given as code points; those without a row are not."""
    table = _table()
    known = (others >= FIRST) & (others <= LAST)
    row = table[_place(ord(character))]
    rows = table[np.where(known, others, FIRST).astype(np.int64) - FIRST]
    sounds = _share(row[SOUNDS], rows[:, SOUNDS])
    nearly = _share(row[SOUNDS] // VARIANTS, rows[:, SOUNDS] // VARIANTS)
    if not FIRST <= ord(character) <= LAST:
        known = np.zeros(len(others), np.bool_)
    return Likeness(sounds & known, nearly & known, _looks(row, rows) & known)


def _looks(row: NDArray[np.uint16], rows: NDArray[np.uint16]) -> NDArray[np.bool_]:
    """Those with three corners of four in common, or half of their parts."""
    corners = ((rows[:, CORNERS] == row[CORNERS]) & (row[CORNERS] > 0)).sum(axis=1)
    parts = row[PARTS][row[PARTS] > 0]
    sizes = np.count_nonzero(rows[:, PARTS], axis=1) + len(parts)
    common = (rows[:, PARTS, None] == parts).any(axis=2).sum(axis=1)
    looks: NDArray[np.bool_] = (corners >= _LIKE_CORNERS) | ((4 * common >= sizes) & (common > 0))
    return looks


def _share(row: NDArray[np.uint16], rows: NDArray[np.uint16]) -> NDArray[np.bool_]:
    wanted = row[row > 0]
    shared: NDArray[np.bool_] = (rows[:, :, None] == wanted).any(axis=(1, 2))
    return shared


def _place(code: int) -> int:
    return code - FIRST if FIRST <= code <= LAST else 0


@cache
def _table() -> NDArray[np.uint16]:
    return cast("NDArray[np.uint16]", np.load(TABLE_FILE, mmap_mode="r", allow_pickle=False))
