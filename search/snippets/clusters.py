"""Where a text may be cut so that nothing a reader sees is cut through, and how wide it is.

Knows characters only.
"""

import re
import unicodedata
from typing import Final

# East Asian Wide and Fullwidth, in ranges (Unicode 16, EastAsianWidth.txt).
WIDE: Final = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001f64f\U0001f900-\U0001f9ff\U00020000-\U0003fffd"
)
_NARROW_RUN: Final = re.compile(f"[^{WIDE}]+")
_WIDE_ONE: Final = re.compile(f"[{WIDE}]")
_JOINERS: Final = "\u200c\u200d"  # zero width; what follows the second is one sign with it
_FIRST_EXTENDER: Final = "\u0300"


def columns(text: str) -> int:
    """How wide a text is shown: two for a Han character and its like, one for any other."""
    if text.isascii():
        return len(text)
    return len(text) + len(_NARROW_RUN.sub("", text))


def fitting(text: str, budget: int) -> int:
    """How many characters of the beginning of a text are shown in `budget` columns."""
    head = text[:budget]
    if head.isascii():
        return len(head)
    width = 0
    for count, character in enumerate(head):
        width += 2 if _WIDE_ONE.match(character) else 1
        if width > budget:
            return count
    return len(head)


def is_within_cluster(text: str, place: int) -> bool:
    """Whether a cut here would part an accent, a joiner or half a character from its base."""
    if not 0 < place < len(text):
        return False
    after, before = text[place], text[place - 1]
    if after < _FIRST_EXTENDER:
        return after == "\n" and before == "\r"
    return before == _JOINERS[1] or _extends(after, before)


def _extends(character: str, before: str) -> bool:
    code = ord(character)
    return (
        unicodedata.category(character)[0] == "M"
        or character in _JOINERS
        or 0x1160 <= code < 0x1200  # vowels and finals of Korean syllables
        or 0xDC00 <= code < 0xE000  # the second half of a character read in halves
        or 0x1F3FB <= code < 0x1F400  # colours of skin
        or 0xE0020 <= code < 0xE0080  # tags of flags
        or (0x1F1E6 <= code < 0x1F200 and 0x1F1E6 <= ord(before) < 0x1F200)  # letters of flags
    )


def is_between_words(text: str, place: int) -> bool:
    """Whether a cut here would part neither a word nor a number."""
    if not 0 < place < len(text):
        return True
    before, after = text[place - 1], text[place]
    parts = before.isspace() or after.isspace() or is_wide(before) or is_wide(after)
    return parts and not is_within_cluster(text, place)


def is_wide(character: str) -> bool:
    """Whether a character takes two columns."""
    return _WIDE_ONE.match(character) is not None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space around it, cut through no sign; it may be empty."""
    piece = text[start:end]
    end -= len(piece) - len(piece.rstrip())
    start += len(piece) - len(piece.lstrip())
    while start < end and (is_within_cluster(text, start) or text[start].isspace()):
        start += 1
    while start < end and (is_within_cluster(text, end) or text[end - 1].isspace()):
        end -= 1
    return min(start, end), end
