"""The answers of a generation that were given lately, to be given again.

Readers go back to a page of results, feeds and dashboards ask the same by the hour, and everybody
asks for what is in the news. Knows nothing of how an answer is found.
"""

from collections.abc import Callable
from dataclasses import replace
from sys import getsizeof
from time import perf_counter
from typing import Final

from search.cache import Cache
from search.results import Hit, Request, Results
from search.snippets import size_of_letter

CAPACITY: Final = 24_000_000  # bytes: some 220 pages of ten letters of 2 KB
# Bytes beside texts and letters; an answer takes nine tenths of the sum by tracemalloc (2026-11).
_AN_ANSWER: Final = 2_000
_A_VALUE: Final = 150
_A_HIT: Final = 400
_A_SNIPPET: Final = 100
_A_MARK: Final = 120
_AN_INITIATIVE: Final = 300
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
    """About how many bytes of memory it takes."""
    hits = answer.hits + (answer.other_language.hits if answer.other_language else ())
    values = sum(map(len, answer.facets.values()))
    return _AN_ANSWER + _A_VALUE * values + sum(map(_size_of_hit, hits))


def _size_of_hit(hit: Hit) -> int:
    marks = sum(len(snippet.marks) for snippet in hit.snippets)
    texts = sum(getsizeof(snippet.text) for snippet in hit.snippets)
    found = _A_SNIPPET * len(hit.snippets) + _A_MARK * marks + _AN_INITIATIVE * len(hit.initiatives)
    return _A_HIT + texts + found + size_of_letter(hit.letter)
