"""PDF documents. The only user of pdfminer.six. Knows pages, not paragraphs."""

import io
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import (
    LAParams,
    LTAnno,
    LTChar,
    LTContainer,
    LTFigure,
    LTImage,
    LTPage,
    LTTextLine,
)
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFTextExtractionNotAllowed
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.psexceptions import PSException
from pdfminer.utils import decode_text

from corpus.errors import UnreadableLetter
from corpus.formats.assembling import assemble
from corpus.formats.document import Document
from corpus.formats.glyphs import as_characters
from corpus.formats.pdf_layout import Line, Page, to_lines
from corpus.formats.widths import is_wide

END = b"%%EOF"
TAIL = 1024  # bytes in which a whole file has its end (Adobe's notes on ISO 32000, H.3)
# What pdfminer lets through where an object is none of the kind that its place asks for.
MALFORMED = (PSException, ValueError, KeyError, IndexError, TypeError, AttributeError,
             AssertionError, ArithmeticError, EOFError, struct.error, zlib.error)  # fmt: skip
UNMAPPED = "(cid:"  # how pdfminer begins a glyph of which the file does not say the character
MOST_UNMAPPED = 0.2  # of the glyphs
CLOSE = 0.9  # em; a narrower gap beside a wide character is none that was typed


def read(raw: bytes, source: str) -> Document:
    """The letter of a document.

    Raises `UnreadableLetter` (damaged, encrypted, only_pictures, unmapped, empty, too_deep).
    """
    if END not in raw.rstrip()[-TAIL:]:
        raise UnreadableLetter(source, "damaged", problem="its end is missing")
    try:
        opened = PDFDocument(PDFParser(io.BytesIO(raw)))
        titles = list(_titles(opened))
        pages = [_Reader(page) for page in _pages(opened)]
    except (PDFEncryptionError, PDFTextExtractionNotAllowed) as error:
        raise UnreadableLetter(source, "encrypted") from error
    except MALFORMED as error:
        problem = "an object in it is malformed or missing"
        raise UnreadableLetter(source, "damaged", problem=problem) from error
    _refuse_wordless(pages, source)
    lines = to_lines([page.page for page in pages])
    return assemble(lines, source=source, titles=titles)


def _pages(opened: PDFDocument) -> Iterator[LTPage]:
    resources = PDFResourceManager()
    # Without boxes, whose order costs the square of their number; pdf_layout has one of its own.
    device = PDFPageAggregator(resources, laparams=LAParams(boxes_flow=None, all_texts=True))
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(opened):
        interpreter.process_page(page)
        yield device.get_result()


def _titles(opened: PDFDocument) -> Iterator[str]:
    """What the file's properties say its title is."""
    for properties in opened.info:
        title = resolve1(properties.get("Title"))
        if isinstance(title, bytes):
            yield as_characters(decode_text(title))


def _refuse_wordless(pages: "list[_Reader]", source: str) -> None:
    glyphs, unmapped = sum(page.glyphs for page in pages), sum(page.unmapped for page in pages)
    if unmapped > MOST_UNMAPPED * glyphs:
        raise UnreadableLetter(source, "unmapped")
    if not glyphs and any(page.has_pictures for page in pages):
        raise UnreadableLetter(source, "only_pictures")


class _Reader:
    """The lines of one page, and what else is on it."""

    def __init__(self, layout: LTPage) -> None:
        self.glyphs = 0
        self.unmapped = 0
        self.has_pictures = False
        lines = [line for part in self._parts(layout) if (line := self._line(part))]
        self.page = Page(float(layout.width), float(layout.height), tuple(lines))

    def _parts(self, root: LTContainer[Any]) -> Iterator[LTTextLine]:
        waiting: list[Any] = [root]
        while waiting:
            part = waiting.pop()
            if isinstance(part, LTTextLine):
                yield part
            elif isinstance(part, LTImage):
                self.has_pictures = True
            elif isinstance(part, LTContainer | LTFigure):
                waiting.extend(part)

    def _line(self, part: LTTextLine) -> Line | None:
        """A line of upright glyphs; stamps and other turned words are no part of a letter."""
        glyphs = [each for each in part if isinstance(each, LTChar)]
        self.glyphs += sum(not glyph.get_text().isspace() for glyph in glyphs)
        self.unmapped += sum(glyph.get_text().startswith(UNMAPPED) for glyph in glyphs)
        upright = [glyph for glyph in glyphs if glyph.upright and glyph.get_text().strip()]
        if not upright:
            return None
        size = _usual(glyph.size for glyph in upright)
        pieces, ends = _spelled(list(part), size)
        if not pieces:
            return None
        return Line(
            words="".join(pieces),
            x0=upright[0].x0,
            x1=upright[-1].x1,
            baseline=_usual(glyph.matrix[5] for glyph in upright),
            size=size,
            ends=tuple(ends),
        )


def _spelled(parts: list[Any], size: float) -> tuple[list[str], list[float]]:
    """The characters of a line, and where each ends from the left of the page."""
    pieces: list[str] = []
    ends: list[float] = []
    at, is_apart = 0.0, False
    for part in parts:
        if isinstance(part, LTAnno) or not part.get_text().strip():
            is_apart = bool(pieces)
            is_typed = isinstance(part, LTChar)
            if is_typed and is_apart:
                pieces.append(" ")
                ends.append(part.x1)
                at, is_apart = part.x1, False
            continue
        words = part.get_text()
        if words.startswith(UNMAPPED) or not part.upright:
            continue
        words = as_characters(words)
        if is_apart and not _is_close(pieces[-1], words, (part.x0 - at) / size):
            pieces.append(" ")
            ends.append(part.x0)
        pieces.extend(words)
        ends.extend([part.x1] * len(words))
        at, is_apart = part.x1, False
    return pieces, ends


def _is_close(before: str, after: str, gap: float) -> bool:
    """Whether a gap, in em, is what programs put between Han characters and others."""
    return gap < CLOSE and (is_wide(before[-1]) or is_wide(after[0]))


def _usual(values: Iterator[float]) -> float:
    """The commonest of some measures, to a tenth of a point."""
    return Counter(round(value, 1) for value in values).most_common(1)[0][0]
