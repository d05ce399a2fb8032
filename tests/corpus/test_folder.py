import os
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import UnreadableFolder, UnreadableLetter, identify, scan

Files = Callable[..., Path]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    def make(*names: str) -> Path:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("各会员单位：请做好防护。", encoding="utf-8")
        return tmp_path

    return make


def ids(folder: Path) -> dict[str, str]:
    return {file.source: file.id for file in scan(folder)}


def test_an_id_is_the_path_without_its_suffix(files: Files) -> None:
    folder = files("b.txt", "2020/倡议书.md", "a b/c.d.txt")

    assert ids(folder) == {
        "2020/倡议书.md": "2020/倡议书",
        "a b/c.d.txt": "a b/c.d",
        "b.txt": "b",
    }


def test_files_that_differ_in_the_suffix_alone_keep_it(files: Files) -> None:
    folder = files("a.txt", "a.md", "a.txt.md", "a.TXT", "b.txt", "c/a.txt")

    assert ids(folder) == {
        "a.TXT": "a.TXT",
        "a.md": "a.md",
        "a.txt": "a.txt",
        "a.txt.md": "a.txt.md",
        "b.txt": "b",
        "c/a.txt": "c/a",
    }


def test_ids_are_composed_and_stay_apart_where_names_differ_in_composition_alone(
    files: Files,
) -> None:
    folder = files("caf\u00e9.txt", "cafe\u0301.txt", "e\u0301/x.txt")

    found = ids(folder)

    assert found["caf\u00e9.txt"] == "caf\u00e9.txt"
    assert found["e\u0301/x.txt"] == "\u00e9/x"
    assert len(set(found.values())) == 3


def test_hidden_files_and_other_formats_are_skipped(files: Files) -> None:
    folder = files(".letters/words.txt", ".a.txt", "a.txt", "b.py", "noext", "c.txt/d.md")

    assert list(ids(folder)) == ["a.txt", "c.txt/d.md"]


def test_links_are_followed_once_and_loops_end(files: Files) -> None:
    folder = files("real/a.txt", "other/b.txt")
    outside = folder.parent / f"{folder.name}-outside"
    outside.mkdir()
    (outside / "c.txt").write_text("请做好防护。", encoding="utf-8")
    (folder / "a-link").symlink_to(folder / "real")
    (folder / "real" / "loop").symlink_to(folder)
    (folder / "out").symlink_to(outside)
    (folder / "file.txt").symlink_to(outside / "c.txt")
    (folder / "gone.txt").symlink_to(outside / "nothing.txt")

    assert list(ids(folder)) == ["file.txt", "other/b.txt", "out/c.txt", "real/a.txt"]


def test_what_is_no_ordinary_file_is_no_letter(files: Files) -> None:
    folder = files("a.txt")
    os.mkfifo(folder / "pipe.txt")

    assert list(ids(folder)) == ["a.txt"]


def test_a_file_is_found_with_its_size_and_time(files: Files) -> None:
    folder = files("a.txt")
    os.utime(folder / "a.txt", ns=(1_580_688_000_000_000_001, 1_580_688_000_000_000_001))

    (found,) = scan(folder)

    assert found.mtime_ns == 1_580_688_000_000_000_001
    assert found.size == len("各会员单位：请做好防护。".encode())
    assert Path(found.path) == folder / "a.txt"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("倡议书.txt".encode("gb18030"), "倡议书", id="as archives leave it"),
        pytest.param(b"a\xff.txt", r"a\xff", id="in no encoding"),
    ],
)
def test_a_file_name_that_is_not_utf_8_can_be_shown_and_opened(
    tmp_path: Path, raw: bytes, expected: str
) -> None:
    (tmp_path / os.fsdecode(raw)).write_bytes(b"Dear Sirs")

    (found,) = scan(tmp_path)

    assert found.id == expected
    assert found.source == f"{expected}.txt"
    assert Path(found.path).read_bytes() == b"Dear Sirs"


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFolder, match="LETTERS_DIR") as missing:
        scan(tmp_path / "nowhere")

    assert missing.value.reason == "no_folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_an_error(files: Files) -> None:
    folder = files("a.txt", "closed/b.txt")
    (folder / "closed").chmod(0)

    try:
        with pytest.raises(UnreadableFolder, match="closed"):
            scan(folder)
    finally:
        (folder / "closed").chmod(0o755)


def test_one_file_is_identified_as_the_scan_finds_it(files: Files) -> None:
    folder = files("a.txt", "a.md", "2020/倡议书.md", "e\u0301/x.txt")

    assert [identify(Path(file.path), folder) for file in scan(folder)] == list(scan(folder))


def test_a_file_outside_the_folder_is_known_by_its_name(files: Files) -> None:
    folder = files("2020/a.txt", "2021/b.txt")

    assert identify(folder / "2021" / "b.txt", folder / "2020").id == "b"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("a.xlsx", "unsupported"), ("noext", "unsupported"), ("gone.txt", "vanished")],
)
def test_a_file_that_is_no_letter_is_refused(files: Files, name: str, reason: str) -> None:
    folder = files("a.pdf", "noext")

    with pytest.raises(UnreadableLetter) as refused:
        identify(folder / name, folder)

    assert refused.value.reason == reason
