"""Files to new segments: read, analysed and written a batch at a time, in one process."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import FoundFile, UnreadableLetter
from index.analysis import Segmenter, stem
from index.columns import SegmentBuilder
from index.documents import POSITIONS, Document, batches, to_rows
from index.generations import Staging, Unreadable
from index.reading import read_file

# Memory that a process gathers before it writes a segment; writing takes as much again.
SEGMENT_BYTES = 192 << 20


@dataclass(frozen=True, slots=True)
class StagedSegment:
    """A new segment under its temporary name, and the sha256 of what was written."""

    path: Path
    letters: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Built:
    """What became of some files: segments in the order of the files, and those that were no use."""

    segments: tuple[StagedSegment, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


def build_segments(
    files: Sequence[FoundFile],
    *,
    staging: Staging,
    label: str,
    segmenter: Segmenter,
    on_read: Callable[[int], None],
) -> Built:
    """Read the files and write their letters; `on_read` hears of each file that is done with.

    The memory used does not grow with the number of files. Raises OSError if the disk is full.
    """
    unreadable: list[Unreadable] = []
    documents = _documents(files, unreadable, on_read)
    segments = write_segments(documents, staging=staging, label=label, segmenter=segmenter)
    return Built(segments, tuple(unreadable))


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


def _documents(
    files: Sequence[FoundFile], unreadable: list[Unreadable], on_read: Callable[[int], None]
) -> Iterator[Document]:
    for found in files:
        try:
            yield from read_file(found)
        except UnreadableLetter as error:
            unreadable.append(Unreadable(found.source, error.reason, error.explanation))
        on_read(1)


def _write(builder: SegmentBuilder, path: Path) -> StagedSegment:
    letters = builder.count
    written = builder.write(path, stem=stem)
    return StagedSegment(path, letters, written.checksum)
