"""Making a generation the current one, going back to one before, and sweeping what is not kept.

Whoever calls these holds the lock. Knows nothing of what is in a segment.
"""

import logging
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from index.errors import DamagedIndex, IndexFault, NoIndex, NothingBefore
from index.generations import files
from index.generations.manifest import FileEntry, Manifest

# A bad reindex that is noticed only after another one can still be undone. Generations share
# segments, so three cost little more than one; after `--full` each is a whole index.
KEPT = 3

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staging:
    """Names for the new files of one run; no other run, not even a crashed one, has the same."""

    index_dir: Path
    number: int
    token: str

    def path(self, kind: str, label: str = "0") -> Path:
        """Where to write a new file until it is settled; `kind` and `label` make its name."""
        return self.index_dir / f"{kind}-{self.number:06}-{label}.{self.token}.tmp"


def stage(index_dir: Path) -> Staging:
    """Begin a generation: its number was never that of another that readers could see."""
    number = max([0, *_live_numbers(index_dir), *files.numbers(index_dir)]) + 1
    return Staging(
        index_dir=index_dir, number=number, token=f"{os.getpid()}-{secrets.token_hex(4)}"
    )


def settle(staged: Path) -> FileEntry:
    """Bring a written file safely to the disk under its final name; nothing names it yet.

    Nobody may write to it from now on: servers have it mapped, and would die if it were cut.
    """
    staged.chmod(staged.stat().st_mode & ~0o222)
    files.sync(staged)
    final = staged.with_name(staged.name.partition(".")[0])
    staged.replace(final)
    return files.describe(final)


def publish(index_dir: Path, manifest: Manifest) -> None:
    """Check the files of a generation, write its manifest, and let readers see it."""
    files.sync(index_dir)
    files.check_sizes(index_dir, manifest)
    files.write_manifest(index_dir, manifest)
    files.point_to(index_dir, manifest.number)
    sound = (m.number for m in files.chain(index_dir) if isinstance(m, Manifest))
    sweep(index_dir, islice(sound, KEPT))


def roll_back(index_dir: Path) -> Manifest:
    """Make the newest sound generation before the current one current; NothingBefore if none is."""
    for found in islice(files.chain(index_dir), 1, None):
        try:
            manifest = _sound(found)
            files.check_content(index_dir, manifest)
        except IndexFault as fault:
            logger.warning("%s", fault)
            continue
        files.point_to(index_dir, manifest.number)
        return manifest
    raise NothingBefore(index_dir)


def _sound(found: Manifest | IndexFault) -> Manifest:
    if isinstance(found, IndexFault):
        raise found
    return found


def sweep_debris(index_dir: Path) -> None:
    """Remove what a crashed run left: files that no manifest names."""
    sweep(index_dir, files.numbers(index_dir))


def sweep(index_dir: Path, kept: Iterable[int]) -> None:
    """Remove every file of ours that the kept generations do not need.

    If one of their manifests is damaged, nobody knows what it needs: only temporary files go.
    """
    try:
        needed = {files.POINTER} | {name for number in kept for name in _needed(index_dir, number)}
    except IndexFault:
        needed = {path.name for path in index_dir.iterdir() if path.suffix != ".tmp"}
    for path in list(index_dir.iterdir()):
        if files.is_ours(path.name) and path.name not in needed:
            path.unlink(missing_ok=True)


def _needed(index_dir: Path, number: int) -> set[str]:
    manifest = files.read_manifest(index_dir, number)
    own = files.manifest_path(index_dir, number).name
    return {own, *(entry.name for entry in manifest.files)}


def _live_numbers(index_dir: Path) -> list[int]:
    try:
        return [files.read_pointer(index_dir)]
    except (NoIndex, DamagedIndex):
        return []
