"""Which lines of a text are the letter's body: after title, menus and credits, before the footer.

Knows the layout of pages and letters, nothing of names or numbers in them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.letter import Span
from corpus.structure.chrome import is_chrome, is_footer, names_makers
from corpus.structure.cues import Cue
from corpus.structure.dates import date_line
from corpus.structure.lines import Line
from corpus.structure.title import Headline
from corpus.structure.wording import is_prose

LATE = 0.5  # of the text: who made the page is named above the letter or after it
TAIL = 80  # lines: a footer or a list of signatories longer than that stays in the body
BYLINE = re.compile(r"(?:\*[^*]+\*|_[^_]+_|\[[^\]]*\]\([^)]*\))$")
SIGNED_BY = Cue(
    re.compile(r"[联聯][署名]|[签簽][署名]|[发發]起(?:单位|單位|人)|Signator|Signed by", re.I),
    ("signator", "signed by", "联", "聯", "签", "簽", "发起", "發起"),
)


@dataclass(frozen=True, slots=True)
class Body:
    """The lines `first` to `after` (exclusive) of the body, and the span that they cover."""

    first: int
    after: int
    span: Span


def find_body(text: str, lines: Sequence[Line], headline: Headline) -> Body:
    """The body of the letter that these lines are; empty, at the end, if nothing is left."""
    first = _first(lines, headline)
    after = _without_footer(lines, first, _makers(lines, first))
    if first >= after:
        return Body(first, first, Span(len(text), len(text)))
    closing = _closing_date(lines, first, after)
    if closing is None:
        return Body(first, after, Span(lines[first].start, lines[after - 1].end))
    number, end = closing
    return Body(first, number + 1, Span(lines[first].start, end))


def _first(lines: Sequence[Line], headline: Headline) -> int:
    number = headline.after
    while number < len(lines) and _is_before_body(lines[number], titled=headline.title is not None):
        number += 1
    return number


def _is_before_body(line: Line, *, titled: bool) -> bool:
    if is_chrome(line.text):
        return True
    return titled and bool(BYLINE.match(line.text) or date_line(line))


def _makers(lines: Sequence[Line], first: int) -> int:
    """The first line that says who made the page, if it stands in the last part of the text."""
    for number in range(max(first + 1, len(lines) - TAIL), len(lines)):
        line = lines[number]
        if names_makers(line.text) and line.start > lines[first].start + LATE * (
            lines[-1].end - lines[first].start
        ):
            return number
    return len(lines)


def _without_footer(lines: Sequence[Line], first: int, last: int) -> int:
    """Where the body ends: before a menu or notice that no sentence of the letter follows.

    `last` is the line before which it ends in any case.
    """
    after, number = last, last
    while number > max(first, last - TAIL):
        number -= 1
        line = lines[number].text
        if is_footer(line):
            after = number
        elif is_chrome(line):
            after = number if after == number + 1 else after
        elif is_prose(line):
            break
    return after


def _closing_date(lines: Sequence[Line], first: int, after: int) -> tuple[int, int] | None:
    """The line and the end of a date that closes the letter: at most an address follows it."""
    for number in range(after - 1, max(first, after - TAIL), -1):
        line = lines[number]
        if is_prose(line.text) or SIGNED_BY.is_in(line.text):
            return None
        date = date_line(line)
        if date:
            rest = line.text[date.end - line.start :]
            return number, line.end if any(char.isalnum() for char in rest) else date.end
    return None
