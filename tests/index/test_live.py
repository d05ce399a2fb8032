"""A server's view of an index that others change, with real threads and real processes."""

import os
import shutil
import threading
import time
from pathlib import Path

import pytest

from index import DamagedIndex, LiveIndex, Snapshot, reindex
from index.live import LOOK_S
from tests.index.folders import letters_of, overwrite, write

NAMES = ("a", "b", "c")


def write_version(folder: Path, version: int) -> None:
    write(folder, **dict.fromkeys(NAMES, f"公开信\n\n这是第{version}版。\n"))


def versions(snapshot: Snapshot) -> set[str]:
    """The versions of its letters: one, since they all change together."""
    letters = letters_of(snapshot)
    assert set(letters) == set(NAMES)
    return {letter.text.splitlines()[2] for letter in letters.values()}


def test_readers_see_each_generation_whole_while_others_swap(tmp_path: Path) -> None:
    folder, index_dir = tmp_path / "letters", tmp_path / "index"
    write_version(folder, 0)
    reindex(folder, index_dir)
    live = LiveIndex(index_dir)
    done = threading.Event()
    seen: list[set[str]] = []
    numbers: list[int] = []

    def read() -> None:
        while not done.is_set():
            snapshot = live.snapshot()
            numbers.append(snapshot.generation)
            seen.append(versions(snapshot))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for version in range(1, 7):
        write_version(folder, version)
        reindex(folder, index_dir)
    done.set()
    for reader in readers:
        reader.join()

    assert all(len(found) == 1 for found in seen)
    assert len(set(numbers)) > 1
    assert versions(live.snapshot()) == {"这是第6版。"}


def test_a_snapshot_outlives_the_files_of_its_generation(tmp_path: Path) -> None:
    folder, index_dir = tmp_path / "letters", tmp_path / "index"
    write_version(folder, 0)
    reindex(folder, index_dir)
    first = LiveIndex(index_dir).snapshot()
    for version in range(1, 6):
        write_version(folder, version)
        reindex(folder, index_dir, full=True)

    assert not (index_dir / "segment-000001-0-0").exists()
    assert versions(first) == {"这是第0版。"}


def test_an_index_that_was_deleted_and_made_again_is_read_anew(tmp_path: Path) -> None:
    folder, index_dir = tmp_path / "letters", tmp_path / "index"
    write_version(folder, 0)
    reindex(folder, index_dir)
    live = LiveIndex(index_dir)
    live.snapshot()
    shutil.rmtree(index_dir)
    write_version(folder, 1)
    reindex(folder, index_dir)

    assert live.snapshot().segments[0].segment.path.name == "segment-000001-0-0"
    assert versions(live.snapshot()) == {"这是第1版。"}


def soon() -> None:
    """Until files are looked at again."""
    time.sleep(1.5 * LOOK_S)


def cut(path: Path, size: int) -> None:
    path.chmod(0o644)
    os.truncate(path, size)


def two_generations(tmp_path: Path) -> tuple[Path, Path]:
    """An index, and the file that only its second generation has."""
    folder, index_dir = tmp_path / "letters", tmp_path / "index"
    write_version(folder, 0)
    reindex(folder, index_dir)
    write(folder, new="请大家保持距离。\n")
    reindex(folder, index_dir)
    return index_dir, index_dir / "segment-000002-0-0"


@pytest.mark.parametrize("size", [0, 1, 4096, -1])
def test_a_file_that_is_cut_while_it_is_open_gives_way_to_the_generation_before(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, size: int
) -> None:
    index_dir, path = two_generations(tmp_path)
    live = LiveIndex(index_dir)
    assert "new" in letters_of(live.snapshot())

    cut(path, size if size >= 0 else path.stat().st_size - 1)
    soon()

    assert versions(live.snapshot()) == {"这是第0版。"}
    assert str(path) in caplog.text
    assert "letters reindex" in caplog.text


def test_without_a_sound_generation_a_cut_file_is_an_error_and_not_read(tmp_path: Path) -> None:
    folder, index_dir = tmp_path / "letters", tmp_path / "index"
    write_version(folder, 0)
    reindex(folder, index_dir)
    live = LiveIndex(index_dir)
    live.snapshot()

    cut(index_dir / "segment-000001-0-0", 0)
    soon()
    for _ in range(2):
        with pytest.raises(DamagedIndex, match=r"segment-000001-0-0.*letters reindex"):
            live.snapshot()

    reindex(folder, index_dir)
    assert versions(live.snapshot()) == {"这是第0版。"}


def test_bytes_that_change_after_they_were_checked_are_checked_again(tmp_path: Path) -> None:
    index_dir, path = two_generations(tmp_path)
    live = LiveIndex(index_dir)
    before = live.snapshot()
    before.segments[-1].segment.verify()
    content = path.read_bytes()

    overwrite(path, bytes(byte ^ 1 for byte in content))
    soon()
    assert versions(live.snapshot()) == {"这是第0版。"}

    overwrite(path, content)
    assert "new" in letters_of(LiveIndex(index_dir).snapshot())


def test_a_file_that_is_only_touched_is_read_on(tmp_path: Path) -> None:
    index_dir, path = two_generations(tmp_path)
    live = LiveIndex(index_dir)
    live.snapshot()

    os.utime(path)
    soon()

    assert live.snapshot().generation == 2
    assert live.snapshot() is live.snapshot()


def test_files_of_a_generation_are_not_for_writing(tmp_path: Path) -> None:
    _, path = two_generations(tmp_path)

    assert path.stat().st_mode & 0o222 == 0
    assert path.stat().st_mode & 0o444
