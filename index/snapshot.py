"""A generation, open for reading: segments, tombstones and letters. Knows nothing of queries."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from corpus import Language, Letter, LetterId, Pair, Version, pair_up, version_of
from index.analysis import Segmenter
from index.columns import DamagedSegment, Segment, open_segment
from index.documents import read_letter, read_text
from index.errors import DamagedIndex, IndexFault, NoIndex, StaleIndex
from index.forms import SurfaceForms
from index.generations import Manifest, chain, pointer_state
from index.stamps import open_stamped
from index.tombstones import read_live

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LiveSegment:
    """A segment within a generation: its row `r` is letter number `base + r` of the index.

    `live` says of each row whether it is in the index; None: all are.
    """

    segment: Segment
    base: int
    live: NDArray[np.bool_] | None
    forms: SurfaceForms


class Snapshot:
    """A generation that stays as it is, whatever a reindex does; made by `open_snapshot`.

    Letters have numbers from 0, dead ones too. `segmenter` is the one that cut their words.
    `warning` says why this is not the newest generation, or is None. May be used by many threads
    at once.
    """

    def __init__(
        self,
        index_dir: Path,
        manifest: Manifest,
        segments: tuple[LiveSegment, ...],
        segmenter: Segmenter,
        warning: str | None,
    ) -> None:
        self.index_dir = index_dir
        self.manifest = manifest
        self.segments = segments
        self.segmenter = segmenter
        self.warning = warning

    @property
    def generation(self) -> int:
        """The number of the generation; it never comes twice with other letters."""
        return self.manifest.number

    @property
    def count(self) -> int:
        """How many letters are in the index."""
        return self.manifest.letters

    def letter(self, number: int) -> Letter:
        """The letter of a number; IndexError if there is none."""
        live, row = self._place(number)
        return read_letter(live.segment, row)

    def text(self, number: int) -> str:
        """The text of the letter of a number; IndexError if there is none."""
        live, row = self._place(number)
        return read_text(live.segment, row)

    def find(self, letter_id: str) -> int | None:
        """The number of the letter of an id, if it is in the index."""
        return next(self._with_label("id", letter_id), None)

    def pairs(self, letter: Letter) -> tuple[Pair, ...]:
        """The other versions of a letter in the index, in the order of their ids."""
        numbers: set[int] = set()
        ids, asked = {str(letter.id), str(letter.translation_of or letter.id)}, set[str]()
        while ids := ids - asked:
            asked |= ids
            numbers |= {n for one in ids for n in self._with_label("id", one)}
            numbers |= {n for one in ids for n in self._with_label("translation_of", one)}
            versions = [self._version(number) for number in numbers]
            ids = {str(one) for v in versions for one in (v.id, v.translation_of) if one}
        return pair_up([version_of(letter), *versions]).get(letter.id, ())

    def surface_forms(self, stem: str) -> tuple[str, ...]:
        """The folded words of the letters that have a stem, sorted."""
        return tuple(sorted({form for live in self.segments for form in live.forms.of(stem)}))

    def _with_label(self, name: str, value: str) -> Iterator[int]:
        for live in self.segments:
            labels = live.segment.labels(name)
            ordinal = labels.find(value)
            rows = labels.rows(ordinal) if ordinal >= 0 else np.zeros(0, np.int32)
            kept = rows if live.live is None else rows[live.live[rows]]
            yield from (kept + live.base).tolist()

    def _version(self, number: int) -> Version:
        live, row = self._place(number)
        letter_id, languages, original = (
            live.segment.labels(name).of(row) for name in ("id", "lang", "translation_of")
        )
        first = cast("Language", languages[0])  # labels are text to the columns
        return Version(LetterId(letter_id[0]), first, LetterId(original[0]) if original else None)

    def _place(self, number: int) -> tuple[LiveSegment, int]:
        for live in self.segments:
            if 0 <= number - live.base < live.segment.count:
                return live, number - live.base
        raise IndexError(number)


def open_snapshot(index_dir: Path, *, reuse: Snapshot | None = None) -> Snapshot:
    """Open the current generation, or the sound one before it if it is damaged.

    Segments that `reuse` has open are not opened again. Raises NoIndex, StaleIndex or, if no
    generation is sound, DamagedIndex.
    """
    while True:
        state = pointer_state(index_dir)
        try:
            return _open_newest(index_dir, reuse)
        except DamagedIndex:
            if pointer_state(index_dir) == state:
                raise  # else it was swept while it was read, and there is a newer one


def _open_newest(index_dir: Path, reuse: Snapshot | None) -> Snapshot:
    first: IndexFault | None = None
    for found in chain(index_dir):
        try:
            return _open(index_dir, found, reuse, first)
        except (DamagedIndex, StaleIndex) as fault:
            if first is None and isinstance(fault, StaleIndex):
                raise
            first = first or fault
    raise first or NoIndex(index_dir)


def _open(
    index_dir: Path, found: Manifest | IndexFault, reuse: Snapshot | None, fault: IndexFault | None
) -> Snapshot:
    if isinstance(found, IndexFault):
        raise found
    segmenter = open_stamped(index_dir, found)
    known = {live.segment.path.name: live for live in reuse.segments} if reuse else {}
    try:
        segments = tuple(_open_segments(index_dir, found, known))
    except DamagedSegment as error:
        raise DamagedIndex(error.path, error.what, generation=found.number) from error
    warning = f"{fault} Until then generation {found.number} is served." if fault else None
    if warning:
        logger.warning("%s", warning)
    return Snapshot(index_dir, found, segments, segmenter, warning)


def _open_segments(
    index_dir: Path, manifest: Manifest, known: Mapping[str, LiveSegment]
) -> Iterator[LiveSegment]:
    base = 0
    for entry in manifest.segments:
        open_already = known.get(entry.file.name)
        segment = (
            open_already.segment if open_already else open_segment(index_dir / entry.file.name)
        )
        forms = open_already.forms if open_already else SurfaceForms(segment)
        yield LiveSegment(segment, base, read_live(index_dir, entry), forms)
        base += segment.count
