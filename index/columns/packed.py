"""Small numbers in few bits: a plane of so many bits a value, and the values that need more.

    plane     width bits a value, lowest bits first; 0 where the value has spilled
    starts    for each block of 256 values, how many have spilled before it
    low       of each spilled value, its place within its block
    spilled   the value itself

A list of 50,000 is read in some 15 us: a table turns a byte of the plane into its values. Knows
nothing of what the numbers mean.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile
from index.columns.runs import narrowest, offsets_of, spread

_SHIFT: Final = 8
_BLOCK: Final = 1 << _SHIFT
_MASK: Final = _BLOCK - 1
_LIMITS: Final = {0: 0, 1: 1, 2: 3, 4: 15, 8: 254}  # the greatest value of a plane, by its width
_NEAR: Final = 48  # values for each one wanted: with fewer, reading them all is faster (measured)
_WIDE: Final = (1 << 16) - 2
_BOUNDS: Final = (*_LIMITS.values(), _WIDE)

Unsigned = NDArray[np.unsignedinteger[Any]]


def tally(values: NDArray[np.int32]) -> list[int]:
    """How many values there are, and how many are above each limit: what a width is chosen by."""
    fits = int(values.max(initial=0)) <= 0xFF
    values = values.astype(np.uint8) if fits else values  # eight times as fast to compare
    above = [0 if fits and bound > 0xFF else np.count_nonzero(values > bound) for bound in _BOUNDS]
    return [len(values), *map(int, above)]


def _table(width: int) -> Unsigned:
    """The values of a byte of a plane, as one number, for every byte."""
    byte = np.arange(256)[:, None]
    values = (byte >> np.arange(0, 8, width)) & ((1 << width) - 1)
    return values.astype(np.uint8).view(f"<u{8 // width}").ravel()


_NOTHING: Final = np.zeros(0, np.int64)
_TABLES: Final = {width: _table(width) for width in (1, 2, 4)}


class PackedWriter:
    """Takes values piece by piece; a tally of all of them decides how they are kept."""

    def __init__(self, writer: ArrayWriter, counts: list[int]) -> None:
        count, *above = counts
        spilled = np.uint8 if not above[-2] else np.uint16 if not above[-1] else np.uint32
        size = np.dtype(spilled).itemsize + 1
        costs = {w: count * w / 8 + n * size for w, n in zip(_LIMITS, above, strict=False)}
        self.width = min(costs, key=costs.__getitem__)
        self._writer = writer
        self._plane = writer.stream(np.uint8)
        self._low = writer.stream(np.uint8)
        self._spilled = writer.stream(spilled)
        self._counts: list[NDArray[np.int64]] = []
        self._rest = np.zeros(0, np.int32)

    def append(self, values: NDArray[np.int32]) -> None:
        """Add values at the end."""
        values = np.concatenate([self._rest, values])
        whole = len(values) & -_BLOCK
        self._rest = values[whole:]
        self._pack(values[:whole])

    def finish(self, name: str) -> None:
        """Write all that was added."""
        self._pack(np.concatenate([self._rest, np.zeros(-len(self._rest) % _BLOCK, np.int32)]))
        starts = offsets_of(np.concatenate([np.zeros(0, np.int64), *self._counts]))
        self._writer.add(f"{name}/starts", narrowest(starts))
        for part, stream in (
            ("plane", self._plane),
            ("low", self._low),
            ("spilled", self._spilled),
        ):
            self._writer.add_stream(f"{name}/{part}", stream)

    def _pack(self, values: NDArray[np.int32]) -> None:
        at = np.flatnonzero(values > _LIMITS[self.width])
        self._counts.append(np.bincount(at >> _SHIFT, minlength=len(values) >> _SHIFT))
        self._low.append(at)
        self._spilled.append(values[at])
        if not self.width:
            return
        plane: Unsigned = values.astype(np.uint8)
        plane[at] = 0
        width = self.width
        while width < 8:  # neighbours join until they fill a byte
            plane = plane[::2] | plane[1::2] << np.uint8(width)
            width *= 2
        self._plane.append(plane)


class PackedReader:
    """Values that a `PackedWriter` wrote, by their places."""

    __slots__ = ("_low", "_plane", "_spilled", "_starts", "_width")

    def __init__(self, file: ArrayFile, name: str, width: int) -> None:
        self._width = width
        self._starts = file.array(f"{name}/starts")
        self._plane = file.array(f"{name}/plane")
        self._low = file.array(f"{name}/low")
        self._spilled = file.array(f"{name}/spilled")

    def range(self, first: int, end: int) -> Unsigned:
        """The values from `first` to before `end`, in a new array as narrow as they allow."""
        if first >= end:
            return np.zeros(0, np.uint8)
        values = self._plain(first, end)
        at, low, high = self._spills(first, end)
        if low == high:
            return values
        spilled = self._spilled.slice(low, high)
        if spilled.dtype != values.dtype:
            values = values.astype(spilled.dtype)
        values[at] = spilled
        return values

    def take(self, places: NDArray[np.int64]) -> Unsigned:
        """The values at ascending places."""
        if not len(places):
            return np.zeros(0, np.uint8)
        first, end = int(places[0]), int(places[-1]) + 1
        if end - first < _NEAR * len(places):
            return self.range(first, end)[places - first]
        values = self._plain_at(places)
        at, low, high = self._spills(first, end)
        if low == high:
            return values
        found = np.searchsorted(at, places - first)
        found[found == len(at)] = 0
        hit = np.flatnonzero(at[found] == places - first)
        spilled = self._spilled.slice(low, high)
        values = values.astype(spilled.dtype)
        values[hit] = spilled[found[hit]]
        return values

    def take_runs(self, runs: Sequence[NDArray[np.int64]]) -> Unsigned:
        """The values at places that ascend in each of the runs, which may be far apart.

        Each value's block is looked through for it, so that it takes the same time wherever it is.
        """
        for run in runs:
            self._check(run)
        places = np.concatenate([_NOTHING, *runs])
        values = self._unpacked(places)
        block = places >> _SHIFT
        low = self._starts.values[block].astype(np.int64)
        counts = self._starts.values[block + 1].astype(np.int64) - low
        at = spread(low, counts)
        if not len(at):
            return values
        of = np.repeat(np.arange(len(places)), counts)
        hit = np.flatnonzero(self._low.values[at] == (places & _MASK)[of])
        spilled = self._spilled.values[at[hit]]
        values = values.astype(np.promote_types(values.dtype, spilled.dtype))
        values[of[hit]] = spilled
        return values

    def _check(self, places: NDArray[np.int64]) -> None:
        """See that all that is read for ascending places is as it was written."""
        if not len(places):
            return
        first, end = int(places[0]), int(places[-1]) + 1
        block, last = first >> _SHIFT, (end - 1) >> _SHIFT
        self._starts.check(block, last + 2)
        low, high = int(self._starts.items[block]), int(self._starts.items[last + 1])
        if self._width:
            self._plane.check(first * self._width >> 3, (end * self._width + 7) >> 3)
        if low < high:
            self._low.check(low, high)
            self._spilled.check(low, high)

    def _plain(self, first: int, end: int) -> Unsigned:
        """What the plane says of a range, in a new array."""
        width = self._width
        if width == 0:
            return np.zeros(end - first, np.uint8)
        if width == 8:
            return self._plane.slice(first, end).copy()
        byte = first * width >> 3
        packed = self._plane.slice(byte, (end * width + 7) >> 3)
        values: Unsigned = _TABLES[width].take(packed).view(np.uint8)
        skipped = first - (byte << 3) // width
        return values[skipped : skipped + end - first]

    def _plain_at(self, places: NDArray[np.int64]) -> Unsigned:
        width = self._width
        if width:
            self._plane.check(int(places[0]) * width >> 3, (int(places[-1]) * width >> 3) + 1)
        return self._unpacked(places)

    def _unpacked(self, places: NDArray[np.int64]) -> Unsigned:
        """What the plane says of places, unchecked."""
        width = self._width
        if width == 0:
            return np.zeros(len(places), np.uint8)
        bit = places * width
        values: Unsigned = self._plane.values[bit >> 3] >> (bit & 7).astype(np.uint8)
        return values & np.uint8((1 << width) - 1)

    def _spills(self, first: int, end: int) -> tuple[NDArray[Any], int, int]:
        """Which values of a range have spilled, counted from its first, and which spills they are.

        Lists that lie in one block are short and many, so they get by without arithmetic in arrays.
        """
        block, last = first >> _SHIFT, (end - 1) >> _SHIFT
        starts = self._starts.pair(block) if block == last else self._starts.slice(block, last + 2)
        low, high = int(starts[0]), int(starts[-1])
        if low == high:
            return _NOTHING, 0, 0
        self._low.check(low, high)
        items, values = self._low.items, self._low.values
        second, before_last = int(starts[1]), int(starts[-2])
        low = bisect_left(items, first & _MASK, low, second)
        high = bisect_right(items, (end - 1) & _MASK, max(low, before_last), high)
        if block == last:
            return values[low:high] - np.uint8(first & _MASK), low, high
        at = values[low:high].astype(np.int64)
        cuts = np.array(starts, np.int64)
        cuts[0], cuts[-1] = low, high
        bases = np.arange(block, last + 1) << _SHIFT
        at += np.repeat(bases - first, cuts[1:] - cuts[:-1])
        return at, low, high
