"""What a run of reindex starts from: the index that is there, and whether it can be built upon."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import gettext
from index.analysis import Segmenter, SegmenterError, open_segmenter
from index.columns import DamagedSegment
from index.errors import DamagedIndex, NoIndex, ReindexFailed, ReindexRefused, StaleIndex
from index.generations import Manifest, chain
from index.snapshot import LiveSegment, Snapshot, open_snapshot
from index.stamps import make_stamp, words_path
from index.updating.census import NOBODY, Census, take_census


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The index before a run, as far as it can be read.

    `manifest` is that of the newest generation that can be read, `snapshot` the one to bring up to
    date. Without a snapshot everything is read: `why` says for what reason, unless it was asked
    for or there is nothing yet. `census` has the files of the same folder, so far as known;
    `is_elsewhere` says that the index is of another one.
    """

    manifest: Manifest | None
    snapshot: Snapshot | None
    census: Census
    segmenter: Segmenter
    words: Path | None
    is_elsewhere: bool = False
    why: str | None = None

    @property
    def letters(self) -> int:
        """How many letters are in the index now."""
        return self.manifest.letters if self.manifest else 0


Taking = Callable[[Sequence[LiveSegment]], Census]


def open_base(
    index_dir: Path,
    folder: Path,
    *,
    custom: Path | None,
    full: bool,
    taking: Taking = take_census,
) -> Base:
    """Open what is there. ReindexRefused if it is of another folder and not `full`.

    `taking` makes the census. Raises ReindexFailed if the admin's own words cannot be read.
    """
    words = words_path(custom)
    snapshot, manifest, why = _open(index_dir)
    is_elsewhere = manifest is not None and manifest.folder != str(folder)
    if manifest is not None and is_elsewhere and not full:
        raise ReindexRefused(
            gettext(
                "This index is of the letters in %(before)s. To index those in %(folder)s in "
                "their place: letters reindex %(folder)s --full",
                before=manifest.folder,
                folder=folder,
            )
        )
    known = None if is_elsewhere else snapshot
    census = NOBODY
    try:
        census = taking(known.segments) if known else NOBODY
    except DamagedSegment as error:
        known, why = None, DamagedIndex(error.path, error.what).why
    usable = None if full else known
    segmenter = _open_segmenter(usable.segmenter.name if usable else None, words)
    if usable and make_stamp(segmenter) != usable.manifest.stamp:
        usable, why = None, gettext("Your own words have changed.")
        segmenter = _open_segmenter(None, words)
    return Base(
        manifest=manifest,
        snapshot=usable,
        census=census,
        segmenter=segmenter,
        words=words,
        is_elsewhere=is_elsewhere,
        why=None if usable or full else why,
    )


def _open_segmenter(name: str | None, words: Path | None) -> Segmenter:
    try:
        return open_segmenter(name, words)
    except SegmenterError as error:
        raise ReindexFailed(gettext("%(why)s Nothing was changed.", why=error)) from error


def _open(index_dir: Path) -> tuple[Snapshot | None, Manifest | None, str | None]:
    """The snapshot, the newest manifest that can be read, and why there is no snapshot."""
    try:
        snapshot = open_snapshot(index_dir)
    except NoIndex:
        return None, None, None
    except (StaleIndex, DamagedIndex) as fault:
        readable = (found for found in chain(index_dir) if isinstance(found, Manifest))
        return None, next(readable, None), fault.why
    return snapshot, snapshot.manifest, None
