import os
import pickle
from pathlib import Path

import pytest

from corpus import UnreadableLetter, find_file, read_found, read_letters, scan
from corpus.read import LARGEST_LETTER


def write(folder: Path, name: str, content: bytes = b"Dear Sirs,\n\nThank you.\n") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_letter_knows_its_id_and_its_file(tmp_path: Path) -> None:
    path = write(tmp_path, "2020/倡议书.txt", "各位会员：\n请做好防护。".encode())

    (letter,) = read_letters(path, tmp_path)

    assert (letter.id, letter.source) == ("2020/倡议书", "2020/倡议书.txt")
    assert letter.text == "各位会员：\n请做好防护。"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"a\0b", "not_text", id="binary"),
        pytest.param(b"\x81\xff\xfe\x80" * 9, "undecodable", id="no encoding"),
    ],
)
def test_a_letter_that_cannot_be_read_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    path = write(tmp_path, "2020/a.txt", content)

    with pytest.raises(UnreadableLetter) as refused:
        read_letters(path, tmp_path)

    assert (refused.value.path, refused.value.reason) == ("2020/a.txt", reason)
    assert str(refused.value) == f"2020/a.txt: {refused.value.explanation}"


def test_a_letter_that_vanishes_before_it_is_read_says_so(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    (found,) = scan(tmp_path)
    path.unlink()

    with pytest.raises(UnreadableLetter) as refused:
        read_found(found)

    assert refused.value.reason == "vanished"


def test_a_letter_that_became_a_pipe_does_not_block(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    (found,) = scan(tmp_path)
    path.unlink()
    os.mkfifo(path)

    with pytest.raises(UnreadableLetter) as refused:
        read_found(found)

    assert refused.value.reason == "not_a_file"


def test_a_letter_that_cannot_be_opened_says_what_the_system_says(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    (found,) = scan(tmp_path)
    path.unlink()
    path.symlink_to(path)

    with pytest.raises(UnreadableLetter, match="symbolic links") as refused:
        read_found(found)

    assert refused.value.reason == "unreadable"


def test_a_letter_that_is_too_large_names_the_limit(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    os.truncate(path, LARGEST_LETTER + 1)

    with pytest.raises(UnreadableLetter, match="32 MB") as refused:
        read_letters(path, tmp_path)

    assert refused.value.values == {"limit_mb": 32}


def test_an_error_passes_between_processes() -> None:
    error = UnreadableLetter("a.txt", "too_large", limit_mb=32)

    copy = pickle.loads(pickle.dumps(error))  # noqa: S301

    assert type(copy) is UnreadableLetter
    assert (copy.path, copy.reason, copy.values) == (error.path, error.reason, error.values)
    assert str(copy) == str(error)


def test_a_letter_is_found_by_path_and_by_id(tmp_path: Path) -> None:
    path = write(tmp_path, "2020/倡议书.txt")
    write(tmp_path, "a.txt")
    write(tmp_path, "a.md")

    by_path = find_file(str(path), tmp_path)

    assert by_path == find_file("2020/倡议书", tmp_path) == find_file("2020/倡议书~2", tmp_path)
    assert by_path.id == "2020/倡议书"
    assert find_file("a.md", tmp_path).source == "a.md"


@pytest.mark.parametrize("name", ["a", "", "../a.txt", "x" * 5000, "a\0b", "2020", "~1"])
def test_a_name_that_names_no_letter_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, "2020/b.txt")

    with pytest.raises(UnreadableLetter) as refused:
        find_file(name, tmp_path)

    assert refused.value.reason == "not_found"


def test_a_folder_is_no_letter(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLetter) as refused:
        find_file(str(tmp_path), tmp_path)

    assert refused.value.reason == "not_a_file"
