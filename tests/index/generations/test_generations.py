import json
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import DamagedIndex, IndexBusy, NoIndex, NothingBefore, StaleIndex
from index.generations import (
    KEPT,
    Manifest,
    SegmentEntry,
    Stamp,
    Unreadable,
    check_content,
    check_sizes,
    exclusive,
    numbers,
    publish,
    read_manifest,
    read_pointer,
    roll_back,
    settle,
    stage,
    sweep_debris,
)
from index.generations.manifest import from_json, to_json
from tests.index.folders import overwrite

STAMP = Stamp(schema="s", analysis="a", segmenter="rjieba 0.2", words="")


def commit(index_dir: Path, content: bytes, *shared: SegmentEntry) -> Manifest:
    staging = stage(index_dir)
    previous = read_pointer(index_dir) if numbers(index_dir) else None
    staged = staging.path("segment")
    staged.write_bytes(content)
    manifest = Manifest(
        number=staging.number,
        previous=previous,
        created="2026-01-21T08:00:00Z",
        folder="/letters",
        letters=1,
        segments=(*shared, SegmentEntry(file=settle(staged), letters=1)),
        stamp=STAMP,
        unreadable=(Unreadable("坏.txt", "empty", "The file is empty."),),
    )
    publish(index_dir, manifest)
    return manifest


def names(index_dir: Path) -> set[str]:
    return {path.name for path in index_dir.iterdir()}


def test_a_published_manifest_reads_back_equal(tmp_path: Path) -> None:
    manifest = commit(tmp_path, b"one")

    assert read_pointer(tmp_path) == manifest.number == 1
    assert read_manifest(tmp_path, 1) == manifest


def test_names_that_are_not_text_survive_in_a_manifest(tmp_path: Path) -> None:
    manifest = commit(tmp_path, b"one")
    odd = Manifest(
        **{
            **{name: getattr(manifest, name) for name in Manifest.__slots__},
            "unreadable": (Unreadable("\udce4.txt", "name", "The name is not UTF-8."),),
        }
    )

    assert from_json(to_json(odd)) == odd


def test_a_folder_without_a_pointer_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match="letters reindex"):
        read_pointer(tmp_path / "nowhere")


def test_only_the_newest_generations_are_kept(tmp_path: Path) -> None:
    first = commit(tmp_path, b"first")
    for content in (b"two", b"three", b"four"):
        commit(tmp_path, content, first.segments[0])

    assert len(numbers(tmp_path)) == KEPT == 3
    assert names(tmp_path) == {
        "current",
        *(f"generation-00000{n}.json" for n in (2, 3, 4)),
        *(f"segment-00000{n}-0" for n in (1, 2, 3, 4)),
    }


def test_rolling_back_goes_one_generation_back_each_time(tmp_path: Path) -> None:
    for content in (b"one", b"two", b"three"):
        commit(tmp_path, content)

    assert roll_back(tmp_path).number == read_pointer(tmp_path) == 2
    assert roll_back(tmp_path).number == read_pointer(tmp_path) == 1
    with pytest.raises(NothingBefore, match="letters reindex --full"):
        roll_back(tmp_path)


def test_a_number_that_readers_saw_is_never_used_again(tmp_path: Path) -> None:
    commit(tmp_path, b"one")
    commit(tmp_path, b"two")
    roll_back(tmp_path)
    sweep_debris(tmp_path)

    assert commit(tmp_path, b"three").number == 3
    assert numbers(tmp_path) == [1, 3]


def test_rolling_back_does_not_return_to_what_was_rolled_back(tmp_path: Path) -> None:
    commit(tmp_path, b"good")
    commit(tmp_path, b"bad")
    roll_back(tmp_path)
    commit(tmp_path, b"new")

    assert roll_back(tmp_path).number == 1


def test_rolling_back_passes_over_a_damaged_generation(tmp_path: Path) -> None:
    for content in (b"one", b"two", b"three"):
        commit(tmp_path, content)
    overwrite(tmp_path / "segment-000002-0", b"TWO")

    assert roll_back(tmp_path).number == 1


def test_debris_is_swept_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    commit(tmp_path, b"one")
    before = names(tmp_path)
    for name in ("segment-000002-0", "segment-000002-1.77-ab.tmp", "current.77.tmp"):
        (tmp_path / name).write_bytes(b"debris")
    (tmp_path / "thesis.docx").write_bytes(b"not ours")

    sweep_debris(tmp_path)

    assert names(tmp_path) == before | {"thesis.docx"}


def test_nothing_that_a_damaged_manifest_may_need_is_swept(tmp_path: Path) -> None:
    commit(tmp_path, b"one")
    commit(tmp_path, b"two")
    (tmp_path / "generation-000001.json").write_bytes(b"{")
    (tmp_path / "segment-000003-0.77-ab.tmp").write_bytes(b"debris")

    sweep_debris(tmp_path)

    assert "segment-000001-0" in names(tmp_path)
    assert not [name for name in names(tmp_path) if name.endswith(".tmp")]


@pytest.mark.parametrize(
    ("content", "sizes_fit"),
    [pytest.param(b"on", False, id="cut"), pytest.param(b"onE", True, id="changed")],
)
def test_a_file_that_is_not_what_was_written_is_found(
    tmp_path: Path, content: bytes, sizes_fit: bool
) -> None:
    manifest = commit(tmp_path, b"one")
    overwrite(tmp_path / "segment-000001-0", content)

    if sizes_fit:
        check_sizes(tmp_path, manifest)
    with pytest.raises(DamagedIndex, match=r"Generation 1 .*segment-000001-0.*letters rollback"):
        check_content(tmp_path, manifest)


def test_a_missing_file_is_found(tmp_path: Path) -> None:
    manifest = commit(tmp_path, b"one")
    (tmp_path / "segment-000001-0").unlink()

    with pytest.raises(DamagedIndex, match="it is missing"):
        check_sizes(tmp_path, manifest)


def test_every_changed_byte_of_a_manifest_is_noticed(tmp_path: Path) -> None:
    commit(tmp_path, b"one")
    path = tmp_path / "generation-000001.json"
    sound = path.read_bytes()
    manifest = read_manifest(tmp_path, 1)

    for at in range(0, len(sound), 7):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        try:
            read = read_manifest(tmp_path, 1)
        except (DamagedIndex, StaleIndex):
            continue
        assert read == manifest  # white space between the values


def test_a_manifest_of_another_version_wants_a_full_reindex(tmp_path: Path) -> None:
    commit(tmp_path, b"one")
    path = tmp_path / "generation-000001.json"
    path.write_text(json.dumps({"format": 99, "layers": []}))

    with pytest.raises(StaleIndex, match="letters reindex --full"):
        read_manifest(tmp_path, 1)


def test_a_pointer_to_nothing_sensible_is_damage(tmp_path: Path) -> None:
    (tmp_path / "current").write_bytes(b"\xff../../etc/passwd")

    with pytest.raises(DamagedIndex, match="it names no generation"):
        read_pointer(tmp_path)


HOLD = """
import sys
from pathlib import Path
from index.generations import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_told_which_process_is_at_work(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with (
            pytest.raises(IndexBusy, match=rf"Another reindex is running \(pid {holder.pid}\)"),
            exclusive(tmp_path),
        ):
            pass

        holder.kill()
        holder.wait()
        with exclusive(tmp_path):
            assert (tmp_path / "lock").exists()
