"""What holds for every answer: security headers, revalidation, readiness, proxies, errors."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from index import reindex
from web.app import create_app
from web.settings import Settings

SIU = "2020-02-03-siu-sds-proposal"
# A file of ours, or data that no browser runs.
OUR_SCRIPT = re.compile(
    r'<script type="module" src="/static/\w+\.js\?v=[0-9a-f]{12}"></script>'
    r'|<script type="application/ld\+json">[^<]*</script>'
)
PAGES = [
    "/",
    "/?q=复工",
    "/?q=zzzyyy",
    f"/letters/{SIU}?q=epidemic",
    "/browse",
    "/browse/issuers",
    "/browse/initiatives",
    "/help",
    "/nothing",
    "/api/v1/docs",
]


@pytest.mark.parametrize(
    "address",
    [*PAGES, "/api/v1/search?q=复工", "/api/v1/search?page=0", "/static/style.css", "/healthz"],
)
def test_every_answer_forbids_what_a_page_does_not_need(client: FlaskClient, address: str) -> None:
    with client.get(address) as response:
        headers = response.headers

    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_has_nothing_inline_and_loads_nothing_from_elsewhere(
    client: FlaskClient, address: str, language: str
) -> None:
    text = client.get(address, headers={"Accept-Language": language}).get_data(as_text=True)

    without_ours = OUR_SCRIPT.sub("", text)
    assert without_ours != text
    assert not re.search(r"<(script|style|iframe|object)\b", without_ours)
    assert not re.search(r"<[^>]*\s(style|on\w+)=", text)
    loading = re.sub(r'<link rel="(?:canonical|alternate)"[^>]*>', "", text)
    loaded = re.findall(r'<(?:link|img|form)\b[^>]*(?:href|src|action)="([^"]*)"', loading)
    assert loaded
    assert all(re.match(r"/(?!/)", one) for one in loaded)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_one_heading_one_main_part_and_distinct_ids(
    client: FlaskClient, address: str
) -> None:
    text = client.get(address).get_data(as_text=True)
    ids = re.findall(r'\sid="([^"]*)"', text)

    assert text.count("<h1") == 1
    assert text.count("<main") == 1
    assert len(ids) == len(set(ids))
    assert 'href="#main"' in text


@pytest.mark.parametrize("address", ["/?q=复工", f"/letters/{SIU}", "/api/v1/search?q=复工"])
def test_an_answer_that_has_not_changed_is_not_sent_again(
    client: FlaskClient, address: str
) -> None:
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    in_chinese = client.get(
        address, headers={"If-None-Match": first.headers["ETag"], "Accept-Language": "zh"}
    )

    assert first.headers["Cache-Control"] == "no-cache"
    assert (again.status_code, again.data) == (304, b"")
    assert in_chinese.status_code == 200


def test_our_files_may_be_kept_as_their_address_changes_with_them(client: FlaskClient) -> None:
    address = re.findall(r'href="(/static/[^"]*)"', client.get("/").get_data(as_text=True))[0]
    with client.get(address) as response:
        kept = response.headers["Cache-Control"]
    with client.get(address.partition("?")[0]) as response:
        not_kept = response.headers["Cache-Control"]

    assert re.search(r"\?v=[0-9a-f]{12}$", address)
    assert kept == "public, max-age=31536000, immutable"
    assert not_kept == "no-cache"


@pytest.mark.parametrize("address", ["/?q=复工", f"/letters/{SIU}", "/api/v1/search", "/healthz"])
def test_head_is_get_without_its_body(client: FlaskClient, address: str) -> None:
    response = client.head(address)

    assert (response.status_code, response.data) == (200, b"")


def test_without_an_index_pages_say_which_command_makes_one(no_index: FlaskClient) -> None:
    response = no_index.get("/?q=复工")
    text = response.get_data(as_text=True)

    assert response.status_code == 503
    assert "letters reindex" in text
    assert "Retry-After" in response.headers
    assert no_index.get("/help").status_code == 200
    assert no_index.get("/healthz").status_code == 200
    assert no_index.get("/readyz").status_code == 503


def test_the_application_answers_as_soon_as_there_is_an_index(
    no_index: FlaskClient, letters_folder: Path, empty_place: Path
) -> None:
    assert no_index.get("/").status_code == 503

    reindex(letters_folder, empty_place, jobs=1)

    assert no_index.get("/").status_code == 200
    assert no_index.get("/readyz").get_json() == {"status": "ready", "generation": 1}


def test_a_damaged_index_says_so_without_telling_where_it_lies(
    letters_folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place = tmp_path / "secret-place"
    reindex(letters_folder, place, jobs=1)
    for file in place.rglob("*.json"):
        file.write_text("{")
    client = create_app(Settings(index_dir=place)).test_client()

    response = client.get("/")

    assert response.status_code == 503
    assert "letters status" in response.get_data(as_text=True)
    assert "secret-place" not in response.get_data(as_text=True)
    assert "secret-place" in caplog.text


def test_a_bug_is_logged_once_and_told_without_its_traceback(
    index_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(Settings(index_dir=index_dir))
    app.add_url_rule("/api/broken", view_func=lambda: str(1 // 0))

    response = app.test_client().get("/api/broken")

    assert response.status_code == 500
    assert response.content_type == "application/problem+json"
    assert "ZeroDivisionError" not in response.get_data(as_text=True)
    assert caplog.text.count("ZeroDivisionError: ") == 1


def addresses_under(app: Flask, **headers: str) -> list[str]:
    text = app.test_client().get(f"/letters/{SIU}", headers=headers).get_data(as_text=True)
    return [
        *re.findall(r'rel="canonical" href="([^"]*)"', text),
        *re.findall(r'rel="stylesheet" href="([^"?]*)', text)[:1],
        *re.findall(r'role="search" action="([^"]*)"', text),
    ]


def test_the_public_address_is_the_base_of_all_others(index_dir: Path) -> None:
    app = create_app(Settings(index_dir=index_dir, public_url="https://example.org/archive"))

    assert addresses_under(app, **{"X-Forwarded-Host": "evil.example"}) == [
        f"https://example.org/archive/letters/{SIU}",
        "/archive/static/style.css",
        "/archive/",
    ]


def test_only_trusted_proxies_are_believed(index_dir: Path) -> None:
    said = {"X-Forwarded-Host": "letters.example", "X-Forwarded-Proto": "https"}
    trusting = create_app(Settings(index_dir=index_dir, trusted_proxies=1))
    wary = create_app(Settings(index_dir=index_dir))

    assert addresses_under(trusting, **said)[0] == f"https://letters.example/letters/{SIU}"
    assert addresses_under(wary, **said)[0] == f"http://localhost/letters/{SIU}"


def test_the_operator_can_set_the_language_of_the_page(index_dir: Path) -> None:
    client = create_app(Settings(index_dir=index_dir, language="zh")).test_client()

    assert '<html lang="zh-Hans">' in client.get("/", headers={"Accept-Language": "en"}).get_data(
        as_text=True
    )
    assert '<html lang="en">' in client.get("/?ui=en").get_data(as_text=True)
