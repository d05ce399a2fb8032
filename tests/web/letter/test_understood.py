import html
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpus import Letter, read_text
from corpus.letter import LetterId
from web.collection import searcher
from web.letter.understood import heads, places, read_fields, show_text

SIU = "2020-02-03-siu-sds-proposal"
IDS = [SIU, f"{SIU}.zh", "2020-02-20-ciesc-letter-to-scej", "2020-icmia-proposal.zh"]


@pytest.fixture
def in_english(app: Flask) -> Iterator[None]:
    with app.test_request_context("/?ui=en"):
        yield


def letter_of(letter_id: str) -> Letter:
    view = searcher().letter(letter_id)
    assert view
    return view.letter


def words(text: str) -> str:
    bare = re.sub(r'<span class="field">.*?</span>', "", text)
    return html.unescape(re.sub(r"<[^>]*>", "", bare))


def test_each_field_says_where_it_was_read(in_english: None) -> None:
    fields = {field.name: field for field in read_fields(letter_of(f"{SIU}.zh"))}

    assert fields["Date"].value == "February 3, 2020"
    assert fields["Date"].source == "Front matter, line 3"
    assert fields["Title"].source == "The text, line 20"
    assert fields["Language"].source == "Front matter"
    assert fields["Translation of"].value == SIU


def test_what_nothing_says_is_said_to_be_missing(in_english: None) -> None:
    letter = read_text("请大家戴好口罩，谢谢。\n", letter_id=LetterId("a"), source="a.txt")

    missing = {field.name for field in read_fields(letter) if field.value == "Nothing found"}

    assert {"Date", "Issued by", "Signed by"} <= missing


@pytest.mark.parametrize("letter_id", IDS)
def test_the_file_is_shown_whole_with_its_fields_marked(in_english: None, letter_id: str) -> None:
    letter = letter_of(letter_id)

    shown = [str(line.html) for line in show_text(letter)]

    assert "".join("".join(map(words, shown)).split()) == "".join(letter.text.split())
    marked = re.findall(r'<mark class="\w+" id="([\w-]+)">', "".join(shown))
    assert len(marked) == len(set(marked))
    assert set(marked) <= {place.name for place in (*places(letter), *heads(letter))}
    assert marked


def test_the_page_leads_to_the_words_on_it_and_in_the_letter(client: FlaskClient) -> None:
    text = client.get(f"/understood/{SIU}?ui=en").text

    targets = re.findall(r'<a href="#([\w-]+)">(?:Front|The text)', text)
    assert targets
    assert all(f'id="{target}"' in text for target in targets)
    assert f'href="/letters/{SIU}?ui=en#:~:text=' in text


def test_a_hostile_letter_is_shown_as_text(client: FlaskClient) -> None:
    text = client.get("/understood/来信/某协会 100%").text

    assert "<script>" not in text
    assert "<img" not in text
    assert "&lt;script&gt;" in text


def test_nothing_is_understood_of_no_letter(client: FlaskClient) -> None:
    assert client.get("/understood/nothing").status_code == 404
