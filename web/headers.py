"""Headers that every answer carries: what a browser may load, and when it may use an old answer.

Owns security headers and revalidation. Must not know what any view shows.
"""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from importlib.metadata import version

from flask import Flask, Response, make_response, request
from flask.typing import ResponseReturnValue

from web.interface import html_language

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

# Our own files: their addresses have a digest of their content, which so never changes.
_KEPT = "public, max-age=31536000, immutable"
# What has words of the interface in it, which differ with its language.
_WORDED = frozenset(
    {
        "text/html",
        "application/json",
        "application/problem+json",
        "application/atom+xml",
        "application/opensearchdescription+xml",
    }
)
_ADDRESS = ("wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING")

View = Callable[..., ResponseReturnValue]


def install_headers(app: Flask) -> None:
    """Add the headers to every answer, errors and files included."""

    @app.after_request
    def _add_headers(response: Response) -> Response:
        headers = response.headers
        headers.extend(SECURITY_HEADERS)
        if request.endpoint == "static" and "v" in request.args:
            headers["Cache-Control"] = _KEPT
        if "Cache-Control" not in headers:
            headers.add("Cache-Control", "no-cache")
        if response.mimetype in _WORDED:
            headers.add("Content-Language", html_language())
            response.vary.update(("Accept-Language", "Cookie"))
        return response


def revalidated(state: Callable[[], str]) -> Callable[[View], View]:
    """Answer 304, without searching, as long as the state of the index is still the same.

    The answer to an address changes with that state, the language and the program alone.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(*args: object, **kwargs: object) -> ResponseReturnValue:
            tag = _tag(state())
            if request.if_none_match.contains_weak(tag):
                response = Response(status=304)
            else:
                response = make_response(view(*args, **kwargs))
            if response.status_code in (200, 304):
                response.set_etag(tag, weak=True)
            return response

        return wrapped

    return decorate


@cache
def _program() -> str:
    return version("letters")


def _tag(state: str) -> str:
    parts = (_program(), state, html_language(), *map(request.environ.get, _ADDRESS))
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:24]
