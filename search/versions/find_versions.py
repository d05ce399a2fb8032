"""The versions of a letter in a collection, and their initiatives beside its own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus import Letter, Pair, align_initiatives, are_translations
from search.collection import Collection
from search.versions.candidates import alike_in_words, perhaps_translations
from search.versions.judging import NEAR_BEST, is_version, translation_evidence
from search.versions.profile import Profile

MOST_ALIGNED = 20  # versions whose initiatives are aligned; of a form letter there may be thousands


def versions_of(collection: Collection, letter: Letter) -> tuple[Pair, ...]:
    """The other versions of a letter: those that are declared, then those that are found.

    The letter need not be in the collection. Looks at 15 letters at most, beside those that are
    declared.
    """
    snapshot = collection.snapshot
    declared = snapshot.pairs(letter)
    known = {letter.id, *(pair.id for pair in declared)}
    found = [pair for pair in _found(collection, letter) if pair.id not in known]
    pairs = (*declared, *found)
    return tuple(
        _aligned(collection, letter, pair) if place < MOST_ALIGNED else pair
        for place, pair in enumerate(pairs)
    )


def _aligned(collection: Collection, letter: Letter, pair: Pair) -> Pair:
    number = collection.snapshot.find(pair.id)
    if number is None:
        return pair
    other = collection.letter_of(number)
    return replace(pair, initiatives=align_initiatives(letter, other))


def _found(collection: Collection, letter: Letter) -> list[Pair]:
    """Letters that are alike enough, the translations first."""
    profile = Profile(letter, collection)
    translations = _translations(profile) if not profile.is_bilingual else ()
    found = {one.letter.id: _pair(letter, one.letter) for one in translations}
    for one in _versions(profile):
        found.setdefault(one.letter.id, _pair(letter, one.letter))
    return list(found.values())


def _pair(letter: Letter, other: Letter) -> Pair:
    is_translation = are_translations(letter.languages[0], other.languages[0])
    return Pair(
        id=other.id,
        lang=other.languages[0],
        relation="translation" if is_translation else "version",
        is_declared=False,
    )


def _versions(profile: Profile) -> Iterator[Profile]:
    for other in _others(profile, alike_in_words(profile)):
        if is_version(profile, other):
            yield other


def _translations(profile: Profile) -> list[Profile]:
    evidence = [
        (translation_evidence(profile, other), other)
        for other in _others(profile, perhaps_translations(profile))
        if not other.is_bilingual
    ]
    most = max((found for found, _ in evidence), default=0.0)
    return [other for found, other in evidence if found and found >= most - NEAR_BEST]


def _others(profile: Profile, numbers: Iterable[int]) -> Iterator[Profile]:
    for number in numbers:
        letter = profile.collection.letter_of(number)
        if letter.id != profile.letter.id:
            yield Profile(letter, profile.collection)
