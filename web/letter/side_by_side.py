"""Two versions of a letter in rows, each initiative beside the one that says the same.

Must not know how versions are found or initiatives aligned.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import AlignedInitiatives, Letter
from web.anchors import label_initiatives, name_initiatives, number_shown
from web.letter.lines import Line, iter_cut_lines

_CLOSING = -1  # the part after the last initiative; 0 is the part before the first


@dataclass(frozen=True, slots=True)
class Cell:
    """What a version has in a row; `label` and `anchor` are its initiative's, or empty."""

    lines: tuple[Line, ...]
    label: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The same part of two versions; a cell has no lines where a version leaves it out."""

    here: Cell
    there: Cell


def show_side_by_side(
    here: Letter, there: Letter, aligned: Sequence[AlignedInitiatives]
) -> Iterator[Row]:
    """The rows of two versions, in order: what opens them, the initiatives, what closes them.

    What is no initiative goes line by line where the lines of both are of the same kinds. Linear
    in the texts.
    """
    left, right = _parts(here, aligned), _parts(there, [_turned(pair) for pair in aligned])
    yield from _line_by_line(left.pop(0, ()), right.pop(0, ()))
    closing = left.pop(_CLOSING, ()), right.pop(_CLOSING, ())
    ours, theirs = _Names(here), _Names(there)
    for pair in aligned:
        yield Row(ours.cell(left, pair.here), theirs.cell(right, pair.there))
    yield from _line_by_line(*closing)


class _Names:
    """The labels and anchors of a letter's initiatives, by their places from 1."""

    def __init__(self, letter: Letter) -> None:
        self._labels = label_initiatives(letter.initiatives)
        self._anchors = name_initiatives(letter.initiatives)

    def cell(self, parts: dict[int, tuple[Line, ...]], ordinal: int | None) -> Cell:
        if ordinal is None:
            return Cell(())
        shown = number_shown(self._labels[ordinal - 1])
        return Cell(parts.get(ordinal, ()), shown, self._anchors[ordinal - 1])


def _turned(pair: AlignedInitiatives) -> AlignedInitiatives:
    return AlignedInitiatives(pair.there, pair.here)


def _parts(letter: Letter, aligned: Sequence[AlignedInitiatives]) -> dict[int, tuple[Line, ...]]:
    """The lines of a letter by the initiative that they belong to, its place counted from 1.

    Those of an initiative that is not among the aligned ones stay with the one before.
    """
    known = {pair.here for pair in aligned}
    numbered = enumerate(letter.initiatives, start=1)
    starts = sorted((item.start, ordinal) for ordinal, item in numbered if ordinal in known)
    end = max((item.end for item in letter.initiatives), default=0) if starts else 0
    parts: dict[int, list[Line]] = {}
    for line in iter_cut_lines(letter):
        place = bisect_right(starts, (line.start + _begin(line), len(letter.initiatives)))
        ordinal = starts[place - 1][1] if place else 0
        parts.setdefault(_CLOSING if starts and line.start >= end else ordinal, []).append(line)
    return {ordinal: tuple(lines) for ordinal, lines in parts.items()}


def _begin(line: Line) -> int:
    """How much white space a line begins with."""
    return len(line.blank.unescape())


def _line_by_line(here: Sequence[Line], there: Sequence[Line]) -> Iterator[Row]:
    if [line.role for line in here] != [line.role for line in there]:
        yield Row(Cell(tuple(here)), Cell(tuple(there)))
        return
    for one, other in zip(here, there, strict=True):
        yield Row(Cell((one,)), Cell((other,)))
