"""Nothing in the project depends on, or names, the machine it was made on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.sources import ROOMS, ROOT

TEXT = {".css", ".html", ".js", ".lock", ".md", ".po", ".py", ".toml", ".tsv", ".txt", ".xml"}
TOP = ("Makefile", ".ci/run", ".gitignore", "pyproject.toml", "README.md", "CHANGELOG.md")
MACHINE = re.compile(
    r"(?<![\w.:/<~-])/(?:home|root|tmp|work|Users)\b"
    r"|--(?:(?:extra-)?index-url|find-links)\b"
)


def _texts() -> Iterator[Path]:
    """Every text of the project but the letters, which say what they say."""
    yield from (ROOT / name for name in TOP)
    yield from ROOT.glob("*.lock")
    for folder in (*ROOMS, "docs", "tests"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.suffix in TEXT)


def test_no_file_names_a_machine() -> None:
    letters = ROOT / "corpus" / "letters"
    texts = (path for path in _texts() if not path.is_relative_to(letters))

    named = [(path, MACHINE.findall(path.read_text("utf-8", "replace"))) for path in texts]

    assert [(path, found) for path, found in named if found] == []


@pytest.mark.parametrize("parts", [("cd ", "home", "me"), ("'", "tmp"), ("--find", "links")])
def test_a_machine_is_seen(parts: tuple[str, ...]) -> None:
    separator = "-" if parts[0].startswith("-") else "/"

    assert MACHINE.search(parts[0] + separator + separator.join(parts[1:]))
