"""Marks: the places of needles as stretches that neither touch nor overlap."""

from collections.abc import Iterable

from search.results import Mark
from search.snippets.matching import Occurrence


def marks_of(occurrences: Iterable[Occurrence], start: int, end: int) -> tuple[Mark, ...]:
    """What of `[start, end)` is marked, ascending; places that touch become one mark.

    The occurrences ascend by start.
    """
    marks: list[Mark] = []
    begin = reach = -1
    for first, last, _ in occurrences:
        if last <= start:
            continue
        if first >= end:
            break
        if first > reach:
            if reach >= 0:
                marks.append(Mark(begin, reach))
            begin, reach = max(first, start), min(last, end)
        elif last > reach:
            reach = min(last, end)
    if reach >= 0:
        marks.append(Mark(begin, reach))
    return tuple(marks)
