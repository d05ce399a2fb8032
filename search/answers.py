"""The answers of a generation that were given lately, to be given again.

Readers go back to a page of results, feeds and dashboards ask the same by the hour, and everybody
asks for what is in the news. Knows nothing of how an answer is found.
"""

from collections.abc import Callable
from dataclasses import replace
from sys import getsizeof
from time import perf_counter
from typing import Final

from corpus import Letter
from search.cache import Cache
from search.results import Hit, Request, Results

CAPACITY: Final = 24_000_000  # bytes: some 400 pages of ten letters of 2 KB
_LARGEST: Final = CAPACITY // 16  # bytes of one answer: a hundred books are not worth all others


class Answers:
    """Answers by their requests; those asked for seldom make room. Safe for threads."""

    def __init__(self) -> None:
        self._kept = Cache[Results](CAPACITY)

    def of(self, request: Request, find: Callable[[Request], Results]) -> Results:
        """The answer to a request, found anew if it is not kept; raises what `find` raises."""
        begin = perf_counter()
        kept = self._kept.get(request)
        if kept is not None:
            return replace(kept, took_ms=1000 * (perf_counter() - begin))
        answer = find(request)
        size = size_of(answer)
        return self._kept.put(request, answer, size) if size <= _LARGEST else answer


def size_of(answer: Results) -> int:
    """About how many bytes of memory it takes (measured 2026-11 with tracemalloc)."""
    hits = answer.hits + (answer.other_language.hits if answer.other_language else ())
    values = sum(map(len, answer.facets.values()))
    return 2_000 + 150 * values + sum(map(_size_of_hit, hits))


def _size_of_hit(hit: Hit) -> int:
    marks = sum(len(snippet.marks) for snippet in hit.snippets)
    texts = sum(getsizeof(snippet.text) for snippet in hit.snippets)
    found = 400 + 100 * len(hit.snippets) + 120 * marks + 300 * len(hit.initiatives)
    return texts + found + _size_of_letter(hit.letter)


def _size_of_letter(letter: Letter) -> int:
    words = getsizeof(letter.text) + sum(getsizeof(one.text) for one in letter.initiatives)
    return words + 700 * len(letter.initiatives) + 1_500
