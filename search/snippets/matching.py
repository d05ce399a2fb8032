"""Finding needles in texts: by units, those of a whole page of letters at once.

Texts are cut into units by the very functions that index them, so marks cannot differ from what
is found. Knows nothing of letters, passages and weights.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.analysis import Ground, Spans, find_joined, join, lay_ground, plain_term
from search.snippets.chains import find_chain
from search.snippets.lookup import Lookup, hashes, lookup_of
from search.snippets.needles import Needle


class Occurrence(NamedTuple):
    """A place in a text, code points, end exclusive, and the number of the needle that is there."""

    start: int
    end: int
    needle: int


_Hit = tuple[int, int, int]
"""A needle, by its number, with the first and the last unit that it covers."""


def find(texts: Sequence[str], needles: tuple[Needle, ...]) -> tuple[tuple[Occurrence, ...], ...]:
    """Every place of every needle in each text, ascending by start and end.

    Linear in the length of the texts. Places of different needles may overlap, and so may those
    of one: a phrase "a a" stands twice in a a a. What a needle's field says is not looked at.
    """
    lookup = lookup_of(needles)
    if not (lookup.runs or lookup.slots or lookup.joined):
        return ((),) * len(texts)
    ground = lay_ground(texts)
    hits = [*_find_runs(ground, lookup)]
    if lookup.slots:
        hits += _find_units(ground, lookup)
    if lookup.joined:
        hits += _find_joined(find_joined(ground), lookup)
    return _places(ground, hits, len(texts))


def _places(ground: Ground, hits: list[_Hit], texts: int) -> tuple[tuple[Occurrence, ...], ...]:
    found: list[list[Occurrence]] = [[] for _ in range(texts)]
    if hits:
        needle, first, last = zip(*hits, strict=True)
        rows = np.array(first)
        text, start = ground.units.text[rows].tolist(), ground.start[rows].tolist()
        end = ground.end[np.array(last)].tolist()
        for i, occurrence in zip(text, map(Occurrence, start, end, needle), strict=True):
            found[i].append(occurrence)
    return tuple(tuple(sorted(places)) for places in found)


def _find_runs(ground: Ground, lookup: Lookup) -> Iterator[_Hit]:
    """Words and pairs of Han characters, by their first two."""
    right = np.flatnonzero(ground.units.link)
    if not lookup.runs or not len(right):
        return
    pairs = hashes(ground.code[right - 1], ground.code[right])
    right = right[lookup.pair_bits[pairs]]
    for row, written in zip(right.tolist(), ground.written(right - 1, right), strict=True):
        for needle, rest in lookup.runs.get(written[0] + written[-1], ()):
            if not rest or _continues(ground, row, rest):
                yield needle, row - 1, row + len(rest)


def _continues(ground: Ground, row: int, rest: str) -> bool:
    """Whether these characters follow the unit in its run."""
    after = slice(row + 1, row + 1 + len(rest))
    if not ground.units.link[after].all():
        return False
    return rest == "".join(ground.text[start] for start in ground.units.start[after].tolist())


def _find_units(ground: Ground, lookup: Lookup) -> Iterator[_Hit]:
    """Words, numbers and characters by themselves, and phrases of them."""
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row, slots in _filled(ground, lookup):
        for slot in slots:
            rows_of[slot].append(row)
    for slot, rows in rows_of.items():
        for needle in lookup.singles.get(slot, ()):
            yield from ((needle, row, row) for row in rows)
    chains = [c for c in lookup.chains if all(slot in rows_of for slot in c.slots)]
    joined = _joined_groups(ground) if any(c.is_joined for c in chains) else ground.units.text
    for chain in chains:
        groups = joined if chain.is_joined else ground.units.text
        for first, last in find_chain(chain, rows_of, ground.units.position, groups):
            yield chain.needle, first, last


def _joined_groups(ground: Ground) -> NDArray[np.int64]:
    """For each unit the number of the joined form that it is part of; its own below 0 for none."""
    spans, every = find_joined(ground), np.arange(len(ground.units))
    groups = -1 - every
    if spans.written:
        form = np.searchsorted(spans.first, every, side="right") - 1
        inside = (form >= 0) & (every <= spans.last[form])
        groups[inside] = form[inside]
    return groups


def _filled(ground: Ground, lookup: Lookup) -> Iterator[tuple[int, list[int]]]:
    """The units that fill slots, in order, each with the numbers of these slots."""
    units = ground.units
    lengths = (units.end - units.start).astype(np.uint32)
    candidate = lookup.slot_bits[hashes(ground.code, lengths)]
    rebound = np.flatnonzero(units.kinds != ground.batch.kinds)  # in don't, 1,000 and 3.5
    candidate[np.searchsorted(units.start, rebound, side="right") - 1] = True
    rows = np.flatnonzero(candidate)
    words = ground.written(rows, rows)
    different = list(dict.fromkeys(words))
    filled = lookup.slots.filled([plain_term(word) for word in different])
    slots_of = {word: slots for word, slots in zip(different, filled, strict=True) if slots}
    for row, word in zip(rows.tolist(), words, strict=True):
        if word in slots_of:
            yield row, slots_of[word]


def _find_joined(spans: Spans, lookup: Lookup) -> Iterator[_Hit]:
    """Joined forms by their term: COVID-19 and covid_19 by covid19, e-mails by email."""
    filled = lookup.joined.filled([join(written) for written in spans.written])
    for first, last, needles in zip(spans.first.tolist(), spans.last.tolist(), filled, strict=True):
        yield from ((needle, first, last) for needle in needles)
