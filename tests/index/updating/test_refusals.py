"""What a reindex does not do unless it is told to."""

import shutil
from pathlib import Path

import pytest

from corpus import UnreadableFolder
from index import ReindexRefused, open_snapshot, reindex
from tests.index.folders import WORK, counts, letters_of, write


def test_an_index_remembers_its_folder(folder: Path, index_dir: Path) -> None:
    other = write(folder.parent / "other", only=WORK)

    with pytest.raises(ReindexRefused, match=f"letters reindex {other} --full"):
        reindex(other, index_dir)
    report = reindex(other, index_dir, full=True)

    assert counts(report) == (1, 0, 0, 0)
    assert set(letters_of(open_snapshot(index_dir))) == {"only"}


def test_a_folder_is_the_same_however_it_is_written(
    folder: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.chdir(folder)

    for path in (Path(), Path("..") / folder.name, Path("~") / folder.name):
        assert reindex(path, index_dir).generation == 1


def test_another_folder_without_any_letter_is_refused(folder: Path, index_dir: Path) -> None:
    with pytest.raises(ReindexRefused, match="--allow-removals"):
        reindex(write(folder.parent / "empty"), index_dir, full=True)


@pytest.mark.parametrize("full", [False, True], ids=["what changed", "full"])
def test_when_most_letters_are_gone_nothing_is_removed(
    folder: Path, index_dir: Path, full: bool
) -> None:
    for name in ("masks", "work"):
        (folder / f"{name}.txt").unlink()

    with pytest.raises(ReindexRefused, match=r"2 of the 3 letters .*--allow-removals"):
        reindex(folder, index_dir, full=full)
    assert set(letters_of(open_snapshot(index_dir))) == {"masks", "work", "school"}

    assert counts(reindex(folder, index_dir, full=full, allow_removals=True)) == (0, 0, 2, 1)


def test_when_most_letters_cannot_be_read_nothing_is_removed(folder: Path, index_dir: Path) -> None:
    for name in ("masks", "work"):
        (folder / f"{name}.txt").write_bytes(b"\x00")
    before = sorted(index_dir.iterdir())

    with pytest.raises(ReindexRefused, match="--allow-removals"):
        reindex(folder, index_dir)

    assert sorted(index_dir.iterdir()) == before
    assert open_snapshot(index_dir).count == 3


def test_a_missing_folder_removes_nothing(folder: Path, index_dir: Path) -> None:
    shutil.rmtree(folder)

    with pytest.raises(ReindexRefused, match="--allow-removals"):
        reindex(folder, index_dir)
    assert open_snapshot(index_dir).count == 3

    assert counts(reindex(folder, index_dir, allow_removals=True)) == (0, 0, 3, 0)
    assert open_snapshot(index_dir).count == 0


def test_without_an_index_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFolder, match="LETTERS_DIR"):
        reindex(tmp_path / "nowhere", tmp_path / "index")
