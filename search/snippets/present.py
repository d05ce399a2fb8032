"""What of letters is shown to a query: titles, passages and initiatives, with marks."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus import Letter
from search.results import InitiativeHit, Mark, Snippet, TitleHit
from search.snippets.fields import within_fields
from search.snippets.initiatives import initiative_hits
from search.snippets.marks import marks_of
from search.snippets.matching import Occurrence, find
from search.snippets.needles import Needle
from search.snippets.passages import Weights, beginning, choose
from search.snippets.regions import first_runs, tiers
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
    """What is shown of each letter: at most `limit` snippets, in text order.

    Without anything to mark there, the snippet is the beginning of the body. Linear.
    """
    texts = [letter.searchable for letter in letters]
    weights = Weights(needle.weight for needle in needles)
    return tuple(
        _parts(letter, text, within_fields(letter, found, needles), needles, weights, limit)
        for letter, text, found in zip(letters, texts, find(texts, needles), strict=True)
    )


def _parts(
    letter: Letter,
    text: str,
    occurrences: Sequence[Occurrence],
    needles: tuple[Needle, ...],
    weights: Weights,
    limit: int,
) -> HitParts:
    telling = thinned(occurrences, weights)
    passages = choose(text, tiers(letter, text, telling), telling, weights, limit)
    if limit and not passages and (first := beginning(text, first_runs(letter, text))):
        passages = [first]
    return HitParts(
        title=_title(letter, occurrences),
        snippets=tuple(
            Snippet(
                text=letter.text[start:end],
                start=start,
                end=end,
                marks=marks_of(occurrences, start, end),
            )
            for start, end in passages
        ),
        initiatives=initiative_hits(letter, occurrences, needles, weights),
    )


def _title(letter: Letter, occurrences: Sequence[Occurrence]) -> TitleHit | None:
    title = letter.title
    if title is None:
        return None
    marks = marks_of(occurrences, title.start, title.end)
    return TitleHit(text=title.text, start=title.start, end=title.end, marks=marks)
