"""The layout of help on a terminal, where a Chinese character takes two columns.

Click counts characters, so its lines of Chinese would be too long and its columns not straight.
Knows nothing of languages but the width of their characters.
"""

import textwrap
from collections.abc import Iterable, Iterator
from gettext import gettext

import click

from web.command_help import EXAMPLES

_NARROWEST = 20  # columns that text beside something else gets at least


class HelpInColumns(click.HelpFormatter):
    """Click's formatter, with widths in columns of the terminal."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage, further lines under its arguments."""
        lead = (gettext("Usage: ") if prefix is None else prefix) + f"{prog} "
        self._write_beside(lead, _width(lead), args)

    def write_heading(self, heading: str) -> None:
        """Write the head of a section."""
        self.write(
            " " * self.current_indent + gettext("%(heading)s:") % {"heading": heading} + "\n"
        )

    def write_text(self, text: str) -> None:
        """Write paragraphs, anew in lines but for examples."""
        indent = " " * self.current_indent
        paragraphs = (
            "\n".join(indent + line for line in _paragraph(words, self.width - len(indent)))
            for words in text.split("\n\n")
        )
        self.write("\n\n".join(paragraphs) + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write terms and, in a column of their own, what they mean."""
        rows = list(rows)
        column = min(max(_width(term) for term, _ in rows), col_max)
        left = self.current_indent + column + col_spacing
        for term, meaning in rows:
            lead = " " * self.current_indent + term
            if _width(term) > column and meaning:
                self.write(lead + "\n")
                lead = ""
            self._write_beside(lead + " " * (left - _width(lead)), left, meaning)

    def _write_beside(self, lead: str, left: int, words: str) -> None:
        """Write words to the right of a lead; their lines begin at column `left`."""
        lines = _lines(words, max(self.width - left, _NARROWEST))
        first = next(lines, "")
        self.write(f"{lead}{first}".rstrip() + "\n")
        for line in lines:
            self.write(" " * left + line + "\n")


def _paragraph(words: str, width: int) -> Iterator[str]:
    head, _, examples = words.partition("\n")
    if head == EXAMPLES:
        return iter(examples.split("\n"))
    return _lines(words.replace("\n", " "), width)


def _width(words: str) -> int:
    if words.isascii():
        return len(words)
    from corpus import columns  # loads a room, which the list of commands in English needs not

    return columns(words)


def _lines(words: str, width: int) -> Iterator[str]:
    """Words in lines of at most `width` columns."""
    if words.isascii():
        return iter(textwrap.wrap(words, width, break_on_hyphens=False))
    from corpus import wrap  # as above

    return wrap(words, width)
