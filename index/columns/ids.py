"""Ascending letter numbers, list by list: their low bytes, and in one of three shapes the rest.

    narrow   how many of the list are in each block of 256 letters, a byte each
    middle   the second byte of each; among more than 65,536 letters, before these how many of the
             list are in each block of 65,536, in 32 bits
    wide     all that is above the low byte, in 16 bits, or 32 among more than 16 million letters

Of 100,000 letters a list is narrow if it has more than 391, and 50,000 are then read in 19 us (as
gaps that are added up in 104 us, as a bitmap in 72 us: 2026-01). Knows nothing of terms.
"""

from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile
from index.columns.runs import narrowest, offsets_of, spread


class Shape(IntEnum):
    """How a list is kept."""

    NARROW = 0
    MIDDLE = 1
    WIDE = 2


_SHAPE_BITS: Final = 2  # of a list's place, lowest
_SHAPE_MASK: Final = (1 << _SHAPE_BITS) - 1
_COUNT: Final = 4  # bytes of a count in the middle shape
_FULL: Final = 256  # letters in a block, one more than a byte can count


class _Blocks:
    """The blocks of `count` letters, and how many bytes of counts stand in each shape."""

    def __init__(self, count: int) -> None:
        self.narrow = (max(count, 1) - 1 >> 8) + 1
        chunks = (max(count, 1) - 1 >> 16) + 1
        self.chunks = chunks if chunks > 1 else 0
        self.middle = _COUNT * self.chunks
        self.wide = np.dtype(np.uint16 if count <= 1 << 24 else np.uint32)

    def shapes(self, sizes: NDArray[np.int64]) -> NDArray[np.int64]:
        """The shape of lists of so many numbers that takes the fewest bytes."""
        narrow = np.full(len(sizes), self.narrow)
        costs = np.array([narrow, sizes + self.middle, sizes * self.wide.itemsize])
        shapes: NDArray[np.int64] = costs.argmin(axis=0)
        return shapes


class IdsWriter:
    """Takes lists of the numbers of `count` letters."""

    def __init__(self, writer: ArrayWriter, count: int) -> None:
        self._writer = writer
        self._blocks = _Blocks(count)
        self._low = writer.stream(np.uint8)
        self._high = {
            Shape.NARROW: writer.stream(np.uint8),
            Shape.MIDDLE: writer.stream(np.uint8),
            Shape.WIDE: writer.stream(self._blocks.wide),
        }
        self._places: list[NDArray[np.int64]] = []

    def append(self, sizes: NDArray[np.int64], ids: NDArray[np.int32]) -> None:
        """Add lists of `sizes` numbers each."""
        self._low.append(ids)
        high = ids >> 8
        shapes = self._blocks.shapes(sizes)
        its = shapes == Shape.NARROW
        counts = _count(sizes[its], high[np.repeat(its, sizes)], self._blocks.narrow)
        crowded = (counts == _FULL).any(axis=1)
        shapes[np.flatnonzero(shapes == Shape.NARROW)[crowded]] = Shape.MIDDLE
        parts = {
            Shape.NARROW: counts[~crowded].ravel(),
            Shape.MIDDLE: self._middle(shapes, sizes, high),
            Shape.WIDE: high[np.repeat(shapes == Shape.WIDE, sizes)],
        }
        widths = {
            Shape.NARROW: 0 * sizes + self._blocks.narrow,
            Shape.MIDDLE: sizes + self._blocks.middle,
        }
        places = np.empty(len(sizes), np.int64)
        for shape, part in parts.items():
            its, stream = shapes == shape, self._high[shape]
            places[its] = offsets_of(widths.get(shape, sizes)[its])[:-1] + stream.length
            stream.append(part)
        self._places.append(places << _SHAPE_BITS | shapes)

    def finish(self, name: str) -> None:
        """Write all that was added."""
        places = np.concatenate([np.zeros(0, np.int64), *self._places])
        self._writer.add(f"{name}/places", narrowest(places))
        self._writer.add_stream(f"{name}/low", self._low)
        for shape, stream in self._high.items():
            self._writer.add_stream(f"{name}/{shape.name.lower()}", stream)

    def _middle(
        self, shapes: NDArray[np.int64], sizes: NDArray[np.int64], high: NDArray[np.int32]
    ) -> NDArray[np.uint8]:
        its = shapes == Shape.MIDDLE
        seconds: NDArray[np.uint8] = high[np.repeat(its, sizes)].astype(np.uint8)
        words = self._blocks.middle
        if not words:
            return seconds
        counts = _count(sizes[its], high[np.repeat(its, sizes)] >> 8, self._blocks.chunks)
        offsets = offsets_of(sizes[its] + words)
        part = np.empty(int(offsets[-1]), np.uint8)
        heads = counts.astype("<u4").view(np.uint8).ravel()
        part[spread(offsets[:-1], np.full(len(counts), words))] = heads
        part[spread(offsets[:-1] + words, sizes[its])] = seconds
        return part


