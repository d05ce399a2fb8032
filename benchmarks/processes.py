"""What a process and its children use: time of cores, memory. Reads /proc, so Linux only.

Knows nothing of what they do.
"""

import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter, thread_time

SAMPLE_SECONDS = 0.05
_SHARE = 0.01  # of a core at most: the kernel goes through all pages of a process to count them
_ROLLUP = "smaps_rollup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a command took. `peak_bytes` is what all its processes held at the same time.

    Memory that processes share is counted once (PSS), sampled every SAMPLE_SECONDS if
    that takes little of a core, else less often.
    """

    status: int
    output: str
    seconds: float
    cpu_seconds: float
    peak_bytes: int


def run(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a command to its end."""
    before, begin = _children_seconds(), perf_counter()
    with subprocess.Popen(  # noqa: S603 - commands are made by the benchmarks alone
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        sampler = _Sampler(process.pid)
        sampler.start()
        output, _ = process.communicate()
        seconds = perf_counter() - begin
        sampler.stop()
    return Run(
        status=process.returncode,
        output=output,
        seconds=seconds,
        cpu_seconds=_children_seconds() - before,
        peak_bytes=sampler.peak,
    )


def memory(pid: int, *names: str) -> int:
    """Bytes of a process and all its children: the sum of these lines of smaps_rollup.

    `Private_Clean` and `Private_Dirty` are what nobody shares, `Pss` divides what is shared.
    """
    return sum(_rollup(each, names) for each in family(pid))


def family(pid: int) -> Iterator[int]:
    """A process and its children, and theirs."""
    yield pid
    with suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
            yield from family(int(child))


def _rollup(pid: int, names: Sequence[str]) -> int:
    try:
        lines = Path(f"/proc/{pid}/{_ROLLUP}").read_text("ascii").splitlines()
    except OSError:
        return 0
    kilobytes = (line.split() for line in lines[1:])
    return sum(1024 * int(size) for name, size, *_ in kilobytes if name.rstrip(":") in names)


def _children_seconds() -> float:
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class _Sampler(threading.Thread):
    """Looks at the memory of a family of processes until it is told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._pid = pid
        self._done = threading.Event()

    def run(self) -> None:
        pause = SAMPLE_SECONDS
        while not self._done.wait(pause):
            begin = thread_time()
            self.peak = max(self.peak, memory(self._pid, "Pss"))
            pause = max(SAMPLE_SECONDS, (thread_time() - begin) / _SHARE)

    def stop(self) -> None:
        self._done.set()
        self.join()
