"""Threads of a worker take turns: one computes, and none waits for a reader of another."""

import io
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from web.turns import Turns

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

PATIENCE = 60  # seconds


class Site:
    """An application that notes how many threads compute in it, and what is closed."""

    def __init__(self) -> None:
        self.inside = 0
        self.most = 0
        self.closed = 0

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        start_response("200 OK", [])
        return Answer(self, int(environ["PATH_INFO"]))

    def compute(self) -> None:
        self.inside += 1
        self.most = max(self.most, self.inside)
        time.sleep(0.002)
        self.inside -= 1


class Answer:
    """So many pieces, each of which is computed."""

    def __init__(self, site: Site, pieces: int) -> None:
        self.site = site
        self.pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        for number in range(self.pieces):
            self.site.compute()
            yield str(number).encode()

    def close(self) -> None:
        self.site.closed += 1


def ask(turns: Turns, pieces: int) -> Iterable[bytes]:
    environ = {"PATH_INFO": str(pieces), "wsgi.input": io.BytesIO()}
    return turns(environ, lambda *_: lambda _: None)


def test_one_thread_computes_at_a_time_and_answers_are_whole() -> None:
    site = Site()
    turns = Turns(site)

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: b"".join(ask(turns, 5)), range(24)))

    assert answers == [b"01234"] * 24
    assert site.most == 1


def test_an_answer_that_nobody_reads_keeps_nobody_waiting() -> None:
    turns = Turns(Site())
    unread = iter(ask(turns, 100))
    next(unread)
    done: list[bytes] = []

    other = threading.Thread(target=lambda: done.extend(ask(turns, 3)), daemon=True)
    other.start()
    other.join(PATIENCE)

    assert done == [b"0", b"1", b"2"]


def test_a_short_answer_is_a_list_which_the_server_sends_by_itself() -> None:
    site = Site()

    assert [ask(Turns(site), pieces) for pieces in (0, 1)] == [[], [b"0"]]
    assert site.closed == 2


def test_a_long_answer_is_closed_when_the_server_closes_it() -> None:
    site = Site()
    answer = ask(Turns(site), 3)

    assert site.closed == 0
    answer.close()  # type: ignore[attr-defined]
    assert site.closed == 1
