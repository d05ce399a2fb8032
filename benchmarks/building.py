"""The benchmark of building: from Letters to columns, from files to a live index, and changes."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from threading import Thread
from time import perf_counter, process_time, sleep
from typing import Any

from benchmarks import suggesting
from benchmarks.commands import CommandFailed, environment, letters
from benchmarks.letters import Drafter, to_letter
from benchmarks.processes import run as run_process
from benchmarks.queries import Query
from benchmarks.scratch import Say, Scratch, size_on_disk
from corpus import Letter
from index import LiveIndex, build, reindex
from index.updating import Since

ALONE = 100_000  # letters at most that are built alone: each costs the same
REPEATS = 3
FRESH = 5  # processes
LONGEST_WAIT = 120.0  # seconds for a change to be seen
_MEGABYTE = 1e6


def run(drafter: Drafter, queries: list[Query], scratch: Scratch, say: Say) -> dict[str, Any]:
    """All that is measured of building; leaves a live index for the benchmark of serving."""
    text_bytes = scratch.write_letters(drafter, say)
    typed = next(query.typed for query in queries if query.kind == "or")
    say("building from Letters that are read already")
    alone = _index_alone(drafter, scratch)
    say("building from files, as `letters reindex`")
    whole = _from_files(scratch, text_bytes)
    say("changing one letter, opening in fresh processes, searching from the shell")
    return {
        "letters": scratch.size,
        "text_megabytes": round(text_bytes / _MEGABYTE, 1),
        "index_alone": alone,
        "from_files": whole,
        "one_letter_changed": _one_change(drafter, scratch),
        "fresh_process": _fresh(scratch, typed),
        "shell_search_s": _shell_search(scratch, typed),
        "suggestions": suggesting.measure(drafter, scratch),
    }


def _index_alone(drafter: Drafter, scratch: Scratch) -> dict[str, float]:
    """In this process, one core; the time that drafting and reading take is left out."""
    place = scratch.root / "alone"
    shutil.rmtree(place, ignore_errors=True)
    count = min(scratch.size, ALONE)
    reading = _Clocked(drafter, count)
    begin = process_time()
    build(reading, place)
    seconds = process_time() - begin - reading.seconds
    size = size_on_disk(place)
    shutil.rmtree(place)
    return {
        "cpu_s": round(seconds, 2),
        "letters": count,
        "letters_a_second": round(count / seconds),
        "megabytes": round(size / _MEGABYTE, 1),
    }


class _Clocked:
    """Letters one after the other, and the seconds that making them took."""

    def __init__(self, drafter: Drafter, size: int) -> None:
        self.seconds = 0.0
        self._drafts = drafter.drafts(size)

    def __iter__(self) -> Iterator[Letter]:
        begin = process_time()
        for draft in self._drafts:
            letter = to_letter(draft)
            self.seconds += process_time() - begin
            yield letter
            begin = process_time()


def _from_files(scratch: Scratch, text_bytes: int) -> dict[str, float]:
    shutil.rmtree(scratch.index_dir, ignore_errors=True)
    done = letters(scratch, "reindex")
    size = size_on_disk(scratch.index_dir)
    return {
        "seconds": round(done.seconds, 2),
        "cpu_s": round(done.cpu_seconds, 2),
        "letters_a_second": round(scratch.size / done.seconds),
        "peak_megabytes": round(done.peak_bytes / _MEGABYTE),
        "megabytes": round(size / _MEGABYTE, 1),
        "share_of_text": round(size / text_bytes, 3),
    }


def _one_change(drafter: Drafter, scratch: Scratch) -> dict[str, float]:
    """Seconds until a reader that looks every millisecond has the changed letter.

    `path_known_s` is what `letters watch` does once it was told of the path.
    """
    live = LiveIndex(scratch.index_dir)
    path = scratch.letters / drafter.draft(scratch.size // 2).source

    def follow() -> object:
        since = Since(live.snapshot().generation, frozenset([str(path.resolve())]))
        return reindex(scratch.letters, scratch.index_dir, since=since, is_hurried=True)

    return {
        "as_command_s": _median_wait(drafter, scratch, lambda: letters(scratch, "reindex")),
        "path_known_s": _median_wait(drafter, scratch, follow),
    }


def _median_wait(drafter: Drafter, scratch: Scratch, update: Callable[[], object]) -> float:
    draft = drafter.draft(scratch.size // 2)
    path, letter_id = scratch.letters / draft.source, str(to_letter(draft).id)
    waits = []
    for turn in range(REPEATS):
        changed = f"{draft.text}\nP.S. {turn} {perf_counter()}\n"
        path.write_text(changed, "utf-8")
        waits.append(_wait(scratch.index_dir, letter_id, changed, update))
    path.write_text(draft.text, "utf-8")
    update()
    return round(median(waits), 3)


def _wait(index_dir: Path, letter_id: str, text: str, update: Callable[[], object]) -> float:
    live = LiveIndex(index_dir)
    live.snapshot()
    worker = Thread(target=update)
    begin = perf_counter()
    worker.start()
    while perf_counter() - begin < LONGEST_WAIT:
        snapshot = live.snapshot()
        number = snapshot.find(letter_id)
        if number is not None and snapshot.text(number) == text:
            seconds = perf_counter() - begin
            worker.join()
            return seconds
        sleep(0.001)
    raise CommandFailed(f"a changed letter was not seen within {LONGEST_WAIT:.0f} s")


def _fresh(scratch: Scratch, typed: str) -> dict[str, float]:
    """Medians over fresh processes; the files are in the memory of the system already."""
    command = [sys.executable, "-m", "benchmarks.fresh", str(scratch.index_dir), typed]
    found: list[dict[str, float]] = []
    for _ in range(FRESH):
        done = run_process(command, environment(scratch))
        if done.status != 0:
            raise CommandFailed(done.output)
        found.append(json.loads(done.output.splitlines()[-1]))
    return {name: median(each[name] for each in found) for name in found[0]}


def _shell_search(scratch: Scratch, typed: str) -> float:
    return round(median(letters(scratch, "search", typed).seconds for _ in range(FRESH)), 3)
