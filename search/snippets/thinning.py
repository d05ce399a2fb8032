"""Keeping a book from taking the time of a thousand letters. Knows places of needles only."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from search.snippets.matching import Occurrence
from search.snippets.passages import Weights

MOST: Final = 5_000  # occurrences; a letter of 2 KB has some 20, choosing among these takes 50 ms


def thinned(
    occurrences: Sequence[Occurrence], weights: Weights, most: int = MOST
) -> Sequence[Occurrence]:
    """At most so many occurrences, for choosing passages: those of needles that say the most.

    A needle is left out as a whole if it stands too often, unless it is the one that says most,
    of which the first places are kept.
    """
    if len(occurrences) <= most:
        return occurrences
    counts = Counter(occurrence.needle for occurrence in occurrences)
    kept: set[int] = set()
    room = most
    for needle in sorted(counts, key=lambda needle: weights[1 << needle], reverse=True):
        if not kept or counts[needle] <= room:
            kept.add(needle)
            room -= counts[needle]
    return [occurrence for occurrence in occurrences if occurrence.needle in kept][:most]
