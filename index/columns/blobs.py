"""Bytes of letters, each a frame of zstandard of its own. Knows nothing of what they are.

frames, ends                     the frames and where each ends
by                               0, or which of the dictionaries a frame was made with, from 1
dictionaries, dictionary_ends    their bytes
"""

import threading
from collections.abc import Sequence

import numpy as np
import zstandard
from numpy.typing import NDArray

from index.columns.layout import ArrayWriter, Stream
from index.columns.mapped import ArrayFile
from index.columns.runs import narrowest, offsets_of


class BlobsWriter:
    """Takes frames in the order of their letters."""

    def __init__(self, writer: ArrayWriter) -> None:
        self._writer = writer
        self._frames: Stream = writer.stream(np.uint8)
        self._sizes: list[NDArray[np.int64]] = []
        self._by: list[NDArray[np.uint8]] = []

    def append(
        self, frames: NDArray[np.uint8], sizes: NDArray[np.int64], by: NDArray[np.uint8]
    ) -> None:
        """Add frames that lie one after the other."""
        self._frames.append(frames)
        self._sizes.append(sizes)
        self._by.append(by)

    def append_frames(self, frames: Sequence[bytes], by: int) -> None:
        """Add frames made with one dictionary, or 0 for none."""
        sizes = np.fromiter(map(len, frames), np.int64, len(frames))
        data = np.frombuffer(b"".join(frames), np.uint8)
        self.append(data, sizes, np.full(len(frames), by, np.uint8))

    def finish(self, name: str, dictionaries: Sequence[bytes]) -> None:
        """Write all that was added, and the dictionaries it was made with."""
        sizes = np.concatenate([np.zeros(0, np.int64), *self._sizes])
        dictionary_sizes = np.array([len(raw) for raw in dictionaries], np.int64)
        self._writer.add(f"{name}/ends", narrowest(offsets_of(sizes)))
        self._writer.add(f"{name}/by", np.concatenate([np.zeros(0, np.uint8), *self._by]))
        self._writer.add(f"{name}/dictionary_ends", offsets_of(dictionary_sizes))
        raw = np.frombuffer(b"".join(dictionaries), np.uint8)
        self._writer.add(f"{name}/dictionaries", raw)
        self._writer.add_stream(f"{name}/frames", self._frames)


class Blobs:
    """The blobs of one name. Decompressors must not be shared, so each thread has its own."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self._file = file
        self._name = name
        self._ends = file.array(f"{name}/ends")
        self._frames = file.array(f"{name}/frames")
        self._by = file.array(f"{name}/by")
        self._local = threading.local()

    def __getitem__(self, row: int) -> bytes:
        if not 0 <= row < len(self._by):
            raise IndexError(row)
        first, end = self._ends.pair(row)
        self._by.check(row, row + 1)
        self._frames.check(first, end)
        return self._unpacker(self._by.items[row]).decompress(self._frames.items[first:end])

    @property
    def by(self) -> NDArray[np.uint8]:
        """With which dictionary each frame was made."""
        return self._by.all()

    @property
    def sizes(self) -> NDArray[np.int64]:
        """The bytes of each frame."""
        ends = self._ends.all().astype(np.int64)
        return ends[1:] - ends[:-1]

    @property
    def dictionaries(self) -> list[bytes]:
        """All dictionaries."""
        count = len(self._file.array(f"{self._name}/dictionary_ends")) - 1
        return [self._dictionary(at) for at in range(count)]

    def _dictionary(self, at: int) -> bytes:
        first, end = self._file.array(f"{self._name}/dictionary_ends").pair(at)
        return self._file.array(f"{self._name}/dictionaries").slice(first, end).tobytes()

    def frames(self, first: int, end: int) -> NDArray[np.uint8]:
        """The frames of neighbouring letters, one after the other."""
        start, stop = self._ends.slice(first, end + 1)[[0, -1]].tolist()
        return self._frames.slice(start, stop)

    def _unpacker(self, by: int) -> zstandard.ZstdDecompressor:
        unpackers: dict[int, zstandard.ZstdDecompressor] = self._local.__dict__.setdefault("of", {})
        found = unpackers.get(by)
        if found is None:
            dictionary = zstandard.ZstdCompressionDict(self._dictionary(by - 1)) if by else None
            found = unpackers[by] = zstandard.ZstdDecompressor(dict_data=dictionary)
        return found
