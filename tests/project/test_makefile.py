"""The Makefile says what it can do, and what is wrong when it cannot."""

import re
import subprocess
from pathlib import Path

from tests.project.sources import ROOT


def _make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "--no-print-directory", "--file", str(ROOT / "Makefile"), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_plain_make_lists_every_target() -> None:
    targets = re.findall(r"^\.PHONY: (.+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    listed = re.findall(r"^make (\S+) +\S", _make(ROOT).stdout, re.MULTILINE)

    assert set(listed) == set(" ".join(targets).split())
    assert {"install", "serve", "test", "lint"} <= set(listed)


def test_an_old_python_is_told_what_to_do(tmp_path: Path) -> None:
    made = _make(tmp_path, ".venv/bin/python", "PYTHON=false")

    assert made.returncode != 0
    assert "Python 3.11 or newer is needed; set PYTHON=" in made.stderr
    assert not list(tmp_path.iterdir())
