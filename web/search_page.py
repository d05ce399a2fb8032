"""What the search page shows, as values for its template: results, facets, pages, ways on.

Must not know Flask's requests or how anything was found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corpus import Language, Letter
from search import FACETS, FacetName, Hit, Results, Snippet, Sort, Unit
from web.addresses import letter_address, search_address, with_value, without_value
from web.anchors import label_initiatives, name_initiatives
from web.interface import date_in_words, gettext, later
from web.languages import language_of
from web.marking import marked, marked_excerpt
from web.messages import FACET_NAMES, facet_label
from web.parameters import SearchParameters
from web.titles import Heading, heading

ORDERS: tuple[tuple[Sort, str], ...] = (
    ("relevance", later("Best first")),
    ("-date", later("Newest first")),
    ("date", later("Oldest first")),
)
UNITS: tuple[tuple[Unit, str], ...] = (
    ("letter", later("Letters")),
    ("initiative", later("Initiatives")),
)
_BOTH_LANGUAGES: tuple[Language, ...] = ("zh-Hans", "en")
FACET_VALUES_SHOWN = 8
_SENTENCE_ENDS = "。！？；：.!?;:\n"
_BLANKS = " \t\u00a0\u3000"
_NEAR = 8  # characters around a snippet that say whether it was cut
_TERMS_SHOWN = 6  # words of a query with their translations
_RENDERINGS_SHOWN = 4  # translations of each
_PAGES_BESIDE = 2  # page numbers shown on either side of the current one


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked piece of a letter in its language."""

    html: Markup
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """A piece with an address, and what stands before it: an initiative's number, a count."""

    label: str
    passage: Passage
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownResult:
    """One letter among the results."""

    letter: Letter
    heading: Heading
    address: str
    snippets: tuple[Passage, ...]
    initiatives: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOtherLanguage:
    """Letters in the other language, and the words of the query with what was looked for."""

    total: int
    terms: tuple[tuple[str, tuple[str, ...]], ...]
    hits: tuple[ShownResult, ...]


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


