"""Which letters are one letter in several languages, by what translations declare.

Knows ids and languages, and no files.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.letter import Language, Letter, LetterId


@dataclass(frozen=True, slots=True)
class Pair:
    """Another version of a letter: its id and the language it is in."""

    id: LetterId
    lang: Language


@dataclass(frozen=True, slots=True)
class Version:
    """What pairing needs to know of a letter."""

    id: LetterId
    lang: Language
    translation_of: LetterId | None


def version_of(letter: Letter) -> Version:
    """A letter as one version of itself; its language is the one with most words."""
    return Version(letter.id, letter.languages[0], letter.translation_of)


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
        version.id: tuple(Pair(v.id, v.lang) for v in _by_id(group) if v.id != version.id)
        for group in groups.values()
        if len(group) > 1
        for version in group
    }


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
