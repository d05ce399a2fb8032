"""The benchmark of serving: whole requests over HTTP, asked by a program outside.

wrk asks where it is installed; elsewhere a client in Python, which is slower than the server.
"""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import urlencode

from benchmarks import python_client
from benchmarks.commands import CommandFailed, command, environment, letters
from benchmarks.letters import Drafter
from benchmarks.processes import family, memory
from benchmarks.queries import KINDS, Query
from benchmarks.scratch import Say, Scratch

HOST = "127.0.0.1"
CLIENTS = 16
SECONDS = 10  # of asking with all queries
SECONDS_A_KIND = 3
LONGEST_START = 60.0  # seconds
SCRIPT = Path(__file__).with_name("wrk.lua")


def run(
    drafter: Drafter,
    queries: Sequence[Query],
    scratch: Scratch,
    say: Say,
    *,
    others: Sequence[Query],
) -> dict[str, Any]:
    """Serve the scratch collection, ask, and stop the server.

    `queries` are asked in turns, again and again, as searches that many have made; each of the
    `others` is asked once, so that no answer was given before.
    """
    scratch.write_letters(drafter, say)
    say("bringing the index up to date")
    letters(scratch, "reindex")
    workers = len(os.sched_getaffinity(0))
    with serving(scratch, workers) as server:
        port, pid = server
        asker = Asker(port, scratch.root)
        say(f"asking {len(queries)} queries of {workers} workers with {asker.client}")
        paths = [to_path(query) for query in queries]
        sizes = [asker.once(path) for path in paths]
        (new,) = python_client.ask_once(HOST, [port], [to_path(query) for query in others])
        many = asker.ask(paths, clients=CLIENTS, seconds=SECONDS)  # first: each worker gets warm
        one = asker.ask(paths, clients=1, seconds=SECONDS)
        kinds = {
            kind: asker.ask(
                [to_path(query) for query in queries if query.kind == kind],
                clients=1,
                seconds=SECONDS_A_KIND,
            )
            for kind in KINDS
        }
        private = memory(pid, "Private_Clean", "Private_Dirty")
        return {
            "letters": scratch.size,
            "client": asker.client,
            "workers": workers,
            "queries": len(queries),
            "answer_kilobytes": round(sum(sizes) / len(sizes) / 1000, 1),
            "asked_once": figures(new),
            "one_client": one,
            f"{CLIENTS}_clients": many,
            "kinds": kinds,
            "private_megabytes": round(private / 1e6),
            "processes": len(list(family(pid))),
        }


def to_path(query: Query) -> str:
    """The address of a search: ten snippets, all facets, no translation."""
    parameters = [("q", query.typed), ("translate", "false")]
    if query.narrowing is not None:
        first, last = (_date(day) for day in (query.narrowing.first, query.narrowing.last))
        parameters += [("lang", query.narrowing.language), ("date_from", first), ("date_to", last)]
    return f"/api/v1/search?{urlencode(parameters)}"


def _date(day: int) -> str:
    return f"{day // 10_000}-{day // 100 % 100:02}-{day % 100:02}"


class Asker:
    """Asks a server on this machine, with whichever client there is."""

    def __init__(self, port: int, folder: Path) -> None:
        self._port = port
        self._file = folder / "addresses.txt"
        self._wrk = shutil.which("wrk")
        self.client = "wrk" if self._wrk else "a client in Python (slower than the server)"

    def once(self, path: str) -> int:
        """Ask once; how many bytes were answered. CommandFailed if it is not what was wanted."""
        connection = HTTPConnection(HOST, self._port, timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        if answer.status != 200:
            raise CommandFailed(f"{path} was answered with {answer.status}: {body[:300]!r}")
        return len(body)

    def ask(self, paths: Sequence[str], *, clients: int, seconds: int) -> dict[str, float]:
        """Ask in turns from so many clients for so long."""
        found = (
            self._by_wrk(paths, clients, seconds)
            if self._wrk
            else python_client.ask(HOST, self._port, paths, clients=clients, seconds=seconds)
        )
        return figures(found)

    def _by_wrk(self, paths: Sequence[str], clients: int, seconds: int) -> dict[str, float]:
        self._file.write_text("\n".join(paths) + "\n", "ascii")
        asking = [
            str(self._wrk), f"-t{min(clients, 2)}", f"-c{clients}", f"-d{seconds}s",
            "-s", str(SCRIPT), f"http://{HOST}:{self._port}", "--", str(self._file),
        ]  # fmt: skip
        done = subprocess.run(asking, capture_output=True, text=True, check=False)  # noqa: S603
        lines = [line for line in done.stdout.splitlines() if line.startswith("JSON ")]
        if not lines:
            raise CommandFailed(f"wrk ended with {done.returncode}: {done.stdout}{done.stderr}")
        found: dict[str, float] = json.loads(lines[0].removeprefix("JSON "))
        return found


def figures(found: dict[str, float]) -> dict[str, float]:
    """What is kept of a client's figures; CommandFailed if any request failed."""
    if found["failed"]:
        raise CommandFailed(f"{found['failed']} of {found['requests']} requests failed")
    return {
        "p50_ms": found["p50_ms"],
        "p95_ms": found["p95_ms"],
        "p99_ms": found["p99_ms"],
        "requests_a_second": round(found["requests"] / found["seconds"], 1),
    }


@contextmanager
def serving(scratch: Scratch, workers: int) -> Iterator[tuple[int, int]]:
    """A server with the scratch index, ready: its port and the id of its process."""
    port = _free_port()
    serving = [command(), "serve", "--host", HOST, "--port", str(port), "--workers", str(workers)]
    log = scratch.root / "serve.log"
    with (
        log.open("wb") as output,
        subprocess.Popen(  # noqa: S603
            serving, env=environment(scratch), stdout=output, stderr=output
        ) as process,
    ):
        try:
            _wait(port, process, log)
            yield port, process.pid
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = monotonic() + LONGEST_START
    while monotonic() < end and process.poll() is None:
        connection = HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return
        except (OSError, HTTPException):
            pass
        finally:
            connection.close()
        sleep(0.05)
    raise CommandFailed(f"the server did not get ready: {log.read_text('utf-8')}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
    return port
