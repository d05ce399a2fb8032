"""What is installed is what runs here: every file of the rooms, and the command."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.project.sources import ROOMS, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return ZipFile(path)


def _is_shipped(path: Path) -> bool:
    hidden = any(part.startswith(".") or part == "__pycache__" for part in path.parts)
    return not hidden and (ROOT / path).is_file()


def test_the_wheel_has_every_file_of_the_rooms(wheel: ZipFile) -> None:
    files = (path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*"))
    expected = {path.as_posix() for path in files if _is_shipped(path)}

    assert expected - set(wheel.namelist()) == set()


def test_the_wheel_has_nothing_but_the_rooms(wheel: ZipFile) -> None:
    top = {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" not in name}

    assert top == set(ROOMS)


def test_the_wheel_brings_the_command(wheel: ZipFile) -> None:
    (entry_points,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))

    assert "letters = web.cli:main" in wheel.read(entry_points).decode()
