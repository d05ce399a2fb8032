"""Files of the index that are damaged while a real server has them open: it goes on answering."""

import json
import os
import signal
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from index import reindex
from tests.web.test_serving import PATIENCE, free_port, get, serving, stop

SEARCH = "/api/v1/search?translate=false&q=" + quote("口罩")


@pytest.fixture
def index_dir(tmp_path: Path) -> Path:
    """Two generations: `b` is in the second alone."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text("公开信\n\n请佩戴口罩。\n", encoding="utf-8")
        reindex(folder, tmp_path / "index", jobs=1)
    return tmp_path / "index"


def found(port: int) -> list[str]:
    response, text = get(port, SEARCH)
    assert response.status == 200
    return sorted(result["id"] for result in json.loads(text)["results"])


def test_a_file_that_is_cut_short_kills_no_worker(index_dir: Path) -> None:
    port = free_port()
    path = index_dir / "segment-000002-0-0"
    with serving(index_dir, port, "--workers=2") as process:
        assert found(port) == ["a", "b"]

        path.chmod(0o644)
        os.truncate(path, 0)
        time.sleep(0.05)

        assert [found(port) for _ in range(20)] == [["a"]] * 20
        said = stop(process, signal.SIGTERM)
    for part in ("Generation 2", str(path), "letters reindex", "letters rollback"):
        assert part in said
    assert "Traceback" not in said


def workers(parent: int, index_dir: Path) -> list[int]:
    """The children of a process that have the index mapped."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [n for n in map(int, children) if str(index_dir) in Path(f"/proc/{n}/maps").read_text()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks /proc for processes")
def test_a_worker_that_dies_of_a_file_cut_short_is_replaced(index_dir: Path) -> None:
    port = free_port()
    path = index_dir / "segment-000002-0-0"
    with serving(index_dir, port, "--workers=1") as process:
        assert found(port) == ["a", "b"]
        (worker,) = workers(process.pid, index_dir)

        path.chmod(0o644)
        os.truncate(path, 0)
        os.kill(worker, signal.SIGBUS)  # as if it had read the file at this very moment

        assert found(port) == ["a"]
        assert worker not in workers(process.pid, index_dir)
        said = stop(process, signal.SIGTERM)
    assert str(path) in said
    assert "letters reindex" in said


def test_a_server_goes_over_to_the_mended_index(index_dir: Path) -> None:
    port = free_port()
    path = index_dir / "segment-000002-0-0"
    with serving(index_dir, port, "--workers=1") as process:
        assert found(port) == ["a", "b"]
        path.chmod(0o644)
        os.truncate(path, 100)
        time.sleep(0.05)
        assert found(port) == ["a"]

        reindex(index_dir.parent / "letters", index_dir, jobs=1)

        deadline = time.monotonic() + PATIENCE
        while found(port) != ["a", "b"]:
            assert time.monotonic() < deadline
        stop(process, signal.SIGTERM)
