"""The same initiative in other letters: word for word, or nearly so.

Letters that share its rarest words are looked at, and the initiatives of these compared with it by
the pairs of neighbouring words that both have. Knows nothing of queries.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from corpus import Letter
from index import Column, is_unspaced
from search import plan
from search.collection import Collection
from search.engine import Window
from search.ranking import TEXT_BIGRAMS, TEXT_UNITS, B
from search.snippets import ReadyLetter, Sheet

# Of the pairs that either has those that both have. Of 100 real initiatives of 31 letters no two
# reach .2; copies of them in which one word of ten is replaced or left out all reach .4, of seven
# 95%, of five 83% (2026-11).
RESEMBLANCE: Final = 0.4
RAREST: Final = 16  # words that find letters to look at
CANDIDATES: Final = 30  # letters: more than are ever shown
LONGEST: Final = 500  # words that the rarest are chosen from: the first of a long initiative

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The initiative of another letter by its place there, from 1, and how like it is, up to 1."""

    letter: Letter
    ordinal: int
    resemblance: float


@dataclass(frozen=True, slots=True)
class Recurrences:
    """An initiative by its place in its letter, from 1, and where else it is: the most like first.

    At most one of each other letter.
    """

    letter: Letter
    ordinal: int
    found: tuple[Recurrence, ...]


def recurrences(
    collection: Collection, letter_id: str, ordinal: int, limit: int
) -> Recurrences | None:
    """Where else an initiative is; None if there is no such letter or it has no such initiative."""
    number = collection.snapshot.find(letter_id)
    if number is None:
        return None
    (ready,) = collection.shelf.take([number])
    letter = ready.letter
    if not 0 < ordinal <= len(letter.initiatives):
        return None
    units = _units(Sheet([ready.text]), 0, ready, ordinal - 1)
    own = frozenset(pairwise(units))
    others = collection.shelf.take(_candidates(collection, letter, units)) if own else []
    sheet = Sheet([other.text for other in others])
    likeliest = (_most_like(sheet, at, other, own) for at, other in enumerate(others))
    found = filter(None, likeliest)
    best = sorted(found, key=lambda one: (-one.resemblance, one.letter.id))[:limit]
    return Recurrences(letter, ordinal, tuple(best))


def _units(sheet: Sheet, at: int, ready: ReadyLetter, i: int) -> list[str]:
    """The words and Chinese characters of an initiative by its index, without its number.

    `at` says which of the sheet's texts is that of its letter.
    """
    origin = sheet.begins[at]
    begin, end = ready.outline.head(i)[0], ready.letter.initiatives[i].end
    return sheet.written(origin + begin, origin + end)


def _candidates(collection: Collection, letter: Letter, units: Sequence[str]) -> list[int]:
    """The numbers of other letters that have the rarest words, the most of them first."""
    terms = _rarest(collection, units[:LONGEST])
    if not terms:
        return []
    any_of = plan.AnyOf(tuple(plan.HasTerm(column, term) for column, term in terms))
    wanted = plan.Plan(
        match=plan.AllOf((any_of, plan.NoneOf(plan.HasLabel("id", (letter.id,))))),
        scores=tuple(plan.ScoreTerm(column, (term,), 1.0) for column, term in terms),
        b=B,
    )
    found = collection.engine.find(wanted, Window(size=CANDIDATES))
    return [int(number) for number in found.numbers]


def _rarest(collection: Collection, units: Sequence[str]) -> list[tuple[Column, str]]:
    """Words of other languages and pairs of characters that another letter has too."""
    terms: list[tuple[Column, str]] = []
    for column, its in (
        (
            TEXT_BIGRAMS,
            [a + b for a, b in pairwise(units) if _is_character(a) and _is_character(b)],
        ),
        (TEXT_UNITS, [unit for unit in units if not _is_character(unit)]),
    ):
        terms += [(column, term) for term in dict.fromkeys(its)]
    frequencies = _frequencies(collection, terms)
    rare = sorted((count, place) for place, count in enumerate(frequencies) if count > 1)
    return [terms[place] for _, place in rare[:RAREST]]


def _is_character(unit: str) -> bool:
    return len(unit) == 1 and is_unspaced(unit)


def _frequencies(collection: Collection, terms: Sequence[tuple[Column, str]]) -> Iterator[int]:
    for column in (TEXT_BIGRAMS, TEXT_UNITS):
        its = [term for of, term in terms if of == column]
        yield from collection.engine.document_frequencies(column, its)


def _most_like(sheet: Sheet, at: int, other: ReadyLetter, own: Pairs) -> Recurrence | None:
    """The initiative of a letter that is most like it, if one is like enough."""
    every = range(len(other.letter.initiatives))
    units = (_units(sheet, at, other, i) for i in every)
    likeness = [_resemblance(own, frozenset(pairwise(its))) for its in units]
    most = max(likeness, default=0.0)
    if most < RESEMBLANCE:
        return None
    return Recurrence(other.letter, likeness.index(most) + 1, most)


def _resemblance(one: Pairs, other: Pairs) -> float:
    return len(one & other) / (len(one | other) or 1)
