"""Bytes to text: which encoding a file of plain text is in. Knows nothing of letters."""

import re
from functools import cache

from corpus.errors import UnreadableLetter

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Where the two national standards keep their commoner characters: punctuation and level 1.
COMMON_ROWS = {"gb2312": (0xA1, 0xA3, *range(0xB0, 0xD8)), "big5": (0xA1, *range(0xA4, 0xC7))}
CHINESE_ENCODINGS = ("gb18030", "big5hkscs")
# Of the characters beyond ASCII. Measured on 679 letters and single lines in both encodings and
# both scripts: the right one never had less than the other (nine ties, all GB18030) nor than .68.
LEAST_COMMON = 0.5
MOST_CONTROLS = 0.01  # of the characters; text has none, a page of escape codes has more
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
PAIRED_HIGH_BYTES = re.compile(rb"[\x80-\xff]{2}")


def decode(raw: bytes, *, source: str) -> str:
    """The text of `raw`, its byte-order mark dropped and its line ends as newlines.

    UTF-8 and, with a byte-order mark, UTF-16 are told by their form; GB18030 and Big5 by which
    of the two gives common characters; Windows-1252 by high bytes that all stand alone.
    Raises `UnreadableLetter` (empty, not_text, undecodable) that names `source`.
    """
    text = _decoded(raw, source).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise UnreadableLetter(source, "not_text", found="NUL characters")
    if len(CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        raise UnreadableLetter(source, "not_text", found="control characters")
    if not text.strip():
        raise UnreadableLetter(source, "empty")
    return text


def _decoded(raw: bytes, source: str) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _strictly(raw, encoding, source)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(raw, _guess(raw, source), source)


def _strictly(raw: bytes, encoding: str, source: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableLetter(source, "undecodable") from error


def _guess(raw: bytes, source: str) -> str:
    if b"\0" in raw:
        raise UnreadableLetter(source, "not_text", found="NUL characters")
    if not PAIRED_HIGH_BYTES.search(raw):
        return "cp1252"
    evidence, encoding = max((_evidence(raw, name), name) for name in CHINESE_ENCODINGS)
    if evidence < LEAST_COMMON:
        raise UnreadableLetter(source, "undecodable")
    return encoding


def _evidence(raw: bytes, encoding: str) -> float:
    """The share of common characters among those beyond ASCII if `raw` is in `encoding`."""
    try:
        foreign = [char for char in raw.decode(encoding) if char > "\x7f"]
    except UnicodeDecodeError:
        return 0.0
    return sum(map(_common_characters().__contains__, foreign)) / len(foreign)


@cache
def _common_characters() -> frozenset[str]:
    return frozenset(
        bytes([lead, trail]).decode(standard, "ignore")
        for standard, leads in COMMON_ROWS.items()
        for lead in leads
        for trail in range(0x40, 0xFF)
    )
