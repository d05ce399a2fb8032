"""The help page's examples are searches of the collection at hand, and say what they find."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from index import LiveIndex
from search import Request, Searcher
from search.parsing import Meaning
from web.live_examples import collection_examples

ROW = re.compile(
    r'<p><a href="([^"]*)"><bdi[^>]*>.*?</bdi></a>\s*<span class="quiet">[^<]*?([\d,]+)[^<]*</span>'
)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_example_says_how_many_letters_it_finds(client: FlaskClient, language: str) -> None:
    text = client.get(f"/help?ui={language}").get_data(as_text=True)
    rows = [(address, int(count)) for address, count in ROW.findall(text)]

    assert len(rows) == text.count("<bdi lang") > 30
    for address, count in rows:
        query = address.replace("&amp;", "&").removeprefix("/?").partition("&ui=")[0]
        found = client.get(f"/api/v1/search?{query}&per_page=1").get_json()
        assert found["total"] == count


def test_examples_made_of_letters_find_letters(index_dir: Path) -> None:
    searcher = Searcher(LiveIndex(index_dir))
    letters = [match.letter for match in searcher.match_set(Request(), 100)]
    examples = collection_examples(letters)

    assert Meaning.ISSUED_BY in examples
    assert Meaning.IN_INITIATIVE in examples
    assert all(searcher.count(Request(q=query)) for query in examples.values())


def test_without_letters_there_are_examples_without_numbers(no_index: FlaskClient) -> None:
    text = no_index.get("/help").get_data(as_text=True)

    assert text.count("<bdi lang") > 30
    assert not ROW.findall(text)
