"""Letters to new segments: analysed and written a batch at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.analysis import Segmenter, stem
from index.columns import SegmentBuilder
from index.documents import Document, batches, to_rows
from index.fields import POSITIONS
from index.generations import Staging

# Memory that a process gathers before it writes a segment; writing takes as much again.
SEGMENT_BYTES = 192 << 20


@dataclass(frozen=True, slots=True)
class StagedSegment:
    """A new segment under its temporary name, and the sha256 of what was written."""

    path: Path
    letters: int
    sha256: str


def write_segments(
    documents: Iterable[Document], *, staging: Staging, label: str, segmenter: Segmenter
) -> tuple[StagedSegment, ...]:
    """Write letters as segments, each as large as memory is given for."""
    segments: list[StagedSegment] = []
    builder = SegmentBuilder(positions=POSITIONS)
    for batch in batches(documents):
        builder.add(to_rows(batch, segmenter))
        if builder.size >= SEGMENT_BYTES:
            segments.append(_write(builder, staging.path("segment", f"{label}-{len(segments)}")))
    if builder.count:
        segments.append(_write(builder, staging.path("segment", f"{label}-{len(segments)}")))
    return tuple(segments)


def _write(builder: SegmentBuilder, path: Path) -> StagedSegment:
    letters = builder.count
    written = builder.write(path, stem=stem)
    return StagedSegment(path, letters, written.checksum)
