"""Building segments in several processes: slices of the files go out, segments come back.

A worker whose parent is gone ends at its next word to it, so nothing is left running after a
parent was killed.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

from corpus import FoundFile, gettext
from index.analysis import open_segmenter
from index.errors import IndexFault
from index.generations import Staging
from index.updating.segments import Built, build_segments

SLICES_A_WORKER = 4  # so that one slow slice does not keep the others waiting long
# Files from which several processes pay: two of them, and merging what they write, cost a second
# more of computing, in which one reads some 500 letters (measured with two cores).
WORTH_IT = 2_000
NEWS = 50  # files after which a worker says how far it is


class WorkerLost(IndexFault):
    """A worker process ended before its work was done."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(
            gettext(
                "A worker process ended early: %(why)s. Nothing was changed; try --jobs 1.",
                why=_why(exit_code),
            )
        )


def _why(exit_code: int | None) -> str:
    if exit_code == -signal.SIGKILL:
        return gettext("the system ended it, perhaps for want of memory")
    if exit_code == 1:
        return gettext("it met an error, shown above")
    return gettext("exit code %(code)s", code=exit_code)


def choose_workers(files: int, jobs: int | None) -> int:
    """How many processes to read so many files with; 1 means this one alone."""
    if jobs is not None:
        return max(1, min(jobs, files))
    return _cores() if files >= WORTH_IT else 1


def _cores() -> int:
    """How many cores this process may use, where the system says so."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a worker needs to know beside its files: only what can be sent to a process."""

    staging: Staging
    segmenter: str
    words: Path | None


@dataclass(frozen=True, slots=True)
class _Slice:
    number: int
    files: Sequence[FoundFile]


def build_in_processes(
    files: Sequence[FoundFile], job: Job, *, workers: int, on_read: Callable[[int], None]
) -> tuple[Built, ...]:
    """Build segments of the files in as many processes, in the order of the files.

    Raises WorkerLost, and OSError as `build_segments` does.
    """
    slices = [_Slice(*pair) for pair in enumerate(_cut(files, workers * SLICES_A_WORKER))]
    crew = _Crew(waiting=slices[::-1], on_read=on_read)
    try:
        for _ in range(min(workers, len(slices))):
            crew.hire(job)
        while crew.members:
            crew.listen()
    finally:
        crew.dismiss()
    return tuple(crew.done[number] for number in sorted(crew.done))


@dataclass(slots=True, kw_only=True)
class _Crew:
    """Workers by their connections, the slices that nobody has yet, and the results."""

    waiting: list[_Slice]
    on_read: Callable[[int], None]
    members: dict[Connection, SpawnProcess] = field(default_factory=dict)
    done: dict[int, Built] = field(default_factory=dict)

    def hire(self, job: Job) -> None:
        """Start a worker and give it a slice."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, job), daemon=True)
        process.start()
        theirs.close()
        self.members[ours] = process
        ours.send(self.waiting.pop())

    def listen(self) -> None:
        """Wait until a worker says how many files it has read, has a result, or fails."""
        ready = wait(list(self.members))
        for connection in [member for member in self.members if member in ready]:
            try:
                word = connection.recv()
            except (EOFError, ConnectionError) as error:
                self.members[connection].join()
                raise WorkerLost(self.members[connection].exitcode) from error
            if isinstance(word, OSError):
                raise word
            if isinstance(word, int):
                self.on_read(word)
            else:
                self.done[word[0]] = word[1]
                self._go_on(connection)

    def dismiss(self) -> None:
        """End every worker that is not done."""
        for connection, process in self.members.items():
            process.terminate()
            process.join()
            connection.close()

    def _go_on(self, connection: Connection) -> None:
        if self.waiting:
            connection.send(self.waiting.pop())
            return
        connection.send(None)
        self.members.pop(connection).join()
        connection.close()


def _work(connection: Connection, job: Job) -> None:
    """Do slices until there are no more, or nobody who wants them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends its workers
    segmenter = open_segmenter(job.segmenter, job.words)
    teller = _Teller(connection)
    with suppress(EOFError, ConnectionError):
        while (task := connection.recv()) is not None:
            try:
                built = build_segments(
                    task.files,
                    staging=job.staging,
                    label=str(task.number),
                    segmenter=segmenter,
                    on_read=teller,
                )
            except ConnectionError:
                return
            except OSError as error:
                connection.send(error)
                return
            teller.flush()
            connection.send((task.number, built))


class _Teller:
    """Tells the parent of every so many files."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read = 0

    def __call__(self, count: int) -> None:
        self._read += count
        if self._read >= NEWS:
            self.flush()

    def flush(self) -> None:
        """Tell of those that were not told of yet."""
        self._connection.send(self._read)
        self._read = 0


def _cut(files: Sequence[FoundFile], count: int) -> list[Sequence[FoundFile]]:
    """The files in so many runs of about as many bytes each; fewer where there are too few."""
    total = sum(file.size for file in files)
    cuts, seen = [0], 0
    for at, file in enumerate(files, start=1):
        seen += file.size
        if len(cuts) < count and seen * count >= total * len(cuts):
            cuts.append(at)
    return [files[a:b] for a, b in zip(cuts, [*cuts[1:], len(files)], strict=True) if a < b]
