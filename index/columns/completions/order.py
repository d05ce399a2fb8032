"""The order of strings that lie one after the other, each ended by a zero; linear in their length.

Strings are compared eight bytes at a time as numbers, and again only where these are the same.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

PADDING: Final = 8  # zeros that must follow the last string
_ONES: Final = np.uint64(0x0101010101010101)
_HIGHS: Final = np.uint64(0x8080808080808080)


def sort_strings(
    text: NDArray[np.uint8], at: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The order of the strings that start `at` some places, and which differ from the one before.

    A string reaches to the next zero. Equal ones keep the order in which they were given.
    """
    keys = _eights(text, at)
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    fresh = np.ones(len(at), bool)
    np.not_equal(ranked[1:], ranked[:-1], out=fresh[1:])
    goes_on = (ranked & np.uint64(0xFF)) != 0
    depth = 8
    while len(tied := _tied(fresh, goes_on)):
        group = np.cumsum(fresh[tied])
        keys = _eights(text, at[order[tied]] + depth)
        within = np.lexsort((keys, group))
        order[tied] = order[tied[within]]
        keys = keys[within]
        goes_on[tied] = (keys & np.uint64(0xFF)) != 0
        fresh[tied[1:]] |= keys[1:] != keys[:-1]
        depth += 8
    return order, fresh


def _tied(fresh: NDArray[np.bool_], goes_on: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The places of strings that are like a neighbour so far and not at their ends."""
    like = ~fresh
    like[:-1] |= ~fresh[1:]
    return np.flatnonzero(like & goes_on)


def _eights(text: NDArray[np.uint8], at: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Eight bytes from each place as a number, zeros from the first zero on."""
    eights: NDArray[np.uint64] = np.ndarray((len(text) - 7,), ">u8", text, strides=(1,))
    keys = eights[at].astype(np.uint64)
    # A byte that is zero leaves a mark in its highest bit (Mycroft 1987), exact for bytes not 1.
    marks = (keys - _ONES) & ~keys & _HIGHS
    ended = np.flatnonzero(marks)
    marked = marks[ended]
    for shift in (8, 16, 32):
        marked |= marked >> np.uint64(shift)
    keys[ended] &= ~((marked >> np.uint64(7)) * np.uint64(0xFF))
    return keys
