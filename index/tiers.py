"""Which segments to merge, so that they stay few at a cost that stays small.

A pure rule over sizes; knows nothing of files. Queries over eight segments cost twice as much as
over one (measured 2026-01 with 100,000 letters), and merging all of those takes five seconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass

SMALL = 1_000  # letters below which segments are of one tier: merging so few takes a moment
FANOUT = 4  # segments of a tier that become one; the next tier is that many times larger
FULL = 400_000  # letters above which nothing is merged: a merge holds its columns in memory

Places = tuple[int, ...]
Pools = dict[Places, int]  # which segments are to be one, and how many live rows it will have


@dataclass(frozen=True, slots=True)
class Size:
    """How many rows of a segment are in the index, and how many are there no more."""

    live: int
    dead: int = 0


def plan_merges(sizes: Sequence[Size]) -> tuple[Places, ...]:
    """The groups of segments to make one of each, as ascending places in `sizes`.

    No tier keeps `FANOUT` segments, so there are at most three for each fourfold of letters, and
    a letter is merged again only about once a tier. A segment whose rows are mostly dead is
    written anew without them, if need be alone. Those with no live row are in no group.
    """
    pools: Pools = {(at,): size.live for at, size in enumerate(sizes) if size.live}
    for tier in range(_tier(FULL) + 1):
        alike = sorted((live, places) for places, live in pools.items() if _tier(live) == tier)
        if len(alike) >= FANOUT:
            _pour(pools, alike)
    return tuple(
        sorted(places for places in pools if len(places) > 1 or _is_hollow(sizes[places[0]]))
    )


def _pour(pools: Pools, alike: Sequence[tuple[int, Places]]) -> None:
    """Make one pool of as many of the smallest of a tier as a merge can take."""
    chosen: list[Places] = []
    total = 0
    for live, places in alike:
        if total + live <= FULL:
            chosen, total = [*chosen, places], total + live
    for places in chosen:
        del pools[places]
    if chosen:
        pools[tuple(sorted(at for places in chosen for at in places))] = total


def plan_full(sizes: Sequence[Size]) -> tuple[Places, ...]:
    """The groups that leave as few segments as there can be, for when all were just written."""
    groups: list[list[int]] = []
    room = 0
    for at, size in enumerate(sizes):
        if not groups or size.live > room:
            groups, room = [*groups, []], FULL
        groups[-1].append(at)
        room -= size.live
    return tuple(tuple(group) for group in groups if len(group) > 1)


def _tier(live: int) -> int:
    tier, top = 0, SMALL
    while live >= top:
        tier, top = tier + 1, top * FANOUT
    return tier


def _is_hollow(size: Size) -> bool:
    return size.dead > size.live
