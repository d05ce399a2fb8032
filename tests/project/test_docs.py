"""The pages in docs/ tell the truth: their tables, constants and links."""

import re

import pytest

from search import ranking
from tests.project.measured import RANKING, ROOT, filled, of_ranking

FILE = re.compile(r"`((?:search|index|tests|benchmarks|docs)/[\w./]+)`")
ROW = re.compile(r"^\| `([A-Z_0-9]+)` \| ([-.e\d]+) \| [^|]{6,} \| [^|]{6,} \|$", re.MULTILINE)
CONSTANTS = {
    name: value
    for name, value in vars(ranking).items()
    if name.isupper() and isinstance(value, int | float)
}


@pytest.fixture(scope="module")
def page() -> str:
    return RANKING.read_text("utf-8")


def test_the_tables_of_ranking_are_what_was_measured(page: str) -> None:
    assert all(f"<!-- {name} -->" in page for name in of_ranking())
    assert page == filled(page, of_ranking()), "run: make readme"


def test_every_constant_of_ranking_is_told_with_its_value(page: str) -> None:
    assert {name: float(value) for name, value in ROW.findall(page)} == CONSTANTS


def test_every_page_is_linked_and_the_files_that_it_names_are_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")

    for path in sorted((ROOT / "docs").glob("*.md")):
        assert f"](docs/{path.name})" in readme, path.name
        named = FILE.findall(path.read_text("utf-8"))
        assert [one for one in named if not (ROOT / one).exists()] == [], path.name
