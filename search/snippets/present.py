"""What of letters is shown to a query: titles, passages and initiatives, with marks."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from corpus import Letter
from search.results import InitiativeHit, Mark, Snippet, TitleHit
from search.snippets.fields import within_fields
from search.snippets.initiatives import initiative_hit, initiative_hits
from search.snippets.marks import marks_of
from search.snippets.matching import Occurrence, find
from search.snippets.needles import Needle
from search.snippets.passages import Weights, beginning, choose
from search.snippets.ready import ReadyLetter
from search.snippets.thinning import thinned

PASSAGES: Final = 2  # of a letter in a list of results


class HitParts(NamedTuple):
    """What is shown of one letter in a list of results."""

    title: TitleHit | None
    snippets: tuple[Snippet, ...]
    initiatives: tuple[InitiativeHit, ...]


def mark_letter(letter: Letter, needles: tuple[Needle, ...]) -> tuple[Mark, ...]:
    """All that a query marks in a letter, ascending; marks neither touch nor overlap."""
    (occurrences,) = find((letter.searchable,), needles)
    return marks_of(within_fields(letter, occurrences, needles), 0, len(letter.text))


def hit_parts(letter: Letter, needles: tuple[Needle, ...], *, limit: int = PASSAGES) -> HitParts:
    """What is shown of one letter; `page_parts` is three times faster for those of a page."""
    return page_parts((letter,), needles, limit=limit)[0]


def page_parts(
    letters: Sequence[Letter], needles: tuple[Needle, ...], *, limit: int = PASSAGES
) -> tuple[HitParts, ...]:
    """What is shown of each letter, as `ready_parts` gives it."""
    return ready_parts(tuple(map(ReadyLetter, letters)), needles, limit=limit)


def ready_parts(
    letters: Sequence[ReadyLetter], needles: tuple[Needle, ...], *, limit: int = PASSAGES
) -> tuple[HitParts, ...]:
    """What is shown of each letter: at most `limit` snippets, in text order.

    Without anything to mark there, the snippet is the beginning of the body. Linear.
    """
    showing = _Showing(needles, limit)
    found = find([letter.text for letter in letters], needles)
    return tuple(map(showing.parts, letters, found))


def initiative_parts(
    letters: Sequence[ReadyLetter],
    ordinals: Sequence[int],
    needles: tuple[Needle, ...],
    *,
    limit: int = PASSAGES,
) -> tuple[HitParts, ...]:
    """What is shown of one initiative of each letter, by its index: the snippets follow its head.

    There are none where it is its head alone.
    """
    showing = _Showing(needles, limit)
    found = find([letter.text for letter in letters], needles)
    return tuple(map(showing.initiative, letters, ordinals, found))


class _Showing:
    """A query, and what is shown of letters to it."""

    def __init__(self, needles: tuple[Needle, ...], limit: int) -> None:
        self._needles = needles
        self._limit = limit
        self._weights = Weights(needle.weight for needle in needles)
        self._numbers = {n.initiative for n in needles if n.initiative is not None}

    def parts(self, ready: ReadyLetter, found: Sequence[Occurrence]) -> HitParts:
        letter = ready.letter
        occurrences = within_fields(letter, found, self._needles)
        return HitParts(
            title=_title(letter, occurrences),
            snippets=_snippets(letter, self._passages(ready, occurrences), occurrences),
            initiatives=initiative_hits(
                letter, ready.outline, occurrences, self._numbers, self._weights
            ),
        )

    def initiative(self, ready: ReadyLetter, i: int, found: Sequence[Occurrence]) -> HitParts:
        letter = ready.letter
        occurrences = within_fields(letter, found, self._needles)
        passages = self._passages_of(ready, i, occurrences)
        return HitParts(
            title=_title(letter, occurrences),
            snippets=_snippets(letter, passages, occurrences),
            initiatives=(initiative_hit(letter, ready.outline, i, occurrences),),
        )

    def _passages_of(
        self, ready: ReadyLetter, i: int, occurrences: Sequence[Occurrence]
    ) -> Sequence[tuple[int, int]]:
        start, end = ready.outline.head(i)[1], ready.letter.initiatives[i].end
        if not self._limit or not ready.text[start:end].strip():
            return []
        telling = [one for one in thinned(occurrences, self._weights) if start <= one.start]
        inside = [one for one in telling if one.end <= end]
        run = ready.regions.run_of(start, end, inside)
        passages = choose(ready.text, [[run]], inside, self._weights, self._limit)
        first = None if passages else beginning(ready.text, [run])
        return [first] if first else passages

    def _passages(
        self, ready: ReadyLetter, occurrences: Sequence[Occurrence]
    ) -> Sequence[tuple[int, int]]:
        telling = thinned(occurrences, self._weights)
        tiers = ready.regions.tiers(telling)
        passages = choose(ready.text, tiers, telling, self._weights, self._limit)
        if passages or not self._limit:
            return passages
        first = beginning(ready.text, ready.regions.first_runs())
        return [first] if first else []


def _snippets(
    letter: Letter, passages: Iterable[tuple[int, int]], occurrences: Sequence[Occurrence]
) -> tuple[Snippet, ...]:
    return tuple(
        Snippet(
            text=letter.text[start:end],
            start=start,
            end=end,
            marks=marks_of(occurrences, start, end),
        )
        for start, end in passages
    )


def _title(letter: Letter, occurrences: Sequence[Occurrence]) -> TitleHit | None:
    title = letter.title
    if title is None:
        return None
    marks = marks_of(occurrences, title.start, title.end)
    return TitleHit(text=title.text, start=title.start, end=title.end, marks=marks)
