import gzip

import pytest
from flask.testing import FlaskClient

GZIP = {"Accept-Encoding": "gzip, br"}


@pytest.mark.parametrize(
    "address", ["/?q=复工", "/browse", "/static/style.css", "/api/v1/search?q=复工"]
)
def test_text_is_sent_small_to_those_who_can_read_it(client: FlaskClient, address: str) -> None:
    with client.get(address) as plain, client.get(address, headers=GZIP) as small:
        assert "Content-Encoding" not in plain.headers
        assert small.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in plain.headers["Vary"]
        assert "Accept-Encoding" in small.headers["Vary"]
        assert len(small.data) < len(plain.data) / 2
        assert small.content_length == len(small.data)
        assert gzip.decompress(small.data)[:80] == plain.data[:80]


def test_a_file_that_was_sent_small_is_asked_for_again_only_if_it_changed(
    client: FlaskClient,
) -> None:
    with client.get("/static/style.css", headers=GZIP) as first:
        known = {**GZIP, "If-None-Match": first.headers["ETag"]}

    with client.get("/static/style.css", headers=known) as again:
        assert again.status_code == 304


@pytest.mark.parametrize("address", ["/static/favicon.svg", "/static/apple-touch-icon.png"])
def test_what_would_gain_nothing_is_sent_as_it_is(client: FlaskClient, address: str) -> None:
    with client.get(address, headers=GZIP) as response:
        assert "Content-Encoding" not in response.headers
