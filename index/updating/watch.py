"""Keeping an index up to date while its folder changes. Knows nothing of the command line."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from threading import Event

from corpus import CorpusError
from index.errors import DamagedIndex, IndexBusy, IndexFault, NoIndex
from index.generations import read_pointer
from index.stamps import WORDS
from index.updating.events import Batch, iter_batches
from index.updating.reports import Progress, Report
from index.updating.run import reindex
from index.updating.survey import Since

EVERY_S = 3_600.0  # between looks at the whole folder: events can be lost
PATIENCE_S = 10.0  # after an update failed, before a change brings another try
RETRY_S = 60.0  # after an update failed, before another try without a change
BUSY_S = 0.1  # between looks whether another has done with the index
QUIET_S = 5.0  # after the last change, before segments are merged that take long
MANY = 500  # changed paths; to look at more of them takes as long as looking at 100,000 files

News = Report | IndexFault | CorpusError


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is kept up to date; as in `index.reindex`. `display` shows the progress of an update.

    The whole folder is looked at `every` so many seconds.
    """

    folder: Path
    index_dir: Path
    custom: Path
    jobs: int | None
    every: float
    display: Callable[[], AbstractContextManager[Progress]]


def watch(watched: Watch, stop: Event) -> Iterator[News]:
    """Bring the index up to date now and whenever the folder changes, until `stop` is set.

    Yields the report of the first update and of every one that made a generation, and what was in
    the way of one; raises what was in the way of the first. Whatever fails, the live index stays
    as it was, and there will be another try.
    """
    keeper = _Keeper(watched, stop)
    for batch in iter_batches(keeper.folder, stop):
        keeper.note(batch)
        if keeper.is_due():
            yield from keeper.attempt()


@dataclass(slots=True)
class _Keeper:
    """What has changed since the last update, and how that one went."""

    watched: Watch
    stop: Event
    folder: Path = field(init=False)
    generation: int | None = None  # that the last update left live
    changed: set[str] = field(default_factory=set)
    is_all: bool = False  # anything can have changed
    removed: int = 0  # more letters than were added, since it was time for a look at the whole
    not_before: float = 0.0
    next_look: float = 0.0
    tidy_at: float = inf
    said: str = ""

    def __post_init__(self) -> None:
        self.folder = Path(os.path.abspath(self.watched.folder.expanduser()))  # noqa: PTH100

    def note(self, batch: Batch) -> None:
        """Remember what changed, but for hidden files; the admin's own words concern all."""
        custom = self.watched.custom.absolute()
        own = {str(custom), str(custom / WORDS)}  # of a new folder nothing else may be told
        self.is_all |= batch.is_all or not own.isdisjoint(batch.paths)
        self.not_before = 0.0 if batch.is_all else self.not_before
        start = len(str(self.folder))
        self.changed |= {path for path in batch.paths if f"{os.sep}." not in path[start:]}
        if len(self.changed) > MANY:
            self.is_all, self.changed = True, set()

    def is_due(self) -> bool:
        """Whether there is something to do, and it is time for it."""
        now = time.monotonic()
        is_news = self.is_all or self.changed
        if now >= self.next_look or now >= self.tidy_at:
            return True
        return bool(is_news and now >= self.not_before)

    def attempt(self) -> Iterator[News]:
        """Update once, when nobody else writes the index."""
        is_waiting = False
        while not self.stop.is_set():
            try:
                yield from self._update()
            except IndexBusy as busy:
                if not is_waiting:
                    yield busy
                is_waiting = True
                self.stop.wait(BUSY_S)
                continue
            except (IndexFault, CorpusError) as fault:
                if self.generation is None:
                    raise
                yield from self._postpone(fault)
            return

    def _update(self) -> Iterator[Report]:
        if _live_generation(self.watched.index_dir) != self.generation:
            self.is_all, self.removed = True, 0  # another has seen to the letters
        is_time = time.monotonic() >= self.next_look
        is_hurried = not is_time and bool(self.is_all or self.changed)
        since = None
        if self.generation is not None and not (self.is_all or is_time):
            since = Since(self.generation, frozenset(self.changed))
        with self.watched.display() as progress:
            report = reindex(
                self.folder,
                self.watched.index_dir,
                jobs=self.watched.jobs,
                removed_lately=self.removed,
                since=since,
                is_hurried=is_hurried,
                progress=progress,
                custom=self.watched.custom,
            )
        is_news = report.generation != self.generation and (is_time or is_hurried)
        self.tidy_at = time.monotonic() + QUIET_S if is_hurried else inf
        self.generation = report.generation
        self.removed = max(0, self.removed + report.counts.removed - report.counts.added)
        self.changed, self.is_all, self.not_before, self.said = set(), False, 0.0, ""
        if since is None:
            self.next_look = time.monotonic() + self.watched.every
            self.removed = 0 if is_time else self.removed
        if is_news:
            yield report

    def _postpone(self, fault: IndexFault | CorpusError) -> Iterator[News]:
        """Try again later; the same words are said once."""
        now = time.monotonic()
        self.is_all, self.changed = True, set()
        self.not_before, self.next_look, self.tidy_at = now + PATIENCE_S, now + RETRY_S, inf
        if str(fault) != self.said:
            self.said = str(fault)
            yield fault


def _live_generation(index_dir: Path) -> int | None:
    try:
        return read_pointer(index_dir)
    except (NoIndex, DamagedIndex):
        return None
