"""The letters of a generation that were shown lately, ready to be shown again.

Reading a letter and cutting it into sentences takes as long as showing a query in it, and the
letters that one query finds are often found by the next. Knows nothing of queries.
"""

from collections.abc import Callable, Sequence
from typing import Final

from corpus import Letter
from search.cache import Cache
from search.snippets import ReadyLetter

CAPACITY: Final = 32_000_000  # bytes: some 2,000 letters of 2 KB
_LARGEST: Final = CAPACITY // 16  # bytes of one letter: a book is not worth a hundred letters


class Shelf:
    """Letters by their numbers; what is shown seldom makes room. Safe for threads."""

    def __init__(self, read: Callable[[int], Letter]) -> None:
        """`read` gives the letter of a number."""
        self._read = read
        self._kept = Cache[ReadyLetter](CAPACITY)

    def take(self, numbers: Sequence[int]) -> list[ReadyLetter]:
        """The letters of these numbers; raises what `read` raises."""
        found = {number: self._kept.get(number) for number in numbers}
        missing = [number for number, letter in found.items() if letter is None]
        made = [ReadyLetter(self._read(number)) for number in missing]
        found.update(zip(missing, made, strict=True))
        for number, ready in zip(missing, made, strict=True):
            if ready.size <= _LARGEST:
                self._kept.put(number, ready, ready.size)
        return [letter for number in numbers if (letter := found[number])]
