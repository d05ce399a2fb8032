"""Answers made small on their way out, for those who can read them so.

What is compressed has no secret beside what a stranger chose, so that its size tells nothing.
"""

import gzip

from flask import Flask, Response, request

_SMALLEST = 1_000  # bytes: below that a packet carries it as well
_LARGEST_FILE = 1_000_000  # bytes: larger files are sent as they are read
_LEVEL = 4  # of gzip: a page of 53 KB to 9.5 in .5 ms; 1 to 10.5 in .3, 6 to 9.2 in .7 (2026-11)
_TEXTS = frozenset(
    (
        "text/html", "text/css", "text/javascript", "application/json", "application/atom+xml",
        "image/svg+xml",
    )
)  # fmt: skip


def install_compression(app: Flask) -> None:
    """Compress every whole answer that is text and large enough."""

    @app.after_request
    def _compress(response: Response) -> Response:
        if response.mimetype not in _TEXTS or response.status_code != 200:
            return response
        response.vary.add("Accept-Encoding")
        if not request.accept_encodings["gzip"] or _is_in_parts(response):
            return response
        response.direct_passthrough = False
        body = response.get_data()
        if len(body) < _SMALLEST:
            return response
        response.set_data(gzip.compress(body, _LEVEL, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        tag, _ = response.get_etag()
        if tag:
            response.set_etag(tag, weak=True)  # the bytes are others now
        return response


def _is_in_parts(response: Response) -> bool:
    """Whether it is made while it is sent, or is encoded or a part already."""
    if "Content-Encoding" in response.headers or "Content-Range" in response.headers:
        return True
    if response.direct_passthrough:  # a file
        return (response.content_length or 0) > _LARGEST_FILE
    return response.is_streamed
