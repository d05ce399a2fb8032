"""Initiatives as results: which are found, best first, and what is shown of each.

Knows nothing of how an engine finds them.
"""

from collections.abc import Sequence
from dataclasses import replace

from search.collection import Collection, Prepared
from search.engine import FoundInitiatives, Window
from search.results import Hit, Request
from search.rewriting import rewrite_initiatives
from search.snippets import Needle, initiative_parts


def rank_initiatives(
    collection: Collection, prepared: Prepared, request: Request, window: Window
) -> FoundInitiatives:
    """The head of the initiatives found in the letters that a query finds, best first."""
    letters = replace(prepared.plan, filters=collection.filters(request))
    wanted = rewrite_initiatives(prepared.query.tree, prepared.lexis, letters)
    return collection.engine.find_initiatives(wanted, window)


def initiative_hits(
    collection: Collection,
    found: FoundInitiatives,
    needles: tuple[Needle, ...],
    shown: slice,
) -> tuple[Hit, ...]:
    """A part of what was found, each with its letter."""
    ordinals: Sequence[int] = found.ordinals[shown].tolist()
    letters = collection.shelf.take(found.numbers[shown].tolist())
    parts = initiative_parts(letters, ordinals, needles)
    return tuple(
        Hit(
            letter=ready.letter,
            score=score,
            title=its.title,
            snippets=its.snippets,
            initiatives=its.initiatives,
        )
        for ready, score, its in zip(letters, found.scores[shown].tolist(), parts, strict=True)
    )
