"""`letters watch` as a real process: it tells what it does, and ends when it is told to."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.index.folders import MASKS, WORK, write

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "letters", masks=MASKS, work=WORK)


@contextmanager
def watching(folder: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    script = "from index.watching import watch; watch()"
    process = subprocess.Popen(
        [
            *(sys.executable, "-c", script, str(folder), *options),
            f"--index-dir={folder.parent / 'index'}",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def record(process: subprocess.Popen[str]) -> Any:
    return json.loads(line(process))


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_each_update_is_a_line_until_a_signal(folder: Path, how: signal.Signals) -> None:
    with watching(folder) as process:
        assert line(process).startswith(f"Indexed 2 letters from {folder} in ")
        write(folder, new=WORK)
        assert line(process).startswith("1 letter added, 0 changed, 0 removed in ")
        (folder / "new.txt").write_bytes(b"\x00")
        assert line(process).startswith("0 letters added, 0 changed, 1 removed in ")
        assert process.stderr is not None
        assert process.stderr.readline() == "1 file could not be read:\n"
        assert process.stderr.readline() == (
            "  new.txt: it is not text: it holds NUL characters (taken out of the index)\n"
        )

        process.send_signal(how)
        assert process.communicate(timeout=PATIENCE) == ("", "")

    assert process.returncode == 0


def test_json_is_an_object_a_line(folder: Path) -> None:
    with watching(folder, "--json") as process:
        assert record(process)["added"] == 2
        write(folder, masks=MASKS + "\n请互相转告。\n")
        assert record(process)["changed"] == 1
        folder.rename(folder.with_name("away"))
        assert "letters reindex --allow-removals" in record(process)["error"]

        process.terminate()
        assert process.communicate(timeout=PATIENCE) == ("", "")

    assert process.returncode == 0


def test_a_signal_ends_a_long_first_update_and_leaves_nothing(folder: Path) -> None:
    write(folder, **{f"letter{n}": f"第{n}封信\n\n{MASKS * 200}" for n in range(200)})
    index_dir = folder.parent / "index"
    with watching(folder, "--jobs=2") as process:
        while not list(index_dir.glob("segment-*")):
            assert process.poll() is None

        process.terminate()
        assert process.communicate(timeout=PATIENCE) == ("", "")

    assert process.returncode == 0
    assert {path.name for path in index_dir.iterdir()} <= {"lock"}


def test_without_a_folder_it_fails_at_once(folder: Path) -> None:
    with watching(folder / "nowhere") as process:
        said, complained = process.communicate(timeout=PATIENCE)

    assert process.returncode == 1
    assert said == ""
    assert complained.startswith("Error: ")
    assert "Traceback" not in complained
