"""Where a text may be cut so that nothing a reader sees is cut through, and how wide it is.

Knows characters only.
"""

import re
import unicodedata
from bisect import bisect_right
from typing import Final

# East Asian Wide and Fullwidth, in ranges (Unicode 16, EastAsianWidth.txt).
WIDE: Final = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001f64f\U0001f900-\U0001f9ff\U00020000-\U0003fffd"
)
_GAP: Final = re.compile(rf"[\s{WIDE}]")  # white space, or a character that is a word by itself
_JOINERS: Final = "\u200c\u200d"  # zero width; what follows the second is one sign with it
_FIRST_EXTENDER: Final = "\u0300"


def columns(text: str) -> int:
    """About how wide a text is shown: one for an ASCII character, two for a Han character.

    Told from its length in UTF-8, which is ten times faster than looking at every character; an
    accented letter has one and a half, an emoji two and a half.
    """
    return halves(text) // 2


def halves(text: str) -> int:
    """The same in halves of columns, which add up exactly."""
    return len(text) + len(text.encode("utf-8", "surrogatepass"))


def fitting(text: str, budget: int) -> int:
    """How many characters of the beginning of a text are shown in `budget` columns."""
    head, most = text[:budget], 2 * budget + 1
    if halves(head) <= most:
        return len(head)
    return bisect_right(range(1, len(head)), most, key=lambda length: halves(head[:length]))


def is_within_cluster(text: str, place: int) -> bool:
    """Whether a cut here would part an accent, a joiner or half a character from its base."""
    if not 0 < place < len(text):
        return False
    after, before = text[place], text[place - 1]
    if after < _FIRST_EXTENDER:
        return after == "\n" and before == "\r"
    return before == _JOINERS[1] or (not "\u3400" <= after < "\ua000" and _extends(after, before))


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


def next_gap(text: str, place: int, limit: int) -> int | None:
    """The first place from `place` to `limit` where a cut parts neither a word nor a number."""
    if place == 0 or _GAP.match(text, place - 1):
        return place
    gap = _GAP.search(text, place, limit + 1)
    return gap.start() if gap else None


def last_gap(text: str, place: int, limit: int) -> int | None:
    """The last place from `place` back to `limit` where a cut parts neither word nor number."""
    if place == len(text) or _GAP.match(text, place):
        return place
    gaps = [gap.end() for gap in _GAP.finditer(text, max(0, limit - 1), place)]
    return gaps[-1] if gaps else None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space around it, cut through no sign; it may be empty."""
    piece = text[start:end]
    if piece != piece.strip():
        end -= len(piece) - len(piece.rstrip())
        start += len(piece) - len(piece.lstrip())
    while start < end and (is_within_cluster(text, start) or text[start].isspace()):
        start += 1
    while start < end and (is_within_cluster(text, end) or text[end - 1].isspace()):
        end -= 1
    return min(start, end), end
