"""What narrows a search: facets with their values, and the filters that are on.

Must not know Flask's requests, templates or how anything was counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import Language
from search import FACETS, FacetName, FacetValue, Results
from web.addresses import with_value, within_dates, without_value
from web.interface import date_in_words, gettext
from web.languages import language_of
from web.messages import FACET_NAMES, facet_label
from web.parameters import SearchParameters

FACET_VALUES_SHOWN = 8
_BOTH_LANGUAGES: tuple[Language, ...] = ("zh-Hans", "en")


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """A value of a facet, and the search with it added or, if it is chosen, taken away.

    `language` is empty where the label is in the interface's own.
    """

    label: str
    language: str
    count: int | None
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ShownFacet:
    """A facet with its choices, those that are rarer in a fold of their own."""

    label: str
    choices: tuple[FacetChoice, ...]
    more: tuple[FacetChoice, ...]


def show_facets(
    results: Results, parameters: SearchParameters, *, least: int = 2
) -> tuple[ShownFacet, ...]:
    """The facets with so many values at least, and those of which any is chosen."""
    shown = []
    for name in FACETS:
        choices = _choices(name, results, parameters)
        if len(choices) >= least or any(choice.is_chosen for choice in choices):
            shown.append(ShownFacet(gettext(FACET_NAMES[name]), *_folded(choices)))
    return tuple(shown)


def _choices(name: FacetName, results: Results, parameters: SearchParameters) -> list[FacetChoice]:
    counted = {one.value: one for one in results.facets.get(name, ())}
    missing = [value for value in getattr(parameters, name) if value not in counted]
    values = [value for value in [*missing, *counted] if value]
    if name == "year":
        values.sort(reverse=True)
    return [_choice(name, value, parameters, counted.get(value)) for value in values]


def _choice(
    name: FacetName, value: str, parameters: SearchParameters, counted: FacetValue | None
) -> FacetChoice:
    label = facet_label(name, value, counted.names if counted else None)
    is_chosen = value in getattr(parameters, name)
    return FacetChoice(
        label=label,
        language=language_of(label, _BOTH_LANGUAGES) if name == "issuer" else "",
        count=counted.count if counted else None,
        address=(without_value if is_chosen else with_value)(parameters, name, value),
        is_chosen=is_chosen,
    )


def _folded(
    choices: Sequence[FacetChoice],
) -> tuple[tuple[FacetChoice, ...], tuple[FacetChoice, ...]]:
    """Those shown at once and the rest; what is chosen is always shown."""
    shown: list[FacetChoice] = []
    more: list[FacetChoice] = []
    for place, choice in enumerate(choices):
        is_shown = place < FACET_VALUES_SHOWN or choice.is_chosen
        (shown if is_shown else more).append(choice)
    return tuple(shown), tuple(more)


def show_filters(parameters: SearchParameters) -> tuple[FacetChoice, ...]:
    """Everything that narrows the search, each with the search without it."""
    filters = [
        _choice(name, value, parameters, None)
        for name in FACETS
        for value in getattr(parameters, name)
    ]
    if parameters.date_from or parameters.date_to:
        address = within_dates(parameters, "", "")
        label = _range_in_words(parameters.date_from, parameters.date_to)
        filters.append(FacetChoice(label, "", None, address, is_chosen=True))
    return tuple(filters)


def _range_in_words(date_from: str, date_to: str) -> str:
    first, last = (date_in_words(date) if date else "…" for date in (date_from, date_to))
    return first if first == last else f"{first} – {last}"
