"""Stretches of texts that were analysed already: their tokens are those that they have alone.

Knows where a text can be cut so that this holds, and how tokens are taken from where they stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.folding import SEPARATOR, encode
from index.analysis.tables import (
    DIGIT,
    HAN,
    KIND_MASK,
    KIND_SHIFT,
    NEWLINE,
    OTHER,
    POINT,
    SENTENCE_END,
    SPACE,
    SPECIAL,
    entries_of,
)
from index.analysis.tokens import Analysis, TokenColumns, View
from index.analysis.units import CARRIAGE_RETURN

LINE_FEED: Final = ord("\n")
REACH: Final = 3  # characters to either side that decide whether a text can be cut
BREAK: Final = 2  # positions from the last unit of a text to the first after a blank line
_UNSURE: Final = KIND_MASK  # the kind of what folds together with its neighbours, or to nothing
_FIRM: Final = np.isin(np.arange(KIND_MASK + 1), [OTHER, SPACE, SENTENCE_END])  # kinds that nothing
# reaches over, and those that no run of characters without spaces has
_RUNLESS: Final = np.arange(KIND_MASK + 1) < HAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretches:
    """Stretches of the texts of a batch, of which new texts are made: one row a stretch.

    Those of one new text stand one after the other in it, with a blank line between. `made` is
    the number of the new text, ascending, and `at` the place in it; `text` is the number of the
    text of the batch, `start` and `end` are places in it.
    """

    made: NDArray[np.int64]
    at: NDArray[np.int64]
    text: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]


def stand_alone(
    texts: Sequence[str],
    text: NDArray[np.int64],
    start: NDArray[np.int64],
    end: NDArray[np.int64],
) -> NDArray[np.bool_]:
    r"""Whether stretches of texts surely have the tokens there that they have alone.

    >>> starts, ends = np.array([3, 6, 4]), np.array([5, 8, 5])
    >>> stand_alone(["1. 复工、复产\n防疫"], np.zeros(3, np.int64), starts, ends).tolist()
    [True, False, False]
    """
    codes = encode(SEPARATOR * REACH + SEPARATOR.join(texts) + SEPARATOR * REACH)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    origin = (np.cumsum(lengths + 1) - lengths - 1)[text] + REACH
    alone = _are_gaps(codes, origin + start)
    alone[start == 0] = True
    alone &= _are_gaps(codes, origin + end)
    return alone


def join_stretches(analysis: Analysis, stretches: Stretches) -> dict[View, TokenColumns]:
    """The tokens of the new texts, as if these had been analysed; the terms have their numbers.

    Every stretch must be a whole text of the batch or stand alone in it. Linear in the tokens.
    """
    runs = {view: _rows_of(analysis.view(view), stretches) for view in View}
    lifts = _lifts(analysis.units, stretches, *runs[View.UNITS])
    moves = stretches.at - stretches.start
    return {
        view: _cut_out(analysis.view(view), *run, made=stretches.made, moves=moves, lifts=lifts)
        for view, run in runs.items()
    }


def _are_gaps(codes: NDArray[np.uint32], at: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where texts have the same tokens when they are cut in two; no if in doubt."""
    near = codes[at[:, None] + np.arange(-REACH, REACH)]
    kinds = _kinds(near)
    left, right = kinds[:, REACH - 1], kinds[:, REACH]
    are_gaps = _are_gaps_anywhere(left, right)
    are_gaps |= _are_line_ends(near, kinds)
    are_gaps &= right != _UNSURE
    return are_gaps


def _are_gaps_anywhere(left: NDArray[np.int8], right: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Whether that holds between two kinds whatever stands before and after them."""
    is_point, before_point = left == POINT, right == POINT
    are_gaps: NDArray[np.bool_] = _FIRM[left] | _FIRM[right]
    are_gaps |= is_point & ~before_point & (right != DIGIT)
    are_gaps |= before_point & ~is_point & (left != DIGIT) & (left != _UNSURE)
    return are_gaps


def _are_line_ends(near: NDArray[np.uint32], kinds: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Whether that holds beside a line end, over which a run of characters may go on."""
    left, right = kinds[:, REACH - 1], kinds[:, REACH]
    is_crlf = (near[:, REACH] == CARRIAGE_RETURN) & (near[:, REACH + 1] == LINE_FEED)
    is_cr = near[:, REACH - 2] == CARRIAGE_RETURN
    before = np.where(is_cr, kinds[:, REACH - 3], kinds[:, REACH - 2])
    after = np.where(is_crlf, kinds[:, REACH + 2], kinds[:, REACH + 1])
    are_ends: NDArray[np.bool_] = (left == NEWLINE) & (_RUNLESS[right] | _RUNLESS[before])
    are_ends |= (right == NEWLINE) & (_RUNLESS[left] | _RUNLESS[after])
    are_ends &= left != right
    return are_ends


def _kinds(codes: NDArray[np.uint32]) -> NDArray[np.int8]:
    entries = entries_of(codes)
    kinds = ((entries >> np.uint32(KIND_SHIFT)) & np.uint32(KIND_MASK)).astype(np.int8)
    kinds[entries >= SPECIAL] = _UNSURE
    kinds[codes == CARRIAGE_RETURN] = NEWLINE
    return kinds


def _lifts(
    units: TokenColumns, stretches: Stretches, first: NDArray[np.int64], end: NDArray[np.int64]
) -> NDArray[np.int64]:
    """How much higher the positions of each stretch are in the new text."""
    size = np.zeros(len(first), np.int64)  # the positions from the first unit to the next stretch
    held = np.flatnonzero(end > first)
    begin = units.position[first[held]].astype(np.int64)
    size[held] = units.position[end[held] - 1] - begin + BREAK
    before = np.cumsum(size) - size
    before -= before[np.searchsorted(stretches.made, stretches.made)]
    before[held] -= begin
    return before


def _cut_out(
    columns: TokenColumns,
    first: NDArray[np.int64],
    end: NDArray[np.int64],
    *,
    made: NDArray[np.int64],
    moves: NDArray[np.int64],
    lifts: NDArray[np.int64],
) -> TokenColumns:
    """The tokens from the first of each stretch to its end, at their places in new texts."""
    counts = end - first
    rows = _each(first, counts)
    moved = np.repeat(moves.astype(np.int32), counts)
    return TokenColumns(
        vocabulary=columns.vocabulary,
        term=columns.term[rows],
        text=np.repeat(made.astype(np.int32), counts),
        position=columns.position[rows] + np.repeat(lifts.astype(np.int32), counts),
        start=columns.start[rows] + moved,
        end=columns.end[rows] + moved,
    )


def _rows_of(
    columns: TokenColumns, stretches: Stretches
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The first token of each stretch, and the first after it."""
    place = columns.text.astype(np.int64) << 32 | columns.start
    text = stretches.text << 32
    first = np.searchsorted(place, text | stretches.start)
    return first, np.maximum(np.searchsorted(place, text | stretches.end), first)


def _each(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The places start, start + 1, ... of each run."""
    shifts = starts - np.cumsum(counts) + counts
    return np.repeat(shifts, counts) + np.arange(int(counts.sum()))
