"""Finding needles in texts, those of a whole page of letters at once, by their units.

Knows nothing of letters, passages and weights.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from index.analysis import plain_term
from search.snippets.chains import find_chain
from search.snippets.lookup import Lookup, lookup_of
from search.snippets.needles import Needle
from search.snippets.sheets import NO_PAIR, Sheet, lay_sheets


class Occurrence(NamedTuple):
    """A place in a text, code points, end exclusive, and the number of the needle that is there."""

    start: int
    end: int
    needle: int


_Hit = tuple[int, int, int]
"""A needle, by its number, with the first and the last unit that it covers."""


def find(texts: Sequence[str], needles: tuple[Needle, ...]) -> tuple[tuple[Occurrence, ...], ...]:
    """Every place of every needle in each text, as `find_in_sheets` gives them."""
    return find_in_sheets(lay_sheets(texts), needles)


def find_in_sheets(
    sheets: Sequence[Sheet], needles: tuple[Needle, ...]
) -> tuple[tuple[Occurrence, ...], ...]:
    """Every place of every needle in each text, ascending by start and end.

    Linear in the length of the texts. Places of different needles may overlap, and so may those
    of one: a phrase "a a" stands twice in a a a. What a needle's field says is not looked at.
    """
    lookup = lookup_of(needles)
    if not (lookup.runs or lookup.slots or lookup.joined):
        return ((),) * len(sheets)
    found: list[list[_Hit]] = [[] for _ in sheets]
    if lookup.runs:
        for hits, sheet in zip(found, sheets, strict=True):
            hits += _find_runs(sheet, lookup)
    if lookup.slots:
        _find_units(found, sheets, lookup)
    if lookup.joined:
        _find_joined(found, sheets, lookup)
    return tuple(
        _places(sheet, hits) if hits else () for sheet, hits in zip(sheets, found, strict=True)
    )


def _places(sheet: Sheet, hits: list[_Hit]) -> tuple[Occurrence, ...]:
    first, after = sheet.first, sheet.after
    places = sorted((first[begin], after[last], needle) for needle, begin, last in hits)
    return tuple(map(Occurrence._make, places))


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


def _find_units(found: Sequence[list[_Hit]], sheets: Sequence[Sheet], lookup: Lookup) -> None:
    """Words, numbers and characters by themselves, and phrases of them."""
    candidates = [_candidates(sheet, lookup) for sheet in sheets]
    different = list({word: None for words in candidates for _, word in words})
    filled = lookup.slots.filled([plain_term(word) for word in different])
    slots_of = {word: slots for word, slots in zip(different, filled, strict=True) if slots}
    for hits, sheet, words in zip(found, sheets, candidates, strict=True):
        rows_of: dict[int, list[int]] = defaultdict(list)
        for row, word in words:
            for slot in slots_of.get(word, ()):
                rows_of[slot].append(row)
        if rows_of:
            hits += _of_slots(sheet, rows_of, lookup)


def _candidates(sheet: Sheet, lookup: Lookup) -> list[tuple[int, str]]:
    """The units that may fill a slot, in order, and what is written there."""
    folded, starts, ends = sheet.folded, sheet.starts, sheet.ends
    rows = lookup.slot_bits.take(sheet.lengths).nonzero()[0].tolist()
    return [(row, folded[starts[row] : ends[row]]) for row in rows]


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


def _find_joined(found: Sequence[list[_Hit]], sheets: Sequence[Sheet], lookup: Lookup) -> None:
    """Joined forms by their term: COVID-19 and covid_19 by covid19, e-mails by email."""
    different = list({term: None for sheet in sheets for term in sheet.joined})
    filled = lookup.joined.filled(different)
    needles_of = {term: found for term, found in zip(different, filled, strict=True) if found}
    for hits, sheet in zip(found, sheets, strict=True):
        for term in needles_of.keys() & sheet.joined.keys():
            for needle in needles_of[term]:
                hits += [(needle, first, last) for first, last in sheet.joined[term]]
