"""Formats of letters: one adaptor a format, each from bytes to a `Document`.

A new format is one file here, one line in `ADAPTORS`, its suffixes in `SUFFIXES` and what its
content is told by in `recognise`. Plain text is read here; all else is read apart, by a process
that can be ended, which alone imports the adaptors and their libraries.
"""

import importlib
from collections.abc import Callable, Mapping

from corpus.formats.document import Document
from corpus.formats.front_matter import read_front_matter
from corpus.formats.recognise import READ, SUFFIXES, Format, recognise
from corpus.formats.text import decode

__all__ = [
    "ADAPTORS", "READ", "SUFFIXES", "Adaptor", "Document", "Format", "open_adaptor",
    "read_plain_text", "recognise",
]  # fmt: skip

Adaptor = Callable[[bytes, str], Document]

# Modules with a function `read`, an `Adaptor`.
ADAPTORS: Mapping[Format, str] = {
    "html": "corpus.formats.html",
    "docx": "corpus.formats.docx",
    "odt": "corpus.formats.odt",
    "pdf": "corpus.formats.pdf",
    "eml": "corpus.formats.eml",
    "mht": "corpus.formats.mht",
}


def open_adaptor(format_: Format) -> Adaptor:
    """What reads a format that is no plain text; imports its library, which takes a while."""
    adaptor: Adaptor = importlib.import_module(ADAPTORS[format_]).read
    return adaptor


def read_plain_text(raw: bytes, source: str) -> Document:
    """The document of a `.txt` or `.md` file; raises `UnreadableLetter` that names `source`.

    Front matter that is malformed is text like any other.
    """
    text = decode(raw, source=source)
    block = read_front_matter(text)
    if block is None:
        return Document(text)
    return Document(text, start=block.end, declared=block.fields, masked=block.masked)
