"""Imports of rooms point one way, and rooms meet only at their doors."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.project.sources import ROOMS, ROOT, Source, imports, source, sources

# A room's commands stand beside the code they call; web/cli.py gathers them.
COMMANDS = "commands"


def _is_package(module: str) -> bool:
    return (ROOT / module.replace(".", "/") / "__init__.py").is_file()


def _is_module(module: str) -> bool:
    return (ROOT / (module.replace(".", "/") + ".py")).is_file()


def _behind_doors(imported: str) -> bool:
    """Whether the name is, or lies in, a plain module of a room."""
    parts = imported.split(".")
    modules = (".".join(parts[:n]) for n in range(1, len(parts) + 1))
    return any(_is_module(name) and name.rpartition(".")[2] != COMMANDS for name in modules)


def _trespasses(file: Source) -> Iterator[str]:
    for imported in imports(file.tree):
        room = imported.partition(".")[0]
        if room in ROOMS and room != file.room and _behind_doors(imported):
            yield f"{file.path} imports {imported}"


def test_imports_of_rooms_point_one_way() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as lint; lint()",
    ]

    done = subprocess.run([*command, "--no-cache"], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


def test_rooms_import_each_other_only_through_their_packages() -> None:
    assert [trespass for file in sources(*ROOMS) for trespass in _trespasses(file)] == []


@pytest.mark.parametrize(
    "line",
    ["import corpus.letter", "from corpus.letter import Letter", "from corpus import letter"],
)
def test_an_import_behind_a_door_is_seen(line: str) -> None:
    assert list(_trespasses(source("web/views.py", line)))


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_a_package(room: str) -> None:
    assert _is_package(room)
