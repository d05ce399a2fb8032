import re

import pytest

from corpus import UnreadableLetter
from corpus.formats.text import decode

SIMPLIFIED = "各会员单位：\n突如其来的疫情牵动着每一个人的心。我们倡议大家科学防控，有序复工。\n"
TRADITIONAL = "各會員單位：\n突如其來的疫情牽動著每一個人的心。我們倡議大家科學防控，有序復工。\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(SIMPLIFIED, "utf-8", id="utf-8"),
        pytest.param(SIMPLIFIED, "utf-8-sig", id="utf-8 with a mark"),
        pytest.param(SIMPLIFIED, "utf-16", id="utf-16 with a mark"),
        pytest.param(SIMPLIFIED, "gb2312", id="gb2312"),
        pytest.param(SIMPLIFIED, "gb18030", id="gb18030"),
        pytest.param(TRADITIONAL, "gb18030", id="traditional in gb18030"),
        pytest.param(TRADITIONAL, "big5", id="big5"),
        pytest.param("We can’t wait – a café in Québec is open.", "cp1252", id="windows-1252"),
    ],
)
def test_text_comes_back_from_any_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), source="a.txt") == text


def test_utf_16_with_the_high_byte_first_is_read() -> None:
    raw = b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be")

    assert decode(raw, source="a.txt") == SIMPLIFIED


@pytest.mark.parametrize("line", [*SIMPLIFIED.split(), "倡议书", "感谢信", "公开信"])
def test_a_single_line_is_enough_to_tell_gb18030(line: str) -> None:
    assert decode(line.encode("gb18030"), source="a.txt") == line


@pytest.mark.parametrize("line", [*TRADITIONAL.split(), "倡議書", "感謝信", "公開信"])
def test_a_single_line_is_enough_to_tell_big5(line: str) -> None:
    assert decode(line.encode("big5"), source="a.txt") == line


def test_line_ends_become_newlines() -> None:
    assert decode(b"Dear Sirs,\r\nthank you.\rYours\n", source="a.txt").count("\n") == 3


def test_characters_that_only_split_lines_elsewhere_stay() -> None:
    text = "one\u2028two\x85three\x0cfour"

    assert decode(text.encode(), source="a.txt") == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b"\xef\xbb\xbf \r\n\t", "empty", id="white space"),
        pytest.param(b"Dear\0Sirs", "not_text", id="NUL"),
        pytest.param("各位会员".encode("utf-16-le") + b"\n\0", "not_text", id="UTF-16, no mark"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_text", id="a picture"),
        pytest.param(b"\x1b[2J\x1b[1m\x07\x08 hello", "not_text", id="escape codes"),
        pytest.param(b"\xff\xfe\x00\xd8", "undecodable", id="half a surrogate pair"),
        pytest.param("Открытое письмо".encode("cp1251"), "undecodable", id="Cyrillic"),
        pytest.param("皆様のご協力".encode("shift_jis"), "undecodable", id="Japanese"),
        pytest.param(SIMPLIFIED.encode()[:-2] + b"\xff\xff\xff", "undecodable", id="damaged"),
    ],
)
def test_what_is_no_letter_is_refused_with_its_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableLetter, match=re.escape("2020/a.txt: ")) as refused:
        decode(raw, source="2020/a.txt")

    assert refused.value.reason == reason
