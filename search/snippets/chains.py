"""Sequences of units: phrases, and parts of joined forms. Knows units by their rows only."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Chain:
    """A needle of several slots, each by its number, and the position of each after the first.

    `is_joined`: its units are parts of one joined form, else units of one text.
    """

    needle: int
    slots: tuple[int, ...]
    offsets: tuple[int, ...]
    is_joined: bool = False


def find_chain(
    chain: Chain,
    rows_of: Mapping[int, Sequence[int]],
    positions: NDArray[np.int32],
    groups: NDArray[np.int32] | NDArray[np.int64],
) -> Iterator[int]:
    """The row of the first unit of each place of the chain, also of those that overlap.

    `rows_of` has the rows that fill each slot; a chain stays within one group. All beginnings are
    followed at once as bits of one number (Baeza-Yates & Gonnet 1992, "A new approach to text
    searching"), so time is linear in the rows whatever repeats itself in chain and text.
    """
    fills = _fills(chain, rows_of)
    rows = np.array(sorted(fills), np.int64)
    follows = _follows(chain.offsets)
    last = len(chain.slots) - 1
    state, before = 0, (-2, 0, 0)
    for unit in zip(rows.tolist(), positions[rows].tolist(), groups[rows].tolist(), strict=True):
        row, position, group = unit
        is_next = row == before[0] + 1 and group == before[2]
        allowed = follows.get(position - before[1], 0) if is_next else 0
        state = (state << 1 & allowed | 1) & fills[row]
        if state >> last:
            yield row - last
        before = unit


def _fills(chain: Chain, rows_of: Mapping[int, Sequence[int]]) -> Mapping[int, int]:
    """For each row the places of the chain that it fills, as bits."""
    places = Counter[int]()
    for place, slot in enumerate(chain.slots):
        places[slot] |= 1 << place
    fills = Counter[int]()
    for slot, bits in places.items():
        for row in rows_of[slot]:
            fills[row] |= bits
    return fills


def _follows(offsets: Sequence[int]) -> Mapping[int, int]:
    """For each distance from one unit to the next the places that may come so, as bits."""
    follows = Counter[int]()
    for place in range(1, len(offsets)):
        follows[offsets[place] - offsets[place - 1]] |= 1 << place
    return follows
