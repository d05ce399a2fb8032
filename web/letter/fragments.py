"""Text fragments: what comes after `#:~:text=` in an address to lead to words of a page.

As https://wicg.github.io/scroll-to-text-fragment/ has them. `web/static/fragment.js` does the same
for words that a reader selects, step by step; a test compares them.
"""

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import quote

EXACT = 100  # code points that are named word for word; of more, the two ends are named
_END = 20  # code points of each end, and of what is named around words that come twice
_REACH = 80  # code points that are looked at for a place where words may be cut
_UNSPACED = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U000323af]"
)
_BLANK = re.compile("[ \t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_LONE = re.compile("[\ud800-\udfff]")
_UNESCAPED = "!'()*"  # what encodeURIComponent leaves, besides what quote does


def text_fragment(text: str, start: int, end: int) -> str:
    """The directive for a stretch of a page's text, whose blocks are apart by newlines.

    The stretch grows to whole words; Chinese to the next sign, as browsers cut it into words by
    dictionaries. Where the words come earlier in the text too, those around are named with them.
    Empty for a stretch without words. Takes time linear in the text.
    """
    start, end = _trimmed(text, start, end)
    if start >= end:
        return ""
    start, end = _trimmed(text, _edge_before(text, start), _edge_after(text, end))
    head, tail = _head_end(text, start, end), _tail_start(text, start, end)
    is_whole = end <= min(start + EXACT, _line_end(text, start)) or tail <= head
    words = _encoded(text[start:end])
    if not is_whole:
        words = f"{_encoded(text[start:head])},{_encoded(text[tail:end])}"
    if _comes_first(text, start, end if is_whole else head):
        return words
    prefix, suffix = _context(text, start, end)
    return prefix + words + suffix


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after: of the same line or, where it has none, of its neighbour."""
    last = _trimmed(text, 0, start)[1]
    first = _trimmed(text, end, len(text))[0]
    prefix = _encoded(text[_tail_start(text, 0, last) : last])
    suffix = _encoded(text[first : _head_end(text, first, len(text))])
    return prefix and f"{prefix}-,", suffix and f",-{suffix}"


def _head_end(text: str, start: int, end: int) -> int:
    return min(_edge_after(text, start + _END), _line_end(text, start), end)


def _tail_start(text: str, start: int, end: int) -> int:
    return max(_edge_before(text, max(end - _END, 0)), text.rfind("\n", 0, end) + 1, start)


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _edge_before(text: str, at: int) -> int:
    return _edge(text, range(at, max(at - _REACH, 0) - 1, -1), otherwise=at)


def _edge_after(text: str, at: int) -> int:
    last = min(at + _REACH, len(text))
    return _edge(text, range(at, last + 1), otherwise=min(at, len(text)))


def _edge(text: str, places: range, *, otherwise: int) -> int:
    return next((place for place in places if _is_edge(text, place)), otherwise)


def _is_edge(text: str, at: int) -> bool:
    """Whether words are sure to end here, whatever dictionary a browser has."""
    if at <= 0 or at >= len(text):
        return True
    kind = _kind(text[at])
    return not kind or kind != _kind(text[at - 1])


def _kind(sign: str) -> int:
    if _UNSPACED.match(sign):
        return 2
    return int(unicodedata.category(sign)[0] in "LMN" or sign in "_'’")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and _BLANK.match(text[start]):
        start += 1
    while end > start and _BLANK.match(text[end - 1]):
        end -= 1
    return start, end


def _comes_first(text: str, start: int, end: int) -> bool:
    """Whether a browser, to which capitals make no difference, finds the words here first."""
    low = _each(text, str.lower)
    return low.find(low[start:end]) == start


def _each(text: str, change: Callable[[str], str]) -> str:
    """A text with characters changed, but for those that would take more or less room."""
    whole = change(text)
    if len(whole) == len(text):
        return whole
    return "".join(new if len(new := change(sign)) == 1 else sign for sign in text)


def _encoded(words: str) -> str:
    shown = _LONE.sub("\ufffd", _BLANK.sub(" ", words)).strip(" ")
    return quote(shown, safe=_UNESCAPED).replace("-", "%2D")
