"""Checking an index: every byte of it against its checksums, and its letters against the folder.

Reads all files of both; changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import FoundFile, UnreadableLetter, scan
from index.errors import DamagedIndex, IndexFault
from index.generations import FileEntry, chain, check_content
from index.snapshot import Snapshot, open_snapshot
from index.updating import Census, correction_of, digest_file, set_twins_apart, take_census


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """The sources of files that are not in the folder as the index has them."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a check found: `faults` are damages, of the newest generation first.

    `generation` and `letters` are those of the newest one that can be opened. With any fault
    `differences` is None: what is damaged is not compared with the folder.
    """

    folder: str
    generation: int
    letters: int
    bytes: int
    faults: tuple[str, ...]
    differences: Differences | None

    @property
    def is_well(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.faults or self.differences)


def verify(index_dir: Path) -> Verdict:
    """Check every kept generation, and compare the live one with its folder byte for byte.

    Raises IndexFault if there is none that can be opened, UnreadableFolder if there is no folder.
    """
    faults = tuple(_faults(index_dir))
    snapshot = open_snapshot(index_dir)
    return Verdict(
        folder=snapshot.manifest.folder,
        generation=snapshot.generation,
        letters=snapshot.count,
        bytes=sum(entry.bytes for entry in snapshot.manifest.files),
        faults=faults,
        differences=None if faults else _differences(snapshot),
    )


def _faults(index_dir: Path) -> Iterator[str]:
    sound: set[FileEntry] = set()
    for found in chain(index_dir):
        if isinstance(found, IndexFault):
            yield str(found)
            continue
        try:
            check_content(index_dir, found, known=sound)
            sound.update(found.files)
        except DamagedIndex as fault:
            yield str(fault)


def _differences(snapshot: Snapshot) -> Differences:
    manifest = snapshot.manifest
    census = take_census(snapshot.segments)
    found, _ = set_twins_apart(scan(Path(manifest.folder)))
    sources = {file.source for file in found}
    known = census.first.keys() | {fault.source for fault in manifest.unreadable}
    return Differences(
        new=tuple(sorted(sources - known)),
        changed=tuple(file.source for file in found if _is_changed(file, census)),
        gone=tuple(sorted(census.first.keys() - sources)),
    )


def _is_changed(file: FoundFile, census: Census) -> bool:
    number = census.first.get(file.source)
    if number is None:
        return False
    if census.corrections[number] != correction_of(file):
        return True
    try:
        return census.ids[number] != file.id or digest_file(file) != census.digests[number]
    except UnreadableLetter:
        return True
