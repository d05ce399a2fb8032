"""Which letters are versions of one letter: what is known of each, and what translations declare.

Knows ids and languages, and no files.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.letter import Language, Letter, LetterId

Relation = Literal["translation", "version"]


@dataclass(frozen=True, slots=True)
class AlignedInitiatives:
    """An initiative of a letter and the same one of its other version, by their places from 1.

    None where a version leaves it out.
    """

    here: int | None
    there: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Another version of a letter: its id, the language it is in, and what it is to the letter.

    `is_declared` says that a file names the other, rather than that both were found to be alike.
    `initiatives` are those of both in order, side by side; none where nobody aligned them.
    """

    id: LetterId
    lang: Language
    relation: Relation = "translation"
    is_declared: bool = True
    initiatives: tuple[AlignedInitiatives, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """What pairing needs to know of a letter."""

    id: LetterId
    lang: Language
    translation_of: LetterId | None


def version_of(letter: Letter) -> Version:
    """A letter as one version of itself; its language is the one with most words."""
    return Version(letter.id, letter.languages[0], letter.translation_of)


def are_translations(one: Language, other: Language) -> bool:
    """Whether two languages are not one: simplified and traditional Chinese are."""
    return (one == "en") != (other == "en")


def pair_up(versions: Iterable[Version]) -> dict[LetterId, tuple[Pair, ...]]:
    """For each letter that has any, the other versions of it, in the order of their ids.

    Translations of one letter are paired with it and with each other, even where the letter
    itself is missing; a translation of a translation belongs to the same letter.
    """
    known = {version.id: version for version in versions}
    groups: defaultdict[LetterId, list[Version]] = defaultdict(list)
    for version in known.values():
        groups[_original(version, known)].append(version)
    return {
        version.id: tuple(_pair(version, v) for v in _by_id(group) if v.id != version.id)
        for group in groups.values()
        if len(group) > 1
        for version in group
    }


def _pair(version: Version, other: Version) -> Pair:
    is_translation = are_translations(version.lang, other.lang)
    return Pair(other.id, other.lang, "translation" if is_translation else "version")


def _original(version: Version, known: Mapping[LetterId, Version]) -> LetterId:
    """The id of the letter that a version goes back to; of a circle, its smallest id."""
    passed = {version.id: version}
    while version.translation_of is not None:
        if version.translation_of in passed:
            return min(passed)
        if version.translation_of not in known:
            return version.translation_of
        version = known[version.translation_of]
        passed[version.id] = version
    return version.id


def _by_id(group: list[Version]) -> list[Version]:
    return sorted(group, key=lambda version: version.id)
