"""Finding the best completions of one name in all segments of a generation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

import numpy as np

from index import LiveSegment, Snapshot
from index.columns import Best, Completions, fitting
from search.completing.typed import Typed

_FIRST_LOOK: Final = 4  # times as many places as are wanted: several may be in one string
_FURTHER: Final = 8  # times as many as before, if too few of them were of live letters
LEAST: Final = {True: 2, False: 1}  # letters that must have a string, by whether it is sampled

Find = Callable[[int], Best]
Found = dict[tuple[bytes, int], "Candidate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A string of live letters. `tier` is how it was found: 0 by its beginning as typed, 1 by that
    of another word, 2 and 3 the same by how they are read.

    `number` is that of its newest letter in the snapshot, `place` the one in it, `newness` its
    date.
    """

    string: bytes
    kind: int
    tier: int
    count: int
    newness: int
    number: int
    place: int

    @property
    def order(self) -> tuple[int, int, int, bytes, int]:
        """Better ones come first: found better, in more letters, in a newer one."""
        return self.tier, -self.count, -self.newness, self.string, self.kind


def find_candidates(snapshot: Snapshot, name: str, typed: Typed, limit: int) -> list[Candidate]:
    """The best strings, at least `limit` if there are so many, the best first."""
    found: Found = {}
    for tier, finder in enumerate((_begins, _has_word, _is_read)):
        fresh: Found = {}
        for live in snapshot.segments:
            if name in live.segment.completion_names:
                completions = live.segment.completions(name)
                for find in finder(completions, typed):
                    for candidate in _take(find, live, completions, limit, tier):
                        fresh.setdefault((candidate.string, candidate.kind), candidate)
        if finder is _is_read:
            fresh = _set_apart(fresh, typed)
        for key in fresh.keys() - found.keys():
            whole = _in_all(snapshot, name, fresh[key])
            if whole is not None:
                found[key] = whole
        if len(found) >= limit:
            break
    return sorted(found.values(), key=lambda candidate: candidate.order)


def _begins(completions: Completions, typed: Typed) -> Iterator[Find]:
    yield lambda most: completions.beginning(typed.bare.encode(), most)


def _has_word(completions: Completions, typed: Typed) -> Iterator[Find]:
    yield lambda most: completions.with_word(typed.bare.encode(), most)


def _is_read(completions: Completions, typed: Typed) -> Iterator[Find]:
    for sounds in typed.readings:
        yield lambda most, sounds=sounds: completions.read_as(sounds, most)  # type: ignore[misc]


def _set_apart(found: Found, typed: Typed) -> Found:
    """What was found by how it is read, with a worse tier where it does not begin so."""
    width = max(map(len, typed.readings), default=0) + 1
    heads = [key[0].decode()[:width].ljust(width, "\0") for key in found]
    codes = np.array([list(map(ord, head)) for head in heads], np.uint32).reshape(-1, width)
    begins = np.zeros(len(codes), bool)
    for sounds in typed.readings:
        begins |= fitting(codes[:, : len(sounds) + 1], sounds)
    return {
        key: one if begun else replace(one, tier=one.tier + 1)
        for (key, one), begun in zip(found.items(), begins.tolist(), strict=True)
    }


def _take(
    find: Find, live: LiveSegment, completions: Completions, limit: int, tier: int
) -> list[Candidate]:
    """The best `limit` strings that live letters have."""
    most = _FIRST_LOOK * limit
    while True:
        best = find(most)
        looked = (_candidate(live, completions, number, tier) for number in best.strings)
        alive = list(islice((one for one in looked if one is not None), limit))
        if best.is_all or len(alive) == limit:
            return alive
        most *= _FURTHER


def _candidate(
    live: LiveSegment, completions: Completions, number: int, tier: int
) -> Candidate | None:
    """A string with its live letters in one segment; None if there are none."""
    if live.live is None:
        row, place, count = completions.newest(number)
    else:
        found = completions.occurrences(number)
        kept = np.flatnonzero(live.live[found.rows])
        if not len(kept):
            return None
        row, place = int(found.rows[kept[0]]), int(found.places[kept[0]])
        count = int(found.weights[kept].sum())
    return Candidate(
        string=completions.string(number),
        kind=int(completions.kinds[number]),
        tier=tier,
        count=count,
        newness=int(live.segment.numbers("date_first")[row]),
        number=live.base + row,
        place=place,
    )


def _in_all(snapshot: Snapshot, name: str, candidate: Candidate) -> Candidate | None:
    """The same string with its letters in all segments; None if they are too few."""
    having = [live for live in snapshot.segments if name in live.segment.completion_names]
    is_sampled = any(live.segment.completions(name).is_sampled for live in having)
    if len(having) == 1:
        return candidate if candidate.count >= LEAST[is_sampled] else None
    count, newest = 0, candidate
    for live in having:
        completions = live.segment.completions(name)
        number = completions.find(candidate.string, candidate.kind)
        here = _candidate(live, completions, number, candidate.tier) if number >= 0 else None
        if here is not None:
            count += here.count
            newest = max(newest, here, key=lambda one: (one.newness, one.number))
    return replace(newest, count=count) if count >= LEAST[is_sampled] else None
