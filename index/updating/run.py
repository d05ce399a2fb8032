"""Bringing an index up to date with its folder: only what changed is read, and nothing is lost.

Reads as the steps of a run. Knows nothing of the command line.
"""

import logging
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from corpus import gettext
from index.columns import DamagedSegment
from index.errors import DamagedIndex, IndexFault, ReindexFailed
from index.generations import (
    FileEntry,
    Manifest,
    Staging,
    Unreadable,
    exclusive,
    publish,
    settle,
    stage,
    sweep_debris,
)
from index.parts import Part, bury, digests_of, merge_parts, new_part, parts_of, to_manifest
from index.snapshot import Snapshot, open_manifest, open_snapshot
from index.stamps import make_stamp
from index.tiers import Places, Size, plan_full, plan_merges
from index.updating.base import Base
from index.updating.reports import Counts, Progress, Report, count_changes, silent
from index.updating.segments import Built, build_segments
from index.updating.survey import Approve, Since, Survey, Task, check_lost, survey
from index.updating.touched import write_touched
from index.updating.workers import Job, build_in_processes, choose_workers

# Letters that a run merges before readers see what changed: a quarter of a second. More is merged
# after that, as another generation of the same letters.
MERGED_AT_ONCE = 4_000
MOST_SEGMENTS = 24  # that hurried runs may leave: queries take twice as long as over half of them

logger = logging.getLogger(__name__)


def reindex(
    folder: Path,
    index_dir: Path,
    *,
    full: bool = False,
    dry_run: bool = False,
    jobs: int | None = None,
    allow_removals: bool = False,
    removed_lately: int = 0,
    since: Since | None = None,
    is_hurried: bool = False,
    approve: Approve | None = None,
    progress: Progress = silent,
    custom: Path | None = None,
) -> Report:
    """Bring the index up to date with the folder, and say what was done.

    `full` reads everything anew, `dry_run` changes nothing, `jobs` is a number of processes (by
    default as many as pay), `custom` the folder of the admin's own words. With `since` only what
    is known to have changed is looked at, if that generation is the live one. Letters that were
    `removed_lately` count when it is asked whether too many are gone. A run that `is_hurried`
    leaves merges that take long to the next that is not. `approve` is shown the new
    generation beside the live one before readers see it. Whatever fails, the live index stays as
    it was. Raises IndexFault and UnreadableFolder.
    """
    task = Task(
        folder=_absolute(folder.expanduser()),
        index_dir=_absolute(index_dir),
        custom=custom,
        full=full,
        dry_run=dry_run,
        jobs=jobs,
        allow_removals=allow_removals,
        removed_lately=removed_lately,
        since=since,
        is_hurried=is_hurried,
        approve=approve,
        progress=progress,
        started=time.perf_counter(),
    )
    try:
        if dry_run:
            return _forecast(task)
        with exclusive(task.index_dir), _swept(task.index_dir):
            return _reindex(task)
    except OSError as error:
        raise ReindexFailed(gettext("%(why)s. Nothing was changed.", why=error)) from error
    except DamagedSegment as error:
        raise DamagedIndex(error.path, error.what) from error


def _absolute(path: Path) -> Path:
    """The path from the root, with links as they are: they may be meant to be turned elsewhere."""
    return Path(os.path.abspath(path))  # noqa: PTH100


@contextmanager
def _swept(index_dir: Path) -> Iterator[None]:
    """Leave no file behind that no generation needs, nor what a crashed run left before."""
    sweep_debris(index_dir)
    try:
        yield
    finally:
        sweep_debris(index_dir)


def _reindex(task: Task) -> Report:
    seen = survey(task)
    base = seen.base
    write_touched(task.index_dir, seen.changes.touched)
    staging = stage(task.index_dir)
    built = _build(task, seen, staging)
    failed = list(chain.from_iterable(part.unreadable for part in built))
    check_lost(task, seen, lost=frozenset(fault.source for fault in failed if fault.is_lost))
    fresh = [new_part(staged) for part in built for staged in part.segments]
    present = [fault for fault in failed if fault.reason != "vanished"]
    unreadable = tuple(sorted([*seen.unreadable, *present]))
    counts = _count(seen, fresh)
    live = base.snapshot
    is_news = bool(fresh or seen.replaced) or _has_merges(task, live)
    if live and not (is_news or live.damage or unreadable != live.manifest.unreadable):
        return _report(task, base, live.manifest, counts, unreadable)
    kept = bury(parts_of(live), seen.replaced, staging) if live else ()
    template = _template(task, base, staging, unreadable)
    manifest = _publish(task, (*kept, *fresh), template, staging, live)
    return _report(task, base, manifest, counts, unreadable)


