"""Points inside numbers: 1,000 and 3.5 are one number each, 1.2.3 and 10,20 are several.

Looks at folded code points and their kinds only; the number is cut out elsewhere.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.tables import DIGIT

COMMA: Final = ord(",")
FULL_STOP: Final = ord(".")
YEAR: Final = ord("年")
GROUP: Final = 3  # digits between the commas of 1,000,000
MOST_GROUPS: Final = 12  # a longer row of groups is a list, not a number


def points_in_numbers(codes: NDArray[np.uint32], kinds: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The places of commas and full stops that are part of a number.

    Commas count between groups of three after one of one to three digits, in the whole row; a
    full stop between two runs of digits if it is the only one: versions, dates and addresses of
    the net are several numbers, and so is 1.2020年, an item that begins with a year.
    """
    is_digit = kinds == DIGIT
    edges = np.flatnonzero(is_digit[1:] != is_digit[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    if is_digit[0]:
        starts, ends = np.append(0, edges[1::2]), edges[::2]
    follower = np.zeros(len(starts) + 1, np.uint32)  # the point between a run and the next
    touching = np.flatnonzero(starts[1:] == ends[:-1] + 1)
    follower[touching] = codes[ends[touching]]
    before, after = follower[np.arange(len(starts)) - 1], follower[:-1]
    lead = codes[starts - 1]

    grouping = _grouping(ends - starts, before == COMMA, after == COMMA, lead == FULL_STOP)
    decimal = (after == FULL_STOP) & (lead != FULL_STOP)
    decimal[:-1] &= after[1:] != FULL_STOP
    long_tail = np.append((ends - starts)[1:] == len("2020"), False)
    decimal &= ~(long_tail & (codes[np.append(ends[1:], 0)] == YEAR))
    points: NDArray[np.int64] = ends[grouping | decimal]
    return points


def _grouping(
    lengths: NDArray[np.int64],
    comma_before: NDArray[np.bool_],
    comma_after: NDArray[np.bool_],
    stop_before: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Runs of digits followed by a comma that groups thousands."""
    first = ~comma_before
    fits = np.where(first, (lengths <= GROUP) & ~stop_before, lengths == GROUP)
    heads = np.flatnonzero(first)
    row = np.cumsum(first) - 1
    short = np.diff(np.append(heads, len(first))) <= MOST_GROUPS
    valid = np.logical_and.reduceat(fits, heads) & short
    result: NDArray[np.bool_] = comma_after & valid[row]
    return result
