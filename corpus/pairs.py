"""Which letters are one letter in several languages, by what translations declare.

Knows ids and languages; of files only how to tell one that declares itself a translation.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnreadableLetter
from corpus.folder import FoundFile, scan
from corpus.letter import Language, Letter, LetterId
from corpus.read import read_found

HEAD = 4096  # bytes in which a translation says that it is one


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


def find_pairs(letter: Letter, folder: Path) -> tuple[Pair, ...]:
    """The other versions of one letter in a folder; reads the heads of all its files.

    Raises `UnreadableFolder`. Files that cannot be read are no version of anything.
    """
    original = letter.translation_of or letter.id
    versions = [version_of(letter)]
    for found in scan(folder):
        if found.id != letter.id and (found.id == original or _declares_translation(found)):
            versions += _versions(found)
    return pair_up(versions).get(letter.id, ())


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


def _declares_translation(found: FoundFile) -> bool:
    try:
        with open(found.path, "rb") as file:  # noqa: PTH123
            head = file.read(HEAD)
    except OSError:
        return False
    return b"translation_of" in head.replace(b"\0", b"")  # UTF-16 has a NUL at every second place


def _versions(found: FoundFile) -> list[Version]:
    try:
        return [version_of(letter) for letter in read_found(found)]
    except UnreadableLetter:
        return []
