"""Which files an index has read, and in what state they were."""

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from corpus import Nearby
from index.kept import label_of_each
from index.snapshot import LiveSegment


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """The files of an index, or those of them that were asked for.

    The lists have an entry for each letter; `first` is the place in them of the first letter of
    each file, by its source. Dead letters have no source.
    """

    first: dict[str, int]
    letters: Sequence[int]  # by number
    sources: list[str | None]
    ids: list[str]
    sizes: list[int]
    times: list[int]
    digests: list[int]
    corrections: list[int]

    def numbers(self, sources: Container[str | None]) -> list[int]:
        """The numbers of the live letters of these files."""
        pairs = zip(self.letters, self.sources, strict=True)
        return [number for number, source in pairs if source in sources]

    def all_numbers(self) -> list[int]:
        """The numbers of all live letters."""
        pairs = zip(self.letters, self.sources, strict=True)
        return [number for number, source in pairs if source is not None]

    def before(self, numbers: Collection[int]) -> dict[str, int]:
        """What letters with these numbers were read from, by their ids; as `digests_of` has it."""
        wanted = set(numbers)
        rows = zip(self.letters, self.ids, self.digests, self.corrections, strict=True)
        return {
            letter_id: digest ^ correction
            for number, letter_id, digest, correction in rows
            if number in wanted
        }


NOBODY = Census(
    first={}, letters=(), sources=[], ids=[], sizes=[], times=[], digests=[], corrections=[]
)


def take_census(segments: Iterable[LiveSegment]) -> Census:
    """The files of all live letters; takes a tenth of a second for 100,000."""
    parts = tuple(segments)
    sources = list(chain.from_iterable(map(_live_sources, parts)))
    return Census(
        first=_first(sources),
        letters=range(len(sources)),
        sources=sources,
        ids=list(chain.from_iterable(label_of_each(part.segment, "id") for part in parts)),
        sizes=_numbers(parts, "size"),
        times=_numbers(parts, "mtime_ns"),
        digests=_numbers(parts, "digest"),
        corrections=_numbers(parts, "correction"),
    )


def take_part(segments: Iterable[LiveSegment], near: Nearby) -> Census:
    """The files that were looked at; takes time for these alone."""
    rows = [(part, row) for part in segments for row in _rows(part, near)]
    sources = list[str | None](part.segment.labels("source").of(row)[0] for part, row in rows)
    return Census(
        first=_first(sources),
        letters=[part.base + row for part, row in rows],
        sources=sources,
        ids=[part.segment.labels("id").of(row)[0] for part, row in rows],
        sizes=[int(part.segment.numbers("size")[row]) for part, row in rows],
        times=[int(part.segment.numbers("mtime_ns")[row]) for part, row in rows],
        digests=[int(part.segment.numbers("digest")[row]) for part, row in rows],
        corrections=[int(part.segment.numbers("correction")[row]) for part, row in rows],
    )


def _rows(part: LiveSegment, near: Nearby) -> list[int]:
    """The live rows of the files that were looked at, in ascending order."""
    labels = part.segment.labels("source")
    ordinals = {labels.find(source) for source in near.sources}
    for folder in near.folders:
        ordinals |= set(range(*labels.values.range(folder)))
    ordinals.discard(-1)
    rows = sorted(row for ordinal in ordinals for row in labels.rows(ordinal).tolist())
    return rows if part.live is None else [row for row in rows if part.live[row]]


def _first(sources: Sequence[str | None]) -> dict[str, int]:
    backwards = zip(reversed(sources), reversed(range(len(sources))), strict=True)
    return {source: place for source, place in backwards if source is not None}


def _live_sources(part: LiveSegment) -> list[str | None]:
    sources = list[str | None](label_of_each(part.segment, "source"))
    if part.live is not None:
        for row in np.flatnonzero(~part.live).tolist():
            sources[row] = None
    return sources


def _numbers(parts: Sequence[LiveSegment], name: str) -> list[int]:
    return [number for part in parts for number in part.segment.numbers(name).tolist()]
