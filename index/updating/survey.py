"""The index and the folder side by side, before anything is written: what a run has to do.

Knows what is refused, not how segments are made.
"""

from dataclasses import dataclass
from pathlib import Path

from corpus import FoundFile, scan
from index.generations import Unreadable
from index.updating.base import Base, open_base
from index.updating.comparison import Changes, compare, set_twins_apart
from index.updating.guards import check_folder, check_removals
from index.updating.reports import Progress
from index.updating.touched import read_touched


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a run was asked for; see `index.reindex`."""

    folder: Path
    index_dir: Path
    custom: Path | None
    full: bool
    dry_run: bool
    jobs: int | None
    allow_removals: bool
    progress: Progress
    started: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What there is and what has changed; `twins` are files that cannot have their names."""

    base: Base
    changes: Changes
    twins: tuple[Unreadable, ...]

    @property
    def to_read(self) -> tuple[FoundFile, ...]:
        """The files to read: all of them if there is no snapshot to bring up to date."""
        changes = self.changes
        more = () if self.base.snapshot else changes.same
        every = (*changes.new, *changes.changed, *more)
        return tuple(sorted(every, key=lambda found: found.source))

    @property
    def replaced(self) -> list[int]:
        """The numbers of the letters that do not stay as they are."""
        if self.base.snapshot is None:
            return self.base.census.all_numbers()
        changed = {found.source for found in self.changes.changed}
        return self.base.census.numbers(self.changes.gone | changed)


def survey(task: Task) -> Survey:
    """Compare index and folder. Raises ReindexRefused if too much is missing."""
    base = open_base(task.index_dir, task.folder, custom=task.custom, full=task.full)
    if not task.allow_removals:
        check_folder(task.folder, letters=base.letters)
    found, twins = set_twins_apart(_scan(task))
    changes = compare(base.census, found, read_touched(task.index_dir))
    seen = Survey(base=base, changes=changes, twins=twins)
    check_lost(task, seen, lost=frozenset())
    return seen


def check_lost(task: Task, seen: Survey, *, lost: frozenset[str]) -> None:
    """ReindexRefused if too many letters are gone or among the `lost` files, which nobody can read.

    Where the files of the index are not known, numbers are compared.
    """
    if task.allow_removals:
        return
    base, changes = seen.base, seen.changes
    if base.census.sources:
        vanished = len(base.census.numbers(changes.gone | lost))
    else:
        there = len(changes.new) - len(lost)
        vanished = 0 if there and base.is_elsewhere else max(0, base.letters - there)
    check_removals(task.folder, vanished=vanished, letters=base.letters)


def _scan(task: Task) -> tuple[FoundFile, ...]:
    if task.allow_removals and not task.folder.exists():
        return ()
    return scan(task.folder)
