"""The index and the folder side by side, before anything is written: what a run has to do.

Knows what is refused, not how segments are made.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from corpus import (
    Complaint,
    FoundFile,
    LinkOnTheWay,
    Listing,
    Nearby,
    list_letters,
    scan_nearby,
)
from index.generations import CORRECTIONS, Unreadable
from index.snapshot import Snapshot
from index.updating.base import Base, open_base
from index.updating.census import NOBODY, take_part
from index.updating.comparison import SAME_NAME, Changes, compare, set_twins_apart
from index.updating.guards import check_folder, check_removals
from index.updating.reports import Progress
from index.updating.touched import read_touched

# Raises ReindexRefused if the first snapshot must not take the place of the second, the live one.
Approve = Callable[[Snapshot, Snapshot | None], None]


@dataclass(frozen=True, slots=True)
class Since:
    """All that changed since a generation: absolute paths, of folders too."""

    generation: int
    paths: frozenset[str]


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
    removed_lately: int
    since: Since | None
    is_hurried: bool
    approve: Approve | None
    progress: Progress
    started: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What there is and what has changed; `unreadable` are files that are none of the letters.

    These cannot have their names, were not looked at and could not be read before, or say of
    letters what does not count.
    """

    base: Base
    changes: Changes
    unreadable: tuple[Unreadable, ...]

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
    seen = (_survey_nearby(task, task.since) if task.since else None) or _survey_all(task)
    check_lost(task, seen, lost=frozenset())
    return seen


def _survey_all(task: Task) -> Survey:
    base = open_base(task.index_dir, task.folder, custom=task.custom, full=task.full)
    if not task.allow_removals:
        check_folder(task.folder, letters=base.letters)
    listed = _list(task)
    found, twins = set_twins_apart(listed.files)
    changes = compare(base.census, found, read_touched(task.index_dir))
    still = _still_wrong(base.snapshot, changes)
    unreadable = (*twins, *_wrong(listed.complaints), *still)
    return Survey(base=base, changes=changes, unreadable=unreadable)


def _survey_nearby(task: Task, since: Since) -> Survey | None:
    """Look only where something changed; None where that does not tell the whole."""
    check_folder(task.folder, letters=1)
    try:
        near = scan_nearby(task.folder, since.paths)
    except LinkOnTheWay:
        return None
    taking = partial(take_part, near=near)
    base = open_base(task.index_dir, task.folder, custom=task.custom, full=task.full, taking=taking)
    live = base.snapshot
    if live is None or live.damage or live.generation != since.generation:
        return None
    if not _have_their_names(live, near):
        return None
    touched = read_touched(task.index_dir)
    changes = compare(base.census, near.files, touched)
    elsewhere = {source: s for source, s in touched.items() if not near.covers(source)}
    return Survey(
        base=base,
        changes=replace(changes, touched={**elsewhere, **changes.touched}),
        unreadable=(
            *(fault for fault in live.manifest.unreadable if not near.covers(fault.source)),
            *_wrong(near.complaints),
            *_still_wrong(live, changes),
        ),
    )


def _still_wrong(live: Snapshot | None, changes: Changes) -> Iterator[Unreadable]:
    """What was said of letters and is not so, as far as these are not read again."""
    known = [fault for fault in live.manifest.unreadable if not fault.is_lost] if live else []
    same = {file.source for file in changes.same} if known else set()
    return (fault for fault in known if fault.source in same)


def _wrong(complaints: Iterable[Complaint]) -> Iterator[Unreadable]:
    """What of a `letters.toml` does not count, beside the letters that cannot be read."""
    return (
        Unreadable(complaint.source, CORRECTIONS, *complaint.wording) for complaint in complaints
    )


def _have_their_names(live: Snapshot, near: Nearby) -> bool:
    """Whether no file has a name that another has, or wants one that is free now."""
    if any(fault.reason == SAME_NAME for fault in live.manifest.unreadable):
        return False
    _, twins = set_twins_apart(near.files)
    numbers = (live.find(file.id) for file in near.files)
    others = (live.letter(number).source for number in numbers if number is not None)
    return not twins and all(map(near.covers, others))


def check_lost(task: Task, seen: Survey, *, lost: frozenset[str]) -> None:
    """ReindexRefused if too many letters are gone or among the `lost` files, which nobody can read.

    Where the files of the index are not known, numbers are compared.
    """
    if task.allow_removals:
        return
    base, changes = seen.base, seen.changes
    if base.census is not NOBODY:
        vanished = len(base.census.numbers(changes.gone | lost))
    else:
        there = len(changes.new) - len(lost)
        vanished = 0 if there and base.is_elsewhere else max(0, base.letters - there)
    lately = task.removed_lately
    check_removals(task.folder, vanished=vanished + lately, letters=base.letters + lately)


def _list(task: Task) -> Listing:
    if task.allow_removals and not task.folder.exists():
        return Listing((), ())
    return list_letters(task.folder)
