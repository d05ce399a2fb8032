"""Stretches of texts that were analysed already: their tokens are those that they have alone.

Knows where a text can be cut so that this holds, and how tokens are taken from where they stand.
"""

import functools
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

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
    entry_of,
)
from index.analysis.tokens import Analysis, TokenColumns, View

REMEMBERED: Final = 4096  # characters whose kinds are remembered
BREAK: Final = 2  # positions from the last unit of a text to the first after a blank line
_UNSURE: Final = -1  # the kind of what folds together with its neighbours, or to nothing
_FIRM: Final = frozenset({OTHER, SPACE, SENTENCE_END})  # nothing reaches over one of these


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


def stands_alone(text: str, start: int, end: int) -> bool:
    r"""Whether a stretch surely has the tokens in its text that it has alone.

    >>> [stands_alone("1. 复工、复产\n防疫", *span) for span in ((3, 5), (6, 8), (4, 5))]
    [True, False, False]
    """
    return _is_gap(text, start) and _is_gap(text, end)


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


def _is_gap(text: str, at: int) -> bool:
    """Whether a text has the same tokens when it is cut in two there; no if in doubt."""
    if at in (0, len(text)):
        return True
    return _is_gap_anywhere(text[at - 1 : at + 1]) or _is_line_end(text, at)


@functools.lru_cache(maxsize=REMEMBERED)
def _is_gap_anywhere(between: str) -> bool:
    """Whether that holds between two characters whatever stands before and after them."""
    left, right = map(_kind, between)
    if right == _UNSURE:
        return False
    if left in _FIRM or right in _FIRM:
        return True
    return left == POINT != right != DIGIT or right == POINT != left not in (DIGIT, _UNSURE)


def _is_line_end(text: str, at: int) -> bool:
    """Whether that holds beside a line end, over which a run of characters may go on."""
    left, right = map(_kind, text[at - 1 : at + 1])
    if right == _UNSURE or left == right or NEWLINE not in (left, right):
        return False
    if left == NEWLINE:
        before = text[max(0, at - 3) : at - 1].removesuffix("\r")
        return right < HAN or _is_no_part_of_run(before[-1:])
    after = at + 1 + text.startswith("\r\n", at)
    return 0 <= left < HAN or _is_no_part_of_run(text[after : after + 1])


def _is_no_part_of_run(character: str) -> bool:
    """Whether a run of characters without spaces surely has no such character, nor none."""
    return not character or 0 <= _kind(character) < HAN


@functools.lru_cache(maxsize=REMEMBERED)
def _kind(character: str) -> int:
    entry = entry_of(character)
    if entry >= SPECIAL:
        return _UNSURE
    return NEWLINE if character == "\r" else entry >> KIND_SHIFT & KIND_MASK


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
