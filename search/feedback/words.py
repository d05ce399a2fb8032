"""The words of letters and how often each has them, kept for letters that were asked for lately.

Only English words: the second round is for queries without Han characters, and neither numbers
nor joined forms say much about a subject that their letter was not found by.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from index import stem
from index.analysis import fold_texts
from search.snippets import ReadyLetter

CHARACTERS: Final = 8_000  # of a letter are read: most letters have a quarter of this
_REMEMBERED: Final = 2_000  # letters, some 20 MB
_WORD: Final = re.compile("[a-z]{2,}")


class LetterWords:
    """Words of letters by their numbers. Safe for threads: two may count the same letter."""

    def __init__(self, take: Callable[[Sequence[int]], Sequence[ReadyLetter]]) -> None:
        """`take` gives letters by their numbers."""
        self._take = take
        self._counted: dict[int, Mapping[str, int]] = {}

    def of(self, numbers: Sequence[int]) -> list[Mapping[str, int]]:
        """How often each letter has each stem. Raises what `take` raises."""
        counted = self._counted  # entries never go from it: it is replaced when it is full
        found = {number: counted[number] for number in numbers if number in counted}
        missing = [number for number in dict.fromkeys(numbers) if number not in found]
        if missing:
            texts = fold_texts([ready.text for ready in self._take(missing)])
            fresh = map(count_words, texts)
            found.update(zip(missing, fresh, strict=True))
            if len(counted) >= _REMEMBERED:
                counted = self._counted = {}
            counted.update(found)
        return [found[number] for number in numbers]


def count_words(folded: str) -> Mapping[str, int]:
    """How often the beginning of a folded text has each stem. Linear, up to CHARACTERS.

    >>> count_words("masks for the hospital's mask-makers in 武汉 2020")["mask"]
    2
    """
    counts: dict[str, int] = {}
    for written, times in Counter(_WORD.findall(folded, 0, CHARACTERS)).items():
        term = stem(written)
        counts[term] = counts.get(term, 0) + times
    return counts
