"""Finding needles in texts, those of a whole page of letters at once, by their units.

Knows nothing of letters, passages and weights.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from index.analysis import plain_term
from search.snippets.chains import find_chain
from search.snippets.lookup import Lookup, lookup_of
from search.snippets.needles import Needle
from search.snippets.sheets import NO_PAIR, Sheet


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
    if not texts or not (lookup.runs or lookup.slots or lookup.joined):
        return ((),) * len(texts)
    sheet = Sheet(texts)
    hits: list[_Hit] = []
    if lookup.runs:
        hits += _find_runs(sheet, lookup)
    if lookup.slots:
        hits += _find_units(sheet, lookup)
    if lookup.joined:
        hits += _find_joined(sheet, lookup)
    return tuple(_by_text(sheet, hits))


def _by_text(sheet: Sheet, hits: list[_Hit]) -> Iterator[tuple[Occurrence, ...]]:
    first, after = sheet.first, sheet.after
    places = sorted((first[begin], after[last], needle) for needle, begin, last in hits)
    low = 0
    for begin, end in pairwise(sheet.begins):
        high = bisect_left(places, (end,), low)
        yield tuple(Occurrence(a - begin, b - begin, needle) for a, b, needle in places[low:high])
        low = high


def _find_runs(sheet: Sheet, lookup: Lookup) -> Iterator[_Hit]:
    """Words and pairs of Han characters, by their first two."""
    folded, starts = sheet.folded, sheet.starts
    for row in lookup.pair_bits.take(sheet.pairs).nonzero()[0].tolist():
        pair = folded[starts[row - 1]] + folded[starts[row]]
        for needle, rest in lookup.runs.get(pair, ()):
            if not rest or _continues(sheet, row, rest):
                yield needle, row - 1, row + len(rest)


def _continues(sheet: Sheet, row: int, rest: str) -> bool:
    """Whether these characters follow the unit in its run."""
    after = range(row + 1, row + 1 + len(rest))
    return after.stop <= len(sheet.starts) and all(
        sheet.folded[sheet.starts[at]] == character and sheet.pairs[at] != NO_PAIR
        for at, character in zip(after, rest, strict=True)
    )


def _find_units(sheet: Sheet, lookup: Lookup) -> Iterator[_Hit]:
    """Words, numbers and characters by themselves, and phrases of them."""
    candidates = _candidates(sheet, lookup)
    different = list(candidates)
    filled = lookup.slots.filled([plain_term(word) for word in different])
    rows_of: dict[int, list[int]] = defaultdict(list)
    for word, slots in zip(different, filled, strict=True):
        for slot in slots:
            rows_of[slot] += candidates[word]
    return _of_slots(sheet, rows_of, lookup)


def _candidates(sheet: Sheet, lookup: Lookup) -> Mapping[str, list[int]]:
    """What is written where a slot may be filled, and the units that are written so."""
    folded, starts, ends = sheet.folded, sheet.starts, sheet.ends
    found: dict[str, list[int]] = defaultdict(list)
    for row in lookup.slot_bits.take(sheet.lengths).nonzero()[0].tolist():
        found[folded[starts[row] : ends[row]]].append(row)
    return found


def _of_slots(sheet: Sheet, rows_of: Mapping[int, Sequence[int]], lookup: Lookup) -> Iterator[_Hit]:
    for slot, rows in rows_of.items():
        for needle in lookup.singles.get(slot, ()):
            yield from ((needle, row, row) for row in rows)
    for chain in lookup.chains:
        if all(slot in rows_of for slot in chain.slots):
            form_of = _forms(sheet) if chain.is_joined else None
            for first, last in find_chain(chain, rows_of, sheet.positions, form_of):
                yield chain.needle, first, last


def _forms(sheet: Sheet) -> dict[int, int]:
    """For each unit of a joined form the first unit of that form."""
    return {
        row: first
        for spans in sheet.joined.values()
        for first, last in spans
        for row in range(first, last + 1)
    }


def _find_joined(sheet: Sheet, lookup: Lookup) -> Iterator[_Hit]:
    """Joined forms by their term: COVID-19 and covid_19 by covid19, e-mails by email."""
    different = list(sheet.joined)
    for term, needles in zip(different, lookup.joined.filled(different), strict=True):
        for needle in needles:
            yield from ((needle, first, last) for first, last in sheet.joined[term])
