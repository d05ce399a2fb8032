"""Answers that a browser saves as a file and never shows. Must not know what is in them."""

import re
from urllib.parse import quote

from flask import Response

_NOT_IN_NAME = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\\/:*?"<>|]')
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9 ._()-]+")
_ATTRIBUTE_SAFE = "!#$&+-.^_`|~"  # attr-char of RFC 5987
_LONGEST = 150  # characters of a name: file systems take 255 bytes
_UNKNOWN = "application/octet-stream"


def attachment(content: bytes, name: str, content_type: str = _UNKNOWN) -> Response:
    """A file to save under a name, which may be Chinese."""
    response = Response(content, content_type=content_type)
    response.headers["Content-Disposition"] = disposition(name)
    return response


def disposition(name: str) -> str:
    """The header that names a file: plain for old programs, and as RFC 5987 and 6266 want it.

    What no file system takes, or what could pass a name off as another, becomes `_`.

    >>> print(disposition("信.txt"))
    attachment; filename="_.txt"; filename*=UTF-8''%E4%BF%A1.txt
    """
    shown = _NOT_IN_NAME.sub("_", name).strip(" .")
    stem, dot, suffix = shown.rpartition(".")
    if dot and stem:
        shown = f"{stem[:_LONGEST]}.{suffix[:_LONGEST]}"
    shown = shown[: 2 * _LONGEST] or "_"
    plain = _NOT_PLAIN.sub("_", shown)
    if plain == shown:
        return f'attachment; filename="{plain}"'
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(shown, _ATTRIBUTE_SAFE)}"
