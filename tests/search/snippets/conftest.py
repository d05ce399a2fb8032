"""The shipped letters, and what is typed to search them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import Letter, read_found, scan
from search.parsing import parse
from search.snippets import Needle
from tests.search.snippets.showing import needles_over

LETTERS = Path(__file__).parents[3] / "corpus" / "letters"


@pytest.fixture(scope="session")
def letters() -> dict[str, Letter]:
    """The shipped letters by their ids."""
    return {letter.id: letter for file in scan(LETTERS) for letter in read_found(file)}


@pytest.fixture
def needles_of(letters: dict[str, Letter]) -> Callable[[str], tuple[Needle, ...]]:
    """The needles of what is typed, in the collection of shipped letters."""
    texts = [letter.searchable for letter in letters.values()]
    return lambda typed: needles_over(texts, parse(typed).tree)
