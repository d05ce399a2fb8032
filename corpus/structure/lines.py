"""A text as the lines that have something on them. Knows places, not meanings."""

from typing import NamedTuple


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
    gap = 0
    for line in text[start:].split("\n"):  # only U+000A ends a line
        words = line.strip()
        if words:
            first = start + line.find(words[0])
            lines.append(Line(first, first + len(words), words, gap))
            gap = 0
        else:
            gap += 1
        start += len(line) + 1
    return tuple(lines)
