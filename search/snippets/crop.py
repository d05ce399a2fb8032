"""Cutting a piece out of a sentence that is too long to be shown. Knows text and places only."""

from typing import Final

from search.snippets.clusters import columns, fitting, is_between_words, trimmed

_LONGEST_WORD: Final = 32  # characters; a longer one may be cut through


def crop(
    text: str, within: tuple[int, int], around: tuple[int, int], budget: int
) -> tuple[int, int]:
    """About `budget` columns of the stretch `within`, with what is `around`, cut between words.

    A third of what can be added stands before it, two thirds after, or more where the other side
    has less. What is itself wider than the budget is cut at its end.
    """
    (low, high), (first, last) = within, around
    last = first + fitting(text[first:last], budget)
    spare = budget - columns(text[first:last])
    behind = min(spare, columns(text[last : min(high, last + spare)]))
    before = max(spare // 3, spare - behind)
    start = first - fitting(text[max(low, first - before) : first][::-1], before)
    end = last + fitting(text[last:high], spare - columns(text[start:first]))
    start = start if start == low else _forward(text, start, first)
    return trimmed(text, start, end if end == high else _back(text, end, last))


def _forward(text: str, place: int, limit: int) -> int:
    """The next place where a word begins, not after the limit, unless the word is very long."""
    for here in range(place, min(limit, place + _LONGEST_WORD)):
        if is_between_words(text, here):
            return here
    return limit if limit - place <= _LONGEST_WORD else place


def _back(text: str, place: int, limit: int) -> int:
    """The last place where a word ends, not before the limit, unless the word is very long."""
    for here in range(place, max(limit, place - _LONGEST_WORD), -1):
        if is_between_words(text, here):
            return here
    return limit if place - limit <= _LONGEST_WORD else place
