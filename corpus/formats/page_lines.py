"""From cleaned markup to lines, laid out as a browser shows them. Knows tags, not letters' words.

Blocks are lines of their own, list items have their numbers or bullets, cells of a row are set
apart by tabs. Linear in the size of the markup, however deep it is nested.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from corpus.formats.counting import Numerals, count
from corpus.formats.page import Element
from corpus.formats.rows import BULLET, LONGEST_CELL, OWN_MARKER
from corpus.formats.widths import WIDE
from corpus.structure.chrome import is_chrome

BREAK_BETWEEN_WIDE = re.compile(rf"(?<=[{WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{WIDE}])")
SPACES = re.compile(r"[ \t\r\n\f]+")
PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table",
                        "ul", "ol", "dl", "hr"})  # fmt: skip
BLOCKS = PARAGRAPHS | {"div", "li", "dt", "dd", "tr", "caption", "body", "html"}
NUMERALS: dict[str, Numerals] = {
    "1": "decimal", "a": "lower_letter", "A": "upper_letter", "i": "lower_roman",
    "I": "upper_roman",
}  # fmt: skip
SENTENCE = re.compile(r"[。！？；.!?;:：]$")
LONGEST_CREDITS = 240  # characters
SHORTEST_SENTENCE = 30  # characters, of a line that certainly is the letter's
YEAR = re.compile(r"(?:19|20)\d\d|[〇零一二三四五六七八九]{4}年")
COUNTS = re.compile(
    r"(?:(?:浏览|瀏覽|点击|點擊|阅读|閱讀|访问)(?:次数|次數|量|数|數|率)?"
    r"|\b(?:Page )?(?:Hits?|Views?))"
    r"\s{0,3}[:：]?\s{0,3}[\[(（]?\d[\d,]{0,12}[\])）]?\s{0,3}次?",
    re.I,
)
FONT_SIZES = re.compile(
    r"(?:字号|字號|字体|字體|\bFont(?: size)?)\s{0,3}[:：]?[\s\[\]【】()（）/|]{0,6}"
    r"(?:(?:特大|大|中|小|较大|默认|Large|Medium|Small|Normal|Big|A[+-]?|T)[\s\[\]【】()（）/|]{0,6}){1,5}",
    re.I,
)
IN_BRACKETS = re.compile(r"[(（\[【*]")


@dataclass(slots=True)
class _List:
    """A list that is being written: `numerals` is None for one with bullets."""

    numerals: Numerals | None
    number: int = 1


@dataclass(slots=True)
class _Writer:
    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    is_row: bool = False  # within a row of cells: nothing breaks the line
    keeps_spaces: bool = False
    has_only_marker: bool = False

    def write(self, words: str | None) -> None:
        if not words:
            return
        if self.keeps_spaces:
            *whole, words = words.split("\n")
            for line in whole:
                self.pieces.append(line)
                self.end_line()
        self.pieces.append(words.replace("\t", " "))
        self.has_only_marker = self.has_only_marker and not words.strip()

    def end_line(self, *, blank: bool = False) -> None:
        if self.is_row:
            self.pieces.append(" ")
            return
        if self.has_only_marker:
            return
        words = squeezed("".join(self.pieces))
        self.pieces.clear()
        if words:
            self.lines.append(words)
        if blank and self.lines and self.lines[-1]:
            self.lines.append("")

    def start_item(self, item: Element) -> None:
        """Write the number of an item or a bullet, unless it brings one of its own."""
        at = self.lists[-1] if self.lists else _List(None)
        value = item.get("value") or ""
        at.number = int(value) if value.isdecimal() and len(value) < 5 else at.number
        if not OWN_MARKER.match(_beginning(item)):
            self.pieces.append(f"{self._number(at)} ")
            self.has_only_marker = True
        at.number += 1

    def _number(self, at: _List) -> str:
        """As a browser prints it, but in brackets within a list: there are no indents here."""
        if at.numerals is None:
            return BULLET
        numeral = count(at.number, at.numerals)
        is_within = any(each.numerals for each in self.lists[:-1])
        return f"({numeral})" if is_within else f"{numeral}."


def to_lines(root: Element) -> list[str]:
    """The lines of cleaned markup; an empty one stands between paragraphs."""
    writer = _Writer()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            _start(writer, element)
            writer.write(element.text)
        else:
            _end(writer, element)
            writer.write(element.tail if element is not root else None)
    writer.has_only_marker = False
    writer.end_line()
    return writer.lines


def without_chrome(lines: Sequence[str]) -> list[str]:
    """Lines without the counters, crumbs and controls before the first and after the last sentence.

    Lines with a year stay: they can hold the letter's date. So do notes in brackets.
    """
    sure = [n for n, line in enumerate(lines) if _is_sentence(line)]
    first, last = (sure[0], sure[-1]) if sure else (len(lines), -1)
    kept: list[str] = []
    for n, line in enumerate(lines):
        words = line
        if not first <= n <= last and len(line) <= LONGEST_CREDITS:
            words = FONT_SIZES.sub(" ", COUNTS.sub(" ", line)).strip()
            if line and (not words or _is_page_chrome(words)):
                continue
        kept.append(words)
    return kept


def squeezed(words: str) -> str:
    """Words with one space for several; a line break between two wide characters is none."""
    words = BREAK_BETWEEN_WIDE.sub("", words.strip(" \n\r\f"))
    return "\t".join(SPACES.sub(" ", cell).strip() for cell in words.split("\t"))


def _start(writer: _Writer, element: Element) -> None:
    tag = element.tag
    if tag in BLOCKS:
        writer.end_line(blank=tag in PARAGRAPHS and not writer.lists)
    if tag in ("ul", "ol"):
        start = element.get("start") or ""
        numerals = NUMERALS.get(element.get("type") or "1", "decimal") if tag == "ol" else None
        first = int(start) if start.isdecimal() and len(start) < 5 else 1
        writer.lists.append(_List(numerals, first))
    elif tag == "li":
        writer.start_item(element)
    elif tag == "tr":
        writer.is_row = _is_row(element)
    elif tag in ("td", "th"):
        if writer.is_row and element.getprevious() is not None:
            writer.pieces.append("\t")
        elif not writer.is_row:
            writer.end_line()
    elif tag == "pre":
        writer.keeps_spaces = True
    elif tag == "q":
        writer.pieces.append("“")


def _end(writer: _Writer, element: Element) -> None:
    tag = element.tag
    if tag == "br":
        writer.has_only_marker = False
        writer.end_line()
    elif tag == "q":
        writer.pieces.append("”")
    elif tag == "pre":
        writer.keeps_spaces = False
    elif tag == "li":
        writer.has_only_marker = False
    elif tag in ("ul", "ol") and writer.lists:
        writer.lists.pop()
    elif tag == "tr":
        writer.is_row = False
    if tag in BLOCKS:
        writer.end_line(blank=tag in PARAGRAPHS and not writer.lists)


def _is_row(row: Element) -> bool:
    """Whether a row is one of a table and not of a layout: several cells, each short."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) < 2 or row.find(".//table") is not None:
        return False
    return all(len(cell.text_content().strip()) <= LONGEST_CELL for cell in cells)


def _beginning(item: Element) -> str:
    return "".join(words[:9] for words in islice(item.itertext(), 4)).lstrip()


def _is_sentence(line: str) -> bool:
    return len(line) >= SHORTEST_SENTENCE and bool(SENTENCE.search(line)) and not is_chrome(line)


def _is_page_chrome(line: str) -> bool:
    if not line or YEAR.search(line) or IN_BRACKETS.match(line):
        return False
    return any(map(str.isalnum, line)) and is_chrome(line)
