"""Addresses that browsers and crawlers know without being told, and those that they lead to."""

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    render_template,
    request,
    stream_with_context,
    url_for,
)

from search import Request
from web.addresses import search_template
from web.collection import searcher, state
from web.discovery.sitemap import count_files, iter_sitemap, letters_of
from web.headers import revalidated
from web.parameters import MAX_QUERY
from web.pieces import in_pieces

_DAY = 86_400  # seconds
_XML = "application/xml; charset=utf-8"
_ENGINE = "application/opensearchdescription+xml; charset=utf-8"
_SUGGESTIONS = "application/x-suggestions+json"

discovery = Blueprint("discovery", __name__)


@discovery.get("/opensearch.xml")
def engine() -> Response:
    """The site as a search engine that a browser can add (OpenSearch 1.1)."""
    text = render_template("opensearch.xml", template=search_template)
    return Response(text, content_type=_ENGINE)


@discovery.get("/suggestions")
@revalidated(state)
def suggestions() -> Response:
    """Completions as browsers want them (OpenSearch Suggestions): what was typed, and texts."""
    typed = request.args.get("q", "")[:MAX_QUERY]
    texts = [completion.text for completion in searcher().complete(typed)]
    response = jsonify([typed, texts])
    response.content_type = _SUGGESTIONS
    return response


@discovery.get("/sitemap.xml")
@revalidated(state)
def sitemaps() -> Response:
    """The list of sitemaps."""
    files = count_files(searcher().count(Request()))
    addresses = [
        url_for("discovery.sitemap", number=number, _external=True)
        for number in range(1, files + 1)
    ]
    return Response(render_template("sitemaps.xml", addresses=addresses), content_type=_XML)


@discovery.get("/sitemaps/<int:number>.xml")
@revalidated(state)
def sitemap(number: int) -> Response:
    """One sitemap; the first has the pages that are no letters, too."""
    letters = searcher().count(Request())
    if not 1 <= number <= count_files(letters):
        abort(404)
    pages = ("pages.search", "pages.syntax", "api.documentation") if number == 1 else ()
    addresses = [url_for(page, _external=True) for page in pages]
    pieces = in_pieces(iter_sitemap(addresses, letters_of(searcher(), number)))
    return Response(stream_with_context(pieces), content_type=_XML)


@discovery.get("/robots.txt")
def robots() -> Response:
    """Crawlers may read letters, and need not try searches, of which there is no end."""
    return Response(render_template("robots.txt"), content_type="text/plain; charset=utf-8")


@discovery.get("/favicon.ico")
def favicon() -> Response:
    """The icon, where browsers look for it on their own."""
    return _icon("favicon.ico")


@discovery.get("/apple-touch-icon.png")
def touch_icon() -> Response:
    """The same for a home screen."""
    return _icon("apple-touch-icon.png")


def _icon(name: str) -> Response:
    response = current_app.send_static_file(name)
    response.cache_control.max_age = _DAY
    return response
