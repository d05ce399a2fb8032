"""How Han characters are typed by their sound, and which characters fit what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.analysis.readings import load_readings, places_of


@dataclass(frozen=True, slots=True)
class Sound:
    """One Han character as typed: any syllable from `first` to before `end`, by their numbers.

    `character` is its code point where the character itself was typed, otherwise 0.
    """

    first: int
    end: int
    character: int = 0


def fitting(codes: NDArray[np.uint32], sounds: Sequence[Sound]) -> NDArray[np.bool_]:
    """Which rows of characters are read so: a row a text, one column a sound and at least one more.

    The column after the last sound may decide how the one before it is read.
    """
    read = load_readings().of_rows(codes)
    fits = np.ones(len(codes), bool)
    for at, sound in enumerate(sounds):
        if sound.character:
            fits &= codes[:, at] == sound.character
        else:
            fits &= (read[:, at] >= sound.first) & (read[:, at] < sound.end)
    return fits


def possible(codes: NDArray[np.uint32], sound: Sound) -> NDArray[np.bool_]:
    """Which characters may be read so, whatever their neighbours are."""
    if sound.character:
        return np.equal(codes, sound.character)
    fits: NDArray[np.bool_] = _possible(sound)[places_of(codes)]
    return fits


@lru_cache(512)
def _possible(sound: Sound) -> NDArray[np.bool_]:
    """The same for every character that has a reading, 20 KB."""
    readings = load_readings()
    tables = (readings.singles, *readings.others)
    fits: NDArray[np.bool_] = np.any(
        [(read >= sound.first) & (read < sound.end) for read in tables], axis=0
    )
    return fits