def _forecast(task: Task) -> Report:
    """What would be done, as far as it is known without reading: a new file has one letter."""
    seen = survey(task)
    changes, census = seen.changes, seen.base.census
    removed = len(census.numbers(changes.gone))
    changed = len(census.numbers({found.source for found in changes.changed}))
    unchanged = len(census.all_numbers()) - removed - changed
    counts = Counts(added=len(changes.new), changed=changed, removed=removed, unchanged=unchanged)
    return _report(task, seen.base, seen.base.manifest, counts, seen.unreadable)


def _build(task: Task, seen: Survey, staging: Staging) -> Sequence[Built]:
    """Read and write what is to be read, in as many processes as were asked for or as pay."""
    files, segmenter = seen.to_read, seen.base.segmenter
    read = 0

    def on_read(count: int) -> None:
        nonlocal read
        read += count
        task.progress("read", read, len(files))

    workers = choose_workers(len(files), task.jobs)
    if workers > 1:
        job = Job(staging=staging, segmenter=segmenter.name, words=seen.base.words)
        return build_in_processes(files, job, workers=workers, on_read=on_read)
    one = build_segments(files, staging=staging, label="0", segmenter=segmenter, on_read=on_read)
    return (one,)


def _publish(
    task: Task,
    parts: Sequence[Part],
    template: Manifest,
    staging: Staging,
    live: Snapshot | None,
) -> Manifest:
    """Make the parts the live generation, few of them; a merge that takes long comes after."""
    sizes = [part.size for part in parts]
    groups = plan_merges(sizes) if live else plan_full(sizes)
    if live is None or _count_live(sizes, groups) <= MERGED_AT_ONCE:
        manifest = _merge(task, parts, groups, template, staging)
        _approve(task, manifest)
        publish(task.index_dir, manifest)
        return manifest
    manifest = to_manifest(parts, template, staging)
    _approve(task, manifest)
    publish(task.index_dir, manifest)
    if task.is_hurried and len(parts) <= MOST_SEGMENTS:
        return manifest
    try:
        merged = _merge(task, parts, groups, template, stage(task.index_dir))
        publish(task.index_dir, merged)
    except (OSError, DamagedIndex, DamagedSegment) as error:
        logger.warning("Searches are slower until segments can be merged: %s", error)
        return manifest
    return merged


def _has_merges(task: Task, live: Snapshot | None) -> bool:
    """Whether hurried runs left something to do that this one has time for."""
    if live is None or task.is_hurried:
        return False
    return bool(plan_merges([part.size for part in parts_of(live)]))


def _count_live(sizes: Sequence[Size], groups: Sequence[Places]) -> int:
    return sum(sizes[at].live for group in groups for at in group)


def _merge(
    task: Task,
    parts: Sequence[Part],
    groups: Sequence[Places],
    template: Manifest,
    staging: Staging,
) -> Manifest:
    letters = _count_live([part.size for part in parts], groups)
    if groups:
        task.progress("merge", 0, letters)
        parts = merge_parts(parts, groups, staging)
        task.progress("merge", letters, letters)
    return to_manifest(parts, template, staging)


def _approve(task: Task, manifest: Manifest) -> None:
    """See that the generation may become the live one; ReindexRefused if it may not."""
    if task.approve is None:
        return
    try:
        live = open_snapshot(task.index_dir)
    except IndexFault:  # none, or none that this program can read
        live = None
    task.approve(open_manifest(task.index_dir, manifest, live), live)


def _template(
    task: Task, base: Base, staging: Staging, unreadable: tuple[Unreadable, ...]
) -> Manifest:
    """The manifest of the run, but for its segments."""
    return Manifest(
        number=staging.number,
        previous=base.manifest.number if base.manifest else None,
        created="",
        folder=str(task.folder),
        letters=0,
        segments=(),
        stamp=make_stamp(base.segmenter),
        words=_keep_words(base, staging),
        unreadable=unreadable,
    )


def _keep_words(base: Base, staging: Staging) -> FileEntry | None:
    """The copy of the admin's own words; the one that is there if they are the same."""
    if base.snapshot is not None:
        return base.snapshot.manifest.words
    if base.words is None:
        return None
    staged = staging.path("words")
    staged.write_bytes(base.words.read_bytes())
    return settle(staged)


def _count(seen: Survey, fresh: Sequence[Part]) -> Counts:
    before = seen.base.census.before(seen.replaced)
    kept = seen.base.letters - len(before) if seen.base.snapshot else 0
    return count_changes(before, digests_of(fresh), kept=kept)


def _report(
    task: Task,
    base: Base,
    manifest: Manifest | None,
    counts: Counts,
    unreadable: tuple[Unreadable, ...],
) -> Report:
    known = base.census.first
    return Report(
        folder=task.folder,
        generation=manifest.number if manifest else None,
        letters=manifest.letters if manifest else 0,
        counts=counts,
        unreadable=unreadable,
        taken_out=tuple(f.source for f in unreadable if f.is_lost and f.source in known),
        full=base.snapshot is None,
        why=base.why,
        warning=base.snapshot.damage if base.snapshot else None,
        dry_run=task.dry_run,
        seconds=time.perf_counter() - task.started,
    )
