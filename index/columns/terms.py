"""Terms as numbers: the first seven bytes of a term and its length make a key of 64 bits.

Keys sort as the bytes of their terms do. A term of up to seven bytes (two Han characters, most
English words) is its key; the key of a longer one ends in 255 and its bytes are kept beside it.
Bytes are UTF-8, lone surrogates three bytes as other characters of their size (`surrogatepass`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.columns.runs import offsets_of, spread

PREFIX: Final = 7  # bytes of a term in its key
LONG: Final = 255  # the length in the key of a longer term
_MASKS: Final = np.array([(1 << 64) - (1 << 64 - 8 * size) for size in range(9)], np.uint64)
_SEPARATOR: Final = "\0"


def encode(term: str) -> bytes:
    """The bytes of a term."""
    return term.encode("utf-8", "surrogatepass")


def decode(raw: bytes) -> str:
    """The term of some bytes."""
    return raw.decode("utf-8", "surrogatepass")


def key_of(raw: bytes) -> int:
    """The key of a term."""
    size = len(raw) if len(raw) <= PREFIX else LONG
    return int.from_bytes(raw[:PREFIX].ljust(PREFIX, b"\0"), "big") << 8 | size


def second_of(tail: bytes) -> int:
    """The first eight bytes of what a longer term has after those in its key."""
    return int.from_bytes(tail[:8].ljust(8, b"\0"), "big")


def is_long(keys: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which keys are those of longer terms."""
    long: NDArray[np.bool_] = (keys & np.uint64(0xFF)) == LONG
    return long


def keys_of(terms: Sequence[str]) -> NDArray[np.uint64]:
    """The keys of many terms, in arrays: some 20 ns a term."""
    if not terms:
        return np.zeros(0, np.uint64)
    data = np.frombuffer(encode(_SEPARATOR.join(terms)) + bytes(9), np.uint8)
    ends = np.flatnonzero(data[:-8] == 0)
    if len(ends) != len(terms):  # a term has the separator in it
        return np.fromiter(map(key_of, map(encode, terms)), np.uint64, len(terms))
    starts = np.concatenate([np.zeros(1, np.int64), ends[:-1] + 1])
    sizes = ends - starts
    keys = _eights(data, starts, np.minimum(sizes, PREFIX))
    keys |= np.where(sizes > PREFIX, LONG, sizes).astype(np.uint64)
    return keys


def _eights(
    data: NDArray[np.uint8], starts: NDArray[np.int64], sizes: NDArray[np.int64]
) -> NDArray[np.uint64]:
    """Up to eight bytes from each start as a big-endian number; eight must follow every start."""
    eights: NDArray[np.uint64] = np.ndarray((len(data) - 7,), ">u8", data, strides=(1,))
    return eights[starts].astype(np.uint64) & _MASKS[sizes]


@dataclass(frozen=True, slots=True)
class Terms:
    """Distinct terms in the order of their bytes: all their keys, and the bytes of longer ones."""

    keys: NDArray[np.uint64]
    longer: list[bytes]

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[bytes]:
        longer = iter(self.longer)
        raw = self.keys.astype(">u8").tobytes()
        for at in range(0, len(raw), 8):
            size = raw[at + PREFIX]
            yield next(longer) if size == LONG else raw[at : at + size]

    def find_all(self, texts: Sequence[str]) -> NDArray[np.int64]:
        """The numbers of texts among the terms, -1 for those that are not."""
        keys = keys_of(texts)
        numbers = np.searchsorted(self.keys, keys)
        numbers[np.append(self.keys, np.uint64(0))[numbers] != keys] = -1
        places = np.flatnonzero(is_long(self.keys)).tolist()
        place = dict(zip(self.longer, places, strict=True))
        for at in np.flatnonzero(is_long(keys)).tolist():
            numbers[at] = place.get(encode(texts[at]), -1)
        return numbers

    def tails(self) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.uint64]]:
        """What longer terms have after the bytes in their keys: bytes, where each ends, seconds."""
        sizes = np.fromiter(map(len, self.longer), np.int64, len(self.longer))
        data = np.frombuffer(b"".join(self.longer) + bytes(8), np.uint8)
        starts = offsets_of(sizes)[:-1]
        seconds = _eights(data, starts + PREFIX, np.minimum(sizes - PREFIX, 8))
        is_tail = np.ones(len(data), bool)
        is_tail[spread(starts, np.full(len(starts), PREFIX))] = False
        is_tail[-8:] = False
        return data[is_tail], offsets_of(sizes - PREFIX), seconds

    def keep(self, kept: NDArray[np.bool_]) -> "Terms":
        """Only some of the terms."""
        of_longer = np.flatnonzero(kept[is_long(self.keys)]).tolist()
        return Terms(self.keys[kept], [self.longer[at] for at in of_longer])


def sorted_terms(short: NDArray[np.uint64], longer: Sequence[bytes]) -> Terms:
    """Distinct terms from the ascending keys of short ones and the sorted bytes of longer ones."""
    sizes = np.fromiter(map(len, longer), np.int64, len(longer))
    data = np.frombuffer(b"".join(longer) + bytes(8), np.uint8)
    long_keys = _eights(data, offsets_of(sizes)[:-1], np.full(len(longer), PREFIX))
    keys = np.concatenate([short, long_keys | np.uint64(LONG)])
    keys.sort()
    return Terms(keys, list(longer))


def sorted_terms_of(texts: Sequence[str]) -> Terms:
    """Distinct, sorted strings as terms."""
    keys = keys_of(texts)
    return Terms(keys, [encode(texts[at]) for at in np.flatnonzero(is_long(keys)).tolist()])


def unite(parts: Sequence[Terms]) -> tuple[Terms, list[NDArray[np.int64]]]:
    """All terms of some sets, and for each set the numbers of its terms among all."""
    keys = np.concatenate([np.zeros(0, np.uint64), *(part.keys for part in parts)])
    short = distinct(np.sort(keys[~is_long(keys)]))
    terms = sorted_terms(short, sorted(set().union(*(part.longer for part in parts))))
    places = np.flatnonzero(is_long(terms.keys)).tolist()
    place = dict(zip(terms.longer, places, strict=True))
    numbers = []
    for part in parts:
        number = np.searchsorted(terms.keys, part.keys)
        number[is_long(part.keys)] = [place[raw] for raw in part.longer]
        numbers.append(number)
    return terms, numbers


def distinct(ascending: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each of ascending values once."""
    new = np.ones(len(ascending), bool)
    np.not_equal(ascending[1:], ascending[:-1], out=new[1:])
    return ascending[new]
