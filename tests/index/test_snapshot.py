from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index import (
    DamagedIndex,
    LiveIndex,
    NoIndex,
    StaleIndex,
    open_snapshot,
    reindex,
)
from index.analysis import stem
from index.generations import Manifest, publish, read_manifest, read_pointer, stage
from tests.index.folders import (
    MASKS,
    SCHOOL,
    WORK,
    letters_of,
    live_numbers,
    overwrite,
    postings_of,
    write,
)

TRANSLATION = """---
title: 复工倡议书
translation_of: work
translation: unofficial
lang: zh-Hans
---

复工倡议书

各会员单位：

一、上班请佩戴口罩。
"""


@pytest.fixture
def index_dir(tmp_path: Path) -> Path:
    write(tmp_path / "letters", masks=MASKS, work=WORK)
    reindex(tmp_path / "letters", tmp_path / "index")
    return tmp_path / "index"


@pytest.fixture
def folder(index_dir: Path) -> Path:
    return index_dir.parent / "letters"


def republish(index_dir: Path, **changes: object) -> Manifest:
    """Make a generation that differs from the live one in what is given."""
    current = read_manifest(index_dir, read_pointer(index_dir))
    number = stage(index_dir).number
    changed = replace(current, number=number, previous=current.number, **changes)  # type: ignore[arg-type]
    publish(index_dir, changed)
    return changed


def test_letters_are_found_by_id_and_read_by_number(index_dir: Path) -> None:
    snapshot = open_snapshot(index_dir)
    number = snapshot.find("masks")

    assert snapshot.count == 2
    assert number is not None
    assert snapshot.text(number) == MASKS
    assert snapshot.letter(number).title is not None
    assert snapshot.find("nobody") is None
    with pytest.raises(IndexError):
        snapshot.letter(2)


def test_a_removed_letter_is_not_found_in_a_later_snapshot(index_dir: Path, folder: Path) -> None:
    before = open_snapshot(index_dir)
    (folder / "work.txt").unlink()
    reindex(folder, index_dir)
    after = open_snapshot(index_dir)

    assert (before.count, after.count) == (2, 1)
    assert before.find("work") is not None
    assert after.find("work") is None
    assert set(letters_of(after)) == {"masks"}


def test_a_changed_letter_has_one_number_among_the_live(index_dir: Path, folder: Path) -> None:
    write(folder, masks=MASKS.replace("勤洗手", "多通风"))
    reindex(folder, index_dir)
    snapshot = open_snapshot(index_dir)
    number = snapshot.find("masks")

    assert number is not None
    assert "多通风" in snapshot.text(number)
    assert set(live_numbers(snapshot)) == {number, snapshot.find("work")}
    assert [part.base for part in snapshot.segments] == [0, 2]


def test_versions_of_a_letter_know_each_other(index_dir: Path, folder: Path) -> None:
    (folder / "work.zh.md").write_text(TRANSLATION, encoding="utf-8")
    reindex(folder, index_dir)
    snapshot = open_snapshot(index_dir)
    letters = letters_of(snapshot)

    assert [(p.id, p.lang) for p in snapshot.pairs(letters["work"])] == [("work.zh", "zh-Hans")]
    assert [(p.id, p.lang) for p in snapshot.pairs(letters["work.zh"])] == [("work", "en")]
    assert snapshot.pairs(letters["masks"]) == ()


def test_translations_of_one_letter_pair_even_where_it_is_missing(
    index_dir: Path, folder: Path
) -> None:
    for name in ("one", "two"):
        (folder / f"{name}.md").write_text(TRANSLATION, encoding="utf-8")
    (folder / "work.txt").unlink()
    reindex(folder, index_dir)
    snapshot = open_snapshot(index_dir)

    assert [pair.id for pair in snapshot.pairs(letters_of(snapshot)["one"])] == ["two"]


def test_a_stem_leads_to_the_words_of_all_segments(index_dir: Path, folder: Path) -> None:
    write(folder, more="A letter\n\nTravelling and travelled; masks, a mask.\n")
    reindex(folder, index_dir)
    snapshot = open_snapshot(index_dir)

    assert snapshot.surface_forms(stem("travel")) == ("travel", "travelled", "travelling")
    assert snapshot.surface_forms(stem("masks")) == ("mask", "masks")
    assert snapshot.surface_forms("nosuchword") == ()


def test_traditional_letters_have_simplified_terms_and_their_own_text(
    index_dir: Path, folder: Path
) -> None:
    write(folder, school=SCHOOL)
    reindex(folder, index_dir)
    snapshot = open_snapshot(index_dir)
    number = snapshot.find("school")

    assert number is not None
    assert snapshot.text(number) == SCHOOL
    assert snapshot.letter(number).languages == ("zh-Hant",)
    terms = {term for column, term in postings_of(snapshot)["school"]}
    assert {"学", "开"} <= terms
    assert not {"學", "開"} & terms


