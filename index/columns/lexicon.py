"""Sorted terms in a file of arrays: from a term to its number and back.

    keys        of all terms (see terms.py)
    heads       every 512th of the keys: the first of each page, where the search starts
    long_at     the numbers of longer terms, and `long_keys` their keys
    tails       what longer terms have after their first seven bytes, with `tail_ends`
    seconds     the first eight bytes of each tail

A term of up to seven bytes is found by bisecting keys alone, one of up to fifteen by bisecting
those of longer terms and then seconds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.columns.layout import BLOCK, ArrayWriter
from index.columns.mapped import ArrayFile
from index.columns.runs import narrowest
from index.columns.terms import (
    LONG,
    PREFIX,
    Terms,
    decode,
    encode,
    is_long,
    key_of,
    keys_of,
    second_of,
)

_PAGE: Final = BLOCK // 8  # keys a head


def write_lexicon(writer: ArrayWriter, name: str, terms: Terms) -> None:
    """Write distinct, sorted terms."""
    tails, tail_ends, seconds = terms.tails()
    long_at = np.flatnonzero(is_long(terms.keys))
    writer.add(f"{name}/keys", terms.keys)
    writer.add(f"{name}/heads", terms.keys[::_PAGE])
    writer.add(f"{name}/long_at", narrowest(long_at))
    writer.add(f"{name}/long_keys", terms.keys[long_at])
    writer.add(f"{name}/seconds", seconds)
    writer.add(f"{name}/tail_ends", narrowest(tail_ends))
    writer.add(f"{name}/tails", tails)


class Lexicon:
    """Terms of a column or values of a label, numbered from 0 in the order of their bytes."""

    __slots__ = (
        "_heads",
        "_keys",
        "_long_at",
        "_long_keys",
        "_seconds",
        "_size",
        "_tail_ends",
        "_tails",
        "_views",
    )

    def __init__(self, file: ArrayFile, name: str) -> None:
        self._keys = file.array(f"{name}/keys")
        self._heads = file.array(f"{name}/heads").all().data
        self._long_at = file.array(f"{name}/long_at")
        self._long_keys = file.array(f"{name}/long_keys")
        self._seconds = file.array(f"{name}/seconds")
        self._tail_ends = file.array(f"{name}/tail_ends")
        self._tails = file.array(f"{name}/tails")
        self._size = len(self._keys)
        self._views: tuple[memoryview, memoryview] | None = None

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[str]:
        return map(decode, self.all_terms())

    def __contains__(self, term: str) -> bool:
        return self.find(term) >= 0

    def find(self, term: str) -> int:
        """The number of a term, or -1; takes logarithmic time."""
        raw = encode(term)
        if len(raw) > PREFIX:
            return self._find_long(raw)
        key = key_of(raw)
        at = self._first_of(key)
        return at if at < self._size and self._keys.items[at] == key else -1

    def find_all(self, terms: Sequence[str]) -> list[int]:
        """The numbers of many terms, -1 for those that are not here; faster than one by one."""
        if not self._size:
            return [-1] * len(terms)
        keys, own = keys_of(terms), self._keys.all()
        at = np.minimum(np.searchsorted(own, keys), self._size - 1)
        found: list[int] = np.where(own[at] == keys, at, -1).tolist()
        longer = self._long_keys.all()
        bounds = zip(
            np.searchsorted(longer, keys, "left").tolist(),
            np.searchsorted(longer, keys, "right").tolist(),
            strict=True,
        )
        among = self._finder()
        for place, (first, end) in enumerate(bounds):
            if first < end:
                found[place] = among(encode(terms[place])[PREFIX:], first, end)
        return found

    def range(self, prefix: str) -> tuple[int, int]:
        """The first term that starts with a prefix, and the first after these."""
        raw = encode(prefix)
        return self._at_or_after(raw), self._at_or_after(raw + b"\xff")  # UTF-8 has no such byte

    def at_or_after(self, term: str) -> int:
        """The number of the first term that is not before this one."""
        return self._at_or_after(encode(term))

    def term(self, number: int) -> str:
        """The term of a number; IndexError if there is none."""
        if not 0 <= number < self._size:
            raise IndexError(number)
        self._keys.check(number, number + 1)
        key = self._keys.items[number].to_bytes(8, "big")
        if key[PREFIX] != LONG:
            return decode(key[: key[PREFIX]])
        long = bisect_left(self._long_at.all().data, number)
        return decode(key[:PREFIX] + self._tail(long))

    def terms(self, numbers: NDArray[np.integer[Any]]) -> list[str]:
        """The terms of many numbers, in a quarter of the time that one by one takes."""
        keys = self._keys.all()[numbers]
        ends, tails = self._tail_ends.all(), self._tails.all().data
        long_at = self._long_at.all()
        sought = numbers.astype(long_at.dtype)  # else all that is long would be converted
        places = np.where(is_long(keys), np.searchsorted(long_at, sought), 0)
        after = np.minimum(places + 1, len(ends) - 1)
        bounds = zip(ends[places].tolist(), ends[after].tolist(), strict=True)
        raw = keys.astype(">u8").tobytes()
        heads = [raw[at : at + 8] for at in range(0, len(raw), 8)]
        return [
            decode(head[: head[PREFIX]] if head[PREFIX] < LONG else head[:PREFIX] + tails[low:high])
            for head, (low, high) in zip(heads, bounds, strict=True)
        ]

    def all_terms(self) -> Terms:
        """All terms as arrays; takes time and memory for all of them."""
        keys, tails = self._keys.all(), self._tails.all().tobytes()
        prefixes = self._long_keys.all().astype(">u8").tobytes()
        ends = self._tail_ends.all().tolist()
        longer = [
            prefixes[8 * at : 8 * at + PREFIX] + tails[ends[at] : ends[at + 1]]
            for at in range(len(ends) - 1)
        ]
        return Terms(keys, longer)

    def _first_of(self, key: int) -> int:
        """The place of the first key that is not below this one."""
        page = bisect_left(self._heads, key)
        low, high = max(0, page - 1) * _PAGE, min(self._size, page * _PAGE)
        self._keys.check(low, min(self._size, high + 1))
        return bisect_left(self._keys.items, key, low, high)

    def _at_or_after(self, raw: bytes) -> int:
        at = self._first_of(key_of(raw))
        if len(raw) <= PREFIX:
            return at
        first, long, _ = self._long_places(raw)
        return at + long - first

    def _find_long(self, raw: bytes) -> int:
        _, long, end = self._long_places(raw)
        if long == end or self._tail(long) != raw[PREFIX:]:
            return -1
        self._long_at.check(long, long + 1)
        found: int = self._long_at.items[long]
        return found

    def _long_places(self, raw: bytes) -> tuple[int, int, int]:
        """Among the longer terms: the first with the key of some bytes that are as long, the first
        of these that is not before the bytes, and the end of those with the key.
        """
        keys, seconds = self._longer()
        key, tail = key_of(raw), raw[PREFIX:]
        first = bisect_left(keys, key)
        end = bisect_right(keys, key, first)
        second = second_of(tail)
        low = bisect_left(seconds, second, first, end)
        high = bisect_right(seconds, second, low, end)
        while low < high:
            middle = (low + high) >> 1
            if self._tail(middle) < tail:
                low = middle + 1
            else:
                high = middle
        return first, low, end

    def _finder(self) -> Callable[[bytes, int, int], int]:
        """What finds the longer term that has a tail in a range of these, all of them checked."""
        seconds, numbers = self._seconds.all().data, self._long_at.all().data
        ends, tails = self._tail_ends.all().data, self._tails.all().data

        def tail_of(long: int) -> bytes:
            return bytes(tails[ends[long] : ends[long + 1]])

        def find(tail: bytes, first: int, end: int) -> int:
            second = second_of(tail)
            low = bisect_left(seconds, second, first, end)
            high = bisect_right(seconds, second, low, end)
            long = low + bisect_left(range(low, high), tail, key=tail_of)
            return numbers[long] if long < high and tail_of(long) == tail else -1

        return find

    def _longer(self) -> tuple[memoryview, memoryview]:
        """Keys and seconds of the longer terms, checked as a whole when they are first wanted."""
        if self._views is None:
            self._views = self._long_keys.all().data, self._seconds.all().data
        return self._views

    def _tail(self, long: int) -> bytes:
        first, end = self._tail_ends.pair(long)
        self._tails.check(first, end)
        return self._tails.items[first:end].tobytes()
