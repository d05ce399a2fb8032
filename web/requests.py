"""The request as this application reads it: an address whose broken bytes stay visible."""

from functools import cached_property
from urllib.parse import parse_qsl

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict


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
