"""Bytes that say which encoding they are in, and may be wrong. Knows no format.

What the bytes themselves tell is believed before what is said of them.
"""

import codecs

from charset_normalizer import from_bytes

from corpus.errors import UnreadableLetter
from corpus.formats.text import decode

# Seven-bit encodings, whose bytes look like ASCII: only the declaration tells of them.
ESCAPED = ("hz", "iso2022", "utf-7", "utf-16", "utf-32")
WITHOUT_ERRORS = (*ESCAPED, "cp1252")  # anything at all can be read as these
# What is declared as the older of two encodings is often in the newer one, which has all of it.
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252"}
# Of the characters beyond ASCII: a file that was cut has one, one in another encoding many.
MOST_BROKEN = 0.02


def decode_declared(raw: bytes, declared: str | None, *, source: str) -> str:
    """The text of bytes that are declared to be in an encoding, which may be none or a lie.

    Raises `UnreadableLetter` as `decode` does.
    """
    encoding = _known(declared)
    if encoding and encoding.startswith(ESCAPED):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            pass
    try:
        return decode(raw, source=source)
    except UnreadableLetter as error:
        if error.reason != "undecodable":
            raise
        return _nearly(raw, encoding, error)


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup((declared or "").strip("\"' \t")).name
    except (LookupError, ValueError):
        return None
    return WIDER.get(name, name)


def _nearly(raw: bytes, encoding: str | None, error: UnreadableLetter) -> str:
    """The text in an encoding that fits but for a few broken characters."""
    own = () if encoding is None or encoding.startswith(WITHOUT_ERRORS) else (encoding,)
    for name in (*own, "utf-8", "gb18030", "big5hkscs"):
        text = raw.decode(name, "replace")
        foreign = sum(char > "\x7f" for char in text)
        if text.count("\ufffd") <= max(1, MOST_BROKEN * foreign):
            return text
    best = from_bytes(raw).best()
    if best is None:
        raise error
    return str(best)
