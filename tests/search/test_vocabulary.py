"""The lists of words that count less: beside each stands its stem, which terms of letters are."""

from importlib import resources

import pytest

from index.analysis import stem
from search.vocabulary import function_words, request_words


@pytest.mark.parametrize(
    ("room", "name", "found"),
    [
        pytest.param("index.analysis", "function_words.txt", function_words(), id="function"),
        pytest.param("search", "request_words.txt", request_words(), id="request"),
    ],
)
def test_a_list_has_the_stem_of_each_of_its_words_and_no_others(
    room: str, name: str, found: frozenset[str]
) -> None:
    text = resources.files(room).joinpath("data", name).read_text("utf-8")
    words, stems = text.split("# Stems of these, where they differ.\n")
    listed = {line for line in words.splitlines() if not line.startswith("#")}

    assert set(stems.splitlines()) == {stem(word) for word in listed} - listed
    assert found == listed | set(stems.splitlines())
