"""The admin's own file of names: which are one organisation's, and which are not.

A line has the names of one organisation, tabs between them, the best ones first. A line that
begins with ! has names that are of different organisations, whatever letters say. Empty lines and
lines that begin with # are left out.
"""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Final

logger = logging.getLogger(__name__)
FILE: Final = "aliases.tsv"
_APART: Final = "!"


class UnusableAliases(Exception):
    """A line of the file cannot be used; the text names file and line."""


@dataclass(frozen=True, slots=True)
class Sayings:
    """Groups of names that are one organisation's, and groups whose names are not."""

    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()


def usable_sayings(custom: Path | None) -> Sayings:
    """The same; nothing, and the log says why, where a line cannot be used."""
    try:
        return read_sayings(custom)
    except UnusableAliases as error:
        logger.warning("The file of names is left out: %s", error)
        return Sayings()


def read_sayings(custom: Path | None) -> Sayings:
    """What the file in the admin's folder says; nothing if it is not there.

    Raises UnusableAliases.
    """
    if custom is None or not (file := custom / FILE).is_file():
        return Sayings()
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableAliases(f"{file}: {error}") from error
    together: list[tuple[str, ...]] = []
    apart: list[tuple[str, ...]] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        names = tuple(filter(None, map(str.strip, line.removeprefix(_APART).split("\t"))))
        if len(names) < 2:
            raise UnusableAliases(f"{file}, line {number}: at least two names, a tab between them")
        (apart if line.startswith(_APART) else together).append(names)
    return Sayings(tuple(together), tuple(apart))
