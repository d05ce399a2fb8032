"""Numbers that Word prints before paragraphs, which are not in their text.

Knows the part of WordprocessingML about lists (ECMA-376, part 1, 17.9).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpus.formats.counting import Numerals, count
from corpus.formats.rows import labelled

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
PLACE = re.compile(r"%([1-9])")
NUMERALS: dict[str, Numerals] = {
    "decimalZero": "padded",
    "chineseCounting": "chinese",
    "chineseCountingThousand": "chinese",
    "taiwaneseCounting": "chinese",
    "taiwaneseCountingThousand": "chinese",
    "japaneseCounting": "chinese",
    "ideographDigital": "chinese",
    "taiwaneseDigital": "chinese",
    "ideographTraditional": "stems",
    "decimalEnclosedCircle": "circled",
    "decimalEnclosedCircleChinese": "circled",
    "upperRoman": "upper_roman",
    "lowerRoman": "lower_roman",
    "upperLetter": "upper_letter",
    "lowerLetter": "lower_letter",
}
DEEPEST_STYLE = 20  # styles that are based on one another


@dataclass(frozen=True, slots=True)
class _Level:
    numerals: str
    text: str
    start: int


@dataclass(slots=True)
class _Sequence:
    """The levels of a list and how far each has been counted; 0 is before the first."""

    levels: dict[int, _Level]
    counts: list[int] = field(default_factory=lambda: [0] * LEVELS)


class Numbers:
    """The lists of a document, counted on with each paragraph that is asked for."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._sequences: dict[str, _Sequence] = {}
        self._restarted: set[str] = set()
        self._styles = {style.get(W + "styleId"): style for style in styles.iter(W + "style")}
        if numbering is not None:
            self._read(numbering)

    def label(self, paragraph: Any) -> str:
        """What is printed before a paragraph, a space after it where one belongs; or nothing."""
        number, depth = self._place(paragraph)
        if number not in self._lists:
            return ""
        sequence = self._sequence(number)
        level = sequence.levels.get(depth)
        if level is None:
            return ""
        sequence.counts[depth] = (sequence.counts[depth] or level.start - 1) + 1
        sequence.counts[depth + 1 :] = [0] * (LEVELS - depth - 1)
        return labelled(_said(sequence, level))

    def _read(self, numbering: Any) -> None:
        for abstract in numbering.iter(W + "abstractNum"):
            levels = {_value(lvl, "ilvl"): _level(lvl) for lvl in abstract.iter(W + "lvl")}
            self._levels[abstract.get(W + "abstractNumId")] = levels
        for num in numbering.iter(W + "num"):
            abstract = num.find(W + "abstractNumId")
            starts = {
                _value(override, "ilvl"): _value(start, "val")
                for override in num.iter(W + "lvlOverride")
                for start in override.iter(W + "startOverride")
            }
            if abstract is not None:
                self._lists[num.get(W + "numId")] = (abstract.get(W + "val"), starts)

    def _sequence(self, number: str) -> _Sequence:
        """The sequence that a list counts in: lists of one kind go on with each other's numbers."""
        abstract, starts = self._lists[number]
        sequence = self._sequences.setdefault(abstract, _Sequence(self._levels.get(abstract, {})))
        if starts and number not in self._restarted:
            self._restarted.add(number)
            for depth, start in starts.items():
                if 0 <= depth < LEVELS:
                    sequence.counts[depth] = start - 1
        return sequence

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list of a paragraph and its level; the list is empty for none."""
        number, depth = "", 0
        for properties in self._properties(paragraph):
            found = properties.find(W + "numPr")
            if found is None:
                continue
            level, named = found.find(W + "ilvl"), found.find(W + "numId")
            depth = _value(level, "val") if level is not None else depth
            if named is not None:
                number = named.get(W + "val") or ""
                break
        return number, min(max(depth, 0), LEVELS - 1)

    def _properties(self, paragraph: Any) -> Iterator[Any]:
        """The properties of a paragraph, then those of its style and what that is based on."""
        own = paragraph.find(W + "pPr")
        if own is None:
            return
        yield own
        named = own.find(W + "pStyle")
        for _ in range(DEEPEST_STYLE):
            style = self._styles.get(named.get(W + "val")) if named is not None else None
            if style is None:
                return
            if (properties := style.find(W + "pPr")) is not None:
                yield properties
            named = style.find(W + "basedOn")


def _value(element: Any, name: str) -> int:
    value = element.get(W + name) or ""
    return int(value) if value.isdecimal() and len(value) < 5 else 0


def _level(lvl: Any) -> _Level:
    kind, text, start = (lvl.find(W + name) for name in ("numFmt", "lvlText", "start"))
    return _Level(
        kind.get(W + "val") or "decimal" if kind is not None else "decimal",
        text.get(W + "val") or "" if text is not None else "",
        _value(start, "val") if start is not None else 1,
    )


def _said(sequence: _Sequence, level: _Level) -> str:
    if level.numerals == "bullet":
        return "•"

    def numeral(place: re.Match[str]) -> str:
        depth = int(place[1]) - 1
        at = sequence.levels.get(depth, level)
        number = sequence.counts[depth] or at.start
        return count(number, NUMERALS.get(at.numerals, "decimal"))

    return PLACE.sub(numeral, level.text)
