"""Quotation marks of both languages: which one closes which, and when they are an operator.

A quotation that stands on its own is a condition; one that touches other text is punctuation.
Chinese marks, beside which no spaces are usual, may touch text on one side, unless the query is a
sentence; and in a passage of several sentences all quotation marks are punctuation.
"""

import re
from dataclasses import dataclass
from functools import cache

_DOUBLE = '"＂“”„‟'
_CLOSERS = dict.fromkeys(_DOUBLE, _DOUBLE) | {
    "「": "」", "『": "』", "｢": "｣", "﹁": "﹂", "﹃": "﹄", "〝": "〞〟",
}  # fmt: skip
OPENERS = "".join(_CLOSERS)
CHINESE_OPENERS = OPENERS.replace('"', "").replace("”", "")
_QUOTED = re.compile(rf"[{_DOUBLE}][^{_DOUBLE}]*[{_DOUBLE}]|「[^「」]*」|『[^『』]*』")
_SENTENCE_END = re.compile(r"[。？！…]|(?:[?!]|(?<=[^\W\d])\.)(?=\s+[A-Z]|[)）]?\s*\Z)")
_PASSAGE = 3  # sentences; "Prof. Li?" has two ends
_LIST_MARKS = ",;，；、"


@dataclass(frozen=True, slots=True)
class Prose:
    """How much of running text a query is."""

    is_sentence: bool
    is_passage: bool


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of marks: `end` is after the closing one, `free` whether what follows is apart."""

    start: int
    end: int
    free: bool
    chinese: bool


def prose_of(text: str) -> Prose:
    """Look for ends of sentences outside quotations.

    >>> prose_of("「總督」一詞也出現在哪個政權?")
    Prose(is_sentence=True, is_passage=False)
    >>> prose_of('"What is to be done?" 1902')
    Prose(is_sentence=False, is_passage=False)
    """
    outside = _QUOTED.sub("q", text).rstrip(' \t\n\r\u3000)）"”」』')
    ends = [found.end() for found in _SENTENCE_END.finditer(outside)]
    return Prose(bool(ends) and ends[-1] == len(outside), len(ends) >= _PASSAGE)


def quotation_at(text: str, start: int, prose: Prose) -> Quotation | None:
    """The quotation that opens at `start`; None where its mark has no partner."""
    close = _family(text[start]).search(text, start + 1)
    if close is None or close[0] not in _CLOSERS[text[start]]:
        return None
    free = _is_free(text, close.end(), prose)
    return Quotation(start, close.end(), free, chinese=text[start] != '"')


@cache
def _family(opener: str) -> re.Pattern[str]:
    """Finds the next mark that closes what one opens, or opens it again."""
    return re.compile(f"[{opener}{_CLOSERS[opener]}]")


def _is_free(text: str, end: int, prose: Prose) -> bool:
    after, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if not after or after.isspace() or after in ")）":
        return True
    return not prose.is_sentence and after in _LIST_MARKS and (not beyond or beyond.isspace())
