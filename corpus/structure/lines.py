"""A text as the lines that have something on them. Knows places, not meanings."""

import re
from typing import NamedTuple

# From the first character of a line to its end: white space is skipped by the search itself, so
# nothing backtracks. Only U+000A ends a line.
CONTENT = re.compile(r"\S[^\n]*")


class Line(NamedTuple):
    """One line that is not blank: `text[start:end]`, and how many blank lines stand before it."""

    start: int
    end: int
    text: str
    gap: int


def split_lines(text: str, start: int = 0) -> tuple[Line, ...]:
    r"""The lines of `text` from `start` on that are not blank, without white space around them.

    >>> split_lines("Dear Sirs,\n\n  Thank you.\n")[1]
    Line(start=14, end=24, text='Thank you.', gap=1)
    """
    lines: list[Line] = []
    done = start
    for found in CONTENT.finditer(text, start):
        words = found.group().rstrip()
        gap = text.count("\n", done, found.start()) - (1 if lines else 0)
        done = found.start() + len(words)
        lines.append(Line(found.start(), done, words, gap))
    return tuple(lines)
