"""Addresses of pages: a search with one thing changed, a letter, an initiative, the other language.

The address says all that a view shows, so that any view can be shared. Knows nothing of HTML.
"""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, urlencode

from flask import request, url_for

from corpus import LetterId
from search import FacetName
from web.interface import LANGUAGE_PARAMETER, asked_language
from web.parameters import SearchParameters
from web.settings import InterfaceLanguage

# What Werkzeug leaves as it is, so that all addresses of a page look alike.
_SAFE_IN_PATH = "!$&'()*+,/:;=@"
_SAFE_IN_QUERY = "!$'()*,/:;?@"
_OF_PAGES = ("page", "per_page", "facet", "translate", "unit")
_BASE = ("wsgi.url_scheme", "HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "SCRIPT_NAME")


def search_address(parameters: SearchParameters, **changes: object) -> str:
    """The search page with some parameters changed; any change but of the page leads to page 1."""
    if "page" not in changes:
        changes["page"] = 1
    return _address(_search_page(*_base()), parameters.model_copy(update=changes))


def feed_address(parameters: SearchParameters) -> str:
    """The feed of a search, which is always in the order of dates."""
    return _address(url_for("feeds.feed"), whole(parameters, sort="relevance"))


def search_identity(parameters: SearchParameters) -> str:
    """The one address of a search among all that show it, as the world reaches it."""
    pairs = parameters.to_pairs()
    base = url_for("pages.search", _external=True)
    return f"{base}?{urlencode(pairs)}" if pairs else base


def feed_identity(parameters: SearchParameters) -> str:
    """What names the feed of a search for good, whatever language it is read in."""
    pairs = whole(parameters, sort="relevance").to_pairs()
    return f"{url_for('feeds.feed', _external=True)}?{urlencode(pairs)}"


def export_address(parameters: SearchParameters, suffix: str) -> str:
    """All results of a search as a file."""
    return _address(url_for("exports.export", suffix=suffix), whole(parameters))


def search_template(endpoint: str) -> str:
    """An address with a place for the query, as OpenSearch writes it."""
    language = asked_language() if endpoint == "pages.search" else None
    kept = f"&{LANGUAGE_PARAMETER}={language}" if language else ""
    return f"{url_for(endpoint, _external=True)}?q={{searchTerms}}{kept}"


def absolute(address: str) -> str:
    """An address of ours as the world reaches it."""
    return request.host_url.rstrip("/") + address


def whole(parameters: SearchParameters, **changes: object) -> SearchParameters:
    """A search without what is about its pages alone."""
    fields = SearchParameters.model_fields
    of_pages = {name: fields[name].default for name in _OF_PAGES}
    return parameters.model_copy(update={**of_pages, **changes})


def query_address(query: str) -> str:
    """The search page for a query and nothing else."""
    return with_language(url_for("pages.search"), [("q", query)])


def letter_address(letter: LetterId, parameters: SearchParameters, anchor: str = "") -> str:
    """A letter's page, with the search that led to it."""
    root = _letters_root(*_base()).removeprefix(_site(*_base()))
    address = (
        f"{root}{quote(letter, safe=_SAFE_IN_PATH)}{_search_kept(parameters, asked_language())}"
    )
    return f"{address}#{anchor}" if anchor else address


def initiative_address(letter: LetterId, place: int, parameters: SearchParameters) -> str:
    """The page of an initiative, by its place in its letter from 1, with the letters like it."""
    return _address(url_for("initiatives.initiative", place=place, letter_id=letter), parameters)


def letter_itself(letter: LetterId, anchor: str = "") -> str:
    """A letter's page, whatever led to it."""
    address = beside_letter("pages.letter", letter)
    return f"{address}#{anchor}" if anchor else address


def beside_letter(endpoint: str, letter: LetterId, other: str = "") -> str:
    """A page about a letter and, where the page is of two, another one."""
    pairs = [("with", other)] if other else []
    return with_language(url_for(endpoint, letter_id=letter), pairs)


def public_letter_address(
    letter: LetterId, query: str = "", anchor: str | None = None, *, synonyms: bool = True
) -> str:
    """A letter's page as the world reaches it, its terms marked by the query."""
    (address,) = public_letter_addresses((letter,), query, synonyms=synonyms)
    return address if anchor is None else with_anchor(address, anchor)


def public_letter_addresses(
    letters: Iterable[LetterId], query: str = "", *, synonyms: bool = True
) -> list[str]:
    """The same for the letters of a page of results.

    They are what `url_for` gives, for a tenth of its time.
    """
    root, marking = _letters_root(*_base()), _marking(query, synonyms=synonyms)
    return [f"{root}{quote(letter, safe=_SAFE_IN_PATH)}{marking}" for letter in letters]


def with_anchor(address: str, anchor: str) -> str:
    """An initiative within the page of its letter."""
    return f"{address}#{_quoted(anchor)}"


def _base() -> tuple[str | None, ...]:
    return tuple(map(request.environ.get, _BASE))


@lru_cache(100)
def _search_page(*_base: str | None) -> str:
    return url_for("pages.search")


@lru_cache(100)
def _site(*_base: str | None) -> str:
    """What addresses of the world have before those of a page, for the same requests."""
    return url_for("pages.search", _external=True).removesuffix(url_for("pages.search"))


@lru_cache(100)
def _search_kept(parameters: SearchParameters, _language: InterfaceLanguage | None) -> str:
    """What the address of a letter has of the search that led to it."""
    return with_language("", parameters.to_pairs())


@lru_cache(100)
def _letters_root(*_base: str | None) -> str:
    """Where the pages of all letters are, for requests that reach us by this base."""
    return url_for("pages.letter", letter_id="-", _external=True).removesuffix("-")


@lru_cache(1_000)
def _quoted(anchor: str) -> str:
    return quote(anchor, safe=_SAFE_IN_PATH)


@lru_cache(100)
def _marking(query: str, *, synonyms: bool) -> str:
    pairs = [("q", query), *([] if synonyms else [("synonyms", "false")])]
    return f"?{urlencode(pairs, safe=_SAFE_IN_QUERY)}" if query else ""


def with_value(parameters: SearchParameters, facet: FacetName, value: str) -> str:
    """The search with one more value of a facet."""
    return search_address(parameters, **{facet: (*getattr(parameters, facet), value)})


def without_value(parameters: SearchParameters, facet: FacetName, value: str) -> str:
    """The search with one value of a facet less."""
    kept = tuple(other for other in getattr(parameters, facet) if other != value)
    return search_address(parameters, **{facet: kept})


def within_dates(parameters: SearchParameters, first: str, last: str) -> str:
    """The search for letters from one date to another, YYYY-MM-DD or parts; empty is open."""
    return search_address(parameters, date_from=first, date_to=last)


def without_filters(parameters: SearchParameters) -> str:
    """The same query over all letters."""
    return search_address(
        parameters, lang=(), genre=(), issuer=(), year=(), date_from="", date_to=""
    )


def in_language(language: InterfaceLanguage) -> str:
    """The page that is being made, in a language of the interface."""
    base = url_for(request.endpoint or "pages.search", **(request.view_args or {}))
    kept = [pair for pair in request.args.items(multi=True) if pair[0] != LANGUAGE_PARAMETER]
    return f"{base}?{urlencode([*kept, (LANGUAGE_PARAMETER, language)])}"


def page_address(endpoint: str) -> str:
    """A page that has no parameters of its own."""
    return with_language(url_for(endpoint), [])


def _address(base: str, parameters: SearchParameters) -> str:
    return with_language(base, parameters.to_pairs())


def with_language(base: str, pairs: list[tuple[str, str]]) -> str:
    """An address with these names and values, and the language that this page was asked for in."""
    language = asked_language()
    if language:
        pairs = [*pairs, (LANGUAGE_PARAMETER, language)]
    return f"{base}?{urlencode(pairs)}" if pairs else base
