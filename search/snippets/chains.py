"""Sequences of units: phrases, and parts of joined forms. Knows units by their rows only."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import sub


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
    positions: Sequence[int] | memoryview,
    form_of: Mapping[int, int] | None = None,
) -> Iterator[tuple[int, int]]:
    """The rows of the first and the last unit of each place of the chain; places may overlap.

    `rows_of` has the rows that fill each slot. With `form_of`, which says of what form a row is a
    part, a chain stays within one form. As in engines, only positions count: where the chain has
    none, as at the end of a sentence, any unit may stand.
    All beginnings are followed at once as bits of one number (Baeza-Yates & Gonnet 1992, "A new
    approach to text searching"), so time is linear in the rows whatever repeats itself.
    """
    fills = _fills(chain, rows_of)
    last, longest = chain.offsets[-1], max(map(sub, chain.offsets[1:], chain.offsets)) - 1
    gaps = (2 << last) - 1 - sum(1 << offset for offset in chain.offsets)
    state, before = 0, (-1, -1)
    row_at: dict[int, int] = {}
    for row in sorted(fills):
        position, form = positions[row], form_of.get(row, ~row) if form_of is not None else 0
        skipped = position - before[0] - 1
        if form != before[1] or skipped > longest:
            state, row_at = 0, {}
        for _ in range(skipped if state else 0):
            state = state << 1 & gaps
        state = (state << 1 | 1) & (fills[row] | gaps)
        row_at[position], before = row, (position, form)
        if state >> last:
            yield row_at[position - last], row


def _fills(chain: Chain, rows_of: Mapping[int, Sequence[int]]) -> Mapping[int, int]:
    """For each row the offsets at which it fills a slot of the chain, as bits."""
    places = Counter[int]()
    for slot, offset in zip(chain.slots, chain.offsets, strict=True):
        places[slot] |= 1 << offset
    fills = Counter[int]()
    for slot, bits in places.items():
        for row in rows_of[slot]:
            fills[row] |= bits
    return fills
