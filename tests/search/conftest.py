"""The shipped letters, indexed once for all tests of this room."""

from pathlib import Path

import pytest

from index import LiveIndex, reindex
from search import Searcher

LETTERS = Path(__file__).parents[2] / "corpus" / "letters"


@pytest.fixture(scope="session")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder = tmp_path_factory.mktemp("shipped") / "index"
    reindex(LETTERS, folder)
    return Searcher(LiveIndex(folder))
