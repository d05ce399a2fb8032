"""Generations of an index: manifests that list immutable files, and one pointer to the current one.

Every change writes new files, then a manifest, then renames the pointer, so readers see the old
generation or the new one and a crash at any moment leaves the old one. Knows nothing of letters
or of what is inside a segment. What only writes is imported when it is first asked for.
"""

from typing import TYPE_CHECKING

from corpus import opened_later
from index.generations.files import (
    POINTER,
    chain,
    check_content,
    check_sizes,
    is_ours,
    numbers,
    pointer_state,
    read_manifest,
    read_pointer,
    write_durably,
)
from index.generations.manifest import (
    CORRECTIONS,
    FileEntry,
    Manifest,
    SegmentEntry,
    Stamp,
    Unreadable,
)

if TYPE_CHECKING:
    from index.generations.commit import (
        KEPT,
        Staging,
        publish,
        roll_back,
        settle,
        stage,
        sweep_debris,
    )
    from index.generations.lock import exclusive
else:
    __getattr__ = opened_later(
        __name__,
        {
            "exclusive": "lock",
            "KEPT": "commit",
            "publish": "commit",
            "roll_back": "commit",
            "settle": "commit",
            "stage": "commit",
            "Staging": "commit",
            "sweep_debris": "commit",
        },
    )


__all__ = [
    "CORRECTIONS", "KEPT", "POINTER", "FileEntry", "Manifest", "SegmentEntry", "Staging", "Stamp",
    "Unreadable", "chain", "check_content", "check_sizes", "exclusive", "is_ours", "numbers",
    "pointer_state", "publish", "read_manifest", "read_pointer", "roll_back", "settle", "stage",
    "sweep_debris", "write_durably",
]  # fmt: skip
