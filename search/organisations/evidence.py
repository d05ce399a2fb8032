"""What the letters of a generation say of names: issuers, and other names in brackets.

Reads labels of segments. Knows nothing of what follows from them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index import OTHER_NAME, Labels, LiveSegment, Snapshot, key_marks, name_marks
from search.organisations.saying import Sayings

LONGEST_ENDING: Final = 6  # characters before an issuer's name in what stands before a bracket


@dataclass(frozen=True, slots=True)
class Evidence:
    """Pairs of a full name and another one, and the issuers that names may say something of.

    These are issuers whose key another issuer has, or that a pair or the admin names, each with how
    many letters it has. Letters that are no longer there do not count. `ordinals` has those of
    these issuers in each segment, as they were read.
    """

    issuers: Counter[str]
    others: tuple[tuple[str, str], ...]
    ordinals: tuple[Mapping[str, int], ...] = ()


def gather(snapshot: Snapshot, sayings: Sayings) -> Evidence:
    """What all letters of a generation say.

    Only names that have to do with others are read: of a hundred thousand issuers the marks are
    compared, which takes milliseconds, and not the names.
    """
    issuers = _Issuers([_Part(live) for live in snapshot.segments])
    others = _others(snapshot, issuers)
    named = [*chain.from_iterable(others), *chain(*sayings.together)]
    found = issuers.of_interest(name_marks(named))
    counts: Counter[str] = Counter()
    for part in found:
        counts.update(part.counts)
    return Evidence(counts, others, tuple(part.ordinals for part in found))


class _Issuers:
    """The issuers of all segments in the order of their marks."""

    def __init__(self, parts: Sequence["_Part"]) -> None:
        self._parts = parts
        marks = np.concatenate([np.zeros(0, np.int64), *(part.marks for part in parts)])
        self._order = np.argsort(marks)
        self._marks = marks[self._order]

    def known(self, names: Sequence[str]) -> set[str]:
        """Those of some names that are issuers'."""
        marks = name_marks(names)
        places = np.searchsorted(self._marks, marks)
        found = np.append(self._marks, 0)[places] == marks
        found &= places < len(self._marks)
        return {name for name, is_known in zip(names, found.tolist(), strict=True) if is_known}

    def of_interest(self, named: NDArray[np.int64]) -> list["_Named"]:
        """Issuers of whose key there are several spellings, or that has one of these marks.

        Of each segment its own.
        """
        keys = key_marks(self._marks)
        differs = (keys[1:] == keys[:-1]) & (self._marks[1:] != self._marks[:-1])
        asked = np.sort(np.concatenate([keys[1:][differs], key_marks(named)]))
        first, end = (np.searchsorted(keys, asked, side) for side in ("left", "right"))
        wanted = np.zeros(len(keys) + 1, np.int64)
        np.add.at(wanted, first, 1)
        np.add.at(wanted, end, -1)
        rows = self._order[np.cumsum(wanted)[:-1] > 0]
        ends = np.cumsum([len(part.marks) for part in self._parts])
        return [
            part.named(rows[(rows >= end - len(part.marks)) & (rows < end)] - end)
            for part, end in zip(self._parts, ends.tolist(), strict=True)
        ]


class _Named(NamedTuple):
    """Issuers of a segment: how many letters each has, and its ordinal."""

    counts: dict[str, int]
    ordinals: dict[str, int]


class _Part:
    """The issuers of a segment that have letters, with their marks."""

    def __init__(self, live: LiveSegment) -> None:
        self._labels = live.segment.labels("issuer")
        counts = _counts(live, self._labels)
        marks = np.zeros(len(counts), np.int64)
        marks[self._labels.ordinals] = live.segment.ragged("issuer_mark").values
        self._ordinals = np.flatnonzero(counts)
        self._counts, self.marks = counts[self._ordinals], marks[self._ordinals]

    def named(self, places: NDArray[np.int64]) -> _Named:
        """The issuers of some places of `marks`, which may be counted from its end."""
        ordinals = self._ordinals[places]
        names = self._labels.values.terms(ordinals)
        counts = dict(zip(names, self._counts[places].tolist(), strict=True))
        return _Named(counts, dict(zip(names, ordinals.tolist(), strict=True)))


def _others(snapshot: Snapshot, issuers: _Issuers) -> tuple[tuple[str, str], ...]:
    """The pairs, each full name cut to that of an issuer that it ends in."""
    pairs = [
        (full, other)
        for live in snapshot.segments
        for full, _, other in (said.partition(OTHER_NAME) for said in _said(live))
    ]
    endings = {full: _endings(full) for full, _ in pairs}
    every = list(dict.fromkeys(chain.from_iterable(endings.values())))
    is_issuer = issuers.known(every)
    cut = {full: next(filter(is_issuer.__contains__, its), full) for full, its in endings.items()}
    return tuple(dict.fromkeys((cut[full], other) for full, other in pairs))


def _endings(full: str) -> Sequence[str]:
    if full.isascii():
        return ()
    return [full[at:] for at in range(min(LONGEST_ENDING, len(full) - 3) + 1)]


def _said(live: LiveSegment) -> Iterable[str]:
    """What letters that are there say of other names."""
    labels = live.segment.labels("other_name")
    counts = _counts(live, labels).tolist()
    return (value for value, count in zip(labels.values, counts, strict=True) if count)


def _counts(live: LiveSegment, labels: Labels) -> NDArray[np.int64]:
    """How many letters of a segment that are there have each label."""
    ordinals = labels.ordinals
    if live.live is not None:
        ordinals = ordinals[np.repeat(live.live, np.diff(labels.offsets))]
    return np.bincount(ordinals, minlength=len(labels.values))
