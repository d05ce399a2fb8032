"""English glosses: from a dictionary's explanations to the few words that translate.

Knows CC-CEDICT's ways of writing ("to return to work (after stoppage)", "CL:個|个[ge4]", "abbr.
for ..."), not where glosses are kept.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

LONGEST: Final = 5  # words; longer glosses explain and do not translate
_ABOUT = re.compile(
    r"(?:old |archaic |Japanese |erhua )?variant of|see |CL:|surname |abbr\. (?:for|to)|also "
    r"|used in|erhua|archaic|same as|Taiwan pr\.|classifier for|particle",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u2e80-\u9fff|]+")
_BETWEEN = re.compile(r"[;/]|, ")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_BEFORE = frozenset(
    ["to", "a", "an", "the", "be", "one", "oneself", "one's", "sb's", "or", "of", "and"]
)
_AFTER = frozenset(["of", "to"])
_ANYONE = frozenset(["sb", "sth"])


def phrases(glosses: Iterable[str]) -> Iterator[str]:
    """The phrases of an entry as they are written, in order; notes on usage are left out.

    >>> list(phrases(["to return to work (after stoppage)", "CL:個|个[ge4]", "suit; costume"]))
    ['to return to work', 'suit', 'costume']
    """
    for gloss in glosses:
        if not _ABOUT.match(gloss):
            plain = _ASIDE.sub(" ", gloss)
            yield from (" ".join(part.split()) for part in _BETWEEN.split(plain) if part.strip())


def content(phrase: str) -> tuple[str, ...]:
    """The words of a folded phrase that translate; none where it is too long.

    >>> content("to return to work")
    ('return', 'to', 'work')
    """
    words = [word.removesuffix("'s") for word in _WORD.findall(phrase) if word not in _ANYONE]
    first, last = 0, len(words)
    while first < last and words[first] in _BEFORE:
        first += 1
    while first < last and words[last - 1] in _AFTER:
        last -= 1
    return tuple(words[first:last]) if last - first <= LONGEST else ()
