"""Bytes of letters, compressed one by one. Knows nothing of what they are."""

import threading
from collections.abc import Sequence

import numpy as np
import zstandard

from index.columns.errors import DamagedSegment
from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile
from index.columns.runs import offsets_of

_LEVEL = 3
_local = threading.local()


def compress(blobs: Sequence[bytes]) -> list[bytes]:
    """Each of them as a frame of zstandard."""
    compressor = zstandard.ZstdCompressor(level=_LEVEL)
    return [compressor.compress(blob) for blob in blobs]


def write_blobs(writer: ArrayWriter, name: str, frames: Sequence[bytes]) -> None:
    """Write the frames of all letters."""
    writer.add(f"{name}/ends", offsets_of(np.fromiter(map(len, frames), np.int64, len(frames))))
    writer.add(f"{name}/frames", np.frombuffer(b"".join(frames), np.uint8))


class Blobs:
    """The blobs of one name."""

    __slots__ = ("_ends", "_file", "_frames")

    def __init__(self, file: ArrayFile, name: str) -> None:
        self._file = file
        self._ends = file.array(f"{name}/ends")
        self._frames = file.array(f"{name}/frames")

    def __getitem__(self, row: int) -> bytes:
        try:
            return _decompressor().decompress(self.frame(row))
        except zstandard.ZstdError as error:
            raise DamagedSegment(self._file.path, f"a text cannot be unpacked: {error}") from error

    def frame(self, row: int) -> memoryview:
        """The bytes of a letter as they are stored; IndexError if there is no such letter."""
        if not 0 <= row < len(self._ends) - 1:
            raise IndexError(row)
        first, end = self._ends.pair(row)
        self._frames.check(first, end)
        return self._frames.items[first:end]


def _decompressor() -> zstandard.ZstdDecompressor:
    """One a thread, since they must not be shared."""
    found: zstandard.ZstdDecompressor | None = getattr(_local, "decompressor", None)
    if found is None:
        found = _local.decompressor = zstandard.ZstdDecompressor()
    return found
