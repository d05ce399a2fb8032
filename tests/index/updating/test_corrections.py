"""A `letters.toml` that comes, changes or goes: what it concerns is read again, nothing else."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from index import open_snapshot, reindex
from index.commands import reindex as command
from index.generations import roll_back
from index.originals import read_original
from index.status import take_status
from index.updating import Report, Since
from index.verify import verify
from tests.index.folders import age, counts, letters_of, write
from tests.index.updating.test_watch import watching

FIXTURES = Path(__file__).parents[2] / "corpus" / "fixtures"
CORRECTIONS = """["masks.txt"]
title = "出门请戴口罩"

["work.txt"]
issuers = ["China Example Federation", "中国示例联合会"]
"""


def bring(folder: Path, index_dir: Path, since: Since | None = None) -> tuple[Report, int]:
    """A run of reindex, and how many files it read."""
    read = [0]

    def hear(step: str, done: int, _total: int) -> None:
        read.append(done if step == "read" else 0)

    report = reindex(folder, index_dir, progress=hear, since=since)
    return report, max(read)


def correct(folder: Path, text: str = CORRECTIONS) -> Path:
    path = folder / "letters.toml"
    path.write_text(text, encoding="utf-8")
    return path


def title_of(index_dir: Path, letter_id: str) -> str | None:
    title = letters_of(open_snapshot(index_dir))[letter_id].title
    return title.text if title else None


def test_a_new_one_has_the_letters_read_that_it_names(folder: Path, index_dir: Path) -> None:
    correct(folder)

    report, read = bring(folder, index_dir)

    assert (counts(report), read) == ((0, 2, 0, 1), 2)
    assert title_of(index_dir, "masks") == "出门请戴口罩"
    assert bring(folder, index_dir)[1] == 0


@pytest.mark.parametrize(
    ("edit", "read"),
    [
        pytest.param(lambda text: text.replace("出门请", "请"), 1, id="a-value"),
        pytest.param(lambda text: text + '["school.txt"]\ndate = 2020-02-20\n', 1, id="one-more"),
        pytest.param(lambda text: text.split('["work')[0], 1, id="one-less"),
        pytest.param(lambda text: "# Corrections\n" + text.replace('"', "'"), 0, id="its-looks"),
        pytest.param(lambda text: text + '["nobody.pdf"]\ntitle = "x"\n', 0, id="nobody"),
        pytest.param(lambda text: text + "[", 2, id="broken"),
        pytest.param(lambda _: "", 2, id="emptied"),
    ],
)
def test_a_changed_one_has_only_the_letters_read_that_it_concerns(
    folder: Path, index_dir: Path, edit: Callable[[str], str], read: int
) -> None:
    correct(folder)
    report, _ = bring(folder, index_dir)
    assert report.generation

    correct(folder, edit(CORRECTIONS))
    since = Since(report.generation, frozenset([str(folder / "letters.toml")]))

    assert bring(folder, index_dir, since)[1] == read
    assert bring(folder, index_dir)[1] == 0
    assert verify(index_dir).is_well


def test_without_it_the_letters_are_as_they_were(folder: Path, index_dir: Path) -> None:
    before = letters_of(open_snapshot(index_dir))
    path = correct(folder)
    bring(folder, index_dir)
    path.unlink()

    assert bring(folder, index_dir)[1] == 2
    assert letters_of(open_snapshot(index_dir)) == before


def test_going_back_to_a_generation_brings_what_was_said_since(
    folder: Path, index_dir: Path
) -> None:
    correct(folder)
    bring(folder, index_dir)
    roll_back(index_dir)
    assert title_of(index_dir, "masks") == "关于佩戴口罩的倡议书"

    assert bring(folder, index_dir)[1] == 2
    assert title_of(index_dir, "masks") == "出门请戴口罩"


def test_a_letter_that_is_named_may_come_later(folder: Path, index_dir: Path) -> None:
    correct(folder, '["later.txt"]\ntitle = "后来的信"\n')
    report, _ = bring(folder, index_dir)
    assert [fault.source for fault in report.unreadable] == ["letters.toml"]
    assert report.generation

    path = folder / "later.txt"
    path.write_text("各位居民：\n\n请戴口罩。\n", encoding="utf-8")
    report, _ = bring(folder, index_dir, Since(report.generation, frozenset([str(path)])))

    assert report.unreadable == open_snapshot(index_dir).manifest.unreadable == ()
    assert title_of(index_dir, "later") == "后来的信"


def test_status_and_verify_know_that_it_changed(folder: Path, index_dir: Path) -> None:
    correct(folder)

    status, verdict = take_status(index_dir, open_snapshot(index_dir)), verify(index_dir)

    assert status.drift
    assert (status.drift.new, status.drift.changed, status.drift.gone) == (0, 2, 0)
    assert verdict.differences
    assert verdict.differences.changed == ("masks.txt", "work.txt")


def test_a_watched_folder_follows_it(folder: Path, index_dir: Path) -> None:
    age(folder)
    with watching(folder, index_dir) as watcher:
        correct(folder)
        watcher.wait(lambda: title_of(index_dir, "masks") == "出门请戴口罩")
        (folder / "letters.toml").unlink()
        watcher.wait(lambda: title_of(index_dir, "masks") == "关于佩戴口罩的倡议书")


def test_the_file_of_a_corrected_letter_is_given_out(folder: Path, index_dir: Path) -> None:
    correct(folder)
    bring(folder, index_dir)

    original = read_original(open_snapshot(index_dir), "masks")

    assert original
    assert original.content == (folder / "masks.txt").read_bytes()
    assert read_original(open_snapshot(index_dir), "letters") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('["masks.txt"]\ntitle = 出门\n', ("line 2", "nothing in"), id="broken"),
        pytest.param('["mask.txt"]\n', ('did you mean "masks.txt"?',), id="name"),
    ],
)
def test_what_does_not_count_is_told_and_all_letters_are_indexed(
    folder: Path, tmp_path: Path, text: str, words: tuple[str, ...]
) -> None:
    correct(folder, text)

    ran = CliRunner().invoke(command, [str(folder), "--index-dir", str(tmp_path / "new")])

    assert ran.exit_code == 3
    assert "Indexed 3 letters" in ran.stdout
    assert "could not be read" not in ran.stderr
    assert all(word in ran.stderr for word in ("Not everything in letters.toml counts", *words))


def test_what_the_letter_shows_to_be_wrong_is_told_until_it_is_mended(
    folder: Path, index_dir: Path
) -> None:
    correct(folder, '["masks.txt"]\ninitiatives = ["一、", "十、"]\n')

    report, read = bring(folder, index_dir)

    (fault,) = report.unreadable
    assert (read, fault.source, "十、" in fault.text) == (1, "masks.txt", True)
    assert (report.letters, report.taken_out) == (3, ())
    report, read = bring(folder, index_dir)
    assert (report.unreadable, read) == ((fault,), 0)
    assert report.generation
    since = Since(report.generation, frozenset([str(folder / "masks.txt")]))
    assert bring(folder, index_dir, since)[0].unreadable == (fault,)
    correct(folder, '["masks.txt"]\ninitiatives = ["一、"]\n')
    assert bring(folder, index_dir)[0].unreadable == ()
    assert len(letters_of(open_snapshot(index_dir))["masks"].initiatives) == 1


def test_letters_that_are_no_better_described_are_not_lost(tmp_path: Path) -> None:
    """More than half of the letters have something wrong said of them: they are there still."""
    folder = write(tmp_path / "letters", a="各位：\n请戴口罩。\n", b="各位：\n请勤洗手。\n")
    reindex(folder, tmp_path / "index")
    correct(folder, "".join(f'["{name}.txt"]\ninitiatives = ["十、"]\n' for name in "ab"))

    report, _ = bring(folder, tmp_path / "index")

    assert (report.letters, len(report.unreadable)) == (2, 2)


def test_letters_of_any_format_are_corrected_in_any_process(tmp_path: Path) -> None:
    names = ("office.zh.pdf", "site.zh.html", "mutt.zh.eml", "office.zh.docx")
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in names:
        shutil.copy(FIXTURES / name, folder / name)
    correct(folder, "".join(f'["{name}"]\nissuers = ["{name}的发起单位"]\n' for name in names))

    report = reindex(folder, tmp_path / "index", jobs=2)

    letters = letters_of(open_snapshot(tmp_path / "index"))
    assert (report.unreadable, len(letters)) == ((), 4)
    for letter in letters.values():
        assert [party.name for party in letter.issuers] == [f"{letter.source}的发起单位"]
        assert letter.added
        assert letter.body.end <= letter.added.start
