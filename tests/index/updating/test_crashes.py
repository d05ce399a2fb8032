"""Real processes that are killed while they reindex: the live index stays what it was."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path

import pytest

from index import open_snapshot, reindex
from index.generations import KEPT, numbers, read_manifest, read_pointer
from index.updating import WorkerLost
from tests.index.folders import MASKS, SCHOOL, WORK, letters_of, write

OTHERS = {"current", "lock", "touched.json"}
ROOT = Path(__file__).parents[3]

# Reindexes in a fork of itself that dies just before its n-th change to the index folder.
MORTAL = """
import os, signal, sys
from pathlib import Path
from index import reindex
from index.analysis import default_segmenter

def die_before(change, index_dir):
    done = 0
    def hook(event, args):
        nonlocal done
        writes = event == "open" and isinstance(args[1], str) and args[1][:1] in "wxa"
        if (writes or event in ("os.rename", "os.remove")) and str(args[0]).startswith(index_dir):
            done += 1
            if done == change:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)

default_segmenter().cut("口罩")  # loads the dictionary once for all forks
for line in sys.stdin:
    folder, index_dir, change = line.split()
    pid = os.fork()
    if not pid:
        die_before(int(change), index_dir)
        reindex(Path(folder), Path(index_dir))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


@pytest.fixture(scope="module")
def mortal() -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", MORTAL],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    with process:
        yield process


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "letters", masks=MASKS, work=WORK, school=SCHOOL)


def run_until(process: subprocess.Popen[str], folder: Path, index_dir: Path, change: int) -> int:
    """The exit status of a reindex that dies before this change, if it makes so many."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{folder} {index_dir} {change}\n")
    process.stdin.flush()
    return int(process.stdout.readline())


def debris(index_dir: Path) -> set[str]:
    """The files that nothing needs."""
    kept = [read_manifest(index_dir, number) for number in numbers(index_dir)]
    needed = {f"generation-{manifest.number:06}.json" for manifest in kept}
    needed |= {entry.name for manifest in kept for entry in manifest.files}
    return {path.name for path in index_dir.iterdir()} - needed - OTHERS


def test_a_process_killed_at_any_moment_leaves_the_live_index(
    folder: Path, tmp_path: Path, mortal: subprocess.Popen[str]
) -> None:
    index_dir = tmp_path / "index"
    for n in range(KEPT):
        write(folder, masks=MASKS + f"第{n}版\n")
        reindex(folder, index_dir)
    write(folder, masks=MASKS + "新版\n", new="请大家保持距离。\n")
    (folder / "work.txt").unlink()
    old, new = {"masks", "work", "school"}, {"masks", "new", "school"}

    seen, change, exit_code = set(), 0, -signal.SIGKILL
    while exit_code == -signal.SIGKILL:
        change += 1
        wounded = tmp_path / f"index-{change}"
        shutil.copytree(index_dir, wounded)
        exit_code = run_until(mortal, folder, wounded, change)

        snapshot = open_snapshot(wounded)
        letters = letters_of(snapshot)
        assert snapshot.warning is None
        assert set(letters) in (old, new)
        assert letters["masks"].text.endswith("新版\n") == (set(letters) == new)
        seen.add(snapshot.generation)

        reindex(folder, wounded)
        assert set(letters_of(open_snapshot(wounded))) == new
        assert debris(wounded) == set()
        assert len(numbers(wounded)) <= KEPT + 1
    assert exit_code == 0
    assert change > 10
    assert seen == {KEPT, KEPT + 1}


def test_a_killed_first_run_leaves_no_index_and_no_debris(
    folder: Path, tmp_path: Path, mortal: subprocess.Popen[str]
) -> None:
    change, exit_code = 0, -signal.SIGKILL
    while exit_code == -signal.SIGKILL:
        change += 1
        wounded = tmp_path / f"index-{change}"
        exit_code = run_until(mortal, folder, wounded, change)

        reindex(folder, wounded)
        assert open_snapshot(wounded).count == 3
        assert debris(wounded) == set()
    assert change > 5


def test_a_lost_worker_is_an_error_and_changes_nothing(folder: Path, tmp_path: Path) -> None:
    reindex(folder, tmp_path / "index")
    write(folder, **{f"letter{n}": f"第{n}封信\n\n请佩戴口罩。\n" for n in range(20)})

    def kill(*_: object) -> None:
        for child in active_children():
            child.kill()

    with pytest.raises(WorkerLost, match=r"want of memory.*--jobs 1"):
        reindex(folder, tmp_path / "index", jobs=2, progress=kill)

    assert read_pointer(tmp_path / "index") == 1
    assert debris(tmp_path / "index") == set()
    assert active_children() == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc for processes")
def test_workers_end_when_their_parent_is_killed(folder: Path, tmp_path: Path) -> None:
    write(folder, **{f"letter{n}": f"第{n}封信\n\n{MASKS * 9}" for n in range(99)})
    script = "import sys; from pathlib import Path; from index import reindex\n"
    script += "if __name__ == '__main__': reindex(*map(Path, sys.argv[1:]), jobs=2)"
    (tmp_path / "parent.py").write_text(script)
    parent = subprocess.Popen(
        [sys.executable, str(tmp_path / "parent.py"), str(folder), str(tmp_path / "index")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    wait_until(lambda: any(tmp_path.glob("index/*.tmp*")))
    parent.kill()
    parent.wait()

    wait_until(lambda: not is_alive(parent.pid))
    reindex(folder, tmp_path / "index", jobs=1)
    assert open_snapshot(tmp_path / "index").count == 102
    assert debris(tmp_path / "index") == set()


def is_alive(group: int) -> bool:
    """Whether any process of a group is left, but for those that are dead and not yet mourned."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _parent, its_group = path.read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state != "Z":
                return True
    return False


def wait_until(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Wait for something that another process does."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)
