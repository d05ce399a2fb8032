"""Files of letters to new segments, in one process. Knows nothing of the index they are for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus import FoundFile, UnreadableLetter, iter_unmet
from index.analysis import Segmenter
from index.building import StagedSegment, write_segments
from index.documents import Document
from index.generations import CORRECTIONS, Staging, Unreadable
from index.updating.reading import read_file


@dataclass(frozen=True, slots=True)
class Built:
    """What became of some files: segments in the order of the files, and those that were no use.

    Among these, for the reason CORRECTIONS, letters of which something was said that is not so.
    """

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


def _documents(
    files: Sequence[FoundFile], unreadable: list[Unreadable], on_read: Callable[[int], None]
) -> Iterator[Document]:
    for found in files:
        try:
            for document in read_file(found):
                wrong = iter_unmet(document.letter, found.correction)
                unreadable += (Unreadable(found.source, CORRECTIONS, *one.wording) for one in wrong)
                yield document
        except UnreadableLetter as error:
            unreadable.append(Unreadable(found.source, error.reason, *error.wording))
        on_read(1)
