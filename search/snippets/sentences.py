"""Sentences of both languages, by their ends: 。！？；.!? and the ends of lines.

Knows text, not what is looked for in it.
"""

import re
from typing import Final

from search.snippets.clusters import WIDE, columns

_ALWAYS: Final = "。！？；｡"  # the ASCII ones may also stand inside a sentence
_CLOSING: Final = "\"'”’»›」』）)\\]】》〉〕〗"
_ABBREVIATIONS: Final = (  # by length, as a look-behind wants them
    "al|cf|co|dr|eg|ie|lt|mr|ms|mt|st|vs",
    "col|est|gen|gov|hon|mrs|rep|rev|sen|sgt|viz",
    "capt|dept|pres|prof|univ",
    "approx|messrs",
)
_BEFORE_NUMBERS: Final = (
    "no|pp",
    "nos|art|ext|fig|sec|tel|vol|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec",
    "figs|sept",
)
_WRAPPED: Final = 50  # columns; letters wrapped by hand are 60 to 80 wide, headings are narrower
_INDENT: Final = " \t\u3000\u00a00123456789"
_ITEM_SIGNS: Final = ("、", ".", "．", ")", "）")

_NOT_SHORT: Final = r"(?<![^A-Za-z][A-Za-z]\.)" + "".join(
    rf"(?<!\b(?i:{words})\.)" for words in _ABBREVIATIONS
) + "".join(rf"(?!(?<=\b(?i:{words})\.)\s*\d)" for words in _BEFORE_NUMBERS)  # fmt: skip
_CUT: Final = re.compile(
    rf"[{_ALWAYS}.!?\n]"
    rf"(?:(?<=[{_ALWAYS}])[{_ALWAYS}.!?]*+[{_CLOSING}]*+"
    rf"|(?<=[.!?])(?<![.!?]{{2}}){_NOT_SHORT}(?P<item>(?<=\d\.)(?<!\d{{3}}\.))?"
    rf"[{_ALWAYS}.!?]*+[{_CLOSING}]*+(?=[\s{WIDE}]|\Z)(?!\s*[a-z])"
    rf"|(?<=\n)(?![a-z])(?P<wrapped>(?<=[^{_ALWAYS}.!?：:\s{_CLOSING}]\n)(?=[^\W\d_]))?"
    r")\s*+"
)


def cuts(text: str, start: int, end: int) -> list[int]:
    """Where the sentences of `text[start:end]` begin, and the end of the last; ascending.

    Numbers (3.5, 2019.1.29), abbreviations (e.g., U.S.) and the numbers of items (1.) go on; so
    does a line that seems to be wrapped by hand. Closing quotes and brackets and white space
    belong to the sentence before. Linear.
    """
    found = [
        cut.end()
        for cut in _CUT.finditer(text, start, end)
        if cut.lastgroup is None or not _goes_on(text, cut)
    ]
    if not found or found[-1] < end:
        found.append(end)
    return [start, *found]


def _goes_on(text: str, cut: re.Match[str]) -> bool:
    """Whether a number and a full stop begin a line, or a line is long enough to be wrapped."""
    place = cut.start()
    line = text.rfind("\n", max(0, place - _WRAPPED), place) + 1
    if cut.lastgroup == "item":
        is_near = line > 0 or place <= _WRAPPED
        return is_near and not text[line:place].strip(_INDENT)
    is_item = text[place + 2 : place + 3] in _ITEM_SIGNS
    is_long = line == 0 and place >= _WRAPPED
    return not is_item and (is_long or columns(text[line:place]) >= _WRAPPED)
