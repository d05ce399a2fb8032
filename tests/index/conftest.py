"""A folder of three letters, and an index of it."""

from pathlib import Path

import pytest

from index import reindex
from tests.index.folders import MASKS, SCHOOL, WORK, age, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "letters", masks=MASKS, work=WORK, school=SCHOOL)


@pytest.fixture
def index_dir(folder: Path) -> Path:
    age(folder)
    reindex(folder, folder.parent / "index")
    return folder.parent / "index"
