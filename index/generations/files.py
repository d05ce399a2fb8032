"""The files of an index folder: their names, and writing them so that a crash loses nothing.

Knows nothing of what is in a segment, nor which generations are kept.
"""

import hashlib
import os
import re
from collections.abc import Container, Iterator
from pathlib import Path

from corpus import gettext
from index.errors import DamagedIndex, IndexFault, NoIndex, StaleIndex
from index.generations.manifest import FileEntry, Manifest, OtherFormat, from_json, to_json

POINTER = "current"
_MANIFEST = re.compile(r"generation-(\d{6,})\.json")
_OURS = re.compile(
    r"(generation|segment|tombstones|words)-\d{6,}.*|(current|[a-z]+\.json)\.\d+\.tmp"
)


def manifest_path(index_dir: Path, number: int) -> Path:
    """Where the manifest of a generation stands."""
    return index_dir / f"generation-{number:06}.json"


def read_pointer(index_dir: Path) -> int:
    """The number of the current generation; NoIndex if there is none."""
    try:
        name = (index_dir / POINTER).read_text(encoding="ascii", errors="replace").strip()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoIndex(index_dir) from error
    if found := _MANIFEST.fullmatch(name):
        return int(found[1])
    raise DamagedIndex(index_dir / POINTER, gettext("it names no generation"))


def pointer_state(index_dir: Path) -> tuple[int, int, int] | None:
    """What changes whenever another generation becomes current; None if there is no pointer."""
    try:
        found = (index_dir / POINTER).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def read_manifest(index_dir: Path, number: int) -> Manifest:
    """The manifest of a generation; DamagedIndex if it is not what was written."""
    path = manifest_path(index_dir, number)
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except OtherFormat as error:
        raise StaleIndex(f"{path}: {error}.") from error
    except FileNotFoundError as error:
        raise DamagedIndex(path, gettext("it is missing"), generation=number) from error
    except ValueError as error:
        raise DamagedIndex(path, str(error), generation=number) from error


def numbers(index_dir: Path) -> list[int]:
    """The generations that have a manifest, oldest first."""
    if not index_dir.is_dir():
        return []
    found = (_MANIFEST.fullmatch(path.name) for path in index_dir.iterdir())
    return sorted(int(match[1]) for match in found if match)


def chain(index_dir: Path) -> Iterator[Manifest | IndexFault]:
    """The current generation and the kept ones it came from, newest first; faults for unsound ones.

    Where a manifest cannot be read, and says not what was before, the next older one follows.
    Raises NoIndex.
    """
    kept = numbers(index_dir)
    try:
        at: int | None = read_pointer(index_dir)
    except DamagedIndex as fault:
        yield fault
        at = max(kept, default=None)
    while at is not None:
        before = max((n for n in kept if n < at), default=None)
        try:
            manifest = read_manifest(index_dir, at)
            before = manifest.previous if manifest.previous in kept else None
            check_sizes(index_dir, manifest)
            yield manifest
        except IndexFault as fault:
            yield fault
        at = before


def check_sizes(index_dir: Path, manifest: Manifest) -> None:
    """Raise DamagedIndex unless every file of a generation is there and has its size."""
    for entry in manifest.files:
        path = index_dir / entry.name
        try:
            size = path.stat().st_size
        except FileNotFoundError as error:
            raise DamagedIndex(
                path, gettext("it is missing"), generation=manifest.number
            ) from error
        if size != entry.bytes:
            reason = gettext(
                "it has %(size)s bytes and not %(wanted)s", size=size, wanted=entry.bytes
            )
            raise DamagedIndex(path, reason, generation=manifest.number)


def check_content(index_dir: Path, manifest: Manifest, *, known: Container[FileEntry] = ()) -> None:
    """Raise DamagedIndex unless every file of a generation has its checksum.

    Reads all of them but those that are `known` to be sound.
    """
    check_sizes(index_dir, manifest)
    for entry in manifest.files:
        if entry in known:
            continue
        path = index_dir / entry.name
        if describe(path).sha256 != entry.sha256:
            raise DamagedIndex(
                path, gettext("its checksum does not fit"), generation=manifest.number
            )


def describe(path: Path) -> FileEntry:
    """Read a file for its size and checksum."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FileEntry(name=path.name, bytes=path.stat().st_size, sha256=digest)


def write_durably(path: Path, content: bytes) -> None:
    """Put a whole file in place at once: after a crash it is the old one or the new one."""
    staged = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    staged.write_bytes(content)
    sync(staged)
    staged.replace(path)
    sync(path.parent)


def write_manifest(index_dir: Path, manifest: Manifest) -> None:
    """Put the manifest of a generation in place; readers do not see it yet."""
    write_durably(manifest_path(index_dir, manifest.number), to_json(manifest).encode())


def point_to(index_dir: Path, number: int) -> None:
    """Make a generation the current one: the moment at which readers see it."""
    write_durably(index_dir / POINTER, f"{manifest_path(index_dir, number).name}\n".encode())


def sync(path: Path) -> None:
    """Wait until a file or the entries of a folder are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def is_ours(name: str) -> bool:
    """Whether a file of this name was written by a reindex, and so may be swept."""
    return _OURS.fullmatch(name) is not None
