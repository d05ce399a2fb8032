"""The letters of a generation that were shown lately, ready to be shown again.

Reading a letter and cutting it into units and sentences takes longer than showing a query in it,
and the letters that one query finds are often found by the next. Knows nothing of queries.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Final

from corpus import Letter
from search.snippets import ReadyLetter, make_ready

CAPACITY: Final = 32_000_000  # bytes: some 1,500 letters of 2 KB
_LARGEST: Final = CAPACITY // 16  # bytes of one letter: a book is not worth a hundred letters


class Shelf:
    """Letters by their numbers; those taken least lately make room for others. Safe for threads."""

    def __init__(self, read: Callable[[int], Letter]) -> None:
        """`read` gives the letter of a number."""
        self._read = read
        self._lock = Lock()
        self._kept: OrderedDict[int, tuple[ReadyLetter, int]] = OrderedDict()
        self._size = 0

    def take(self, numbers: Sequence[int]) -> list[ReadyLetter]:
        """The letters of these numbers; raises what `read` raises."""
        found = self._find(numbers)
        missing = [number for number in dict.fromkeys(numbers) if number not in found]
        if missing:
            ready = make_ready([self._read(number) for number in missing])
            found.update(zip(missing, ready, strict=True))
            self._keep(dict(zip(missing, ready, strict=True)))
        return [found[number] for number in numbers]

    def _find(self, numbers: Sequence[int]) -> dict[int, ReadyLetter]:
        found: dict[int, ReadyLetter] = {}
        with self._lock:
            for number in numbers:
                if number in self._kept:
                    self._kept.move_to_end(number)
                    found[number] = self._kept[number][0]
        return found

    def _keep(self, letters: dict[int, ReadyLetter]) -> None:
        sizes = {number: letter.size for number, letter in letters.items()}
        with self._lock:
            for number, letter in letters.items():
                if number not in self._kept and sizes[number] <= _LARGEST:
                    self._kept[number] = letter, sizes[number]
                    self._size += sizes[number]
            while self._size > CAPACITY:
                _, (_, size) = self._kept.popitem(last=False)
                self._size -= size
