"""The file that a letter came from, found again by the name it was shown with. Reads no letters."""

import os
import stat
from pathlib import Path

from corpus.errors import UnreadableLetter
from corpus.folder import is_letter_name, shown_name
from corpus.read import load_at


def load_original(source: str, folder: Path) -> bytes:
    """The bytes of the file that `scan(folder)` lists as `source`.

    Only what a scan could list is opened: never a file whose name begins with a dot or has another
    suffix, nor one above the folder. Raises `UnreadableLetter`.
    """
    *above, name = source.split("/")
    path = str(folder)
    for part in above:
        path = _entry(path, part, source)
    if not name or not is_letter_name(name):
        raise UnreadableLetter(source, "vanished")
    return load_at(_entry(path, name, source), source)


def _entry(path: str, shown: str, source: str) -> str:
    """What a folder lists under a shown name."""
    if not shown or shown[0] == "." or "\0" in shown:
        raise UnreadableLetter(source, "vanished")
    direct = os.path.join(path, shown)  # noqa: PTH118
    if _is_there(direct):
        return direct
    try:
        names = os.listdir(path)
    except OSError as error:
        raise UnreadableLetter(source, "vanished") from error
    found = next((name for name in names if shown_name(name) == shown), None)
    if found is None:
        raise UnreadableLetter(source, "vanished")
    return os.path.join(path, found)  # noqa: PTH118


def _is_there(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except (OSError, UnicodeEncodeError):
        return False
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)
