"""Sorted terms in a file of arrays: from a term to its number and back.

Terms are kept as UTF-8 (lone surrogates as three bytes, `surrogatepass`) in the order of their
bytes, which is the order of their code points. The first eight bytes of every eighth term, as one
big-endian number, are a small array of their own in which the search starts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile

_STEP: Final = 8  # terms a sample
_PREFIX: Final = 8  # bytes of a term in a sample


def encode(term: str) -> bytes:
    """The bytes of a term, by which terms are sorted."""
    return term.encode("utf-8", "surrogatepass")


def write_lexicon(writer: ArrayWriter, name: str, terms: Sequence[bytes]) -> None:
    """Write terms that are distinct and sorted."""
    ends = np.zeros(len(terms) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, terms), np.int64, len(terms)), out=ends[1:])
    samples = [_sample(term) for term in terms[::_STEP]]
    writer.add(f"{name}/bytes", np.frombuffer(b"".join(terms), np.uint8))
    writer.add(f"{name}/ends", ends.astype(np.uint32 if ends[-1] < 1 << 32 else np.uint64))
    writer.add(f"{name}/samples", np.array(samples, np.uint64))


class Lexicon:
    """Terms of a column or values of a label, numbered from 0 in the order of their bytes."""

    __slots__ = ("_bytes", "_ends", "_samples")

    def __init__(self, file: ArrayFile, name: str) -> None:
        self._bytes = file.array(f"{name}/bytes")
        self._ends = file.array(f"{name}/ends")
        self._samples = file.array(f"{name}/samples").all().data

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[str]:
        return (raw.decode("utf-8", "surrogatepass") for raw in self.all_bytes())

    def __contains__(self, term: str) -> bool:
        return self.find(term) >= 0

    def find(self, term: str) -> int:
        """The number of a term, or -1; takes logarithmic time."""
        raw = encode(term)
        at = self._at_or_after(raw)
        return at if at < len(self) and self._raw(at) == raw else -1

    def range(self, prefix: str) -> tuple[int, int]:
        """The first term that starts with a prefix, and the first after these."""
        raw = encode(prefix)
        return self._at_or_after(raw), self._at_or_after(raw + b"\xff")  # UTF-8 has no such byte

    def at_or_after(self, term: str) -> int:
        """The number of the first term that is not before this one."""
        return self._at_or_after(encode(term))

    def term(self, number: int) -> str:
        """The term of a number; IndexError if there is none."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        return self._raw(number).decode("utf-8", "surrogatepass")

    def all_bytes(self) -> list[bytes]:
        """All terms, as they are sorted; takes time and memory for all of them."""
        raw, ends = self._bytes.all().tobytes(), self._ends.all().tolist()
        return [raw[first:end] for first, end in pairwise(ends)]

    def _raw(self, number: int) -> bytes:
        first, end = self._ends.pair(number)
        self._bytes.check(first, end)
        return self._bytes.items[first:end].tobytes()

    def _at_or_after(self, raw: bytes) -> int:
        """Samples never descend, so the place is between the last one below and the first above."""
        sample = _sample(raw)
        low = max(0, bisect_left(self._samples, sample) - 1) * _STEP
        high = min(len(self), bisect_right(self._samples, sample) * _STEP)
        while low < high:
            middle = (low + high) >> 1
            if self._raw(middle) < raw:
                low = middle + 1
            else:
                high = middle
        return low


def _sample(raw: bytes) -> int:
    return int.from_bytes(raw[:_PREFIX].ljust(_PREFIX, b"\0"), "big")
