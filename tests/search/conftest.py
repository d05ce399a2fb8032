"""The shipped letters, indexed once for all tests of this room; and collections of other texts."""

from collections.abc import Callable, Mapping
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


@pytest.fixture(scope="session")
def collection_of(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Mapping[str, str]], Searcher]:
    """A searcher over texts by their names."""

    def make(texts: Mapping[str, str]) -> Searcher:
        folder: Path = tmp_path_factory.mktemp("collection")
        letters = folder / "letters"
        letters.mkdir()
        for name, text in texts.items():
            (letters / f"{name}.txt").write_text(text, encoding="utf-8")
        reindex(letters, folder / "index")
        return Searcher(LiveIndex(folder / "index"))

    return make