def test_without_an_index_the_error_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match=r"letters reindex$"):
        open_snapshot(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("part", "value"),
    [
        pytest.param("schema", "other", id="fields"),
        pytest.param("analysis", "other", id="analysis"),
        pytest.param("segmenter", "rjieba 0.0.1", id="version of the segmenter"),
        pytest.param("segmenter", "nosuch 1", id="segmenter that is not installed"),
    ],
)
def test_an_index_made_with_something_else_is_stale(index_dir: Path, part: str, value: str) -> None:
    stamp = read_manifest(index_dir, 1).stamp
    republish(index_dir, stamp=replace(stamp, **{part: value}))

    with pytest.raises(StaleIndex, match="letters reindex --full"):
        open_snapshot(index_dir)


def break_segment(index_dir: Path, generation: int, *, at: int = -1) -> Path:
    path = index_dir / f"segment-{generation:06}-0-0"
    content = bytearray(path.read_bytes())
    content[at] ^= 0xFF
    overwrite(path, content)
    return path


def test_a_damaged_generation_gives_way_to_the_sound_one_before(
    index_dir: Path, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(folder, school=SCHOOL)
    reindex(folder, index_dir)
    path = break_segment(index_dir, 2)

    snapshot = LiveIndex(index_dir).snapshot()

    assert snapshot.generation == 1
    assert set(letters_of(snapshot)) == {"masks", "work"}
    assert snapshot.warning is not None
    for part in (str(path), "Generation 2", "letters reindex", "letters rollback"):
        assert part in snapshot.warning
    assert snapshot.warning in caplog.messages


def test_a_damaged_pointer_gives_way_to_the_newest_generation(index_dir: Path) -> None:
    (index_dir / "current").write_bytes(b"\0\0\0")

    snapshot = open_snapshot(index_dir)

    assert snapshot.generation == 1
    assert snapshot.warning is not None


def test_damage_without_a_sound_generation_is_an_error_that_names_the_file(
    index_dir: Path,
) -> None:
    path = break_segment(index_dir, 1)

    with pytest.raises(DamagedIndex, match=f"Generation 1 .*{path.name}.*letters reindex --full"):
        open_snapshot(index_dir)


def test_damaged_tombstones_bring_no_letter_back(index_dir: Path, folder: Path) -> None:
    (folder / "work.txt").unlink()
    reindex(folder, index_dir)
    overwrite(index_dir / "tombstones-000002-0", b"\0")

    snapshot = open_snapshot(index_dir)

    assert snapshot.generation == 1
    assert snapshot.warning is not None


def test_live_masks_cannot_be_written_to(index_dir: Path, folder: Path) -> None:
    (folder / "work.txt").unlink()
    reindex(folder, index_dir)
    (part,) = open_snapshot(index_dir).segments

    assert part.live is not None
    assert np.count_nonzero(part.live) == 1
    with pytest.raises(ValueError, match="read-only"):
        part.live[0] = True


def test_a_server_goes_over_to_a_new_generation_by_itself(index_dir: Path, folder: Path) -> None:
    live = LiveIndex(index_dir)
    before = live.snapshot()
    write(folder, school=SCHOOL)
    reindex(folder, index_dir)
    after = live.snapshot()

    assert live.snapshot() is after
    assert (before.generation, after.generation) == (1, 2)
    assert set(letters_of(before)) == {"masks", "work"}
    assert set(letters_of(after)) == {"masks", "work", "school"}
    assert after.segments[0].segment is before.segments[0].segment


def test_a_server_that_starts_before_the_first_reindex_finds_it(tmp_path: Path) -> None:
    live = LiveIndex(tmp_path / "index")
    with pytest.raises(NoIndex):
        live.snapshot()
    reindex(write(tmp_path / "letters", masks=MASKS), tmp_path / "index")

    assert live.snapshot().count == 1


def test_a_server_keeps_the_old_generation_and_says_so_once(
    index_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    live = LiveIndex(index_dir)
    before = live.snapshot()
    republish(index_dir, stamp=replace(before.manifest.stamp, schema="of a later version"))

    assert live.snapshot() is before
    assert live.snapshot() is before
    assert [m for m in caplog.messages if m.startswith("Generation 1 is served on:")] != []
    assert len(caplog.messages) == 1


def test_a_server_goes_on_when_its_index_is_removed(index_dir: Path) -> None:
    live = LiveIndex(index_dir)
    before = live.snapshot()
    for path in index_dir.iterdir():
        path.unlink()

    assert live.snapshot() is before
    assert set(letters_of(before)) == {"masks", "work"}
