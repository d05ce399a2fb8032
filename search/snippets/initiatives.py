"""Which initiatives of a letter are shown with a hit, and what is marked in their heads."""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Final

from corpus import Initiative, Letter
from search.results import InitiativeHit
from search.snippets.marks import marks_of
from search.snippets.matching import Occurrence
from search.snippets.needles import Needle
from search.snippets.passages import Weights

_MOST: Final = 5
_FIRST_LEVEL: Final = 1


def initiative_hits(
    letter: Letter,
    occurrences: Sequence[Occurrence],
    needles: Sequence[Needle],
    weights: Weights,
) -> tuple[InitiativeHit, ...]:
    """The initiatives asked for by number, and the best of those with an occurrence, in order.

    An occurrence belongs to the innermost initiative around it. The best have needles of the
    greatest weight, then the most occurrences.
    """
    numbers = {needle.initiative for needle in needles if needle.initiative is not None}
    asked = [
        i
        for i, initiative in enumerate(letter.initiatives)
        if initiative.level == _FIRST_LEVEL and initiative.number in numbers
    ]
    inside = _by_initiative(letter.initiatives, occurrences)
    worth = {
        i: (weights[reduce(or_, (1 << needle for _, _, needle in found))], len(found))
        for i, found in inside.items()
    }
    best = sorted(worth, key=worth.__getitem__, reverse=True)
    shown = sorted(dict.fromkeys([*asked, *best][:_MOST]))
    return tuple(_hit(letter, i, inside.get(i, ())) for i in shown)


def _by_initiative(
    initiatives: Sequence[Initiative], occurrences: Iterable[Occurrence]
) -> dict[int, list[Occurrence]]:
    """The occurrences of each initiative by its index: those in no other one within it."""
    spans = [(initiative.start, -initiative.end) for initiative in initiatives]
    order = sorted(range(len(spans)), key=spans.__getitem__)
    found: dict[int, list[Occurrence]] = {}
    around: list[int] = []
    begun = 0
    for occurrence in occurrences:
        while begun < len(order) and initiatives[order[begun]].start <= occurrence.start:
            around.append(order[begun])
            begun += 1
        while around and initiatives[around[-1]].end <= occurrence.start:
            around.pop()
        if around and occurrence.end <= initiatives[around[-1]].end:
            found.setdefault(around[-1], []).append(occurrence)
    return found


def _hit(letter: Letter, i: int, occurrences: Sequence[Occurrence]) -> InitiativeHit:
    initiative = letter.initiatives[i]
    start, end = _find_head(letter.text, initiative)
    return InitiativeHit(
        number=initiative.number,
        ordinal=i + 1,
        head=initiative.head,
        start=start,
        marks=marks_of(occurrences, start, end),
    )


def _find_head(text: str, initiative: Initiative) -> tuple[int, int]:
    """Where the head stands in the initiative; nowhere at its beginning if it is not there.

    A head over several lines is one line of its own.
    """
    start, end, head = initiative.start, initiative.end, initiative.head
    place = text.find(head, start, end)
    if place >= 0:
        return place, place + len(head)
    wrapped = re.compile(r"\s+".join(map(re.escape, head.split()))).search(text, start, end)
    return wrapped.span() if wrapped else (start, start)
