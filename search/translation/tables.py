"""Tables of text by key in one block of bytes, to be mapped from a file and read in place.

Keys are sorted by their UTF-8 bytes, so a table finds a key or all keys that begin alike in
logarithmic time, and nothing is loaded before it is asked for. Knows nothing of dictionaries.

Layout: a line of JSON that says where each part is; then, for each table, the keys one after the
other, where each ends, the values, where each ends. Ends are little-endian 32-bit numbers.
"""

import json
import mmap
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Final

import numpy as np

_FORMAT: Final = 1
_HEAD: Final = 1024  # bytes of the line of JSON, filled up with spaces
_PARTS: Final = ("keys", "key_ends", "values", "value_ends")
_ENDS: Final = np.dtype("<u4")


class UnreadableTables(Exception):
    """The bytes are not tables of this format."""


class Table:
    """Text by key, read from bytes."""

    def __init__(self, parts: Mapping[str, memoryview]) -> None:
        self._keys, self._values = parts["keys"], parts["values"]
        self._key_ends = parts["key_ends"].cast("I")
        self._value_ends = parts["value_ends"].cast("I")

    def __len__(self) -> int:
        return len(self._key_ends)

    def get(self, key: str) -> str | None:
        """The value of a key."""
        raw = key.encode("utf-8", "surrogatepass")
        place = self._place(raw)
        if place < len(self) and self._key(place) == raw:
            return self._value(place)
        return None

    def beginning(self, prefix: str) -> Iterator[tuple[str, str]]:
        """The keys that begin so, with their values, in order."""
        raw = prefix.encode("utf-8", "surrogatepass")
        for place in range(self._place(raw), len(self)):
            key = self._key(place)
            if not key.startswith(raw):
                return
            yield key.decode(), self._value(place)

    def items(self) -> Iterator[tuple[str, str]]:
        """All keys with their values, in order."""
        return self.beginning("")

    def _place(self, raw: bytes) -> int:
        return bisect_left(range(len(self)), raw, key=self._key)

    def _key(self, place: int) -> bytes:
        return bytes(_slice(self._keys, self._key_ends, place))

    def _value(self, place: int) -> str:
        return str(_slice(self._values, self._value_ends, place), "utf-8")


def _slice(blob: memoryview, ends: memoryview, place: int) -> memoryview:
    return blob[ends[place - 1] if place else 0 : ends[place]]


def pack(tables: Mapping[str, Mapping[str, str]]) -> bytes:
    """Tables as bytes."""
    directory: dict[str, dict[str, tuple[int, int]]] = {}
    blocks: list[bytes] = []
    end = _HEAD
    for name, table in tables.items():
        ordered = sorted((key.encode(), value.encode()) for key, value in table.items())
        keys, values = [key for key, _ in ordered], [value for _, value in ordered]
        parts = (b"".join(keys), _ends(keys), b"".join(values), _ends(values))
        directory[name] = {}
        for part, block in zip(_PARTS, parts, strict=True):
            directory[name][part] = (end, end + len(block))
            padded = block + b"\0" * (-len(block) % 8)
            blocks.append(padded)
            end += len(padded)
    head = json.dumps({"format": _FORMAT, "size": end, "tables": directory}).encode()
    return b"".join([head.ljust(_HEAD - 1) + b"\n", *blocks])


def _ends(texts: list[bytes]) -> bytes:
    return np.fromiter(accumulate(map(len, texts)), _ENDS, len(texts)).tobytes()


def read_tables(packed: memoryview) -> dict[str, Table]:
    """The tables of `pack`. Raises UnreadableTables for bytes that are not whole."""
    try:
        head = json.loads(bytes(packed[:_HEAD]))
        if head["format"] != _FORMAT or head["size"] != len(packed):
            raise UnreadableTables("another format, or not whole")
        return {
            name: Table({part: packed[first:last] for part, (first, last) in places.items()})
            for name, places in head["tables"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableTables(str(error)) from error


def map_tables(path: Path) -> dict[str, Table]:
    """The tables of a file, mapped. Raises OSError and UnreadableTables."""
    with path.open("rb") as file:
        try:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as error:  # an empty file
            raise UnreadableTables(str(error)) from error
    return read_tables(memoryview(mapped))
