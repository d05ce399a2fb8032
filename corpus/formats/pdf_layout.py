"""Lines of printed pages to the paragraphs that they were: a file of pages has none.

Knows places on a page, in points from the left and from the bottom; not where they come from.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.formats.rows import OWN_MARKER, labelled
from corpus.formats.widths import join

MARGIN = 0.12  # of the height of a page, in which page numbers and running heads stand
OUTERMOST = 0.06  # the same for what browsers print around a page
FEWEST_IN_COLUMNS = 5  # rows that are half left and half right, for a page of two columns
LEAST_COLUMN = 0.25  # of the width of a page
SAME_SIZE = 0.08  # of the size
SAME_LINE = 0.5  # of the size
LARGEST_LEADING = 1.35  # times the usual one, within a paragraph
LARGEST_GAP = 2.5  # em, from line to line within a paragraph; double spacing has 2.3
LEAST_INDENT = 0.6  # em
FARTHEST_LABEL = 4.0  # em between the number of an item and its words
LARGEST_INDENT = 6.0  # em from the left, of a line that a paragraph goes on after
SPACE = 0.2  # em, the narrowest between words
WHOLE_WIDTH = 0.75  # of the width of the text: a heading that goes on in a second line
PAGE_NUMBER = re.compile(
    r"[-–—·\s]*(?:第\s*)?(?:Page\s*)?\d{1,4}(?:\s*页|\s*頁)?"
    r"(?:\s*(?:/|of|共|,|，)\s*(?:共\s*)?\d{1,4}(?:\s*页|\s*頁)?)?[-–—·\s]*",
    re.I,
)
BY_BROWSER = re.compile(
    r"(?:https?|file)://\S+|\d{1,4}/\d{1,2}/\d{1,4},? \d{1,2}:\d{2}(?: ?[AP]M)?"
)
DIGITS = re.compile(r"\d+")
ENDED = re.compile(r"[。！？；：.!?;:][”’」』）)\"']*$")
# What is not parted by the end of a line: a word or a wide character, with its punctuation.
UNIT = re.compile(
    r"[（〔［【《〈「『“‘(\[]*(?:[!-~\u00a1-\u024f’]+|\S)[、。，．：；！？）〕］】》〉」』”’…—]*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words on one line; `ends` has where each of its characters ends."""

    words: str
    x0: float
    x1: float
    baseline: float
    size: float
    ends: tuple[float, ...] = ()

    @property
    def first_width(self) -> float:
        """How wide what must stand together at its beginning is."""
        found = UNIT.match(self.words)
        return self.ends[found.end() - 1] - self.x0 if found and self.ends else 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its width and height in points, and its lines in any order."""

    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands side by side: a line, or the cells of a table's row."""

    page: int
    cells: tuple[Line, ...]

    @property
    def first(self) -> Line:
        return self.cells[0]

    @property
    def words(self) -> str:
        return "\t".join(cell.words.strip() for cell in self.cells)

    @property
    def baseline(self) -> float:
        return self.first.baseline


@dataclass(frozen=True, slots=True)
class _Measures:
    """The left and right of the text, and how far lines of a size are apart."""

    left: float
    right: float
    leading: dict[float, float]


def to_lines(pages: Sequence[Page]) -> list[str]:
    """Paragraphs as lines, an empty one where more space is between them."""
    rows = [_rows(page, number) for number, page in enumerate(pages)]
    rows = _without_margins(rows, pages)
    ordered = [row for number, page in enumerate(pages) for row in _ordered(rows[number], page)]
    return list(_joined(ordered, _measure(ordered))) if ordered else []


