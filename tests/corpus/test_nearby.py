"""Looking at a few paths gives what a whole scan gives of them, whatever became of them."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus import FoundFile, LinkOnTheWay, list_letters, scan, scan_nearby

TEXT = "各会员单位：请做好防护。"
CORRECTIONS = '["a.txt"]\ntitle = "倡议书"\n["b.txt"]\ntitel = "倡议书"\n'
NAMES = (
    "a.txt", "a.md", "a.txt.md", "A.txt", "b.txt", "倡议书.txt", "倡议书.md", "caf\u00e9.txt",
    "cafe\u0301.txt", "c.txt/d.md", "c.txt", "notes", "4913", ".a.txt.swp", ".letters/words.txt",
    "2020/a.txt", "2020/a.md", "2020/三月/b.txt", "2020/三月/b.md", "2021/三月/b.txt",
    "letters.toml", "2020/letters.toml", "2020/三月/letters.toml", "Letters.toml",
)  # fmt: skip
FOLDERS = ("2020", "2021", "2020/三月", "c.txt", "new")
Deed = tuple[str, str, str]

deeds = st.one_of(
    st.tuples(st.sampled_from(["write", "remove"]), st.sampled_from(NAMES), st.just("")),
    st.tuples(st.just("rename"), st.sampled_from(NAMES + FOLDERS), st.sampled_from(FOLDERS)),
    st.tuples(st.just("remove"), st.sampled_from(FOLDERS), st.just("")),
)


def do(folder: Path, deed: Deed) -> list[str]:
    """Do it if it can be done, and say which paths changed."""
    what, name, to = deed
    path = folder / name
    try:
        if what == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            text = CORRECTIONS if name.endswith(".toml") else TEXT
            path.write_text(text, encoding="utf-8")
        elif what == "rename":
            path.rename(folder / to)
            return [str(path), str(folder / to)]
        elif path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError:
        return []
    return [str(path)]


def by_source(files: Iterable[FoundFile]) -> dict[str, FoundFile]:
    return {file.source: file for file in files}


@settings(max_examples=60)
@given(st.lists(deeds, max_size=12), st.lists(deeds, min_size=1, max_size=6))
@example([("write", "letters.toml", "")], [("write", "c.txt/d.md", "")])  # no letter: a folder
def test_what_changed_is_found_and_nothing_else_has_changed(
    before: list[Deed], after: list[Deed]
) -> None:
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for deed in before:
            do(folder, deed)
        listed = list_letters(folder)
        known = by_source(listed.files)
        paths = [path for deed in after for path in do(folder, deed)]
        near = scan_nearby(folder, paths)

        now = by_source(scan(folder))
        kept = {source: file for source, file in known.items() if not near.covers(source)}
        assert by_source(near.files) == {s: file for s, file in now.items() if near.covers(s)}
        assert kept | by_source(near.files) == now
        wrong = {one for one in listed.complaints if not near.covers(one.source)}
        assert wrong | set(near.complaints) == set(list_letters(folder).complaints)


def test_what_is_outside_or_hidden_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "letters" / ".git").mkdir(parents=True)
    outside = [
        tmp_path / "other.txt",
        tmp_path / "letters",
        tmp_path / "letters" / ".git" / "a.txt",
    ]
    for path in (outside[0], outside[2]):
        path.write_text(TEXT, encoding="utf-8")

    near = scan_nearby(tmp_path / "letters", map(str, outside))

    assert (near.files, near.sources, near.folders) == ((), frozenset(), ())


def test_a_name_that_is_not_utf8_is_shown_as_the_scan_shows_it(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + "/倡议书.txt".encode("gb18030")
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(TEXT.encode())

    near = scan_nearby(tmp_path, [os.fsdecode(path)])

    assert near.files == scan(tmp_path)
    assert near.covers("倡议书.txt")


def test_a_linked_file_is_found_and_a_linked_folder_wants_a_whole_scan(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    (folder / "real").mkdir(parents=True)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.txt").symlink_to(tmp_path / "a.txt")
    (folder / "real" / "link").symlink_to(tmp_path)

    assert scan_nearby(folder, [str(folder / "a.txt")]).files == scan(folder)[:1]
    for path in ("real", "real/link", "real/link/a.txt"):
        with pytest.raises(LinkOnTheWay):
            scan_nearby(folder, [str(folder / path)])
