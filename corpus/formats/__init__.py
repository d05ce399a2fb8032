"""Formats of letters: one adaptor a format, each from bytes to a `Document`.

A new format is one file here and one line in `ADAPTORS`.
"""

from collections.abc import Callable, Mapping

from corpus.formats.document import Document
from corpus.formats.front_matter import read_front_matter
from corpus.formats.text import decode

__all__ = ["ADAPTORS", "Adaptor", "Document", "read_plain_text"]

Adaptor = Callable[[bytes, str], Document]


def read_plain_text(raw: bytes, source: str) -> Document:
    """The document of a `.txt` or `.md` file; raises `UnreadableLetter` that names `source`.

    Front matter that is malformed is text like any other.
    """
    text = decode(raw, source=source)
    block = read_front_matter(text)
    if block is None:
        return Document(text)
    return Document(text, start=block.end, declared=block.fields, masked=block.masked)


# By the suffix of the file name, in lower case.
ADAPTORS: Mapping[str, Adaptor] = {".txt": read_plain_text, ".md": read_plain_text}
