"""Letters by their ids: one with what a query marks in it, or several as they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import Letter, LetterId, Pair
from index import Snapshot
from search.collection import Collection
from search.results import Mark
from search.snippets import mark_letter


@dataclass(frozen=True, slots=True)
class LetterView:
    """One letter with what a query marks in it, and its other versions with their initiatives."""

    letter: Letter
    marks: tuple[Mark, ...]
    pairs: tuple[Pair, ...]


def view_letter(
    collection: Collection, letter_id: str, q: str, *, synonyms: bool
) -> LetterView | None:
    """A letter with what a query marks in it; None where there is none."""
    number = collection.snapshot.find(letter_id)
    if number is None:
        return None
    letter = collection.snapshot.letter(number)
    marks = _marks(collection, letter, q, synonyms=synonyms)
    return LetterView(letter, marks, collection.remembered(_versions, number))


def letters_of(snapshot: Snapshot, ids: Sequence[LetterId]) -> tuple[Letter, ...]:
    """The letters of these ids, in their order, without those that are not there."""
    numbers = map(snapshot.find, ids)
    return tuple(snapshot.letter(number) for number in numbers if number is not None)


def _versions(collection: Collection, number: int) -> tuple[Pair, ...]:
    from search.versions import versions_of  # not for searching

    return versions_of(collection, collection.letter_of(number))


def _marks(collection: Collection, letter: Letter, q: str, *, synonyms: bool) -> tuple[Mark, ...]:
    """What a query marks in a letter: what was typed or, if none of it is there, translations."""
    marks = mark_letter(letter, collection.prepare(q, synonyms=synonyms).needles)
    if marks or (translated := collection.translate(q)) is None:
        return marks
    return mark_letter(letter, translated.needles)
