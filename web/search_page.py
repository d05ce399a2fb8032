"""What the search page lists, as values for its template: results, facets, pages, ways on.

Must not know Flask's requests or how anything was found.
"""

from dataclasses import dataclass

from markupsafe import Markup

from corpus import Letter
from search import Hit, Results, Snippet, Sort, Unit
from web.addresses import letter_address, search_address
from web.anchors import label_initiatives, name_initiatives, number_shown
from web.interface import gettext, later
from web.languages import language_of
from web.marking import marked, marked_excerpt
from web.parameters import SearchParameters
from web.titles import Heading, heading

ORDERS: tuple[tuple[Sort, str], ...] = (
    ("relevance", later("Best first")),
    ("-date", later("Newest first")),
    ("date", later("Oldest first")),
)
UNITS: tuple[tuple[Unit, str], ...] = (
    ("letter", later("Whole letters")),
    ("initiative", later("Single initiatives")),
)
_SENTENCE_ENDS = "。！？；：.!?;:\n"
_BLANKS = " \t\u00a0\u3000"
_NEAR = 8  # characters around a snippet that say whether it was cut
_TERMS_SHOWN = 6  # words of a query with their translations
_RENDERINGS_SHOWN = 4  # translations of each


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked piece of a letter in its language."""

    html: Markup
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """An initiative with its number, if it has one, and its place in its letter, from 1."""

    label: str
    passage: Passage
    address: str
    place: int


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
class OrderChoice:
    """An order of the results, or what is listed."""

    label: str
    address: str
    is_current: bool


def show_result(hit: Hit, parameters: SearchParameters) -> ShownResult:
    """A hit with everything marked and addressed."""
    letter = hit.letter
    anchors = name_initiatives(letter.initiatives)
    labels = label_initiatives(letter.initiatives)
    initiatives = tuple(
        Link(
            number_shown(labels[found.ordinal - 1]),
            Passage(
                marked_excerpt(found.head, letter.text, found.start, found.marks),
                language_of(found.head, letter.languages),
            ),
            letter_address(letter.id, parameters, anchors[found.ordinal - 1]),
            found.ordinal,
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
