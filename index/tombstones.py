"""Which rows of a segment are in the index no more: a file of one bit a row, set for the dead."""

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import gettext
from index.errors import DamagedIndex
from index.generations import FileEntry, SegmentEntry


def write_live(staged: Path, live: NDArray[np.bool_]) -> FileEntry:
    """Write which rows live, to a staged file that is settled then."""
    from index.generations import settle  # readers need not wait for its import

    staged.write_bytes(np.packbits(~live).tobytes())
    return settle(staged)


def read_live(index_dir: Path, entry: SegmentEntry) -> NDArray[np.bool_] | None:
    """Which rows of a segment live, None for all; DamagedIndex if the file is not what was."""
    if entry.tombstones is None:
        return None
    path = index_dir / entry.tombstones.name
    try:
        packed = path.read_bytes()
    except OSError as error:
        raise DamagedIndex(
            path, gettext("it cannot be read: %(problem)s", problem=error)
        ) from error
    if hashlib.sha256(packed).hexdigest() != entry.tombstones.sha256:
        raise DamagedIndex(path, gettext("its checksum does not fit"))
    dead = np.unpackbits(np.frombuffer(packed, np.uint8), count=entry.letters)
    live: NDArray[np.bool_] = dead == 0
    live.flags.writeable = False
    return live
