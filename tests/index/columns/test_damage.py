"""A file that is not what was written gives the right answer or DamagedSegment, nothing else."""

from pathlib import Path

import pytest

from index.columns import DamagedSegment, Segment, open_segment
from tests.index.columns.plain import Letter, assert_holds, build
from tests.index.columns.test_build import MASKS, THANKS

LETTERS = [MASKS, THANKS, Letter(text=bytes(range(256)) * 30), MASKS]


@pytest.fixture
def segment(tmp_path: Path) -> Segment:
    return build(tmp_path / "sound", LETTERS)


def is_refused(path: Path, content: bytes) -> bool:
    """Whether a file of that content is refused; if it is not, all its answers are right."""
    path.write_bytes(content)
    try:
        assert_holds(open_segment(path), LETTERS)
    except DamagedSegment:
        return True
    return False


def test_flipped_byte(segment: Segment, tmp_path: Path) -> None:
    sound = segment.path.read_bytes()

    for at in range(0, len(sound), 37):
        refused = is_refused(
            tmp_path / "bad", sound[:at] + bytes([sound[at] ^ 4]) + sound[at + 1 :]
        )

        if not refused:
            with pytest.raises(DamagedSegment):
                open_segment(tmp_path / "bad").verify()


def test_cut_short(segment: Segment, tmp_path: Path) -> None:
    sound = segment.path.read_bytes()

    assert all(is_refused(tmp_path / "bad", sound[:end]) for end in range(0, len(sound), 41))
    assert all(is_refused(tmp_path / "bad", sound[start:]) for start in range(1, len(sound), 999))


def test_what_is_the_matter(segment: Segment, tmp_path: Path) -> None:
    sound = segment.path.read_bytes()
    cases = {
        "empty": b"",
        "cut short": sound[:50],
        "not a segment": b"x" * 500,
        "format is 255": sound[:8] + b"\xff" + sound[9:],
        "cut short, or its end": sound + b"more",
    }

    for what, content in cases.items():
        (tmp_path / "bad").write_bytes(content)
        with pytest.raises(DamagedSegment, match=what):
            open_segment(tmp_path / "bad")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DamagedSegment, match="cannot be read"):
        open_segment(tmp_path / "none")


def test_sound_file_verifies(segment: Segment) -> None:
    segment.verify()

    assert_holds(segment, LETTERS)
