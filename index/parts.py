"""A generation in the making: segments old and new, with the rows that live. Writes only new files.

Knows nothing of the folder of letters, nor when the generation becomes current.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from corpus import gettext
from index.building import StagedSegment
from index.columns import Segment, merge, open_segment
from index.errors import DamagedIndex
from index.generations import Manifest, SegmentEntry, Staging, settle
from index.kept import label_of_each
from index.snapshot import Snapshot
from index.tiers import Places, Size
from index.tombstones import write_live


@dataclass(frozen=True, slots=True)
class Part:
    """A segment as it stands in a generation; `live` as in `LiveSegment`."""

    entry: SegmentEntry
    segment: Segment
    live: NDArray[np.bool_] | None

    @property
    def size(self) -> Size:
        """How many of its rows live, and how many do not."""
        return Size(self.entry.letters - self.entry.dead, self.entry.dead)


def parts_of(snapshot: Snapshot) -> tuple[Part, ...]:
    """The segments of a generation that is there already."""
    pairs = zip(snapshot.manifest.segments, snapshot.segments, strict=True)
    return tuple(Part(entry, live.segment, live.live) for entry, live in pairs)


def new_part(staged: StagedSegment) -> Part:
    """A segment that was just written: on the disk, read back, and open.

    DamagedIndex if the disk did not keep what was written.
    """
    file = settle(staged.path)
    path = staged.path.with_name(file.name)
    if file.sha256 != staged.sha256:
        raise DamagedIndex(path, gettext("the disk did not keep what was written"))
    return Part(SegmentEntry(file=file, letters=staged.letters), open_segment(path), None)


def digests_of(parts: Iterable[Part]) -> dict[str, int]:
    """What every letter of new segments is read from, as one number, by the id of the letter."""
    return {
        letter_id: digest ^ correction
        for part in parts
        for letter_id, digest, correction in zip(
            label_of_each(part.segment, "id"),
            part.segment.numbers("digest").tolist(),
            part.segment.numbers("correction").tolist(),
            strict=True,
        )
    }


def bury(parts: Sequence[Part], numbers: Iterable[int], staging: Staging) -> tuple[Part, ...]:
    """The same segments without the letters of these numbers; those with none left are left out."""
    ends = np.cumsum([part.entry.letters for part in parts])
    dead = np.fromiter(numbers, np.int64)
    owners = np.searchsorted(ends, dead, side="right")
    buried = [
        _bury(part, dead[owners == at] - (ends[at] - part.entry.letters), staging, str(at))
        for at, part in enumerate(parts)
    ]
    return tuple(part for part in buried if part.size.live)


def merge_parts(
    parts: Sequence[Part], groups: Iterable[Places], staging: Staging
) -> tuple[Part, ...]:
    """The same letters with one segment for each group, in the place of its first."""
    merged = list[Part | None](parts)
    for group in groups:
        chosen = [parts[at] for at in group]
        path = staging.path("segment", f"m{group[0]}")
        written = merge([part.segment for part in chosen], [part.live for part in chosen], path)
        for at in group:
            merged[at] = None
        letters = sum(part.size.live for part in chosen)
        merged[group[0]] = new_part(StagedSegment(path, letters, written.checksum))
    return tuple(part for part in merged if part is not None)


def to_manifest(parts: Sequence[Part], template: Manifest, staging: Staging) -> Manifest:
    """The manifest of a generation of these segments, otherwise like the template."""
    return replace(
        template,
        number=staging.number,
        created=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        letters=sum(part.size.live for part in parts),
        segments=tuple(part.entry for part in parts),
    )


def _bury(part: Part, rows: NDArray[np.int64], staging: Staging, label: str) -> Part:
    if not len(rows):
        return part
    live = np.ones(part.entry.letters, bool) if part.live is None else part.live.copy()
    live[rows] = False
    dead = int(np.count_nonzero(~live))
    if dead == part.entry.dead:
        return part
    tombstones = write_live(staging.path("tombstones", label), live)
    return Part(replace(part.entry, dead=dead, tombstones=tombstones), part.segment, live)
