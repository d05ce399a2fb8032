import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from index import commands
from index.generations import exclusive
from index.wording import count, size
from tests.index.folders import MASKS, SCHOOL, WORK, overwrite, write

ROOT = Path(__file__).parents[2]
EMPTY = "there are no words in it"
CHINESE = "其中没有文字"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LETTERS_DIR", str(tmp_path / "letters"))
    monkeypatch.setenv("LETTERS_INDEX", str(tmp_path / "index"))
    return write(tmp_path / "letters", masks=MASKS, work=WORK, school=SCHOOL)


def run(command: click.Command, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


def run_json(command: click.Command, *arguments: str) -> Any:
    return json.loads(run(command, *arguments, "--json").stdout)


def test_reindex_says_what_it_did(folder: Path) -> None:
    first = run(commands.reindex)
    write(folder, new=WORK)
    second = run(commands.reindex)
    third = run(commands.reindex)

    assert first.stdout.startswith(f"Indexed 3 letters from {folder} in ")
    assert first.stdout.endswith(" s: generation 1.\n")
    assert second.stdout.startswith("1 letter added, 0 changed, 0 removed in ")
    assert second.stdout.endswith(" s: 4 letters, generation 2.\n")
    assert third.stdout == "Nothing has changed: 4 letters, generation 2.\n"
    assert [r.exit_code for r in (first, second, third)] == [0, 0, 0]
    assert first.stderr == second.stderr == third.stderr == ""


def test_reindex_prints_json_and_nothing_else(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")

    result = run(commands.reindex, "--json")

    record = json.loads(result.stdout)
    assert record.pop("seconds") >= 0
    assert record == {
        "folder": str(folder), "generation": 1, "letters": 3,
        "added": 3, "changed": 0, "removed": 0, "unchanged": 0,
        "unreadable": [
            {"source": "empty.txt", "reason": "empty", "text": f"{EMPTY}（{CHINESE}）"}
        ],
        "taken_out": [], "full": True, "why": None, "warning": None, "dry_run": False,
    }  # fmt: skip


def test_unreadable_letters_are_named_on_stderr_and_in_the_exit_status(folder: Path) -> None:
    run(commands.reindex)
    (folder / "work.txt").write_bytes(b"")
    (folder / "evil\x1b[31m\n.txt").write_bytes(b"\x00")

    result = run(commands.reindex)

    assert result.exit_code == 3
    assert result.stderr.splitlines() == [
        "2 files could not be read:",
        "  evil\ufffd[31m .txt: it is not text: it holds NUL characters",
        f"  work.txt: {EMPTY} (taken out of the index)",
    ]


def test_a_folder_can_be_given_in_place_of_the_setting(folder: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", only=WORK)

    assert run_json(commands.reindex, str(other))["letters"] == 1
    refused = run(commands.reindex)

    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert f"letters reindex {folder} --full" in refused.stderr
    assert run_json(commands.reindex, "--full")["letters"] == 3


def test_a_dry_run_changes_nothing(folder: Path) -> None:
    run(commands.reindex)
    write(folder, new=WORK)

    result = run(commands.reindex, "--dry-run")

    assert result.stdout == (
        "1 letter would be added, 0 changed, 0 removed; 3 are up to date. Nothing was done.\n"
    )
    assert run_json(commands.status)["letters"] == 3


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--jobs", "0"], id="no jobs"),
        pytest.param(["--jobs", "many"], id="jobs in words"),
        pytest.param(["one", "two"], id="two folders"),
        pytest.param(["--nosuch"], id="unknown option"),
    ],
)
def test_wrong_usage_has_an_exit_status_of_its_own(folder: Path, arguments: list[str]) -> None:
    assert run(commands.reindex, *arguments).exit_code == 2


def test_most_letters_gone_is_refused_until_it_is_allowed(folder: Path) -> None:
    run(commands.reindex)
    (folder / "masks.txt").unlink()
    (folder / "work.txt").unlink()

    refused = run(commands.reindex)
    allowed = run(commands.reindex, "--allow-removals")

    assert refused.exit_code == 1
    assert "2 of the 3 letters" in refused.stderr
    assert allowed.exit_code == 0
    assert "0 letters added, 0 changed, 2 removed" in allowed.stdout


def test_words_in_the_hidden_folder_of_the_letters_count(folder: Path) -> None:
    run(commands.reindex)
    (folder / ".letters").mkdir()
    (folder / ".letters" / "words.txt").write_text("居民委员会\n", encoding="utf-8")

    result = run(commands.reindex)

    assert result.stdout.startswith("Your own words have changed. Every letter is read anew.\n")
    assert run_json(commands.status)["own_words"] is True


def test_while_another_reindex_runs_the_command_says_so(folder: Path, tmp_path: Path) -> None:
    with exclusive(tmp_path / "index"):
        result = run(commands.reindex)

    assert result.exit_code == 1
    assert f"Another reindex is running (pid {os.getpid()})" in result.stderr


@pytest.mark.parametrize("name", ["status", "verify", "rollback"])
def test_without_an_index_each_command_says_how_to_make_one(
    folder: Path, tmp_path: Path, name: str
) -> None:
    result = run(getattr(commands, name))

    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: There is no index in {tmp_path / 'index'} yet. Make it: letters reindex\n"
    )
    assert not (tmp_path / "index").exists()


