"""Feeds keep the rules of Atom (RFC 4287), whatever letters and queries say."""

import re
from urllib.parse import quote
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from tests.web.xml_reading import read_xml

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
OF_FEED = {"id", "title", "subtitle", "updated", "link", "icon", "logo", "generator", "author"}
OF_ENTRY = {"id", "title", "updated", "published", "link", "author", "category", "summary"}
QUERIES = [
    "",
    "?q=复工",
    "?q=epidemic&lang=en",
    "?q=zzzyyy",
    "?q=" + quote("</title><script>&\x00\ufffe"),
]


def feed(client: FlaskClient, address: str) -> Element:
    response = client.get(f"/feed.atom{address}")
    assert response.status_code == 200
    assert response.mimetype == "application/atom+xml"
    return read_xml(response.data)


def entries(root: Element) -> list[Element]:
    return root.findall(f"{ATOM}entry")


def text(parent: Element, name: str) -> str:
    (found,) = parent.findall(ATOM + name)
    return found.text or ""


def links(parent: Element, relation: str) -> list[Element]:
    return [one for one in parent.findall(f"{ATOM}link") if one.get("rel") == relation]


@pytest.mark.parametrize("address", QUERIES)
def test_a_feed_has_what_the_standard_asks_for_and_nothing_else(
    client: FlaskClient, address: str
) -> None:
    root = feed(client, address)

    assert root.tag == f"{ATOM}feed"
    assert {child.tag.removeprefix(ATOM) for child in root} - {"entry"} == OF_FEED
    assert STAMP.fullmatch(text(root, "updated"))
    assert text(root, "title")
    (itself,) = links(root, "self")
    assert itself.get("href") == text(root, "id").removesuffix("?")
    assert len(links(root, "alternate")) == 1


@pytest.mark.parametrize("address", QUERIES)
def test_so_has_each_entry(client: FlaskClient, address: str) -> None:
    found = entries(feed(client, address))

    assert len({text(entry, "id") for entry in found}) == len(found)
    for entry in found:
        assert {child.tag.removeprefix(ATOM) for child in entry} <= OF_ENTRY
        assert text(entry, "title")
        assert STAMP.fullmatch(text(entry, "updated"))
        assert len(entry.findall(f"{ATOM}published")) <= 1
        (link,) = links(entry, "alternate")
        assert link.get("href") == text(entry, "id")
        assert entry.get(LANG) == link.get("hreflang")
        (category,) = entry.findall(f"{ATOM}category")
        assert category.get("term")
        assert all(author.find(f"{ATOM}name") is not None for author in entry.iter(f"{ATOM}author"))


def test_the_newest_letters_come_first_and_each_leads_to_its_page(client: FlaskClient) -> None:
    found = entries(feed(client, "?q=疫情+epidemic&sort=date"))
    days = [entry.findtext(f"{ATOM}published") or "" for entry in found]

    assert days == sorted(days, reverse=True)
    assert days[0] > days[-1]
    for entry in found:
        assert client.get(text(entry, "id").removeprefix("http://localhost")).status_code == 200


def test_a_feed_is_of_its_search(client: FlaskClient) -> None:
    everything, english = entries(feed(client, "")), entries(feed(client, "?lang=en"))

    assert 0 < len(english) < len(everything)
    assert {entry.get(LANG) for entry in english} == {"en"}


def test_a_feed_speaks_the_language_that_is_asked_for_and_stays_the_same_feed(
    client: FlaskClient,
) -> None:
    chinese, english = feed(client, "?q=复工&ui=zh"), feed(client, "?q=复工&ui=en")

    assert chinese.get(LANG) == "zh-Hans"
    assert text(chinese, "title") != text(english, "title")
    assert text(chinese, "id") == text(english, "id")


def test_a_hostile_letter_is_text_that_turns_nothing(client: FlaskClient) -> None:
    response = client.get("/feed.atom?q=致全体会员的倡议书")
    hostile = next(
        one for one in entries(read_xml(response.data)) if "script" in text(one, "title")
    )

    assert text(hostile, "title").startswith("<script>alert('复工')</script>")
    assert b"<script" not in response.data
    assert not re.search("[\u202a-\u202e]", response.get_data(as_text=True))


def test_an_old_answer_is_used_again(client: FlaskClient) -> None:
    first = client.get("/feed.atom?q=复工")
    again = client.get("/feed.atom?q=复工", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304


def test_a_parameter_that_cannot_be_used_is_named(client: FlaskClient) -> None:
    response = client.get("/feed.atom?q=复工&langs=en")

    assert response.status_code == 422
    assert response.get_json()["parameters"][0]["name"] == "langs"


def test_without_an_index_there_is_no_feed(no_index: FlaskClient) -> None:
    assert no_index.get("/feed.atom").status_code == 503
