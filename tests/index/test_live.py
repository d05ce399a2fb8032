"""A server's view of an index that others change, with real threads and real processes."""

import shutil
import threading
from pathlib import Path

from index import LiveIndex, Snapshot, reindex
from tests.index.folders import letters_of, write

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
