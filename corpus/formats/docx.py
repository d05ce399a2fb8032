"""Word documents. The only user of python-docx. Knows parts and styles, not lists' numerals.

Headers, footers, notes, comments and deleted text are left out; inserted text stays.
"""

import io
import zipfile
import zlib
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from corpus.errors import UnreadableLetter
from corpus.formats.archives import open_archive
from corpus.formats.assembling import assemble
from corpus.formats.document import Document
from corpus.formats.docx_numbers import Numbers, W
from corpus.formats.rows import Rows

SKIPPED = frozenset({
    W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "rPr",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
})  # fmt: skip
CHARACTERS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
EVENTS = ("start", "end")


def read(raw: bytes, source: str) -> Document:
    """The letter of a document.

    Raises `UnreadableLetter` (damaged, encrypted, empty, too_deep, unpacks_too_large).
    """
    open_archive(raw, source).close()
    try:
        opened = docx.Document(io.BytesIO(raw))
        numbers = Numbers(_numbering(opened), _styles(opened))
        body = opened.element.body
        title = opened.core_properties.title
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise UnreadableLetter(source, "too_deep") from error
        raise UnreadableLetter(source, "damaged", problem="its XML is malformed") from error
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError,
            NotImplementedError) as error:  # fmt: skip
        raise UnreadableLetter(source, "damaged", problem="a part of it is missing") from error
    if body is None:
        raise UnreadableLetter(source, "empty")
    return assemble(_lines(body, numbers), source=source, titles=(title,))


def _lines(body: Any, numbers: Numbers) -> list[str]:
    rows = Rows()
    walk = etree.iterwalk(body, events=EVENTS)
    for event, element in walk:
        if element.tag in SKIPPED:
            if event == "start":
                walk.skip_subtree()
            continue
        if event == "start":
            _start(rows, element, numbers)
        elif element.tag == W + "p":
            rows.end_line()
        elif element.tag == W + "tr":
            rows.end_row()
        elif element.tag == W + "tc":
            rows.end_cell()
    return rows.lines


def _start(rows: Rows, element: Any, numbers: Numbers) -> None:
    tag = element.tag
    if tag == W + "t":
        rows.write(element.text)
    elif tag in CHARACTERS and element.getparent().tag == W + "r":
        rows.write(CHARACTERS[tag])
    elif tag == W + "p":
        rows.begin_line(
            numbers.label(element) if next(element.iter(W + "t"), None) is not None else ""
        )
    elif tag == W + "tr":
        rows.begin_row(element.findall(W + "tc"), table=W + "tbl", words=W + "t")


def _numbering(opened: Any) -> Any:
    """The part with the lists of the document; None where it has none."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    parts = [rel.target_part for rel in opened.part.rels.values() if rel.reltype == kind]
    return etree.fromstring(parts[0].blob) if parts else None


def _styles(opened: Any) -> Any:
    return opened.styles.element
