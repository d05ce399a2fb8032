"""The request as this application reads it: an address whose broken bytes stay visible."""

from functools import cached_property
from urllib.parse import parse_qsl

from flask import Request, request
from werkzeug.datastructures import ImmutableMultiDict

from web.parameters import MAX_PAGE


class AddressRequest(Request):
    """A request whose parameters have U+FFFD for bytes that are not UTF-8.

    Werkzeug leaves such bytes percent-encoded, so that a search would look for `%FF`.
    """

    @cached_property
    def args(self) -> ImmutableMultiDict[str, str]:
        """The parameters of the address."""
        raw = self.query_string.decode("utf-8", "replace")
        pairs = parse_qsl(raw, keep_blank_values=True, encoding="utf-8", errors="replace")
        return ImmutableMultiDict(pairs)


def number_asked(name: str, default: int) -> int:
    """A whole number of the address, or the default for anything else."""
    given = request.args.get(name, "")
    if not (given.isascii() and given.isdigit() and len(given) <= len(str(MAX_PAGE))):
        return default
    return min(max(int(given), 1), MAX_PAGE)
