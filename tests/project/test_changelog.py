"""The changelog's newest entry is about the version that the project says it is."""

import re
import tomllib

from tests.project.sources import ROOT

ENTRY = re.compile(r"^## (\S+) \((?:unreleased|\d{4}-\d\d-\d\d)\)\n+(?=[^#\s])", re.MULTILINE)


def test_the_newest_entry_is_the_version_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    entries = ENTRY.findall((ROOT / "CHANGELOG.md").read_text("utf-8"))

    assert entries[0] == project["version"]
