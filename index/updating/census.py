"""Which files an index has read, and in what state they were."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from index.documents import label_of_each
from index.snapshot import LiveSegment


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """The files of an index. `first` is the number of the first letter of each, by its source.

    The lists have an entry for every number, dead letters too: these have no source.
    """

    first: dict[str, int]
    sources: list[str | None]
    ids: list[str]
    sizes: list[int]
    times: list[int]
    digests: list[int]

    def numbers(self, sources: Container[str | None]) -> list[int]:
        """The numbers of the live letters of these files."""
        return [number for number, source in enumerate(self.sources) if source in sources]

    def all_numbers(self) -> list[int]:
        """The numbers of all live letters."""
        return [number for number, source in enumerate(self.sources) if source is not None]


NOBODY = Census(first={}, sources=[], ids=[], sizes=[], times=[], digests=[])


def take_census(segments: Iterable[LiveSegment]) -> Census:
    """The files of all live letters; takes a tenth of a second for 100,000."""
    parts = tuple(segments)
    sources = list(chain.from_iterable(map(_live_sources, parts)))
    backwards = zip(reversed(sources), reversed(range(len(sources))), strict=True)
    return Census(
        first={source: number for source, number in backwards if source is not None},
        sources=sources,
        ids=list(chain.from_iterable(label_of_each(part.segment, "id") for part in parts)),
        sizes=_numbers(parts, "size"),
        times=_numbers(parts, "mtime_ns"),
        digests=_numbers(parts, "digest"),
    )


def _live_sources(part: LiveSegment) -> list[str | None]:
    sources = list[str | None](label_of_each(part.segment, "source"))
    if part.live is not None:
        for row in np.flatnonzero(~part.live).tolist():
            sources[row] = None
    return sources


def _numbers(parts: Sequence[LiveSegment], name: str) -> list[int]:
    return [number for part in parts for number in part.segment.numbers(name).tolist()]
