"""What the system says of changes in a folder, gathered into batches. Knows nothing of letters.

The one owner of watchfiles. Events can be lost: whoever acts on them looks at the whole folder now
and then.
"""

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

QUIET_MS = 50  # without another change, after which a batch is whole
LONGEST_MS = 1_000  # that a batch is gathered while changes go on
TICK_MS = 1_000  # without changes, after which the folder is asked whether it is still there
BLIND_S = 60.0  # between looks at a folder of which the system tells nothing

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Batch:
    """Absolute paths that changed, of folders too; none where a moment passed without any.

    With `is_all` anything can have changed.
    """

    paths: frozenset[str] = frozenset()
    is_all: bool = False


def iter_batches(folder: Path, stop: Event) -> Iterator[Batch]:
    """What changes in a folder, at any depth, until `stop` is set or a signal comes.

    The first batch is all there is, and so is one after the folder was away or replaced. Changes
    that happen between batches are in the next one.
    """
    while not stop.is_set():
        try:
            yield from _while_same(folder, stop)
        except WatchfilesRustInternalError:
            continue  # a name that is not UTF-8 changed: only a whole look tells which
        except FileNotFoundError:
            yield Batch(is_all=True)
            while _identity(folder) is None and not stop.wait(TICK_MS / 1000):
                yield Batch()
        except OSError as error:
            logger.warning(
                "The system does not tell of changes (%s): the folder is looked at every %d "
                "seconds. On Linux, see fs.inotify.max_user_watches.", error, BLIND_S,
            )  # fmt: skip
            yield Batch(is_all=True)
            stop.wait(BLIND_S)


def _while_same(folder: Path, stop: Event) -> Iterator[Batch]:
    """Batches while the path is that of the same folder; FileNotFoundError if it is of none."""
    identity = _identity(folder)
    with RustNotify(
        [str(folder)],
        debug=False,
        force_polling=False,
        poll_delay_ms=LONGEST_MS,
        recursive=True,
        ignore_permission_denied=True,
    ) as watcher:
        yield Batch(is_all=True)
        while _identity(folder) == identity:
            found = watcher.watch(LONGEST_MS, QUIET_MS, TICK_MS, stop)
            if found in ("signal", "stop"):
                stop.set()
                return
            paths = (path for _, path in found) if isinstance(found, set) else ()
            yield Batch(frozenset(paths))


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another of the same name; None if there is none."""
    try:
        status = os.stat(folder)  # noqa: PTH116
    except OSError:
        return None
    return status.st_dev, status.st_ino
