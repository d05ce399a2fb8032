"""Issuers with the number of their letters and the search for these."""

from collections.abc import Sequence
from dataclasses import dataclass

from search import FacetValue
from web.addresses import search_address
from web.languages import language_of
from web.parameters import MAX_NAME, SearchParameters


@dataclass(frozen=True, slots=True)
class ShownIssuer:
    """An issuer; the address is empty if the name is longer than a search takes."""

    name: str
    language: str
    count: int
    address: str


def show_issuers(found: Sequence[FacetValue]) -> tuple[ShownIssuer, ...]:
    """The issuers in their order."""
    return tuple(
        ShownIssuer(
            one.value,
            language_of(one.value, ("zh-Hans", "en")),
            one.count,
            search_address(SearchParameters(issuer=(one.value,))) if _fits(one.value) else "",
        )
        for one in found
    )


def _fits(name: str) -> bool:
    return 0 < len(name) <= MAX_NAME
