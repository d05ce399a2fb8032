"""Parsing in a process of its own, that is ended when it takes too long, too much, or breaks.

One such process serves the files of this one, one after the other; it ends with this one, even
if this one is killed. Knows no format.
"""

import atexit
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from corpus.errors import UnreadableLetter
from corpus.formats import Document, Format
from corpus.letter import Span
from corpus.reasons import WORDINGS

ROOT = Path(__file__).resolve().parents[2]  # what the rooms are imported from
LONGEST_REPLY = 512 * 1024 * 1024  # bytes
BLOCK = 1 << 20
NOTHING_TO_DO = 0  # exit code of a process that nobody asked anything for long


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading one file may take: seconds of computing, seconds in all, MB of memory.

    After `idle_s` seconds without a file the process ends, and gives its memory back.
    """

    cpu_s: int = 20
    wall_s: float = 60.0
    memory_mb: int = 1024
    idle_s: float = 60.0


class _Ended(Exception):
    """The process is no more."""


class _TooSlow(Exception):
    """There was no reply in time."""


@dataclass(slots=True)
class Parser:
    """A process that parses, started when it is first needed, and again whenever it has ended."""

    limits: Limits = field(default_factory=Limits)
    _process: subprocess.Popen[bytes] | None = None
    _lifeline: int = -1
    _lock: Lock = field(default_factory=Lock)

    def read(self, format_: Format, raw: bytes, source: str) -> Document:
        """The document of a file; raises `UnreadableLetter`, whatever happens to the process."""
        with self._lock:
            reply = self._ask(format_, raw, source)
        if "reason" not in reply:
            return _to_document(reply)
        raise UnreadableLetter(source, reply["reason"], **reply["values"])

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with process:
                os.close(self._lifeline)

    def _ask(self, format_: Format, raw: bytes, source: str) -> dict[str, Any]:
        if self._process is not None and self._process.poll() is not None:
            self.close()
        process = self._process or self._start()
        head = json.dumps({"format": format_, "source": source, "size": len(raw)})
        deadline = time.monotonic() + self.limits.wall_s
        try:
            _send(process, head.encode("ascii") + b"\n", raw)
            reply = _receive(process, deadline)
        except _TooSlow:
            self.close()
            return {"reason": "too_slow", "values": {"limit_s": int(self.limits.wall_s)}}
        except _Ended:
            if process.wait() == NOTHING_TO_DO:  # it has ended at this very moment
                self.close()
                return self._ask(format_, raw, source)
            return self._explain(process, format_)
        if "ended" in reply:
            self.close()
        return reply

    def _start(self) -> subprocess.Popen[bytes]:
        ours, theirs = os.pipe()
        ours, theirs = theirs, ours  # it holds the end to read from, we the one to write to
        paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
        limits = map(str, (self.limits.cpu_s, self.limits.memory_mb, self.limits.idle_s))
        try:
            self._process = subprocess.Popen(  # noqa: S603  (this program's own words)
                [
                    sys.executable,
                    "-W",
                    "ignore",
                    "-m",
                    "corpus.formats.worker",
                    str(theirs),
                    *limits,
                ],
                bufsize=0,  # nothing is left to be sent when it is gone
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs,),
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
                process_group=0,  # Ctrl-C is for this process, which ends that one
            )
        finally:
            os.close(theirs)
        self._lifeline = ours
        return self._process

    def _explain(self, process: subprocess.Popen[bytes], format_: Format) -> dict[str, Any]:
        """Why a process ended without a reply."""
        code = process.wait()
        self.close()
        if code == -signal.SIGXCPU:
            return {"reason": "too_slow", "values": {"limit_s": self.limits.cpu_s}}
        problem = f"signal {-code}" if code < 0 else f"exit code {code}"
        return {"reason": "broke_off", "values": {"format": format_, "problem": problem}}


def read_apart(format_: Format, raw: bytes, source: str) -> Document:
    """The document of a file, read by the parser process of this one; raises `UnreadableLetter`."""
    return _parser_of(os.getpid()).read(format_, raw, source)


@cache
def _parser_of(_process_id: int) -> Parser:
    """The parser of a process: one that was forked has its own."""
    parser = Parser()
    atexit.register(parser.close)
    return parser


def _send(process: subprocess.Popen[bytes], *pieces: bytes) -> None:
    assert process.stdin  # noqa: S101  (for mypy: it was asked for)
    try:
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(process.stdin.fileno(), rest) :]
    except (BrokenPipeError, ConnectionError) as error:
        raise _Ended from error


def _receive(process: subprocess.Popen[bytes], deadline: float) -> dict[str, Any]:
    """The reply of a process; raises _Ended and _TooSlow."""
    assert process.stdout  # noqa: S101  (the same)
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        size = int.from_bytes(_read(process.stdout.fileno(), 8, selector, deadline), "big")
        if size > LONGEST_REPLY:
            process.kill()
            raise _Ended
        content = _read(process.stdout.fileno(), size, selector, deadline)
    reply: dict[str, Any] = json.loads(content)
    if "reason" in reply and reply["reason"] not in WORDINGS:
        raise _Ended
    return reply


def _read(pipe: int, size: int, selector: selectors.BaseSelector, deadline: float) -> bytes:
    content = bytearray()
    while len(content) < size:
        if not selector.select(max(0.0, deadline - time.monotonic())):
            raise _TooSlow
        piece = os.read(pipe, min(BLOCK, size - len(content)))
        if not piece:
            raise _Ended
        content += piece
    return bytes(content)


def _to_document(reply: dict[str, Any]) -> Document:
    return Document(
        reply["text"],
        start=reply["start"],
        declared={
            key: tuple(Span(*span) for span in spans) for key, spans in reply["declared"].items()
        },
        masked=tuple(Span(*span) for span in reply["masked"]),
    )
