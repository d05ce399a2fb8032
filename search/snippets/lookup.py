"""Needles made ready for looking up the units of texts. Knows nothing of letters and snippets.

Most units of a text are no part of any needle. Tables of one bit a hash, of the first character
and the length of a unit or of two neighbouring characters, leave a few percent of them for the
exact comparison; so thousands of needles cost hardly more than one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.embedded.expansion import edit_distances
from search.snippets.chains import Chain
from search.snippets.needles import Bond, Needle, Slot
from search.snippets.sheets import HASHES, REBOUND, hashes

_LONGEST: Final = 64  # code points of a unit, as analysis cuts them
_REMEMBERED: Final = 256  # queries

Bits = NDArray[np.bool_]


class Acceptance:
    """Which of many slots terms fill."""

    def __init__(self, slots: Iterable[tuple[int, Slot]]) -> None:
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._loose: list[tuple[int, Slot]] = []
        for number, slot in slots:
            if slot.begins or slot.edits:
                self._loose.append((number, slot))
            else:
                for term in slot.terms:
                    self._exact[term].append(number)

    def __bool__(self) -> bool:
        return bool(self._exact or self._loose)

    def filled(self, terms: Sequence[str]) -> list[list[int]]:
        """The numbers of the slots that each term fills."""
        numbers = [list(self._exact.get(term, ())) for term in terms]
        for number, slot in self._loose:
            for i in _begin_so(slot, terms) if slot.begins else _near(slot, terms):
                numbers[i].append(number)
        return numbers


def _begin_so(slot: Slot, terms: Sequence[str]) -> list[int]:
    return [i for i, term in enumerate(terms) if term.startswith(slot.terms)]


def _near(slot: Slot, terms: Sequence[str]) -> list[int]:
    """As engines find them: the first character right, the length as many characters off."""
    (word,) = slot.terms
    close = [
        i
        for i, term in enumerate(terms)
        if term[0] == word[0] and abs(len(term) - len(word)) <= slot.edits
    ]
    if not close:
        return []
    distances = edit_distances(word, [terms[i] for i in close]).tolist()
    return [i for i, distance in zip(close, distances, strict=True) if distance <= slot.edits]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Needles by what is looked up, named by their numbers, as are slots.

    The bits say of a sheet's hashes whether it is worth looking closer. `runs` gives for two
    neighbouring characters the needles that begin so, each with the characters that follow;
    `singles` the needles of one slot; `joined` takes numbers of needles.
    """

    needles: tuple[Needle, ...]
    runs: Mapping[str, Sequence[tuple[int, str]]]
    pair_bits: Bits
    slots: Acceptance
    slot_bits: Bits
    singles: Mapping[int, Sequence[int]]
    chains: Sequence[Chain]
    joined: Acceptance


@lru_cache(maxsize=_REMEMBERED)
def lookup_of(needles: tuple[Needle, ...]) -> Lookup:
    """The lookup of a query's needles; linear in their size, and remembered."""
    runs: dict[str, list[tuple[int, str]]] = defaultdict(list)
    singles: dict[int, list[int]] = defaultdict(list)
    chains: list[Chain] = []
    numbers: dict[Slot, int] = {}
    for n, needle in enumerate(needles):
        if needle.bond is Bond.RUN:
            characters = "".join(slot.terms[0] for slot in needle.slots)
            runs[characters[:2]].append((n, characters[2:]))
            continue
        slots = tuple(numbers.setdefault(_bare(slot), len(numbers)) for slot in needle.slots)
        if len(slots) == 1:
            singles[slots[0]].append(n)
        elif slots:
            offsets = tuple(slot.offset for slot in needle.slots)
            chains.append(Chain(n, slots, offsets, needle.bond is Bond.JOINED))
    slot_numbers = [(number, slot) for slot, number in numbers.items()]
    slot_bits = _bits(place for slot in numbers for place in _lengths(slot))
    slot_bits[REBOUND] = True
    joined = [(n, needle.joined) for n, needle in enumerate(needles) if needle.joined]
    return Lookup(
        needles=needles,
        runs=runs,
        pair_bits=_bits((ord(pair[0]), ord(pair[1])) for pair in runs),
        slots=Acceptance(slot_numbers),
        slot_bits=slot_bits,
        singles=singles,
        chains=chains,
        joined=Acceptance(joined),
    )


def _bare(slot: Slot) -> Slot:
    """A slot wherever it stands in its needle."""
    return Slot(slot.terms, 0, slot.begins, slot.edits)


def _lengths(slot: Slot) -> Iterable[tuple[int, int]]:
    """First character and length of every unit that may fill a slot."""
    for term in slot.terms:
        least, most = len(term) - slot.edits, len(term) + slot.edits
        for length in range(least, _LONGEST + 1 if slot.begins else most + 1):
            yield ord(term[0]), length


def _bits(places: Iterable[tuple[int, int]]) -> Bits:
    bits = np.zeros(HASHES + 1, np.bool_)
    pairs = np.array(list(places), np.uint32).reshape(-1, 2)
    bits[hashes(pairs[:, 0], pairs[:, 1])] = True
    return bits
