"""The filters of a request as match nodes, each by its name; see `own_filter`."""

from search import plan
from search.results import FacetName, Request

LAST_DAY = 99999999  # after every YYYYMMDD


def filters(request: Request) -> tuple[tuple[str, plan.Match], ...]:
    """Values of one filter are alternatives, filters are conditions together."""
    found: list[tuple[str, plan.Match]] = []
    if request.langs:
        found.append(("lang", plan.HasLabel("lang", scripts(request.langs))))
    if request.genres:
        found.append(("genre", plan.HasLabel("genre", request.genres)))
    if request.issuers:
        found.append(("issuer", plan.HasLabel("issuer", request.issuers)))
    if request.years:
        found.append(("year", plan.HasLabel("year", request.years)))
    if request.date_from or request.date_to:
        last = request.date_to or LAST_DAY
        found.append(("date", plan.DatedWithin(request.date_from, last)))
    return tuple(found)


def own_filter(facet: FacetName) -> str:
    """The filter that does not narrow a facet, so that its other values stay on offer."""
    return "date" if facet == "month" else facet


def scripts(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages with `zh` spelt out as both its scripts.

    >>> scripts(("zh", "en"))
    ('zh-Hans', 'zh-Hant', 'en')
    """
    spelt = {"zh": ("zh-Hans", "zh-Hant")}
    return tuple(script for language in languages for script in spelt.get(language, (language,)))
