"""Which format a file is in, told by its content; its name counts where the content says nothing.

Looks at bytes and parses nothing, so that it is safe whatever they are.
"""

import re
from typing import Literal

from corpus.errors import UnreadableLetter

Format = Literal["text", "html", "docx"]

# By the suffix of the file name, in lower case: what is listed as a letter.
SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".doc": "docx",
}

HEAD = 1024  # bytes in which a format must show itself; that of PDF (ISO 32000, annex H)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
COMMENTED = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*"
PAGE = re.compile(COMMENTED + rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
TAG = re.compile(rb"<[a-z/!][^<>]*>", re.I)
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
PDF = b"%PDF-"
FOREIGN = (
    (OLE, "a document of an old Office program (.doc, .xls, .ppt, .msg)"),
    (b"{\\rtf", "a document in Rich Text Format (.rtf)"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1f\x8b", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"Rar!\x1a\x07", "an archive"),
)


def recognise(raw: bytes, *, suffix: str, source: str) -> Format:
    """The format of a file with this content; `suffix` is that of its name, in lower case.

    Raises `UnreadableLetter` (foreign, encrypted) for the content of formats that are not read.
    """
    named = SUFFIXES.get(suffix, "text")
    head = raw[:HEAD]
    if head.startswith(ZIP):
        return _in_archive(raw, named, source)
    for magic, found in FOREIGN:
        if head.startswith(magic):
            if magic == OLE and ENCRYPTED_OFFICE in raw:
                raise UnreadableLetter(source, "encrypted")
            raise _foreign(source, found)
    if PDF in head:
        raise _foreign(source, "a PDF document")
    if head.startswith(UTF_16):
        head = head[2:].replace(b"\0", b"")
    if PAGE.match(head) or (named == "html" and TAG.search(raw)):
        return "html"
    return "text"


def _in_archive(raw: bytes, named: Format, source: str) -> Format:
    """The format of what is packed; a truncated archive is believed to be what its name says."""
    if b"word/" in raw and b"[Content_Types].xml" in raw:
        return "docx"
    if named == "docx" and b"[Content_Types].xml" in raw[:HEAD]:
        return "docx"
    raise _foreign(source, "an archive, or a document that holds no text")


def _foreign(source: str, found: str) -> UnreadableLetter:
    return UnreadableLetter(source, "foreign", found=found, supported=", ".join(SUFFIXES))
