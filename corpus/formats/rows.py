"""Lines of a document as its paragraphs come, cells of a table set apart by tabs.

Knows no format.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

LONGEST_CELL = 200  # characters; longer ones are a layout made of a table
BULLET = "•"
OWN_MARKER = re.compile(
    r"\s*(?:[(（\[【]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[ivxIVX]{1,4}|[A-Za-z])[)）\]】、.．]"
    r"|[\u2460-\u2473•·●◆■○▪]|第[一二三四五六七八九十\d]{1,3}[条條项項章])"
)


def labelled(label: str) -> str:
    """A number or a bullet with a space after it, unless it ends in wide punctuation."""
    return f"{label} " if (label and label[-1].isascii()) or label == BULLET else label


@dataclass(slots=True)
class Rows:
    """`lines` are those that are ended; within a row of a table they are gathered in cells."""

    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    cells: list[str] | None = None

    def write(self, words: str | None) -> None:
        """Add words to the line."""
        if words:
            self.pieces.append(words)

    def begin_line(self, label: str = "") -> None:
        """End the line that is being written, if any, and begin one with a number or bullet."""
        if self.pieces:
            self.end_line()
        self.write(label)

    def end_line(self) -> None:
        """End a paragraph; one without words is an empty line."""
        words = "".join(self.pieces)
        self.pieces.clear()
        if self.cells is None:
            self.lines.append(words)
        elif words.strip():
            self.cells[-1] = f"{self.cells[-1]} {words}".strip().replace("\n", " ")

    def begin_row(self, cells: Sequence[Any], *, table: str, words: str = "*") -> None:
        """Begin a row of these elements; its cells are lines of their own where they are long.

        `table` and `words` are the names of elements: a table, and what holds words.
        """
        is_row = self.cells is None and len(cells) > 1
        if is_row and all(_is_short(cell, table, words) for cell in cells):
            self.cells = [""]

    def end_cell(self) -> None:
        """Go on to the next cell of a row."""
        if self.cells is not None:
            self.cells.append("")

    def end_row(self) -> None:
        """End a row: one line, unless its cells were lines of their own."""
        if self.cells is not None:
            self.lines.append("\t".join(self.cells[:-1]))
            self.cells = None


def _is_short(cell: Any, table: str, words: str) -> bool:
    if cell.find(f".//{table}") is not None:
        return False
    return sum(map(len, cell.itertext(words))) <= LONGEST_CELL
