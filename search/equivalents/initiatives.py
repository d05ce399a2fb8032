"""Numbers of initiatives among typed words: 第三条倡议, third proposal, initiative III.

Owns the words that initiatives are called by; 第三条 is one only if it stands alone, since 第三条路
is a road. Knows nothing of letters and plans.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from search.parsing import number_of

_NUMBER: Final = r"\d{1,3}|[零〇一二三四五六七八九十百廿卅两兩]{1,5}|[①-⑳]|[Ⅰ-Ⅻ]"
_CLASSIFIER: Final = r"[条條项項点點个個款则則]"
_NOUN: Final = r"(?:倡[议議]|建[议議]|提案|措施|[举舉]措|要求|呼[吁籲])(?![书書信者人函])"
_CALLED: Final = (
    r"(?:initiative|proposal|suggestion|recommendation|measure|demand|request|appeal|point"
    r"|article|clause|item)s?"
)
_ORDINAL: Final = (
    r"\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"(?:eleven|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie)th|twelfth"
)
_CARDINAL: Final = (
    r"\d{1,2}|[IVX]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)
_ALONE: Final = r"[条條项項点點款]"  # 第三个 and 第三则 count other things
_FORMS: Final = (  # compiled by `re` when a query first says what may be one
    rf"第\s?(?P<number>{_NUMBER})\s?{_CLASSIFIER}?\s?的?{_NOUN}",
    rf"{_NOUN}\s?第\s?(?P<number>{_NUMBER})\s?{_CLASSIFIER}?",
    rf"{_NOUN}\s?[（(]?(?P<number>{_NUMBER})[)）]?(?![\w.%％])",
    rf"(?<!\w)第\s?(?P<number>{_NUMBER})\s?{_ALONE}(?!\w)",
    rf"(?i:\b(?P<number>{_ORDINAL})\s{_CALLED}\b)",
    rf"\b(?i:{_CALLED}\s(?:no\.?\s?|number\s|#)?)[(（]?(?P<number>(?i:{_CARDINAL}))\b(?![.%％-]\w)",
)
_MAY_BE: Final = re.compile(
    r"(?i)第|倡[议議]|建[议議]|提案|措|要求|呼|initiat|propos|suggest|recommend|measure|demand|request"
    r"|appeal|point|article|clause|item"
)


class Numbered(NamedTuple):
    """Where an initiative is named by its number."""

    start: int
    end: int
    number: int


def find_numbered(text: str) -> Iterator[Numbered]:
    """Every initiative of a number in the text, by form and place; they may overlap. Linear.

    >>> [found.number for found in find_numbered("第三条倡议 and the third proposal")]
    [3, 3]
    """
    if not _MAY_BE.search(text):
        return
    for form in _FORMS:
        for found in re.finditer(form, text):
            if number := number_of(found["number"]):
                yield Numbered(found.start(), found.end(), number)
