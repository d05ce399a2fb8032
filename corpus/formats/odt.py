"""OpenDocument texts. Knows parts and paragraphs, not lists' numerals.

Headers, footers, notes, comments and deleted text are left out.
"""

import re
from typing import Any

from lxml import etree

from corpus.errors import UnreadableLetter
from corpus.formats.archives import open_archive, read_part
from corpus.formats.assembling import assemble
from corpus.formats.document import Document
from corpus.formats.odt_lists import TEXT, Lists, read_lists
from corpus.formats.rows import Rows

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
ENCRYPTION = b"encryption-data"
PARAGRAPHS = (TEXT + "p", TEXT + "h")
CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")
SKIPPED = frozenset({
    TEXT + "tracked-changes", TEXT + "note", TEXT + "index-title", TEXT + "table-of-content",
    TEXT + "sequence-decls", TEXT + "hidden-text", TEXT + "ruby-text", OFFICE + "annotation",
    OFFICE + "forms", OFFICE + "binary-data", "{http://www.w3.org/2000/svg}title",
    "{http://www.w3.org/2000/svg}desc",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
})  # fmt: skip
SPACES = re.compile(r"[ \t\r\n]+")
MOST_SPACES = 100  # that one element says are there


def read(raw: bytes, source: str) -> Document:
    """The letter of a document.

    Raises `UnreadableLetter` (damaged, encrypted, empty, too_deep, unpacks_too_large).
    """
    with open_archive(raw, source) as archive:
        parts = set(archive.namelist())
        manifest = "META-INF/manifest.xml"
        if manifest in parts and ENCRYPTION in read_part(archive, manifest, source):
            raise UnreadableLetter(source, "encrypted")
        content = _tree(read_part(archive, "content.xml", source), source)
        others = [
            _tree(read_part(archive, name, source), source)
            for name in ("styles.xml", "meta.xml")
            if name in parts
        ]
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableLetter(source, "damaged", problem="it holds no text document")
    titles = [each.text or "" for root in others for each in root.iter(TITLE)]
    return assemble(_Writer(read_lists(*others, content)).lines(body), source=source, titles=titles)


def _tree(part: bytes, source: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise UnreadableLetter(source, "too_deep") from error
        raise UnreadableLetter(source, "damaged", problem="its XML is malformed") from error


class _Writer:
    """The lines of a document, written in one walk over its elements."""

    def __init__(self, lists: Lists) -> None:
        self.rows = Rows()
        self.lists = lists
        self.open_paragraphs = 0

    def lines(self, body: Any) -> list[str]:
        """The lines of a body."""
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            if element.tag in SKIPPED or not isinstance(element.tag, str):
                if event == "start":
                    walk.skip_subtree()
                else:
                    self._write(element.tail)
            elif event == "start":
                self._start(element)
                self._write(element.text)
            else:
                self._end(element)
                self._write(element.tail)
        return self.rows.lines

    def _write(self, words: str | None) -> None:
        if words and self.open_paragraphs:
            self.rows.write(SPACES.sub(" ", words))

    def _start(self, element: Any) -> None:
        tag = element.tag
        if tag in PARAGRAPHS:
            label = self.lists.label(element)
            self.rows.begin_line(label if next(element.itertext(), None) else "")
            self.open_paragraphs += 1
        elif tag == TEXT + "list":
            self.lists.begin(element)
        elif tag == TEXT + "list-item":
            self.lists.begin_item(element)
        elif tag == TABLE + "table-row":
            cells = [cell for cell in element if cell.tag in CELLS]
            self.rows.begin_row(cells, table=TABLE + "table")
        elif tag == TEXT + "s":
            said = element.get(TEXT + "c") or "1"
            self.rows.write(" " * min(int(said) if said.isdecimal() else 1, MOST_SPACES))
        elif tag == TEXT + "tab":
            self.rows.write("\t")
        elif tag == TEXT + "line-break":
            self.rows.write("\n")

    def _end(self, element: Any) -> None:
        tag = element.tag
        if tag in PARAGRAPHS:
            self.open_paragraphs -= 1
            self.rows.end_line()
        elif tag == TEXT + "list":
            self.lists.end()
        elif tag in CELLS:
            self.rows.end_cell()
        elif tag == TABLE + "table-row":
            self.rows.end_row()
