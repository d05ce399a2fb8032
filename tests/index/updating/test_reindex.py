import os
import time
from pathlib import Path

import pytest

from index import Counts, Manifest, Unreadable, build, open_snapshot, reindex
from index.generations import numbers
from index.updating import run
from index.updating.reading import COARSEST_NS, UNKNOWN
from tests.index.folders import LONG_AGO, MASKS, WORK, counts, letters_of, postings_of, write


def manifest(index_dir: Path) -> Manifest:
    return open_snapshot(index_dir).manifest


def test_the_first_run_indexes_every_letter(folder: Path) -> None:
    report = reindex(folder, folder.parent / "index")

    assert report.counts == Counts(added=3, changed=0, removed=0, unchanged=0)
    assert (report.generation, report.letters, report.full) == (1, 3, True)
    assert set(letters_of(open_snapshot(folder.parent / "index"))) == {"masks", "work", "school"}


def test_a_second_run_makes_no_generation(folder: Path, index_dir: Path) -> None:
    report = reindex(folder, index_dir)

    assert counts(report) == (0, 0, 0, 3)
    assert report.generation == 1
    assert numbers(index_dir) == [1]


def test_only_what_changed_is_read(folder: Path, index_dir: Path) -> None:
    write(folder, new="请大家保持距离。\n", masks=MASKS + "\n请互相转告。\n")
    (folder / "work.txt").unlink()
    heard: list[tuple[str, int, int]] = []

    report = reindex(folder, index_dir, progress=lambda *step: heard.append(step))

    assert counts(report) == (1, 1, 1, 1)
    assert [step for step in heard if step[0] == "read"] == [("read", 1, 2), ("read", 2, 2)]
    letters = letters_of(open_snapshot(index_dir))
    assert set(letters) == {"masks", "new", "school"}
    assert letters["masks"].text.endswith("请互相转告。\n")
    assert len(open_snapshot(index_dir).segments) == 2


def test_a_dry_run_says_what_would_be_done_and_does_nothing(folder: Path, index_dir: Path) -> None:
    write(folder, new="请大家保持距离。\n", masks=MASKS + "\n请互相转告。\n")
    (folder / "work.txt").unlink()
    before = sorted(index_dir.iterdir())

    report = reindex(folder, index_dir, dry_run=True)

    assert counts(report) == (1, 1, 1, 1)
    assert (report.dry_run, report.generation) == (True, 1)
    assert sorted(index_dir.iterdir()) == before


def test_a_dry_run_makes_no_folder_for_the_index(folder: Path) -> None:
    report = reindex(folder, folder.parent / "nowhere", dry_run=True)

    assert (counts(report), report.generation) == ((3, 0, 0, 0), None)
    assert not (folder.parent / "nowhere").exists()


def test_a_file_with_another_time_and_the_same_words_is_the_same(
    folder: Path, index_dir: Path
) -> None:
    os.utime(folder / "masks.txt", (LONG_AGO + 60, LONG_AGO + 60))

    assert counts(reindex(folder, index_dir)) == (0, 0, 0, 3)
    assert numbers(index_dir) == [1]
    assert "masks.txt" in (index_dir / "touched.json").read_text()

    (index_dir / "touched.json").write_bytes(b"\xff no JSON")
    assert counts(reindex(folder, index_dir)) == (0, 0, 0, 3)


def test_a_change_that_keeps_size_and_time_is_seen_if_it_was_made_at_once(
    folder: Path,
) -> None:
    index_dir = folder.parent / "index"
    reindex(folder, index_dir)
    status = (folder / "masks.txt").stat()
    assert status.st_mtime_ns > time.time_ns() - COARSEST_NS
    assert open_snapshot(index_dir).segments[0].segment.numbers("mtime_ns").tolist()[0] == UNKNOWN

    write(folder, masks=MASKS.replace("出门", "回家"))
    os.utime(folder / "masks.txt", ns=(status.st_atime_ns, status.st_mtime_ns))

    assert counts(reindex(folder, index_dir)) == (0, 1, 0, 2)
    assert "回家" in letters_of(open_snapshot(index_dir))["masks"].text


def test_a_second_file_of_the_same_name_changes_the_id_of_the_first(
    folder: Path, index_dir: Path
) -> None:
    (folder / "masks.md").write_text(MASKS, encoding="utf-8")

    reindex(folder, index_dir)

    assert set(letters_of(open_snapshot(index_dir))) == {
        "masks.md", "masks.txt", "school", "work",
    }  # fmt: skip


def test_full_reads_everything_and_says_what_differs(folder: Path, index_dir: Path) -> None:
    write(folder, masks=MASKS + "\n请互相转告。\n", new=WORK)
    (folder / "work.txt").unlink()

    report = reindex(folder, index_dir, full=True)

    assert counts(report) == (1, 1, 1, 1)
    assert report.full
    assert report.why is None
    assert len(open_snapshot(index_dir).segments) == 1


