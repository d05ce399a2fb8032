"""Addresses that we put together are those that the framework would."""

import pytest
from flask import Flask, url_for

from corpus import LetterId
from web.addresses import public_letter_address

ODD = ["a", "来信/某协会 100%", "a?b#c", "café~2", "x&y=z;+,@!$'()*:", "..//a", "“引”"]


@pytest.mark.parametrize("letter", ODD)
@pytest.mark.parametrize("query", ["", "复工 resumption", '"a&b=c#d?/:;@!$\'()*,+ %"', "~-_."])
@pytest.mark.parametrize("anchor", [None, "initiative-4-1", "initiative-1~2"])
def test_letters_have_the_address_that_the_framework_gives(
    app: Flask, letter: str, query: str, anchor: str | None
) -> None:
    values = {"q": query} if query else {}
    with app.test_request_context("/api/v1/search", base_url="https://example.org/root"):
        expected = url_for(
            "pages.letter", letter_id=letter, _external=True, _anchor=anchor, **values
        )

        assert public_letter_address(LetterId(letter), query, anchor) == expected
