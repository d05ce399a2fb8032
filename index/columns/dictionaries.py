"""Dictionaries for short texts: what many of them have in common is kept once.

Of 10,000 assembled letters of 2.3 KB, zstandard at level 3 leaves .575 one by one, .574 in blocks
of eight (which are read five times slower), .488 with a dictionary of 110 KB trained on 500 of them
in 20 ms (2026-01). Knows nothing of files.
"""

from collections.abc import Sequence
from typing import Final

import zstandard

LEAST: Final = 1 << 18  # bytes for which a dictionary is worth its own size
_LEVEL: Final = 3  # level 6 leaves .05 less and takes three times as long
_LARGEST: Final = 112_640  # bytes of a dictionary, zstandard's own default
_SHARE: Final = 32  # a dictionary is at most this part of what it is made for
_ENOUGH: Final = _LARGEST * _SHARE
_SAMPLE: Final = 1 << 20  # bytes to train on
_FASTCOVER: Final = {"k": 200, "d": 8, "f": 18, "accel": 5}  # a search for better ones takes 15
# times as long and leaves .001 less


def train(blobs: Sequence[bytes], total: int) -> zstandard.ZstdCompressionDict | None:
    """A dictionary for `total` bytes of blobs like these, or None if it would not be worth it."""
    if total < LEAST:
        return None
    step = max(1, sum(map(len, blobs)) // _SAMPLE)
    size = min(_LARGEST, total // _SHARE)
    try:
        return zstandard.train_dictionary(size, list(blobs[::step]), level=_LEVEL, **_FASTCOVER)
    except zstandard.ZstdError:  # they are too few or have nothing in common
        return None


def compressor(dictionary: zstandard.ZstdCompressionDict | None) -> zstandard.ZstdCompressor:
    """What makes frames, with a dictionary or without."""
    if dictionary is None:
        return zstandard.ZstdCompressor(level=_LEVEL)
    dictionary.precompute_compress(level=_LEVEL)
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=dictionary)


class Packer:
    """Compresses blobs that come batch by batch, all in the same way.

    The first megabytes wait until there are enough to train a dictionary on, unless one is given.
    """

    def __init__(self, dictionary: zstandard.ZstdCompressionDict | None = None) -> None:
        self.dictionary = dictionary
        self._compressor = None if dictionary is None else compressor(dictionary)
        self._frames: list[bytes] = []
        self._waiting: list[bytes] = []
        self._waiting_size = 0
        self._packed_size = 0

    @property
    def size(self) -> int:
        """The bytes held."""
        return self._waiting_size + self._packed_size

    def add(self, blobs: Sequence[bytes]) -> None:
        """Take blobs."""
        self._waiting += blobs
        self._waiting_size += sum(map(len, blobs))
        if self._compressor is None and self._waiting_size >= _ENOUGH:
            self._train()
        if self._compressor is not None:
            self._pack(self._compressor)

    def finish(self) -> list[bytes]:
        """The frames of all blobs, in their order."""
        if self._compressor is None:
            self._train()
        self._pack(self._compressor or compressor(None))
        return self._frames

    def _train(self) -> None:
        self.dictionary = train(self._waiting, self._waiting_size)
        self._compressor = compressor(self.dictionary)

    def _pack(self, by: zstandard.ZstdCompressor) -> None:
        frames = list(map(by.compress, self._waiting))
        self._frames += frames
        self._packed_size += sum(map(len, frames))
        self._waiting, self._waiting_size = [], 0
