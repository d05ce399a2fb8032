"""What programs find the site by keeps the rules of those programs."""

import struct
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web.xml_reading import read_xml
from web.app import create_app
from web.discovery.sitemap import LETTERS_A_FILE, count_files
from web.settings import Settings

ENGINE = "{http://a9.com/-/spec/opensearch/1.1/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_browser_can_add_the_engine(client: FlaskClient, language: str) -> None:
    response = client.get(f"/opensearch.xml?ui={language}")
    root = read_xml(response.data)
    names = [child.tag.removeprefix(ENGINE) for child in root]

    assert response.mimetype == "application/opensearchdescription+xml"
    assert root.tag == f"{ENGINE}OpenSearchDescription"
    assert 0 < len(root.findtext(f"{ENGINE}ShortName") or "") <= 16
    assert 0 < len(root.findtext(f"{ENGINE}Description") or "") <= 1024
    assert [names.count(name) for name in ("ShortName", "Description")] == [1, 1]
    for url in root.findall(f"{ENGINE}Url"):
        filled = url.attrib["template"].replace("{searchTerms}", "复工")
        answer = client.get(filled.removeprefix("http://localhost"))
        assert answer.status_code == 200
        assert answer.mimetype == url.attrib["type"]


def test_a_browser_that_asks_for_suggestions_gets_texts(client: FlaskClient) -> None:
    response = client.get("/suggestions?q=复工")
    typed, texts = response.get_json(force=True)

    assert response.mimetype == "application/x-suggestions+json"
    assert typed == "复工"
    assert "复工复产" in texts


def test_every_letter_is_in_one_of_the_sitemaps(client: FlaskClient) -> None:
    files = [
        one.text or "" for one in read_xml(client.get("/sitemap.xml").data).iter(f"{SITEMAP}loc")
    ]
    pages = [
        one.findtext(f"{SITEMAP}loc") or ""
        for file in files
        for one in read_xml(client.get(file.removeprefix("http://localhost")).data)
    ]
    letters = client.get("/api/v1/search?per_page=100").get_json()["results"]

    assert {letter["url"] for letter in letters} < set(pages)
    assert len(pages) == len(set(pages))
    assert all(
        client.get(page.removeprefix("http://localhost")).status_code == 200 for page in pages
    )


@pytest.mark.parametrize("number", [0, 2, 10**30])
def test_there_are_no_more_sitemaps_than_letters_need(client: FlaskClient, number: int) -> None:
    assert client.get(f"/sitemaps/{number}.xml").status_code == 404


def test_many_letters_take_several_sitemaps() -> None:
    assert [count_files(n) for n in (0, LETTERS_A_FILE, LETTERS_A_FILE + 1, 100_000)] == [
        1,
        1,
        2,
        5,
    ]


def test_crawlers_read_letters_and_leave_searches(index_dir: Path) -> None:
    app = create_app(Settings(index_dir=index_dir, public_url="https://example.org/archive"))
    lines = app.test_client().get("/robots.txt").get_data(as_text=True).splitlines()

    assert lines[0] == "User-agent: *"
    assert "Disallow: /archive/?" in lines
    assert "Disallow: /archive/letters" not in lines
    assert lines[-1] == "Sitemap: https://example.org/archive/sitemap.xml"


def test_the_icons_are_pictures_of_the_sizes_that_they_say(client: FlaskClient) -> None:
    with client.get("/favicon.ico") as response:
        icon = response.data
    with client.get("/apple-touch-icon.png") as response:
        touch = response.data
    _, kind, count = struct.unpack_from("<HHH", icon)

    assert (kind, count) == (1, 3)
    for entry in range(count):
        width, *_, size, offset = struct.unpack_from("<BBBBHHII", icon, 6 + 16 * entry)
        picture = icon[offset : offset + size]
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack_from(">II", picture, 16) == (width, width)
    assert struct.unpack_from(">II", touch, 16) == (180, 180)
