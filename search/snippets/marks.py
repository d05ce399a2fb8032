"""Marks: the places of needles as stretches that neither touch nor overlap."""

from collections.abc import Iterable

from search.results import Mark
from search.snippets.matching import Occurrence


def marks_of(occurrences: Iterable[Occurrence], start: int, end: int) -> tuple[Mark, ...]:
    """What of `[start, end)` is marked, ascending; places that touch become one mark.

    The occurrences ascend by start.
    """
    merged: list[tuple[int, int]] = []
    for first, last, _ in occurrences:
        if last <= start:
            continue
        if first >= end:
            break
        a, b = max(first, start), min(last, end)
        if merged and a <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    return tuple(Mark(a, b) for a, b in merged)
