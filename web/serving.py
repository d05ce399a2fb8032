"""The production server: granian, with workers that each hold the application.

It stops on SIGINT and SIGTERM, after the requests that are under way.
"""

import errno
import gc
import logging
import multiprocessing
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from flask import Flask
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from corpus import gettext
from index import IndexFault
from web import garbage
from web.app import create_app
from web.collection import generation, load_segmenter, searcher
from web.settings import INTERFACE_LANGUAGES, Settings
from web.turns import Turns
from web.wrapping import wrap

_THREADS = 4  # of a worker, of which one computes: so many readers less one may be slow at a time
_BACKLOG = 1024  # connections that may wait to be accepted
_GRACE = 5  # seconds that a worker has for the requests under way once it is told to stop
_ACCESS_LOG = '%(addr)s "%(method)s %(path)s" %(status)d %(dt_ms).1f ms'

log = logging.getLogger(__name__)


class CannotServe(Exception):
    """The server cannot start; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """Where to listen, with how many worker processes, and whether to log each request."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    access_log: bool = False

    @property
    def address(self) -> str:
        """The address to open in a browser on this machine."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104
        return (
            f"http://[{host}]:{self.port}" if host.count(":") > 1 else f"http://{host}:{self.port}"
        )


def serve(settings: Settings, listening: Listening, announce: Callable[[], None]) -> None:
    """Serve until a signal says stop. Raises CannotServe if the port cannot be had."""
    _check_port(listening)
    server = Granian(
        "web.serving:load",
        address=listening.host,
        port=listening.port,
        interface=Interfaces.WSGI,
        workers=listening.workers,
        blocking_threads=_THREADS,
        backlog=_BACKLOG,
        websockets=False,
        workers_kill_timeout=_GRACE,
        respawn_failed_workers=True,  # one that reads a file while it is cut short dies of SIGBUS
        log_level=LogLevels.warning,
        log_dictconfig=_logging(),
        log_access=listening.access_log,
        log_access_format=_ACCESS_LOG,
    )
    server.on_startup(announce)
    if multiprocessing.get_start_method() == "fork":
        with garbage.put_off():
            _prepare_to_fork(settings)
    server.serve(target_loader=partial(load, settings), wrap_loader=False)


def load(settings: Settings) -> Flask:
    """The application of a worker, with the index open.

    What is there by then stays, so the garbage collector need not look through it again: that
    took 64 ms every nine hundred requests (measured 2026-11).
    """
    _die_when_told()
    app = _warmed_up(settings)
    wrap(app, Turns)
    with app.app_context():
        try:
            generation()
        except IndexFault as fault:
            log.warning("%s", fault)
    gc.collect()
    gc.freeze()
    return app


def _prepare_to_fork(settings: Settings) -> None:
    """Load here what all workers need, for them to share; but not the index, which changes."""
    app = _warmed_up(settings)
    with app.app_context():
        with suppress(IndexFault):  # each worker says so
            load_segmenter()
        searcher().let_go()
    gc.collect()
    gc.freeze()  # a collection would write to all objects, and so copy them


@cache
def _warmed_up(settings: Settings) -> Flask:
    """The application, with modules, templates, translations and dictionaries read."""
    app = create_app(settings)
    for language in INTERFACE_LANGUAGES:
        with app.test_request_context(f"/?q=复工+work&ui={language}"):
            app.full_dispatch_request()
    return app


def _die_when_told() -> None:
    """Let a signal to stop end a worker that still starts.

    Until granian 2.8 has set its own, a worker has the handlers of the process that it was forked
    from: it would not stop, and be waited for.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent tells the workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _check_port(listening: Listening) -> None:
    """Fail with a plain sentence: granian would share the port with whoever has it."""
    family = socket.AF_INET6 if ":" in listening.host else socket.AF_INET
    try:
        socket.create_server((listening.host, listening.port), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            port = listening.port
            reason = gettext(
                "Port %(port)s is taken. Choose another: letters serve --port %(next)s",
                port=port,
                next=port + 1,
            )
        else:
            reason = gettext(
                "Cannot listen on %(place)s: %(problem)s",
                place=f"{listening.host}:{listening.port}",
                problem=error.strerror,
            )
        raise CannotServe(reason) from error


def _logging() -> dict[str, Any]:
    """Everything goes to stderr: a line's time, level, where it is from, and what it says."""
    line = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    to_stderr = {"class": "logging.StreamHandler", "stream": "ext://sys.stderr"}
    return {
        "formatters": {"line": {"format": line, "datefmt": "%Y-%m-%dT%H:%M:%S%z"}},
        "handlers": {"stderr": {**to_stderr, "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": {
            "_granian": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
            "granian.access": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        },
    }
