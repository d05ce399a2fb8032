"""What a search finds, best first, as far as a page needs it. Knows nothing of what is shown."""

from dataclasses import replace

from search.collection import Collection, Prepared
from search.engine import Found, Window
from search.ranking import FEEDBACK_HEAD, RERANK
from search.results import Request
from search.translation import Translated


def rank(collection: Collection, prepared: Prepared, request: Request) -> Found:
    """The match set's head, best first."""
    wanted = replace(prepared.plan, filters=collection.filters(request))
    window = window_of(request, prepared)
    found = collection.engine.find(wanted, window)
    if window.sort != "relevance":
        return found
    return collection.rerank(found, wanted)


def rank_translated(collection: Collection, translated: Translated, request: Request) -> Found:
    """The head of what is found in the other language, best first, under the same filters."""
    wanted = replace(translated.plan, filters=collection.filters(request))
    found = collection.engine.find(wanted, Window(size=RERANK))
    return collection.rerank(found, wanted)


def window_of(request: Request, prepared: Prepared) -> Window:
    """As much of a ranking as a page needs.

    A query without words that score, such as `-口罩` or `lang:en`, has nothing to be relevant to:
    the newest come first.
    """
    newest = request.sort == "relevance" and not prepared.plan.scores
    head = FEEDBACK_HEAD if prepared.plan.feedback else RERANK
    return Window(
        size=max(request.page * request.per_page, head),
        sort="-date" if newest else request.sort,
        facets=request.facets,
    )


def shown_on(request: Request) -> slice:
    """Where the page that is asked for lies in a ranking."""
    first = (request.page - 1) * request.per_page
    return slice(first, first + request.per_page)
