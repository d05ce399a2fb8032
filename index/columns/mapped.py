"""The file of arrays, as it is read: mapped into memory, every block checked at its first use.

A block is checked once; then its flag is set, a single byte that threads may set twice without
harm. Whatever is read through here is what was written, or `DamagedSegment` is raised.
"""

import json
import mmap
import os
import weakref
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from corpus import gettext
from index.columns.errors import DamagedSegment
from index.columns.layout import BLOCK, FOOTER, HEADER, MAGIC, VERSION

SHIFT: Final = BLOCK.bit_length() - 1  # from a place in the file to its block


class MappedArray:
    """An array of a mapped file. `items` and `values` are unchecked: call `check` before.

    Lists are read by the dozen for a query, so what is checked already costs no call.
    """

    __slots__ = ("_file", "_find", "_offset", "_width", "items", "values")

    def __init__(self, file: "ArrayFile", values: NDArray[Any], offset: int) -> None:
        self._file = file
        self._find = file.checked.find
        self._offset = offset
        self._width = values.dtype.itemsize
        self.values = values
        self.items = values.data

    def __len__(self) -> int:
        return len(self.items)

    def check(self, first: int, end: int) -> None:
        """See that the items from `first` to before `end` are as they were written."""
        start, stop = self._offset + first * self._width, self._offset + end * self._width
        if self._find(0, start >> SHIFT, (stop - 1 >> SHIFT) + 1) >= 0:
            self._file.check(start, stop)

    def slice(self, first: int, end: int) -> NDArray[Any]:
        """Items, checked."""
        start, stop = self._offset + first * self._width, self._offset + end * self._width
        if self._find(0, start >> SHIFT, (stop - 1 >> SHIFT) + 1) >= 0:
            self._file.check(start, stop)
        return self.values[first:end]

    def pair(self, at: int) -> tuple[int, int]:
        """The item at a place and the next one, checked: where something starts and ends."""
        start = self._offset + at * self._width
        stop = start + 2 * self._width
        if self._find(0, start >> SHIFT, (stop - 1 >> SHIFT) + 1) >= 0:
            self._file.check(start, stop)
        return self.items[at], self.items[at + 1]

    def all(self) -> NDArray[Any]:
        """The whole array, checked."""
        return self.slice(0, len(self.items))


class ArrayFile:
    """A mapped file of arrays. Opening reads checksums and directory, nothing else."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = _open(path)
        weakref.finalize(self, os.close, self._file)
        self._state = _state(self._file)
        self._map = _map(path, self._file)
        end, directory = self._read_tail()
        self._sums = memoryview(self._map)[end : end + 4 * -(-end // BLOCK)].cast("I")
        self._end = end
        self.checked = bytearray(len(self._sums))
        self.about: Mapping[str, Any] = directory["about"]
        self._places: Mapping[str, tuple[str, int, int]] = directory["arrays"]
        self._arrays: dict[str, MappedArray] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._places

    @property
    def written(self) -> int:
        """When the file was written, in seconds since 1970."""
        return self._state[1] // 10**9

    def array(self, name: str) -> MappedArray:
        """An array by its name; KeyError if there is none."""
        found = self._arrays.get(name)
        if found is None:
            dtype, length, offset = self._places[name]
            values = np.frombuffer(self._map, dtype, length, offset)
            found = self._arrays[name] = MappedArray(self, values, offset)
        return found

    def check(self, first: int, end: int) -> None:
        """See that the bytes from `first` to before `end` are as they were written."""
        stop = ((end - 1) >> SHIFT) + 1
        block = self.checked.find(0, first >> SHIFT, stop)
        while block >= 0:
            start = block << SHIFT
            if zlib.crc32(self._map[start : min(start + BLOCK, self._end)]) != self._sums[block]:
                raise DamagedSegment(
                    self.path,
                    gettext("the bytes from %(start)s on are not what was written", start=start),
                )
            self.checked[block] = 1
            block = self.checked.find(0, block, stop)

    def let_go(self) -> None:
        """Take no memory for what was read so far; it is read from the file again when needed."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def is_as_opened(self) -> bool:
        """Whether nobody wrote to the file or cut it since; takes 2 us.

        To read what was cut off ends the process (SIGBUS); other names of the file do not matter.
        """
        return _state(self._file) == self._state

    def verify(self) -> None:
        """Read and check everything, whether or not it was checked before."""
        self.checked[:] = bytes(len(self.checked))
        self.check(0, self._end)

    def _read_tail(self) -> tuple[int, dict[str, Any]]:
        """Where the arrays end, and the directory, once the checksums of the tail fit."""
        size = len(self._map)
        if size < HEADER.size + FOOTER.size:
            raise DamagedSegment(self.path, gettext("it is cut short"))
        magic, version = HEADER.unpack_from(self._map, 0)
        if magic != MAGIC:
            raise DamagedSegment(self.path, gettext("it is not a segment of letters"))
        if version != VERSION:
            raise DamagedSegment(
                self.path,
                gettext(
                    "its format is %(number)s, this program's %(ours)s",
                    number=version,
                    ours=VERSION,
                ),
            )
        end, place, length, crc, last = FOOTER.unpack_from(self._map, size - FOOTER.size)
        tail = size - FOOTER.size
        if last != MAGIC or place + length != tail or place - end != 4 * -(-end // BLOCK):
            raise DamagedSegment(
                self.path, gettext("it is cut short, or its end is not what was written")
            )
        if zlib.crc32(self._map[end:tail]) != crc:
            raise DamagedSegment(self.path, gettext("its directory is not what was written"))
        directory: dict[str, Any] = json.loads(self._map[place:tail])
        return end, directory


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise DamagedSegment(
            path, gettext("it cannot be read: %(problem)s", problem=error)
        ) from error


def _state(file: int) -> tuple[int, int]:
    """What changes when a file is written to: its size and its time."""
    status = os.fstat(file)
    return status.st_size, status.st_mtime_ns


def _map(path: Path, file: int) -> mmap.mmap:
    try:
        return mmap.mmap(file, 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError):
            raise DamagedSegment(path, gettext("it is empty")) from error
        raise DamagedSegment(
            path, gettext("it cannot be read: %(problem)s", problem=error)
        ) from error
