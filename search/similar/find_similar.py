"""Letters like one letter: its most telling terms, run as a plan like any query's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus import Letter
from index import FIELDS, Column, View
from search import plan
from search.collection import Collection
from search.engine import Engine, Window
from search.ranking import B_LATIN, B
from search.similar.telling import TellingTerm, telling_terms

SHARED: Final = 6  # words that are named of those that two letters share
_BOOSTS: Final = {field.name: field.boost for field in FIELDS}
_FIELDS: Final = ("text", "title")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A letter by its number, how alike it is, and the most telling words that both have."""

    number: int
    score: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarHit:
    """A letter like another one; `shared` are words that both have, as the other writes them.

    `is_version` says that it is a translation of the other one, or the reverse.
    """

    letter: Letter
    score: float
    shared: tuple[str, ...]
    is_version: bool


@dataclass(frozen=True, slots=True)
class SimilarLetters:
    """A letter and those that are like it, the most alike first."""

    letter: Letter
    hits: tuple[SimilarHit, ...]


def similar(collection: Collection, letter_id: str, limit: int) -> SimilarLetters | None:
    """The letters most like one, without itself; None if there is no such letter."""
    snapshot = collection.snapshot
    number = snapshot.find(letter_id)
    if number is None:
        return None
    letter = snapshot.letter(number)
    versions = {pair.id for pair in snapshot.pairs(letter)}
    hits = []
    for likeness in collection.remembered(likenesses, number, limit):
        other = snapshot.letter(likeness.number)
        is_version = other.id in versions
        hit = SimilarHit(
            letter=other, score=likeness.score, shared=likeness.shared, is_version=is_version
        )
        hits.append(hit)
    return SimilarLetters(letter, tuple(hits))


def likenesses(collection: Collection, number: int, limit: int) -> tuple[Likeness, ...]:
    """The numbers of the letters most like one, with what they share."""
    snapshot, engine = collection.snapshot, collection.engine
    letter = snapshot.letter(number)
    terms = telling_terms(letter, snapshot.count, engine, snapshot.segmenter)
    if not terms:
        return ()
    found = engine.find(_plan(letter, terms), Window(size=limit))
    numbers = found.numbers.tolist()
    shared = _shared(numbers, terms, engine)
    return tuple(map(Likeness, numbers, found.scores.tolist(), shared))


def alike(letter: Letter, terms: Sequence[TellingTerm], engine: Engine, *, limit: int) -> list[int]:
    """The numbers of the letters that share most telling terms of one, which need not be there."""
    if not terms:
        return []
    return [int(number) for number in engine.find(_plan(letter, terms), Window(size=limit)).numbers]


def _plan(letter: Letter, terms: Sequence[TellingTerm]) -> plan.Plan:
    """Letters with any of the terms, in the text; in the title they add more."""
    any_of = plan.AnyOf(tuple(plan.HasTerm(Column("text", t.view), t.term) for t in terms))
    itself = plan.HasLabel("id", (letter.id,))
    return plan.Plan(
        match=plan.AllOf((any_of, plan.NoneOf(itself))),
        scores=tuple(
            plan.ScoreTerm(Column(field, t.view), (t.term,), _BOOSTS[field] * t.weight)
            for field in _FIELDS
            for t in terms
        ),
        b=B if any(language != "en" for language in letter.languages) else B_LATIN,
    )


def _shared(
    numbers: Sequence[int], terms: Sequence[TellingTerm], engine: Engine
) -> list[tuple[str, ...]]:
    """Of each letter the words that it shares; pairs of characters only where no word is."""
    wanted = plan.Plan(
        match=plan.Anything(),
        scores=tuple(plan.ScoreTerm(Column("text", t.view), (t.term,), t.weight) for t in terms),
        b=B,
    )
    return [
        _words([terms[one.place] for one in sorted(found, key=lambda one: -one.score)])
        for found in engine.contributions(numbers, wanted)
    ]


def _words(terms: Sequence[TellingTerm]) -> tuple[str, ...]:
    words = [term for term in terms if term.view is View.WORDS] or terms
    return tuple(dict.fromkeys(term.written for term in words))[:SHARED]
