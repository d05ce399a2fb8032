"""The state of an index as a value: what is in it, how large it is, whether it is up to date."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus import CorpusError, scan
from index.generations import is_ours, numbers
from index.snapshot import LiveSegment, Snapshot
from index.updating import compare, read_touched, set_twins_apart, take_census


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How many files of the folder are not as the index has them."""

    new: int
    changed: int
    gone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The live generation. `bytes` is its size, `disk_bytes` that of all that are kept.

    `languages` counts letters, those in two languages twice. `drift` is None if the folder cannot
    be listed.
    """

    index_dir: Path
    snapshot: Snapshot
    languages: dict[str, int]
    bytes: int
    disk_bytes: int
    kept: tuple[int, ...]
    drift: Drift | None


def take_status(index_dir: Path, snapshot: Snapshot) -> Status:
    """Look at an index and, without reading them, at the files of its folder."""
    return Status(
        index_dir=index_dir,
        snapshot=snapshot,
        languages=_count_languages(snapshot),
        bytes=sum(entry.bytes for entry in snapshot.manifest.files),
        disk_bytes=sum(path.stat().st_size for path in index_dir.iterdir() if is_ours(path.name)),
        kept=tuple(numbers(index_dir)),
        drift=_drift(index_dir, snapshot),
    )


def _drift(index_dir: Path, snapshot: Snapshot) -> Drift | None:
    try:
        found, _ = set_twins_apart(scan(Path(snapshot.manifest.folder)))
    except CorpusError:
        return None
    known = {fault.source for fault in snapshot.manifest.unreadable}
    changes = compare(take_census(snapshot.segments), found, read_touched(index_dir))
    return Drift(
        new=sum(file.source not in known for file in changes.new),
        changed=len(changes.changed),
        gone=len(changes.gone),
    )


def _count_languages(snapshot: Snapshot) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for part in snapshot.segments:
        counts.update(_count_in(part))
    return dict(counts.most_common())


def _count_in(part: LiveSegment) -> dict[str, int]:
    labels = part.segment.labels("lang")
    owners = np.repeat(np.arange(part.segment.count), np.diff(labels.offsets))
    kept = labels.ordinals if part.live is None else labels.ordinals[part.live[owners]]
    totals = np.bincount(kept, minlength=len(labels.values)).tolist()
    return {value: total for value, total in zip(labels.values, totals, strict=True) if total}
