"""The process in which untrusted formats are parsed: `python -m corpus.formats.worker`.

Reads requests on its input and writes a reply to each: a document, or the reason why there is
none. Its limits end it where a parser does not end by itself; `apart` starts another.
"""

import fcntl
import json
import logging
import math
import os
import resource
import select
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any, BinaryIO

from corpus.errors import CorpusError
from corpus.formats import Adaptor, Document, open_adaptor

MEGABYTE = 1024 * 1024
DEEPEST_CALLS = 3_000  # of Python functions; the trees that pass the parsers are 2,048 deep


@dataclass(slots=True)
class _Worker:
    requests: BinaryIO
    replies: BinaryIO
    cpu_s: int
    memory_mb: int
    idle_s: float
    format_: str = ""

    def work(self) -> None:
        """Answer until nobody asks any more, or nobody has for long."""
        while self._is_asked() and (line := self.requests.readline()):
            request = json.loads(line)
            raw = self.requests.read(request["size"])
            self.format_ = request["format"]
            adaptor = open_adaptor(request["format"])  # before the time runs: its library loads
            self._allow_time()
            reply = self._answer(adaptor, raw, request["source"])
            self.reply(reply)
            if "ended" in reply:
                return

    def _is_asked(self) -> bool:
        """Whether there is a request in time; none is left in the buffer after a reply."""
        return bool(select.select([self.requests], [], [], self.idle_s)[0])

    def _allow_time(self) -> None:
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        limit = math.ceil(time.process_time()) + self.cpu_s
        resource.setrlimit(resource.RLIMIT_CPU, (limit, most))

    def _answer(self, adaptor: Adaptor, raw: bytes, source: str) -> dict[str, Any]:
        try:
            return to_reply(adaptor(raw, source))
        except CorpusError as error:
            return {"reason": error.reason, "values": error.values}
        except RecursionError:
            return {"reason": "too_deep", "values": {}}
        except MemoryError:
            values = {"limit_mb": self.memory_mb}
            return {"reason": "too_much_memory", "values": values, "ended": True}

    def reply(self, reply: dict[str, Any]) -> None:
        """Send a reply: its length in eight bytes, then JSON."""
        content = json.dumps(reply).encode("ascii")
        self.replies.write(len(content).to_bytes(8, "big") + content)
        self.replies.flush()

    def break_off(
        self, kind: type[BaseException], error: BaseException, _: TracebackType | None
    ) -> None:
        """Say what ended this process: a fault of a parser that nobody foresaw."""
        problem = f"{kind.__name__}: {error}"[:200]
        values = {"format": self.format_, "problem": problem}
        self.reply({"reason": "broke_off", "values": values, "ended": True})


def to_reply(document: Document) -> dict[str, Any]:
    """A document as JSON, which `apart` reads again."""
    return {
        "text": document.text,
        "start": document.start,
        "declared": {
            key: [[span.start, span.end] for span in spans]
            for key, spans in document.declared.items()
        },
        "masked": [[span.start, span.end] for span in document.masked],
    }


def limit(memory_mb: int) -> None:
    """Take from this process what no parser needs: most memory, writing files, leaving dumps."""
    for kind, most in (
        (resource.RLIMIT_AS, memory_mb * MEGABYTE),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # where the system has no such limit, or a lower one
            resource.setrlimit(kind, (most, most))


def end_with(lifeline: int) -> None:
    """End this process (SIGIO) when the other end of a pipe closes, which its parent holds.

    Where the system cannot signal that, a process ends when it is done with its request.
    """
    with suppress(OSError, AttributeError):
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
        flags = fcntl.fcntl(lifeline, fcntl.F_GETFL)
        fcntl.fcntl(lifeline, fcntl.F_SETFL, flags | os.O_ASYNC)


def main(lifeline: str, cpu_s: str, memory_mb: str, idle_s: str) -> None:
    """Work within limits: seconds of computing a request, memory, seconds without a request."""
    end_with(int(lifeline))
    limit(int(memory_mb))
    sys.dont_write_bytecode = True
    sys.setrecursionlimit(DEEPEST_CALLS)
    logging.disable()
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints is no reply
    worker = _Worker(sys.stdin.buffer, replies, int(cpu_s), int(memory_mb), float(idle_s))
    sys.excepthook = worker.break_off
    with suppress(BrokenPipeError):
        worker.work()


if __name__ == "__main__":
    main(*sys.argv[1:])
