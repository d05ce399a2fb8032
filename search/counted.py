"""What was counted, as values of facets: an organisation under the name that was asked for."""

from search.collection import Collection
from search.results import FacetName, FacetValue, Request


def facet_value(
    collection: Collection, request: Request, name: FacetName, value: str, count: int
) -> FacetValue:
    """A value of a facet; an organisation under the name that was asked for, if one was."""
    if name != "issuer":
        return FacetValue(value, count)
    known = collection.organisations
    chosen = [one for one in request.issuers if value in known.names_of(one)]
    return FacetValue(chosen[0] if chosen else value, count, known.preferred(value))
