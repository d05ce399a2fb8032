"""Text of letters where no markup can hold it: one line, cut, and kept in its own direction."""

import re

_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FIRST_STRONG, _POP = "\u2068", "\u2069"  # isolates of Unicode's bidirectional algorithm
_ENDS = " ,，、;；:：-–—"


def shortened(text: str, length: int) -> str:
    r"""The beginning of a text in one line, at most `length` characters and an ellipsis.

    >>> shortened("各会员单位：\n疫情当前", 6), shortened("all of it", 20)
    ('各会员单位…', 'all of it')
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[:length]
    if line[length].isascii() and line[length].isalnum() and " " in cut:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(_ENDS) + "…"


def isolated(text: str) -> str:
    """A text that turns nothing around it, whatever directions it has written into it.

    Of text with such characters all go and an isolate takes their place: the order in which it is
    shown may differ then, and what it says does not.
    """
    if not _CONTROLS.search(text):
        return text
    return f"{_FIRST_STRONG}{_CONTROLS.sub('', text)}{_POP}"
