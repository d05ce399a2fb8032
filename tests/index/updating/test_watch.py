"""A folder that changes while it is watched: the index follows, whatever happens to the folder."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from math import inf
from pathlib import Path

import pytest

from index import IndexBusy, Report, open_snapshot, reindex
from index.errors import ReindexRefused
from index.generations import exclusive, read_pointer, roll_back
from index.updating import run
from index.updating.reports import silent
from index.updating.watch import EVERY_S, News, Watch, watch
from tests.index.folders import MASKS, WORK, letters_of, write

SOON = 60  # seconds


def settings(folder: Path, index_dir: Path, every: float = EVERY_S) -> Watch:
    return Watch(
        folder=folder,
        index_dir=index_dir,
        custom=folder / ".letters",
        jobs=1,
        every=every,
        display=lambda: nullcontext(silent),
    )


class Watcher:
    """A watch in a thread, and what it told."""

    def __init__(self, folder: Path, index_dir: Path, every: float = EVERY_S) -> None:
        self.folder, self.index_dir = folder, index_dir
        self.told: list[News] = []
        self.stop = threading.Event()
        self.watched = settings(folder, index_dir, every)
        self.thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        for news in watch(self.watched, self.stop):
            self.told.append(news)

    @property
    def reports(self) -> list[Report]:
        return [news for news in self.told if isinstance(news, Report)]

    def ids(self) -> set[str]:
        return set(letters_of(open_snapshot(self.index_dir)))

    def has(self, letter: str) -> bool:
        return letter in self.ids()

    def wait(self, condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + SOON
        while not condition():
            assert self.thread.is_alive()
            assert time.monotonic() < deadline, self.told
            time.sleep(0.01)

    def wait_for_reports(self, count: int) -> None:
        self.wait(lambda: len(self.reports) >= count)

    def settle(self) -> None:
        """Wait until what changed so far is seen: a letter that comes last is in the index."""
        name = f"settled{time.monotonic_ns()}"
        write(self.folder, **{name: "请大家保持距离。\n"})
        self.wait(partial(self.has, name))


@contextmanager
def watching(folder: Path, index_dir: Path, every: float = EVERY_S) -> Iterator[Watcher]:
    watcher = Watcher(folder, index_dir, every)
    watcher.thread.start()
    try:
        watcher.wait(lambda: watcher.reports)
        yield watcher
    finally:
        watcher.stop.set()
        watcher.thread.join()


@pytest.fixture
def watcher(folder: Path) -> Iterator[Watcher]:
    with watching(folder, folder.parent / "index") as found:
        yield found


def test_what_is_there_is_indexed_first_and_then_what_changes(watcher: Watcher) -> None:
    assert watcher.ids() == {"masks", "work", "school"}

    write(watcher.folder, new=WORK, masks=MASKS + "\n请互相转告。\n")
    (watcher.folder / "work.txt").unlink()
    watcher.wait(lambda: watcher.ids() == {"masks", "school", "new"})
    watcher.wait(
        lambda: letters_of(open_snapshot(watcher.index_dir))["masks"].text.endswith("转告。\n")
    )


def test_folders_come_move_and_go(watcher: Watcher) -> None:
    write(watcher.folder / "2020" / "三月", one=WORK, two=MASKS)
    watcher.wait(lambda: {"2020/三月/one", "2020/三月/two"} <= watcher.ids())

    (watcher.folder / "2020").rename(watcher.folder / "2021")
    watcher.wait(lambda: {"2021/三月/one", "2021/三月/two"} <= watcher.ids())
    assert len(watcher.ids()) == 5

    write(watcher.folder / "2021" / "三月", three=WORK)
    watcher.wait(lambda: "2021/三月/three" in watcher.ids())

    shutil.move(watcher.folder / "2021", watcher.folder.parent / "2021")
    watcher.wait(lambda: watcher.ids() == {"masks", "work", "school"})


def test_a_file_that_replaces_another_is_read_once_it_is_there(watcher: Watcher) -> None:
    (watcher.folder / "work.txt~").write_text(MASKS)
    (watcher.folder / "work.txt~").rename(watcher.folder / "work.txt")

    watcher.wait(lambda: letters_of(open_snapshot(watcher.index_dir))["work"].text == MASKS)
    assert watcher.ids() == {"masks", "work", "school"}


def test_what_editors_leave_makes_no_generation(watcher: Watcher) -> None:
    for name in (".work.txt.swp", "4913", "work.txt~", "#work.txt#", ".git/index", "notes.odt"):
        (watcher.folder / name).parent.mkdir(exist_ok=True)
        (watcher.folder / name).write_text("x")
    (watcher.folder / "4913").unlink()
    watcher.settle()

    assert read_pointer(watcher.index_dir) == 2


def test_an_unreadable_letter_is_told_and_the_others_go_on(watcher: Watcher) -> None:
    (watcher.folder / "work.txt").write_bytes(b"\x00")
    watcher.wait(lambda: "work" not in watcher.ids())
    watcher.settle()

    assert [fault.source for fault in watcher.reports[-1].unreadable] == ["work.txt"]
    assert [report.taken_out for report in watcher.reports if report.taken_out] == [("work.txt",)]

    write(watcher.folder, work=WORK)
    watcher.wait(lambda: "work" in watcher.ids())
    assert open_snapshot(watcher.index_dir).manifest.unreadable == ()


def test_a_folder_that_vanishes_takes_nothing_with_it(watcher: Watcher) -> None:
    away = watcher.folder.with_name("away")
    watcher.folder.rename(away)
    watcher.wait(lambda: len(watcher.told) > 1)
    write(away, new=WORK)
    time.sleep(0.2)

    assert isinstance(watcher.told[1], ReindexRefused)
    assert "--allow-removals" in str(watcher.told[1])
    assert watcher.ids() == {"masks", "work", "school"}

    away.rename(watcher.folder)
    watcher.wait(lambda: "new" in watcher.ids())
    write(watcher.folder, newer=WORK)
    watcher.wait(lambda: "newer" in watcher.ids())


def test_letters_that_go_one_by_one_are_not_all_removed(watcher: Watcher) -> None:
    (watcher.folder / "masks.txt").unlink()
    watcher.wait_for_reports(2)
    (watcher.folder / "work.txt").unlink()
    watcher.wait(lambda: len(watcher.told) > 2)

    assert isinstance(watcher.told[2], ReindexRefused)
    assert watcher.ids() == {"work", "school"}

    reindex(watcher.folder, watcher.index_dir, allow_removals=True)
    assert watcher.ids() == {"school"}


def test_it_waits_while_another_writes_the_index(watcher: Watcher) -> None:
    with exclusive(watcher.index_dir):
        write(watcher.folder, new=WORK)
        watcher.wait(lambda: len(watcher.told) > 1)
        time.sleep(0.2)
        assert "new" not in watcher.ids()

    watcher.wait(lambda: len(watcher.told) > 2)
    assert "new" in watcher.ids()
    assert [type(news) for news in watcher.told] == [Report, IndexBusy, Report]


def test_what_others_did_to_the_index_is_not_built_upon_blindly(watcher: Watcher) -> None:
    write(watcher.folder, one=WORK)
    watcher.wait(lambda: len(watcher.reports) == 2)
    roll_back(watcher.index_dir)
    assert "one" not in watcher.ids()

    write(watcher.folder, two=MASKS)
    watcher.wait(lambda: {"one", "two"} <= watcher.ids())


def test_words_of_the_admins_own_are_taken_over(watcher: Watcher) -> None:
    (watcher.folder / ".letters").mkdir()
    (watcher.folder / ".letters" / "words.txt").write_text("居民委员会\n", encoding="utf-8")

    watcher.wait(lambda: len(watcher.reports) == 2)
    assert watcher.reports[1].why == "Your own words have changed."


def test_a_name_that_is_not_utf8_is_found_too(watcher: Watcher) -> None:
    path = os.fsencode(watcher.folder) + "/倡议书.txt".encode("gb18030")
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(WORK.encode())

    watcher.wait(lambda: "倡议书" in watcher.ids())
    watcher.settle()


def test_a_burst_is_few_updates(watcher: Watcher) -> None:
    for n in range(600):
        write(watcher.folder, **{f"letter{n}": "请佩戴口罩。\n"})
    watcher.wait(lambda: len(watcher.ids()) == 603)

    assert len(watcher.reports) < 60


def test_long_merges_wait_until_the_folder_is_quiet(
    watcher: Watcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "MERGED_AT_ONCE", 0)
    monkeypatch.setattr("index.updating.watch.QUIET_S", inf)
    for n in range(5):
        write(watcher.folder, **{f"letter{n}": "请佩戴口罩。\n"})
        watcher.wait(partial(watcher.has, f"letter{n}"))
    assert len(open_snapshot(watcher.index_dir).segments) == 6

    monkeypatch.setattr("index.updating.watch.QUIET_S", 0.0)
    write(watcher.folder, last="请佩戴口罩。\n")
    watcher.wait(lambda: len(open_snapshot(watcher.index_dir).segments) == 1)
    assert len(watcher.ids()) == 9


def test_what_no_event_told_of_is_found_when_it_is_time(folder: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", linked=WORK) / "linked.txt"
    (folder / "linked.txt").symlink_to(outside)
    with watching(folder, tmp_path / "index", every=1.0) as watcher:
        outside.write_text(MASKS, encoding="utf-8")  # a link does not change with what it leads to

        watcher.wait(lambda: letters_of(open_snapshot(watcher.index_dir))["linked"].text == MASKS)


def test_an_index_of_another_folder_is_refused_at_once(folder: Path, tmp_path: Path) -> None:
    reindex(write(tmp_path / "other", only=WORK), tmp_path / "index")
    with pytest.raises(ReindexRefused, match="--full"):
        next(watch(settings(folder, tmp_path / "index"), threading.Event()))
