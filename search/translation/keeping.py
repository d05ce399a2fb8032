"""Tables that are compiled once and mapped from then on: where their file is, and when it is made.

Another process may make it at the same time: the file is whole or not there. Other versions of the
program may use the same folder: theirs stay until they are old. Where none can be written the
tables are kept in memory. Knows nothing of what is in them.
"""

import hashlib
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time
from typing import Final

from search.translation.tables import Table, UnreadableTables, map_tables, read_tables

logger = logging.getLogger(__name__)
OLD: Final = 30 * 24 * 3600  # seconds after which a file is taken for one of a version before


def kept_tables(
    kind: str, stamp: Sequence[str], folders: Sequence[Path], make: Callable[[], bytes]
) -> dict[str, Table]:
    """The tables of a kind, packed by `make` into the first folder that can be written to.

    `stamp` names all that decides what is in them: with another one they are made anew.
    """
    digest = hashlib.sha256("\n".join(stamp).encode()).hexdigest()[:16]
    name = f"{kind}-{digest}.bin"
    for folder in folders:
        if (tables := _mapped(folder / name)) is not None:
            return tables
    packed = make()
    for folder in folders:
        if (tables := _written(folder / name, kind, packed)) is not None:
            return tables
    logger.warning("The %s is kept in memory: no folder for it can be written to.", kind)
    return read_tables(memoryview(packed))


def _mapped(path: Path) -> dict[str, Table] | None:
    try:
        return map_tables(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnreadableTables) as error:
        logger.warning("%s cannot be read (%s) and is made anew.", path, error)
        return None


def _written(path: Path, kind: str, packed: bytes) -> dict[str, Table] | None:
    """Write the file and map it, so that all processes share its memory; old ones go."""
    from tempfile import NamedTemporaryFile  # seldom: takes as long as the rest

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{kind}-", delete=False) as file:
            staged = Path(file.name)
            with _gone_if_left(staged):
                file.write(packed)
                file.flush()
                os.fsync(file.fileno())
                staged.replace(path)
        _sweep(path, kind)
        return map_tables(path)
    except OSError as error:
        logger.debug("%s cannot be written: %s", path, error)
        return None


@contextmanager
def _gone_if_left(staged: Path) -> Iterator[None]:
    try:
        yield
    finally:
        staged.unlink(missing_ok=True)


def _sweep(path: Path, kind: str) -> None:
    """Remove files of the kind that were made long before this one."""
    for other in path.parent.glob(f"{kind}-*.bin"):
        with suppress(FileNotFoundError):  # another process sweeps too
            if other != path and other.stat().st_mtime < time() - OLD:
                other.unlink()