class IdsReader:
    """Lists that an `IdsWriter` wrote."""

    __slots__ = ("_blocks", "_chunk_bases", "_high", "_low", "_narrow_bases", "_places")

    def __init__(self, file: ArrayFile, name: str, count: int) -> None:
        self._blocks = _Blocks(count)
        self._places = file.array(f"{name}/places")
        self._low = file.array(f"{name}/low")
        self._high = [file.array(f"{name}/{shape.name.lower()}") for shape in Shape]
        self._narrow_bases = np.arange(self._blocks.narrow, dtype=np.int32) << 8
        self._chunk_bases = np.arange(self._blocks.chunks, dtype=np.int32) << 16

    def read(self, number: int, first: int, end: int) -> NDArray[np.int32]:
        """The list of a number, whose ids are those from `first` to before `end` of all lists."""
        self._places.check(number, number + 1)
        place = self._places.items[number]
        shape, start = place & _SHAPE_MASK, place >> _SHAPE_BITS
        part, low = self._high[shape], self._low.slice(first, end)
        ids: NDArray[np.int32]
        if shape == Shape.NARROW:
            ids = np.repeat(self._narrow_bases, part.slice(start, start + self._blocks.narrow))
        else:
            words = self._blocks.middle if shape == Shape.MIDDLE else 0
            high = part.slice(start, start + words + end - first)
            ids = high[words:].astype(np.int32)
            ids <<= 8
            if words:
                ids |= np.repeat(self._chunk_bases, high[:words].view("<u4"))
        ids |= low
        return ids

    def read_range(self, number: int, sizes: NDArray[np.int64], first: int) -> NDArray[np.int32]:
        """Lists from a number on, of so many ids each, the first of them at `first`."""
        places = self._places.slice(number, number + len(sizes)).astype(np.int64)
        shapes, starts = places & _SHAPE_MASK, places >> _SHAPE_BITS
        low = self._low.slice(first, first + int(sizes.sum()))
        ids = np.empty(len(low), np.int32)
        for shape in Shape:
            its = shapes == shape
            if its.any():
                ids[np.repeat(its, sizes)] = self._highs(shape, starts[its], sizes[its])
        ids |= low
        return ids

    def _highs(
        self, shape: Shape, starts: NDArray[np.int64], sizes: NDArray[np.int64]
    ) -> NDArray[np.int32]:
        """What is above the low bytes, of neighbouring lists of one shape."""
        words = (self._blocks.narrow, self._blocks.middle, 0)[shape]
        last = words + (0 if shape == Shape.NARROW else int(sizes[-1]))
        part = self._high[shape].slice(int(starts[0]), int(starts[-1]) + last)
        if shape == Shape.NARROW:
            return np.repeat(np.tile(self._narrow_bases, len(starts)), part)
        if not words:
            return part.astype(np.int32) << 8
        starts = starts - starts[0]
        high: NDArray[np.int32] = part[spread(starts + words, sizes)].astype(np.int32) << 8
        heads = part[spread(starts, np.full(len(starts), words))].view("<u4")
        high |= np.repeat(np.tile(self._chunk_bases, len(starts)), heads)
        return high


def _count(sizes: NDArray[np.int64], block: NDArray[np.int32], blocks: int) -> NDArray[np.int64]:
    """How many ids of each list are in each block, a row a list."""
    of_list = np.repeat(np.arange(len(sizes)) * blocks, sizes)
    of_list += block
    return np.bincount(of_list, minlength=len(sizes) * blocks).reshape(len(sizes), blocks)
