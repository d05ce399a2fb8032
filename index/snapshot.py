"""A generation, open for reading: segments, tombstones and letters. Knows nothing of queries."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from corpus import Language, Letter, LetterId, Pair, Version, gettext, pair_up, version_of
from index.analysis import Segmenter
from index.columns import DamagedSegment, Segment, open_segment
from index.errors import DamagedIndex, IndexFault, NoIndex, StaleIndex
from index.forms import SurfaceForms
from index.generations import FileEntry, Manifest, chain, pointer_state
from index.kept import read_letter, read_text
from index.stamps import open_stamped
from index.tombstones import read_live


@dataclass(frozen=True, slots=True)
class LiveSegment:
    """A segment within a generation: its row `r` is letter number `base + r` of the index.

    `live` says of each row whether it is in the index; None: all are.
    """

    segment: Segment
    base: int
    live: NDArray[np.bool_] | None
    forms: SurfaceForms

    def letter(self, row: int) -> Letter:
        """The letter of a row."""
        return read_letter(self.segment, row)


class Snapshot:
    """A generation that stays as it is, whatever a reindex does; made by `open_snapshot`.

    Letters have numbers from 0, dead ones too. `segmenter` is the one that cut their words.
    `damage` says why this is not the newest generation, or is None. May be used by many threads
    at once.
    """

    def __init__(
        self,
        index_dir: Path,
        manifest: Manifest,
        segments: tuple[LiveSegment, ...],
        segmenter: Segmenter,
        damage: str | None = None,
    ) -> None:
        self.index_dir = index_dir
        self.manifest = manifest
        self.segments = segments
        self.segmenter = segmenter
        self.damage = damage

    @property
    def generation(self) -> int:
        """The number of the generation: a later one is higher, unless the index was deleted."""
        return self.manifest.number

    @property
    def warning(self) -> str | None:
        """What the operator should know and do, if the newest generation is damaged."""
        if self.damage is None:
            return None
        return (
            f"{self.damage} Generation {self.generation} is served in its place. "
            "To mend the index: letters reindex. To make this generation the current one: "
            "letters rollback"
        )

    @property
    def count(self) -> int:
        """How many letters are in the index."""
        return self.manifest.letters

    def is_as_opened(self) -> bool:
        """Whether nobody wrote to its files since they were opened, which makes them unsafe."""
        return all(live.segment.is_as_opened() for live in self.segments)

    def id(self, number: int) -> LetterId:
        """The id of the letter of a number; IndexError if there is none."""
        live, row = self._place(number)
        return LetterId(live.segment.labels("id").of(row)[0])

    def letter(self, number: int) -> Letter:
        """The letter of a number; IndexError if there is none."""
        live, row = self._place(number)
        return read_letter(live.segment, row)

    def changed(self, number: int) -> int:
        """When the file of a letter was last written to, in seconds since 1970.

        Of a file that was indexed within the clock's grain of that, when it was indexed.
        """
        live, row = self._place(number)
        return int(live.segment.numbers("mtime_ns")[row]) // 10**9 or live.segment.written

    def text(self, number: int) -> str:
        """The text of the letter of a number; IndexError if there is none."""
        live, row = self._place(number)
        return read_text(live.segment, row)

    def source(self, number: int) -> str:
        """The file of the letter of a number, relative to the folder; IndexError if none is."""
        live, row = self._place(number)
        return live.segment.labels("source").of(row)[0]

    def digest(self, number: int) -> int:
        """The digest of that file when it was indexed."""
        live, row = self._place(number)
        return int(live.segment.numbers("digest")[row])

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


Fault = DamagedIndex | StaleIndex


def open_snapshot(
    index_dir: Path, *, reuse: Snapshot | None = None, damaged: Collection[Path] = ()
) -> Snapshot:
    """Open the current generation, or the sound one before it if it is damaged.

    Segments that `reuse` has open are not opened again, and those that turned out `damaged` not at
    all. Raises NoIndex, StaleIndex or, if no
    generation is sound, DamagedIndex.
    """
    while True:
        state = pointer_state(index_dir)
        try:
            snapshot = _open_newest(index_dir, reuse, damaged)
        except DamagedIndex:
            if pointer_state(index_dir) == state:
                raise
        else:
            if snapshot.damage is None or pointer_state(index_dir) == state:
                return snapshot
        # A newer generation came, and this one was swept while it was read: it is not damaged.


def open_manifest(index_dir: Path, manifest: Manifest, reuse: Snapshot | None = None) -> Snapshot:
    """Open a generation that need not be the live one. Raises DamagedIndex and StaleIndex."""
    return _open(index_dir, manifest, reuse, None)


def _open_newest(index_dir: Path, reuse: Snapshot | None, damaged: Collection[Path]) -> Snapshot:
    first: Fault | None = None
    for found in chain(index_dir):
        try:
            opened = _open(index_dir, found, reuse, first)
            _refuse(opened, damaged)
        except (DamagedIndex, StaleIndex) as fault:
            if first is None and isinstance(fault, StaleIndex):
                raise
            first = first or fault
        else:
            return opened
    raise first or NoIndex(index_dir)


def _refuse(opened: Snapshot, damaged: Collection[Path]) -> None:
    for live in opened.segments:
        if live.segment.path in damaged:
            reason = gettext("its bytes are not those that were written")
            raise DamagedIndex(live.segment.path, reason, generation=opened.generation)


def _open(
    index_dir: Path, found: Manifest | IndexFault, reuse: Snapshot | None, fault: Fault | None
) -> Snapshot:
    if isinstance(found, IndexFault):
        raise found
    segmenter = open_stamped(index_dir, found)
    before = zip(reuse.manifest.segments, reuse.segments, strict=True) if reuse else ()
    known = {entry.file: live for entry, live in before}
    try:
        segments = tuple(_open_segments(index_dir, found, known))
    except DamagedSegment as error:
        raise DamagedIndex(error.path, error.what, generation=found.number) from error
    return Snapshot(index_dir, found, segments, segmenter, fault.why if fault else None)


def _open_segments(
    index_dir: Path, manifest: Manifest, known: Mapping[FileEntry, LiveSegment]
) -> Iterator[LiveSegment]:
    base = 0
    for entry in manifest.segments:
        same = known.get(entry.file)
        segment = same.segment if same else open_segment(index_dir / entry.file.name)
        forms = same.forms if same else SurfaceForms(segment)
        yield LiveSegment(segment, base, read_live(index_dir, entry), forms)
        base += segment.count
