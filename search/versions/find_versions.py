"""The versions of a letter in a collection, and their initiatives beside its own."""

from collections.abc import Iterator
from dataclasses import replace

from corpus import Letter, Pair, align_initiatives, are_translations
from search import plan
from search.collection import Collection
from search.versions.candidates import (
    ENOUGH_KEYS,
    alike_in_words,
    rare_keys,
    translated_words,
    with_keys,
    words_to_translate,
)
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
    profile = Profile(letter, collection.snapshot.segmenter)
    translations = _translations(collection, profile) if not profile.is_bilingual else ()
    found = {one.letter.id: _pair(letter, one.letter) for one in translations}
    for one in _versions(collection, profile):
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


def _versions(collection: Collection, profile: Profile) -> Iterator[Profile]:
    numbers = alike_in_words(profile, collection.snapshot.count, collection.engine)
    for other in _others(collection, profile, numbers):
        if is_version(profile, other):
            yield other


def _translations(collection: Collection, profile: Profile) -> list[Profile]:
    engine, letters = collection.engine, collection.snapshot.count
    keys = rare_keys(profile, letters, engine)
    numbers = with_keys(profile, keys, engine)
    if len(keys) < ENOUGH_KEYS:
        words = words_to_translate(profile, letters, engine)
        translated = collection.translate(words) if words else None
        if translated:
            numbers += translated_words(profile, translated, engine)

    def said(one: Profile, other: Profile) -> float:
        return _said(collection, one, other)

    evidence = [
        (translation_evidence(profile, other, said), other)
        for other in _others(collection, profile, list(dict.fromkeys(numbers)))
        if not other.is_bilingual
    ]
    most = max((found for found, _ in evidence), default=0.0)
    return [other for found, other in evidence if found and found >= most - NEAR_BEST]


def _others(collection: Collection, profile: Profile, numbers: list[int]) -> Iterator[Profile]:
    for number in numbers:
        letter = collection.letter_of(number)
        if letter.id != profile.letter.id:
            yield Profile(letter, profile.segmenter)


def _said(collection: Collection, one: Profile, other: Profile) -> float:
    """The share of the telling words of a letter that another one says in its own language."""
    words = words_to_translate(one, collection.snapshot.count, collection.engine)
    translated = collection.translate(words) if words else None
    if translated is None:
        return 0
    typed = set(translated.typed)
    rendered = {
        word
        for word, term in zip(translated.typed, translated.plan.scores, strict=True)
        if isinstance(term, plan.ScoreTerm)
        and not other.terms[term.column.view].isdisjoint(term.alternatives)
    }
    return len(rendered) / max(len(typed), len(words.split()))
