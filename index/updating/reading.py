"""Files of the folder to letters, with the state that the file had when it was read."""

import os
import time
from functools import partial
from pathlib import Path

from corpus import FoundFile, UnreadableLetter, load, read_raw
from index.digests import digest_in_blocks, digest_of
from index.documents import Document, FileState

# A file system may give two changes within this time the same time stamp; FAT has the coarsest.
COARSEST_NS = 2_000_000_000
ATTEMPTS = 3  # for a file that changes while it is read
UNKNOWN = 0  # a time that no file has: its content decides next time


def read_file(found: FoundFile) -> tuple[Document, ...]:
    """The letters of a file; raises UnreadableLetter.

    A file that changes all the while, or was changed a moment ago, has an unknown time, so that
    next reindex looks at its content. The digest is that of the bytes that the letters are read
    from, whatever became of the file meanwhile.
    """
    for _ in range(ATTEMPTS):
        size, mtime_ns = before = _size_and_time(found)
        raw = load(found)
        is_settled = _size_and_time(found) == before
        if is_settled:
            break
    is_known = is_settled and not is_recent(mtime_ns)
    time_ns = mtime_ns if is_known else UNKNOWN
    state = FileState(size, time_ns, digest_of(raw), correction_of(found))
    return tuple(Document(letter, state) for letter in read_raw(raw, found))


def correction_of(found: FoundFile) -> int:
    """The digest of what is said of a file by hand; 0 for nothing."""
    return found.correction.digest if found.correction else 0


def digest_file(found: FoundFile) -> int:
    """64 bits of the digest of a file's content, as a signed number; raises UnreadableLetter."""
    try:
        with Path(found.path).open("rb") as file:
            return digest_in_blocks(iter(partial(file.read, 1 << 20), b""))
    except OSError as error:
        raise _unreadable(found, error) from error


def is_recent(mtime_ns: int) -> bool:
    """Whether a file that is changed now could still get the same time; the future is recent."""
    return mtime_ns > time.time_ns() - COARSEST_NS


def _size_and_time(found: FoundFile) -> tuple[int, int]:
    try:
        status = os.stat(found.path)  # noqa: PTH116 - a Path for each file takes longer than stat
    except OSError as error:
        raise _unreadable(found, error) from error
    return status.st_size, status.st_mtime_ns


def _unreadable(found: FoundFile, error: OSError) -> UnreadableLetter:
    if isinstance(error, FileNotFoundError):
        return UnreadableLetter(found.source, "vanished")
    return UnreadableLetter(found.source, "unreadable", problem=error.strerror or "unknown")
