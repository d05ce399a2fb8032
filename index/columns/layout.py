"""The file of arrays, as it is written: aligned arrays, then checksums, then a directory.

    magic, version | array | array | ... | crc32 of every block so far | directory (JSON) | footer

Arrays start at multiples of 64 bytes and are little-endian. The footer tells where the checksums
and the directory stand and holds the checksum of both. Knows nothing of what the arrays mean.
"""

import hashlib
import json
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

import numpy as np
from numpy.typing import DTypeLike, NDArray

MAGIC: Final = b"letters\x00"
VERSION: Final = 2  # goes up when a program could not read the files of the one before
ALIGNMENT: Final = 64  # bytes: a cache line
BLOCK: Final = 4096  # bytes a checksum: one page, checked in 1 us at its first use (2026-01)
HEADER: Final = struct.Struct("<8sI52x")
FOOTER: Final = struct.Struct("<QQQI8s")  # checksums' place, directory's place and size, crc32
_SPOOL: Final = 1 << 23  # bytes of a stream that are held in memory before they go to disk


@dataclass(frozen=True, slots=True)
class SegmentFile:
    """A file that was written: its name, its size in bytes and the sha256 of its content."""

    name: str
    bytes: int
    checksum: str


class Stream:
    """An array that grows piece by piece beside others, held on disk when it is large."""

    def __init__(self, dtype: DTypeLike, folder: Path) -> None:
        from tempfile import SpooledTemporaryFile  # readers need not wait for its import

        self.dtype: np.dtype[Any] = np.dtype(dtype).newbyteorder("<")
        self.length = 0
        self.file: IO[bytes] = SpooledTemporaryFile(max_size=_SPOOL, dir=str(folder))  # noqa: SIM115

    def append(self, values: NDArray[Any]) -> None:
        """Add values at the end; they are converted to the type of the stream."""
        self.file.write(np.ascontiguousarray(values, self.dtype).view(np.uint8).data)
        self.length += len(values)

    def close(self) -> None:
        """Let go of what is held."""
        self.file.close()


class ArrayWriter:
    """Writes a new file of arrays; on the way out it is removed if it was not finished.

    FileExistsError if there is a file of that name: others may have it mapped. Whoever names the
    file for others to read sees to it that it is on the disk.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("xb")
        self._is_finished = False
        self._digest = hashlib.sha256()
        self._sums: list[int] = []
        self._rest = b""
        self._size = 0
        self._arrays: dict[str, tuple[str, int, int]] = {}
        self._streams: list[Stream] = []
        self._put(HEADER.pack(MAGIC, VERSION))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for stream in self._streams:
            stream.close()
        self._file.close()
        if not self._is_finished:
            self._path.unlink(missing_ok=True)

    def stream(self, dtype: DTypeLike) -> Stream:
        """A new array to be filled piece by piece and then given to `add_stream`."""
        self._streams.append(Stream(dtype, self._path.parent))
        return self._streams[-1]

    def add(self, name: str, array: NDArray[Any]) -> None:
        """Write an array of one dimension."""
        array = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
        self._add(name, array.dtype, len(array), [array.view(np.uint8).data])

    def add_stream(self, name: str, stream: Stream) -> None:
        """Write what a stream holds, and close it."""
        stream.file.seek(0)
        self._add(name, stream.dtype, stream.length, iter(lambda: stream.file.read(1 << 20), b""))
        stream.close()

    def finish(self, about: Mapping[str, Any]) -> SegmentFile:
        """Write checksums and directory."""
        if self._rest:
            self._sums.append(zlib.crc32(self._rest))
        sums = np.array(self._sums, "<u4").tobytes()
        directory = json.dumps({"about": about, "arrays": self._arrays}).encode()
        tail = (self._size, self._size + len(sums), len(directory))
        crc = zlib.crc32(directory, zlib.crc32(sums))
        self._write(sums + directory + FOOTER.pack(*tail, crc, MAGIC))
        self._file.close()
        self._is_finished = True
        return SegmentFile(self._path.name, self._size, self._digest.hexdigest())

    def _add(self, name: str, dtype: np.dtype[Any], length: int, pieces: Iterable[Any]) -> None:
        self._put(bytes(-self._size % ALIGNMENT))
        self._arrays[name] = (dtype.str, length, self._size)
        for piece in pieces:
            self._put(piece)

    def _put(self, data: Any) -> None:
        """Write, and sum every block that is complete."""
        self._write(data)
        view = memoryview(self._rest + bytes(data[: BLOCK - len(self._rest)]))
        if len(view) < BLOCK:
            self._rest = bytes(view)
            return
        used = BLOCK - len(self._rest)
        whole = used + (len(data) - used) // BLOCK * BLOCK
        self._sums.append(zlib.crc32(view))
        self._sums += [zlib.crc32(data[at : at + BLOCK]) for at in range(used, whole, BLOCK)]
        self._rest = bytes(data[whole:])

    def _write(self, data: Any) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)
