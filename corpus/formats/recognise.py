"""Which format a file is in, told by its content; its name counts where the content says nothing.

Looks at bytes and parses nothing, so that it is safe whatever they are.
"""

import re
from typing import Literal

from corpus.errors import Reason, UnreadableLetter

Format = Literal["text", "html", "docx", "odt", "pdf", "eml", "mht"]

# By the suffix of the file name, in lower case: what is listed as a letter. Some are of formats
# that are not read, so that such a letter is named in the report.
SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".eml": "eml",
    ".mht": "mht",
    ".mhtml": "mht",
    ".doc": "docx",
    ".rtf": "text",
    ".wps": "docx",
}
READ = ".txt, .md, .html, .mht, .pdf, .docx, .odt, .eml"  # what to save a letter as

HEAD = 1024  # bytes in which a format must show itself; that of PDF (ISO 32000, annex H)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
COMMENTED = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*"
PAGE = re.compile(COMMENTED + rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
TAG = re.compile(rb"<[a-z/!][^<>]*>", re.I)
FIELD = re.compile(rb"(?:From [^\r\n]*\r?\n)?[A-Za-z][!-9;-~]{0,75}:[ \t\r\n]")
# A memorandum may begin with From, To and Date; these are written by programs for mail alone.
MAIL = re.compile(
    rb"(?:^|\n)(?:MIME-Version:[ \t]*1\.0|Message-ID:[ \t]*<|Received:[ \t]*(?:from|by)\b)", re.I
)
SAVED_PAGE = re.compile(rb"(?:^|\n)(?:Snapshot-Content-Location:|From:[ \t]*<Saved by )", re.I)
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
DIRECTORY_END = b"PK\x05\x06"
LONGEST_END = 22 + 0xFFFF  # bytes, with the longest comment (APPNOTE 4.3.16)
PDF = b"%PDF-"
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
FOREIGN: tuple[tuple[bytes, Reason], ...] = (
    (OLE, "old_office"),
    (b"{\\rtf", "rich_text"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
)


def recognise(raw: bytes, *, suffix: str, source: str) -> Format:
    """The format of a file with this content; `suffix` is that of its name, in lower case.

    Raises `UnreadableLetter` (old_office, rich_text, picture, archive, encrypted) for the content
    of formats that are not read.
    """
    named = SUFFIXES.get(suffix, "text")
    head = raw[:HEAD]
    if head.startswith(ZIP):
        return _in_archive(raw, named, source)
    for magic, reason in FOREIGN:
        if head.startswith(magic):
            if magic == OLE and ENCRYPTED_OFFICE in raw:
                raise UnreadableLetter(source, "encrypted")
            raise UnreadableLetter(source, reason)
    if PDF in head:
        return "pdf"
    if FIELD.match(head) and (named in ("eml", "mht") or MAIL.search(_fields(raw))):
        return "mht" if named == "mht" or SAVED_PAGE.search(_fields(raw)) else "eml"
    if head.startswith(UTF_16):
        head = head[2:].replace(b"\0", b"")
    if PAGE.match(head) or (named == "html" and TAG.search(raw)):
        return "html"
    return "text"


def _fields(raw: bytes) -> bytes:
    """What stands before the first empty line of a message, as far as it is looked at."""
    return re.split(rb"\r?\n\r?\n", raw[: 16 * HEAD], maxsplit=1)[0]


def _in_archive(raw: bytes, named: Format, source: str) -> Format:
    """The format of what is packed; a truncated archive is believed to be what its name says."""
    if OPEN_DOCUMENT in raw[:HEAD]:
        return "odt"
    if OPEN_DOCUMENT[:20] not in raw[:HEAD] and b"content.xml" in raw:  # packed anew
        return "odt"
    if b"word/" in raw and b"[Content_Types].xml" in raw:
        return "docx"
    if named in ("docx", "odt") and DIRECTORY_END not in raw[-LONGEST_END:]:
        return named
    raise UnreadableLetter(source, "archive")