@dataclass(frozen=True, slots=True)
class OrderChoice:
    """An order of the results, or what is listed."""

    label: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of results; one without a number stands for those left out."""

    number: int | None
    address: str = ""


def show_result(hit: Hit, parameters: SearchParameters) -> ShownResult:
    """A hit with everything marked and addressed."""
    letter = hit.letter
    anchors = name_initiatives(letter.initiatives)
    labels = label_initiatives(letter.initiatives)
    initiatives = tuple(
        Link(
            labels[found.ordinal - 1],
            Passage(
                marked_excerpt(found.head, letter.text, found.start, found.marks),
                language_of(found.head, letter.languages),
            ),
            letter_address(letter.id, parameters, anchors[found.ordinal - 1]),
        )
        for found in hit.initiatives
    )
    return ShownResult(
        letter=letter,
        heading=heading(letter, hit.title.marks if hit.title else ()),
        address=letter_address(letter.id, parameters),
        snippets=tuple(_show_snippet(snippet, letter) for snippet in hit.snippets),
        initiatives=initiatives,
    )


def show_other_language(
    results: Results, parameters: SearchParameters
) -> ShownOtherLanguage | None:
    """What was found in the other language, beside the first page of results."""
    other = results.other_language
    if other is None or results.page > 1:
        return None
    return ShownOtherLanguage(
        total=other.total,
        terms=tuple(
            (term.typed, term.renderings[:_RENDERINGS_SHOWN]) for term in other.terms[:_TERMS_SHOWN]
        ),
        hits=tuple(show_result(hit, parameters) for hit in other.hits),
    )


def _show_snippet(snippet: Snippet, letter: Letter) -> Passage:
    """A snippet with an ellipsis where it begins or ends within a sentence."""
    before = letter.text[max(snippet.start - _NEAR, 0) : snippet.start].rstrip(_BLANKS)
    after = letter.text[snippet.end : snippet.end + _NEAR].lstrip(_BLANKS)
    pieces = [marked(snippet.text, snippet.start, snippet.marks)]
    if before and before[-1] not in _SENTENCE_ENDS:
        pieces.insert(0, Markup("… "))
    if after and after[0] not in _SENTENCE_ENDS and snippet.text[-1:] not in _SENTENCE_ENDS:
        pieces.append(Markup(" …"))
    return Passage(Markup("").join(pieces), language_of(snippet.text, letter.languages))


def show_facets(results: Results, parameters: SearchParameters) -> tuple[ShownFacet, ...]:
    """The facets that offer a choice, with what is chosen always among them."""
    shown = []
    for name in FACETS:
        choices = _choices(name, results, parameters)
        if len(choices) > 1 or any(choice.is_chosen for choice in choices):
            shown.append(ShownFacet(gettext(FACET_NAMES[name]), *_folded(choices)))
    return tuple(shown)


def _choices(name: FacetName, results: Results, parameters: SearchParameters) -> list[FacetChoice]:
    chosen = chosen_values(name, parameters)
    counted = {one.value: one.count for one in results.facets.get(name, ())}
    missing = [value for value in chosen if value not in counted]
    return [
        _choice(name, value, parameters, count=counted.get(value))
        for value in [*missing, *counted]
        if value
    ]


def _choice(
    name: FacetName, value: str, parameters: SearchParameters, *, count: int | None
) -> FacetChoice:
    is_chosen = value in chosen_values(name, parameters)
    return FacetChoice(
        label=facet_label(name, value),
        language=language_of(value, _BOTH_LANGUAGES) if name == "issuer" else "",
        count=count,
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
        _choice(name, value, parameters, count=None)
        for name in FACETS
        for value in chosen_values(name, parameters)
    ]
    dates = (parameters.date_from, parameters.date_to)
    if any(dates) and not chosen_values("year", parameters):
        first, last = (date_in_words(day) if day else "…" for day in dates)
        address = without_value(parameters, "year", "")
        filters.append(FacetChoice(f"{first} – {last}", "", None, address, is_chosen=True))
    return tuple(filters)


def show_units(parameters: SearchParameters) -> tuple[OrderChoice, ...]:
    """What may be listed: letters or initiatives."""
    return tuple(
        OrderChoice(gettext(label), search_address(parameters, unit=unit), unit == parameters.unit)
        for unit, label in UNITS
    )


def show_orders(parameters: SearchParameters) -> tuple[OrderChoice, ...]:
    """The orders that make sense; without a query there is nothing to be relevant to."""
    orders = ORDERS if parameters.q.strip() else ORDERS[1:]
    current = parameters.sort if parameters.sort in dict(orders) else orders[0][0]
    return tuple(
        OrderChoice(gettext(label), search_address(parameters, sort=order), order == current)
        for order, label in orders
    )


def chosen_values(name: FacetName, parameters: SearchParameters) -> tuple[str, ...]:
    """The values of a facet that narrow the search; a range of dates counts as one year or none."""
    if name != "year":
        return tuple(getattr(parameters, name))
    is_year = parameters.date_from == parameters.date_to and len(parameters.date_from) == 4
    return (parameters.date_from,) if is_year else ()


def show_pages(results: Results, parameters: SearchParameters) -> tuple[PageLink, ...]:
    """The first, the last, and the pages around the current one; empty if there is one page."""
    last = -(-results.total // results.per_page)
    if last <= 1:
        return ()
    near = range(results.page - _PAGES_BESIDE, results.page + _PAGES_BESIDE + 1)
    links: list[PageLink] = []
    before = 0
    for number in sorted({1, last, *(page for page in near if 1 <= page <= last)}):
        if number > before + 1:
            links.append(PageLink(None))
        links.append(PageLink(number, search_address(parameters, page=number)))
        before = number
    return tuple(links)
