"""From tokens to postings: one sort brings the tokens of a column into the order of its terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

_KEY_BITS: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens of `count` letters from the letter `first` on, in the order of the letters.

    `lengths`: tokens a letter; `term` and `position`: one a token, or no positions.
    """

    first: int
    lengths: NDArray[np.int64]
    term: NDArray[np.int32]
    position: NDArray[np.int32] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inverted:
    """The postings of terms in the order of their numbers.

    `sizes`: postings a term; `ids` and `frequencies`: one a posting; `positions`: one a token, in
    the order of the postings, or None where none are kept.
    """

    sizes: NDArray[np.int64]
    ids: NDArray[np.int32]
    frequencies: NDArray[np.int32]
    positions: NDArray[np.int32] | None


def invert(
    batches: Sequence[Tokens], place: NDArray[np.int32], *, terms: int, count: int
) -> Inverted:
    """Invert the tokens of `count` letters.

    `place` has the place of each number of a term among all `terms`. Term, letter and position
    share one number of 64 bits, so that sorting touches one array (8 ns a token, 2026-01); letters
    of many millions of units may need more bits and are sorted the long way.
    """
    letter_bits, position_bits = _bits(count), 0
    has_positions = bool(batches) and batches[0].position is not None
    if has_positions:
        position_bits = _bits(max(_greatest(batch.position) for batch in batches) + 1)
    if _bits(terms) + letter_bits + position_bits > _KEY_BITS:
        return _invert_wide(batches, place, terms, count)
    key = np.empty(sum(len(batch.term) for batch in batches), np.uint64)
    _fill(key, batches, place, letter_bits=letter_bits, position_bits=position_bits)
    key.sort()
    if not has_positions:
        return _group(key, letter_bits, terms, None)
    positions = (key & np.uint64((1 << position_bits) - 1)).astype(np.int32)
    key >>= np.uint64(position_bits)
    return _group(key, letter_bits, terms, positions)


def _fill(
    key: NDArray[np.uint64],
    batches: Sequence[Tokens],
    place: NDArray[np.int32],
    *,
    letter_bits: int,
    position_bits: int,
) -> None:
    """Write the key of every token, batch by batch, which keeps what is at work in the cache."""
    start = 0
    for batch in batches:
        part = key[start : start + len(batch.term)]
        start += len(part)
        part[:] = place.take(batch.term, mode="wrap")  # numbers of longer terms are negative
        part <<= np.uint64(letter_bits + position_bits)
        letters = np.arange(batch.first, batch.first + len(batch.lengths), dtype=np.uint64)
        part |= np.repeat(letters << np.uint64(position_bits), batch.lengths)
        if batch.position is not None:
            part |= batch.position.astype(np.uint64)


def _invert_wide(
    batches: Sequence[Tokens], place: NDArray[np.int32], terms: int, count: int
) -> Inverted:
    letters = [np.arange(b.first, b.first + len(b.lengths), dtype=np.uint64) for b in batches]
    letter = np.concatenate(
        [np.repeat(n, b.lengths) for n, b in zip(letters, batches, strict=True)]
    )
    term = place[np.concatenate([batch.term for batch in batches])].astype(np.uint64)
    position = np.concatenate([b.position for b in batches if b.position is not None])
    order = np.lexsort((position, letter, term))
    key = (term << np.uint64(_bits(count))) | letter
    return _group(key[order], _bits(count), terms, position[order])


def _group(
    key: NDArray[np.uint64], letter_bits: int, terms: int, positions: NDArray[np.int32] | None
) -> Inverted:
    """The postings of ascending keys of term and letter, one a token."""
    new = np.ones(len(key), bool)
    np.not_equal(key[1:], key[:-1], out=new[1:])
    first = np.flatnonzero(new)
    postings = key[first]
    frequencies = np.empty(len(first), np.int32)
    np.subtract(first[1:], first[:-1], out=frequencies[:-1], casting="same_kind")
    frequencies[-1:] = len(new) - first[-1:]
    ids = (postings & np.uint64((1 << letter_bits) - 1)).astype(np.int32)
    postings >>= np.uint64(letter_bits)
    sizes = np.bincount(postings.view(np.int64), minlength=terms)
    return Inverted(sizes=sizes, ids=ids, frequencies=frequencies, positions=positions)


def _greatest(position: NDArray[np.int32] | None) -> int:
    return 0 if position is None else int(position.max(initial=0))


def _bits(count: int) -> int:
    """The bits of numbers below `count`."""
    return max(count - 1, 0).bit_length()
