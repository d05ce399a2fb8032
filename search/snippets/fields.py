"""Where the fields of a letter stand in its text, so that a needle of one counts only there."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from corpus import Letter
from search.snippets.matching import Occurrence
from search.snippets.needles import Needle
from search.tree import FieldName


def within_fields(
    letter: Letter, occurrences: Sequence[Occurrence], needles: Sequence[Needle]
) -> Sequence[Occurrence]:
    """The occurrences of needles without a field, and of the others those within their field."""
    fields = {needle.field for needle in needles if needle.field}
    if not fields:
        return occurrences
    places = {field: _Places(_spans(letter, field)) for field in fields}
    return [
        occurrence
        for occurrence in occurrences
        if not (field := needles[occurrence.needle].field) or places[field].hold(occurrence)
    ]


def _spans(letter: Letter, field: FieldName) -> list[tuple[int, int]]:
    match field:
        case "title":
            found = [(part.start, part.end) for part in (letter.title,) if part]
        case "to":
            found = [(part.start, part.end) for part in (letter.addressee,) if part]
        case "issuer":
            found = [(part.start, part.end) for part in letter.issuers]
        case "signed":
            found = [(part.start, part.end) for part in letter.signatories]
        case "initiative":
            found = [(part.start, part.end) for part in letter.initiatives]
    return sorted(found)


class _Places:
    """Spans that may lie within each other."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._reached = list(accumulate((end for _, end in spans), max))

    def hold(self, occurrence: Occurrence) -> bool:
        """Whether one of the spans holds all of it."""
        begun = bisect_right(self._starts, occurrence.start)
        return begun > 0 and occurrence.end <= self._reached[begun - 1]
