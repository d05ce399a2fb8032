"""What a reindex does about damage, and what the disk and the admin get wrong."""

import resource
from pathlib import Path

import pytest

from index import open_snapshot, reindex
from index.errors import ReindexFailed
from tests.index.folders import letters_of, overwrite, write


def test_words_that_cannot_be_read_are_an_error_that_names_the_file(
    folder: Path, index_dir: Path
) -> None:
    (folder / "words.txt").write_bytes("口罩\n".encode("utf-16"))

    with pytest.raises(ReindexFailed, match=r"words\.txt"):
        reindex(folder, index_dir, custom=folder)
    assert open_snapshot(index_dir).generation == 1


def test_a_damaged_generation_is_mended_from_the_one_before(folder: Path, index_dir: Path) -> None:
    write(folder, new="请大家保持距离。\n")
    reindex(folder, index_dir)
    overwrite(index_dir / "segment-000002-0-0", b"")

    report = reindex(folder, index_dir)

    assert report.warning is not None
    assert "segment-000002-0-0" in report.warning
    assert (report.generation, report.full) == (3, False)
    assert open_snapshot(index_dir).warning is None
    assert set(letters_of(open_snapshot(index_dir))) == {"masks", "new", "school", "work"}


def test_an_index_with_nothing_sound_is_made_anew(folder: Path, index_dir: Path) -> None:
    overwrite(index_dir / "segment-000001-0-0", b"\x00" * 100)

    report = reindex(folder, index_dir)

    assert report.full
    assert report.why is not None
    assert "segment-000001-0-0" in report.why
    assert open_snapshot(index_dir).warning is None


@pytest.mark.parametrize("place", [0.02, 0.3, 0.6, 0.9])
def test_bit_rot_is_never_in_the_way_of_a_full_reindex(
    folder: Path, index_dir: Path, place: float
) -> None:
    path = index_dir / "segment-000001-0-0"
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] ^= 1
    overwrite(path, content)

    reindex(folder, index_dir, full=True)

    assert set(letters_of(open_snapshot(index_dir))) == {"masks", "school", "work"}


def test_a_disk_that_takes_no_more_changes_nothing(folder: Path, index_dir: Path) -> None:
    write(folder, new="请大家保持距离。\n" * 1000)
    before = sorted(index_dir.iterdir())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))  # bytes that a file may have
    try:
        with pytest.raises(ReindexFailed, match="Nothing was changed"):
            reindex(folder, index_dir)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert sorted(index_dir.iterdir()) == before
    assert open_snapshot(index_dir).generation == 1
