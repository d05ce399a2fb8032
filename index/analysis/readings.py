"""How Han characters are read: syllables of pinyin without tones, from two small committed files.

`readings.txt` has the usual syllable of each folded character, `pairs.txt` those of two that are
read otherwise together (重庆, 银行). Made of pypinyin by `make_readings`. Knows nothing of words.
"""

import functools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

SINGLES_FILE: Final = Path(__file__).parent / "data" / "readings.txt"
PAIRS_FILE: Final = Path(__file__).parent / "data" / "pairs.txt"
FIRST, LAST = 0x4E00, 0x9FD5  # code points that have readings, as the segmenters' dictionaries
_COUNT: Final = LAST - FIRST + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Syllables have numbers from 1 in the order of the alphabet; 0 is for what has none.

    `singles` is by code point from FIRST on, with one 0 more at its end; `others` are alike, and
    have what characters are read beside certain others. `pairs` are two code points in 32 bits
    each, ascending, with what each of the two is `read`; `in_pairs` says which characters are the
    first of any, and the second.
    """

    syllables: tuple[str, ...]
    singles: NDArray[np.uint16]
    others: tuple[NDArray[np.uint16], ...]
    pairs: NDArray[np.uint32]
    read: NDArray[np.uint16]
    in_pairs: tuple[NDArray[np.bool_], NDArray[np.bool_]]

    def starting(self, letters: str) -> tuple[int, int]:
        """The number of the first syllable that starts with some letters, and the first after."""
        first = bisect_left(self.syllables, letters)
        return first, bisect_left(self.syllables, letters + "\x7f", first)

    def find(self, syllable: str) -> int:
        """The number of a syllable, 0 if there is no such."""
        at = bisect_left(self.syllables, syllable)
        return at if at < len(self.syllables) and self.syllables[at] == syllable else 0

    def of_rows(self, codes: NDArray[np.uint32]) -> NDArray[np.uint16]:
        """The syllables of neighbouring characters, one row a text, one column a character.

        A pair counts where it does not overlap the one before, and the last column is read as if
        nothing followed.
        """
        places = places_of(codes)
        read: NDArray[np.uint16] = self.singles[places]
        begins, ends = self.in_pairs
        rows, columns = np.nonzero(begins[places[:, :-1]] & ends[places[:, 1:]])
        keys = places[rows, columns] << np.uint32(16) | places[rows, columns + 1]
        pair = np.minimum(np.searchsorted(self.pairs, keys), len(self.pairs) - 1)
        known = np.flatnonzero(self.pairs[pair] == keys)
        if len(known):
            rows, columns, pair = rows[known], columns[known], pair[known]
            counts = _do_not_overlap(rows, columns)
            rows, columns, pair = rows[counts], columns[counts], pair[counts]
            read[rows, columns], read[rows, columns + 1] = self.read[pair].T
        return read


@functools.cache
def load_readings() -> Readings:
    """The readings of the files, read at the first call in some 5 ms."""
    lines = [line.split() for line in SINGLES_FILE.read_text(encoding="utf-8").splitlines()]
    syllables = ("", *(syllable for syllable, _ in lines))
    singles = np.zeros(_COUNT + 1, np.uint16)
    for number, (_, characters) in enumerate(lines, start=1):
        singles[[ord(one) - FIRST for one in characters]] = number
    number_of = {syllable: number for number, syllable in enumerate(syllables)}
    pairs = {
        (ord(pair[0]) - FIRST) << 16 | ord(pair[1]) - FIRST: (number_of[one], number_of[two])
        for pair, one, two in map(str.split, PAIRS_FILE.read_text(encoding="utf-8").splitlines())
    }
    keys = sorted(pairs)
    return Readings(
        syllables=syllables,
        singles=singles,
        others=_others(pairs),
        pairs=np.array(keys, np.uint32),
        read=np.array([pairs[key] for key in keys], np.uint16),
        in_pairs=(_among(key >> 16 for key in keys), _among(key & 0xFFFF for key in keys)),
    )


def places_of(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The places of code points in tables; those below FIRST wrap around to the last."""
    places: NDArray[np.uint32] = np.minimum(codes - np.uint32(FIRST), np.uint32(_COUNT))
    return places


def _do_not_overlap(rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Of pairs in reading order: of those that each overlap the one before, every other one."""
    places = np.arange(len(rows))
    follows = np.zeros(len(rows), bool)
    follows[1:] = (rows[1:] == rows[:-1]) & (columns[1:] == columns[:-1] + 1)
    first = np.maximum.accumulate(np.where(follows, 0, places))
    counts: NDArray[np.bool_] = (places - first) % 2 == 0
    return counts


def _others(pairs: Mapping[int, tuple[int, int]]) -> tuple[NDArray[np.uint16], ...]:
    """What characters are read in pairs, in as many tables as one of them has such readings."""
    heard: dict[int, set[int]] = defaultdict(set)
    for pair, read in pairs.items():
        heard[pair >> 16].add(read[0])
        heard[pair & 0xFFFF].add(read[1])
    tables = np.zeros((max(map(len, heard.values())), _COUNT + 1), np.uint16)
    for place, syllables in heard.items():
        tables[: len(syllables), place] = sorted(syllables)
    return tuple(tables)


def _among(places: Iterable[int]) -> NDArray[np.bool_]:
    """A table that says of each place whether it is one of these."""
    table = np.zeros(_COUNT + 1, bool)
    table[list(places)] = True
    return table