def test_status_shows_what_there_is_to_know(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    run(commands.reindex)
    write(folder, new=WORK, masks=MASKS + "\n请互相转告。\n")
    (folder / "work.txt").unlink()

    lines = run(commands.status).stdout.splitlines()
    record = run_json(commands.status)

    assert lines[0] == "Letters     3: 1 en, 1 zh-Hans, 1 zh-Hant"
    assert lines[1] == f"Folder      {folder}"
    assert lines[2].strip() == "changed since: 1 new, 1 changed, 1 gone. Run: letters reindex"
    assert lines[-2:] == [
        "1 file could not be read:",
        f"  empty.txt: {EMPTY}",
    ]
    assert record["languages"] == {"en": 1, "zh-Hans": 1, "zh-Hant": 1}
    assert record["folder_changes"] == {"new": 1, "changed": 1, "gone": 1}
    assert (record["generation"], record["kept"], record["segments"]) == (1, [1], 1)
    assert record["index"] == str(tmp_path / "index")
    assert 0 < record["bytes"] < record["disk_bytes"]


def test_status_counts_only_letters_that_are_in_the_index(folder: Path) -> None:
    run(commands.reindex)
    (folder / "work.txt").unlink()
    run(commands.reindex)

    assert run_json(commands.status)["languages"] == {"zh-Hans": 1, "zh-Hant": 1}
    assert "not changed since" in run(commands.status).stdout


def test_verify_agrees_with_an_index_that_is_up_to_date(folder: Path) -> None:
    run(commands.reindex)

    result = run(commands.verify)

    assert result.exit_code == 0
    assert result.stdout.startswith("Generation 1 is sound: 3 letters, ")
    assert result.stdout.endswith(f"It agrees with every file in {folder}.\n")


def test_verify_sees_a_change_that_left_size_and_time_alone(folder: Path) -> None:
    run(commands.reindex)
    status = (folder / "masks.txt").stat()
    write(folder, masks=MASKS.replace("出门", "回家"))
    os.utime(folder / "masks.txt", ns=(status.st_atime_ns, status.st_mtime_ns))

    result = run(commands.verify)

    assert result.exit_code == 1
    assert "Changed: masks.txt\n" in result.stdout
    assert result.stdout.endswith("letters reindex\n")


@pytest.mark.parametrize("place", [0.1, 0.5, 0.999])
def test_verify_finds_a_changed_byte_anywhere(folder: Path, tmp_path: Path, place: float) -> None:
    run(commands.reindex)
    write(folder, new=WORK)
    run(commands.reindex)
    path = tmp_path / "index" / "segment-000002-0-0"
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] ^= 1
    overwrite(path, content)

    result = run(commands.verify)

    assert result.exit_code == 1
    assert f"Generation 2 of the index is damaged: {path}" in result.stdout
    assert "letters rollback" in result.stdout


def test_rollback_goes_back_and_reindex_forward_again(folder: Path) -> None:
    run(commands.reindex)
    write(folder, new=WORK)
    run(commands.reindex)

    back = run(commands.rollback)
    again = run(commands.rollback)
    forward = run_json(commands.reindex)

    assert back.stdout.startswith("Back to generation 1, made 20")
    assert back.stdout.endswith(" UTC, with 3 letters.\n")
    assert again.exit_code == 1
    assert "letters reindex --full" in again.stderr
    assert (forward["generation"], forward["added"], forward["letters"]) == (3, 1, 4)


def test_a_real_process_reindexes_without_a_terminal(folder: Path) -> None:
    script = "from index.commands import reindex; reindex()"
    done = subprocess.run(
        [sys.executable, "-c", script, "--json"], capture_output=True, cwd=ROOT, check=False
    )

    assert done.returncode == 0
    assert json.loads(done.stdout)["letters"] == 3
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 KB"), (999_999_999_999_999, "1,000.0 TB")],
)
def test_sizes_are_in_the_unit_that_suits_them(number: int, words: str) -> None:
    assert size(number) == words


def test_counts_agree_with_their_nouns() -> None:
    assert [count(n, "letter") for n in (0, 1, 2, 1000)] == [
        "0 letters", "1 letter", "2 letters", "1,000 letters",
    ]  # fmt: skip
