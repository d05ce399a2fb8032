"""The other versions of one letter in a folder: opens no file that does not say it is one."""

from dataclasses import replace
from pathlib import Path

from corpus.aligning import align_initiatives
from corpus.errors import UnreadableLetter
from corpus.folder import FoundFile, scan
from corpus.letter import Letter, LetterId
from corpus.pairs import Pair, pair_up, version_of
from corpus.read import read_found

HEAD = 4096  # bytes in which a translation says that it is one


def find_pairs(letter: Letter, folder: Path) -> tuple[Pair, ...]:
    """The other versions of one letter in a folder; reads the heads of all its files.

    Raises `UnreadableFolder`. Files that cannot be read are no version of anything.
    """
    original = letter.translation_of or letter.id
    others: dict[LetterId, Letter] = {}
    for found in scan(folder):
        if found.id != letter.id and (found.id == original or _declares_translation(found)):
            others |= {other.id: other for other in _read(found)}
    versions = (version_of(one) for one in (letter, *others.values()))
    pairs = pair_up(versions).get(letter.id, ())
    return tuple(
        replace(pair, initiatives=align_initiatives(letter, others[pair.id])) for pair in pairs
    )


def _declares_translation(found: FoundFile) -> bool:
    if found.correction and any(key == "translation_of" for key, _ in found.correction.fields):
        return True
    try:
        with open(found.path, "rb") as file:  # noqa: PTH123
            head = file.read(HEAD)
    except OSError:
        return False
    return b"translation_of" in head.replace(b"\0", b"")  # UTF-16 has a NUL at every second place


def _read(found: FoundFile) -> tuple[Letter, ...]:
    try:
        return read_found(found)
    except UnreadableLetter:
        return ()
