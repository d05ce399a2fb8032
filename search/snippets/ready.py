"""Letters made ready: read, cut into sentences, so that any query is soon shown in them.

What depends on a query is decided elsewhere.
"""

from sys import getsizeof
from typing import Final

from corpus import Letter
from search.snippets.initiatives import Outline
from search.snippets.regions import Regions

# Bytes of memory beside texts; sums are within a fifth of what tracemalloc measures (2026-11).
_A_LETTER: Final = 1_500
_AN_INITIATIVE: Final = 700
_READY: Final = 6_000


class ReadyLetter:
    """A letter with what every query asks of it again; some of it is made when first asked for.

    `text` is the letter's `searchable`. Safe for threads: two may make the same thing twice.
    """

    def __init__(self, letter: Letter) -> None:
        self.letter = letter
        self.text = letter.searchable
        self.regions = Regions(letter, self.text)
        self.outline = Outline(letter)

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes (measured 2026-11: within a fifth)."""
        return size_of_letter(self.letter) + _READY


def size_of_letter(letter: Letter) -> int:
    """About how many bytes of memory a letter takes as it was read."""
    words = getsizeof(letter.text) + sum(getsizeof(one.text) for one in letter.initiatives)
    return words + _AN_INITIATIVE * len(letter.initiatives) + _A_LETTER
