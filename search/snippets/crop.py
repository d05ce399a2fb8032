"""Cutting a piece out of a sentence that is too long to be shown. Knows text and places only."""

from typing import Final

from search.snippets.clusters import columns, fitting, halves, last_gap, next_gap, trimmed

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
    spare = max(0, 2 * budget - halves(text[first:last])) // 2
    behind = min(spare, columns(text[last : min(high, last + spare)]))
    before = max(spare // 3, spare - behind)
    start = first - fitting(text[max(low, first - before) : first][::-1], before)
    end = start + fitting(text[start:high], budget)
    if start > low:
        gap = next_gap(text, start, min(first, start + _LONGEST_WORD))
        start = start if gap is None else gap
    if end < high:
        gap = last_gap(text, end, max(last, end - _LONGEST_WORD))
        end = end if gap is None else gap
    return trimmed(text, start, end)