def _rows(page: Page, number: int) -> list[_Row]:
    """The rows of a page from top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(page.lines, key=lambda line: -line.baseline):
        if rows and rows[-1][0].baseline - line.baseline < SAME_LINE * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_Row(number, _labelled(sorted(cells, key=lambda cell: cell.x0))) for cells in rows]


def _labelled(cells: list[Line]) -> tuple[Line, ...]:
    """The cells of a row; the number of an item, which is set apart from it, joined to it."""
    if len(cells) < 2 or not _is_label(cells[0], cells[1]):
        return tuple(cells)
    label, item = cells[:2]
    words = labelled(label.words.strip()) + item.words
    ends = [label.x1] * (len(words) - len(item.words))
    joined = replace(item, words=words, x0=label.x0, ends=(*ends, *item.ends))
    return (joined, *cells[2:])


def _is_label(label: Line, item: Line) -> bool:
    words = label.words.strip()
    found = OWN_MARKER.match(words)
    is_whole = found is not None and found.end() == len(words)
    return is_whole and item.x0 - label.x1 < FARTHEST_LABEL * label.size


def _without_margins(rows: list[list[_Row]], pages: Sequence[Page]) -> list[list[_Row]]:
    """Without page numbers, running heads and what browsers print around a page."""
    seen = Counter(
        _signature(row)
        for number, page in enumerate(pages)
        for row in rows[number]
        if _depth(row, page) < MARGIN
    )
    repeated = {key for key, times in seen.items() if times > 1}
    return [
        [row for row in rows[number] if not _is_margin(row, page, repeated)]
        for number, page in enumerate(pages)
    ]


def _is_margin(row: _Row, page: Page, repeated: set[tuple[str, int]]) -> bool:
    depth = _depth(row, page)
    if depth < OUTERMOST and any(BY_BROWSER.fullmatch(cell.words.strip()) for cell in row.cells):
        return True
    if depth >= MARGIN:
        return False
    return _signature(row) in repeated or bool(PAGE_NUMBER.fullmatch(row.words))


def _depth(row: _Row, page: Page) -> float:
    """How near to the upper or lower edge a row is, as a part of the height."""
    return min(row.baseline, page.height - row.baseline) / page.height if page.height else 1.0


def _signature(row: _Row) -> tuple[str, int]:
    return DIGITS.sub("#", row.words), round(row.baseline)


def _ordered(rows: list[_Row], page: Page) -> Iterator[_Row]:
    """The rows as they are read: where a page has two columns, the left one first."""
    halves = [row for row in rows if _is_in_columns(row, page)]
    if len(halves) < max(FEWEST_IN_COLUMNS, len(rows) / 2):
        yield from rows
        return
    middle = sorted(row.cells[1].x0 for row in halves)[len(halves) // 2] - 1.0
    right: list[_Row] = []
    for row in rows:
        parts = [cell for cell in row.cells if cell.x0 >= middle]
        others = tuple(cell for cell in row.cells if cell.x0 < middle)
        if others and others[-1].x1 > middle:  # across both
            yield from right
            right.clear()
            yield row
            continue
        if others:
            yield _Row(row.page, others)
        if parts:
            right.append(_Row(row.page, tuple(parts)))
    yield from right


def _is_in_columns(row: _Row, page: Page) -> bool:
    least = LEAST_COLUMN * page.width
    return len(row.cells) == 2 and all(cell.x1 - cell.x0 > least for cell in row.cells)


def _measure(rows: list[_Row]) -> _Measures:
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    for before, after in pairwise(rows):
        gap = round(before.baseline - after.baseline, 1)
        if before.page == after.page and gap > 0 and before.first.size == after.first.size:
            gaps[before.first.size][gap] += 1
    leading = {size: _commonest(counts) for size, counts in gaps.items()}
    single = [row.first for row in rows if len(row.cells) == 1] or [row.first for row in rows]
    return _Measures(min(line.x0 for line in single), max(line.x1 for line in single), leading)


def _commonest(counts: Counter[float]) -> float:
    """The gap that is there most often, the narrowest of several."""
    return min(counts, key=lambda gap: (-counts[gap], gap))


def _joined(rows: list[_Row], measures: _Measures) -> Iterator[str]:
    words, before = "", None
    for row in rows:
        if before is not None and _goes_on(before, row, measures):
            words = join(words, row.words)
        elif before is not None:
            yield words
            if _is_apart(before, row, measures):
                yield ""
            words = row.words
        else:
            words = row.words
        before = row
    yield words


def _goes_on(before: _Row, after: _Row, measures: _Measures) -> bool:
    """Whether a row is of the same paragraph as the one before: that was full, and looks alike."""
    if len(before.cells) > 1 or len(after.cells) > 1 or _is_apart(before, after, measures):
        return False
    above, below = before.first, after.first
    if abs(above.size - below.size) > SAME_SIZE * above.size:
        return False
    if above.x1 + _space(above, below) + below.first_width < measures.right:
        return False
    if OWN_MARKER.match(below.words) and ENDED.search(above.words):
        return False
    return _is_aligned(above, below, measures)


def _space(above: Line, below: Line) -> float:
    """How wide a space between two lines would be, were they one."""
    return SPACE * above.size if join(above.words, below.words[:1])[-2] == " " else 0.0


def _is_aligned(above: Line, below: Line, measures: _Measures) -> bool:
    """Whether a line begins where the one above it lets a paragraph go on."""
    em = above.size
    if _is_centred(above, measures) and _is_centred(below, measures):
        return above.x1 - above.x0 > WHOLE_WIDTH * (measures.right - measures.left)
    if above.x0 - measures.left > LARGEST_INDENT * em:
        return False
    indent = below.x0 - above.x0
    return indent < LEAST_INDENT * em or bool(OWN_MARKER.match(above.words))


def _is_centred(line: Line, measures: _Measures) -> bool:
    left, right = line.x0 - measures.left, measures.right - line.x1
    return abs(left - right) < line.size and left >= 0


def _is_apart(before: _Row, after: _Row, measures: _Measures) -> bool:
    """Whether there is more space between two rows than within a paragraph."""
    if before.page != after.page:
        return False
    size = before.first.size
    usual = max(measures.leading.get(size, 0.0), size)
    return before.baseline - after.baseline > min(LARGEST_LEADING * usual, LARGEST_GAP * size)
