"""Which initiatives of a letter are shown with a hit, and what is marked in their heads."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from corpus import Initiative, Letter
from search.results import InitiativeHit
from search.snippets.marks import marks_of
from search.snippets.matching import Occurrence
from search.snippets.passages import Weights

_MOST: Final = 5
_FIRST_LEVEL: Final = 1


class Outline:
    """The initiatives of a letter: which is the innermost at each place, and where heads stand."""

    def __init__(self, letter: Letter) -> None:
        self._text = letter.text
        self._initiatives = letter.initiatives
        spans = sorted((one.start, -one.end, i) for i, one in enumerate(letter.initiatives))
        self._spans = [(start, -end, i) for start, end, i in spans]
        self._heads: dict[int, tuple[int, int]] = {}

    def inside(self, occurrences: Sequence[Occurrence]) -> dict[int, list[Occurrence]]:
        """The occurrences of each initiative by its index: those in no other one within it.

        They ascend.
        """
        found: dict[int, list[Occurrence]] = {}
        spans, begun = self._spans, 0
        around: list[tuple[int, int]] = []
        for occurrence in occurrences:
            place, end, _ = occurrence
            while begun < len(spans) and spans[begun][0] <= place:
                around.append(spans[begun][1:])
                begun += 1
            while around and around[-1][0] <= place:
                around.pop()
            if around and end <= around[-1][0]:
                found.setdefault(around[-1][1], []).append(occurrence)
        return found

    def head(self, i: int) -> tuple[int, int]:
        """Where the head of an initiative stands in the letter."""
        found = self._heads.get(i)
        if found is None:
            found = self._heads[i] = _find_head(self._text, self._initiatives[i])
        return found


def initiative_hits(
    letter: Letter,
    outline: Outline,
    occurrences: Sequence[Occurrence],
    numbers: Collection[int],
    weights: Weights,
) -> tuple[InitiativeHit, ...]:
    """The initiatives of these numbers, and the best of those with an occurrence, in order.

    An occurrence belongs to the innermost initiative around it. The best have needles of the
    greatest weight, then the most occurrences.
    """
    if not letter.initiatives:
        return ()
    asked = _numbered(letter, numbers) if numbers else []
    inside = outline.inside(occurrences)
    shown = [*asked, *inside]
    if len(shown) > _MOST:
        worth = {i: (_weigh(found, weights), len(found)) for i, found in inside.items()}
        best = sorted(worth, key=worth.__getitem__, reverse=True)
        shown = [*asked, *best][:_MOST]
    return tuple(initiative_hit(letter, outline, i, inside.get(i, ())) for i in sorted(set(shown)))


def initiative_hit(
    letter: Letter, outline: Outline, i: int, occurrences: Sequence[Occurrence]
) -> InitiativeHit:
    """An initiative of a letter by its index, with what is marked in its head."""
    initiative = letter.initiatives[i]
    start, end = outline.head(i)
    return InitiativeHit(
        number=initiative.number,
        ordinal=i + 1,
        head=initiative.head,
        start=start,
        marks=marks_of(occurrences, start, end),
    )


def _numbered(letter: Letter, numbers: Collection[int]) -> list[int]:
    return [
        i
        for i, initiative in enumerate(letter.initiatives)
        if initiative.level == _FIRST_LEVEL and initiative.number in numbers
    ]


def _weigh(occurrences: Sequence[Occurrence], weights: Weights) -> int:
    needles = 0
    for _, _, needle in occurrences:
        needles |= 1 << needle
    return weights[needles]


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