def test_several_processes_make_the_same_index_as_one(folder: Path, index_dir: Path) -> None:
    write(folder, **{f"letter{n}": f"第{n}封信\n\n请佩戴口罩。{WORK}" for n in range(12)})
    heard: list[int] = []
    one = folder.parent / "one"
    reindex(folder, one)

    report = reindex(
        folder, index_dir, full=True, jobs=2, progress=lambda _step, n, _total: heard.append(n)
    )

    assert counts(report) == (12, 0, 0, 3)
    assert max(heard) == 15
    assert postings_of(open_snapshot(index_dir)) == postings_of(open_snapshot(one))
    assert letters_of(open_snapshot(index_dir)) == letters_of(open_snapshot(one))


def test_an_unreadable_letter_is_named_and_the_others_are_indexed(
    folder: Path, index_dir: Path
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    write(folder, new="请大家保持距离。\n")
    report = reindex(folder, index_dir)
    again = reindex(folder, index_dir)

    assert [(u.source, u.reason) for u in report.unreadable] == [("empty.txt", "empty")]
    assert report.taken_out == ()
    assert counts(report) == (1, 0, 0, 3)
    assert again.unreadable == report.unreadable == manifest(index_dir).unreadable
    assert again.generation == 2


def test_a_letter_that_cannot_be_read_any_more_is_taken_out(folder: Path, index_dir: Path) -> None:
    (folder / "work.txt").write_bytes(b"\x00\x01\x02")
    report = reindex(folder, index_dir)
    write(folder, work=WORK)
    mended = reindex(folder, index_dir)

    assert report.taken_out == ("work.txt",)
    assert counts(report) == (0, 0, 1, 2)
    assert mended.unreadable == ()
    assert counts(mended) == (1, 0, 0, 2)
    assert set(letters_of(open_snapshot(index_dir))) == {"masks", "school", "work"}


def test_when_only_the_unreadable_change_the_index_says_so(folder: Path, index_dir: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    reindex(folder, index_dir)
    (folder / "empty.txt").unlink()
    reindex(folder, index_dir)

    assert manifest(index_dir).unreadable == ()
    assert manifest(index_dir).number == 3


def test_names_that_differ_in_composition_alone_are_set_apart(folder: Path) -> None:
    write(folder / "ze\u0301", news=WORK)
    write(folder / "z\u00e9", news=MASKS)

    report = reindex(folder, folder.parent / "index")
    again = reindex(folder, folder.parent / "index")

    (twin,) = report.unreadable
    assert twin == Unreadable(
        "z\u00e9/news.txt",
        "same_name",
        "its name is like that of ze\u0301/news.txt",
        "与 ze\u0301/news.txt 重名",
    )
    assert report.letters == 4
    assert (again.generation, again.unreadable) == (1, report.unreadable)


def test_an_empty_folder_gives_an_empty_index(tmp_path: Path) -> None:
    report = reindex(write(tmp_path / "letters"), tmp_path / "index")

    assert (report.letters, report.generation) == (0, 1)
    assert open_snapshot(tmp_path / "index").segments == ()


def test_words_of_the_admins_own_make_the_index_anew(folder: Path, index_dir: Path) -> None:
    custom = folder / ".letters"
    custom.mkdir()
    (custom / "words.txt").write_text("居民委员会\n", encoding="utf-8")

    report = reindex(folder, index_dir, custom=custom)
    again = reindex(folder, index_dir, custom=custom)
    (custom / "words.txt").write_text("别的词\n", encoding="utf-8")

    assert report.full
    assert report.why == "Your own words have changed."
    assert counts(report) == (0, 0, 0, 3)
    assert again.generation == report.generation == 2
    assert open_snapshot(index_dir).segmenter.cut("居民委员会") == ["居民委员会"]


def test_many_small_runs_leave_few_segments(folder: Path, index_dir: Path) -> None:
    for n in range(10):
        write(folder, **{f"letter{n}": f"第{n}封信\n\n请佩戴口罩。\n"})
        reindex(folder, index_dir)

    snapshot = open_snapshot(index_dir)
    assert len(snapshot.segments) <= 3
    assert snapshot.count == 13
    assert len(numbers(index_dir)) == 3


def test_hurried_runs_leave_long_merges_to_one_that_is_not(
    folder: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "MERGED_AT_ONCE", 0)  # letters: every merge is a long one
    for n in range(5):
        write(folder, **{f"letter{n}": f"第{n}封信\n\n请佩戴口罩。\n"})
        reindex(folder, index_dir, is_hurried=True)
    before = open_snapshot(index_dir)

    report = reindex(folder, index_dir)

    assert len(before.segments) == 6
    assert len(open_snapshot(index_dir).segments) == 1
    assert letters_of(open_snapshot(index_dir)) == letters_of(before)
    assert counts(report) == (0, 0, 0, 8)
    assert reindex(folder, index_dir).generation == report.generation


def test_hurried_runs_do_not_leave_too_many_segments(
    folder: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "MERGED_AT_ONCE", 0)
    monkeypatch.setattr(run, "MOST_SEGMENTS", 5)
    for n in range(6):
        write(folder, **{f"letter{n}": f"第{n}封信\n\n请佩戴口罩。\n"})
        reindex(folder, index_dir, is_hurried=True)

        assert len(open_snapshot(index_dir).segments) <= 5


def test_letters_that_are_in_no_folder_can_be_indexed(tmp_path: Path, index_dir: Path) -> None:
    letters = letters_of(open_snapshot(index_dir))

    build(letters.values(), tmp_path / "loose")

    assert letters_of(open_snapshot(tmp_path / "loose")) == letters
