"""Numbers that OpenDocument prints before paragraphs, which are not in their text.

Knows the part of the format about lists (OpenDocument 1.3, part 3, 5.3 and 16.30).
"""

from dataclasses import dataclass, field
from typing import Any

from corpus.formats.counting import Numerals, count
from corpus.formats.rows import BULLET, labelled

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
LEVELS = 10
NUMERALS: dict[str, Numerals] = {
    "i": "lower_roman",
    "I": "upper_roman",
    "a": "lower_letter",
    "A": "upper_letter",
    "一": "chinese",
    "壹": "chinese",
    "甲": "stems",
    "①": "circled",
}  # by the first character: `一, 二, 三, ...`


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str  # the local name of its element
    numerals: str
    before: str
    after: str
    start: int
    shown: int  # levels whose numbers are printed

    def label(self, counts: list[int], depth: int) -> str:
        if self.kind.endswith("bullet"):
            return BULLET
        if not self.numerals:
            return ""
        numerals = NUMERALS.get(self.numerals[0], "decimal")
        first = max(0, depth - self.shown + 1)
        numbers = [str(number or 1) for number in counts[first:depth]]
        numbers.append(count(counts[depth], numerals))
        return labelled(f"{self.before}{'.'.join(numbers)}{self.after}")


@dataclass(slots=True)
class _List:
    """A list of the first level, with those that are within it, and how far each is counted."""

    style: str
    counts: list[int] = field(default_factory=lambda: [0] * LEVELS)


@dataclass(slots=True)
class Lists:
    """The lists of a document, counted on with each item."""

    styles: dict[str, dict[int, _Level]]
    outline: dict[int, _Level]
    depth: int = -1
    _at: _List = field(default_factory=lambda: _List(""))
    _chapters: list[int] = field(default_factory=lambda: [0] * LEVELS)
    _by_id: dict[str, _List] = field(default_factory=dict)
    _by_style: dict[str, _List] = field(default_factory=dict)
    _label: str = ""

    def begin(self, element: Any) -> None:
        """Begin a list, or one within the item of another."""
        self.depth += 1
        if self.depth:
            return
        style = element.get(TEXT + "style-name") or ""
        before = self._by_id.get(element.get(TEXT + "continue-list") or "")
        if before is None and element.get(TEXT + "continue-numbering") == "true":
            before = self._by_style.get(style)
        self._at = _List(style, before.counts if before else [0] * LEVELS)
        self._by_style[style] = self._at
        if name := element.get(XML_ID):
            self._by_id[name] = self._at

    def end(self) -> None:
        """End the list that was begun last."""
        self.depth -= 1
        self._label = ""

    def begin_item(self, element: Any) -> None:
        """Count an item; its number is printed before its first paragraph."""
        depth = min(self.depth, LEVELS - 1)
        level = self.styles.get(self._at.style, {}).get(depth)
        if level is None:
            return
        counts = self._at.counts
        start = _number(element, "start-value")
        counts[depth] = start or (counts[depth] or level.start - 1) + 1
        counts[depth + 1 :] = [0] * (LEVELS - depth - 1)
        self._label = level.label(counts, depth)

    def label(self, paragraph: Any) -> str:
        """What is printed before a paragraph: the number of its item, or of its chapter."""
        if self.depth < 0:
            return self._chapter(paragraph) if paragraph.tag == TEXT + "h" else ""
        label, self._label = self._label, ""
        return label

    def _chapter(self, heading: Any) -> str:
        depth = min(max((_number(heading, "outline-level") or 1) - 1, 0), LEVELS - 1)
        level = self.outline.get(depth)
        if level is None or heading.get(TEXT + "is-list-header") == "true":
            return ""
        self._chapters[depth] = (self._chapters[depth] or level.start - 1) + 1
        self._chapters[depth + 1 :] = [0] * (LEVELS - depth - 1)
        return level.label(self._chapters, depth)


def read_lists(*roots: Any) -> Lists:
    """The kinds of lists that these parts of a document have."""
    styles = {
        style.get(STYLE + "name"): _levels(style)
        for root in roots
        for style in root.iter(TEXT + "list-style")
    }
    outlines = [_levels(each) for root in roots for each in root.iter(TEXT + "outline-style")]
    return Lists(styles, outlines[-1] if outlines else {})


def _levels(style: Any) -> dict[int, _Level]:
    return {
        (_number(each, "level") or 1) - 1: _Level(
            each.tag.rpartition("}")[2],
            each.get(STYLE + "num-format") or "",
            each.get(STYLE + "num-prefix") or "",
            each.get(STYLE + "num-suffix") or "",
            _number(each, "start-value") or 1,
            _number(each, "display-levels") or 1,
        )
        for each in style
        if isinstance(each.tag, str)
    }


def _number(element: Any, name: str) -> int | None:
    value = element.get(TEXT + name) or ""
    return int(value) if value.isdecimal() and len(value) < 5 else None
