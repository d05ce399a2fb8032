"""Words on a terminal: what can be shown, in how many columns, in which lines.

Knows the widths of Chinese and Latin characters, and that a letter may hold control characters.
"""

import unicodedata
from collections.abc import Iterator

from corpus.excerpts import in_one_line

# Signs that no line begins with, and signs that no line ends with.
_NOT_FIRST = "，。；：、！？）】》」』”’％…—·,.;:!?)]}"
_NOT_LAST = "（【《「『“‘([{"
UNPRINTABLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def printable(words: str) -> str:
    """Words in one line, without characters that would move or hide what a terminal shows."""
    shown = in_one_line(words)
    if shown.isascii() and shown.isprintable():
        return shown
    return "".join("\ufffd" if unicodedata.category(c) in UNPRINTABLE else c for c in shown)


def columns(words: str) -> int:
    """How many columns of a terminal words take: wide characters two, combining marks none."""
    if words.isascii():
        return len(words)
    return sum(map(_columns, words))


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(words: str, width: int) -> Iterator[str]:
    """Words in lines of at most `width` columns: broken at spaces, and between Han characters."""
    line, used = "", 0
    for piece in _pieces(words, width):
        size = columns(piece)
        if line and not piece.isspace() and used + columns(piece.rstrip()) > width:
            yield line.rstrip()
            line, used = "", 0
        line, used = line + piece, used + size
    if line.strip():
        yield line.rstrip()


def _pieces(words: str, width: int) -> Iterator[str]:
    """What a line may be broken between: words with the space after them, wide characters."""
    piece, used, before = "", 0, ""
    for char in words:
        size = _columns(char)
        if used + size > width or _may_part(before, char):
            yield piece
            piece, used = "", 0
        piece, used, before = piece + char, used + size, char
    yield piece


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end between two characters; signs that open or close keep theirs."""
    if before == " ":
        return True
    if before in _NOT_LAST or after in _NOT_FIRST:
        return False
    return columns(before) == 2 or columns(after) == 2
