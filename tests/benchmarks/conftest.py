"""A small generated collection that all tests of benchmarks share."""

import pytest

from benchmarks.letters import Drafter
from benchmarks.queries import Query, draw_queries
from benchmarks.sources import open_source
from benchmarks.tokens import Words, collect
from tests.benchmarks.plain import matches

SIZE = 300


@pytest.fixture(scope="session")
def drafter() -> Drafter:
    return Drafter(open_source())


@pytest.fixture(scope="session")
def words(drafter: Drafter) -> Words:
    return collect(drafter.drafts(SIZE))


@pytest.fixture(scope="session")
def wanted(words: Words, queries: list[Query]) -> list[set[int]]:
    """Of each query the letters that it matches."""
    return matches(words, queries)


@pytest.fixture(scope="session")
def queries(words: Words, drafter: Drafter) -> list[Query]:
    return draw_queries(words, drafter, each=4)
