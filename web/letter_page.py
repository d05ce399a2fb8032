"""What the page of a letter shows: its lines, marked and linked, with its initiatives named.

Must not know Flask's requests. The text is the file's own: nothing is left out or rewritten.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from corpus import Letter
from search import LetterView, Mark
from web.addresses import letter_address
from web.anchors import label_initiatives, name_initiatives
from web.languages import language_of
from web.marking import marked, marked_and_linked
from web.parameters import SearchParameters
from web.titles import Heading, heading

Place = Literal["body", "around"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the letter that is not empty.

    `follows` says that no empty line stands before it. `place` is "around" for what the page that
    the letter came from had around it. `level` is that of an initiative which begins the line.
    """

    html: Markup
    language: str
    place: Place
    follows: bool
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An initiative in the list of contents."""

    label: str
    head: str
    language: str
    anchor: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLetter:
    """A letter's lines, contents, and the block of front matter that stands above it, if any."""

    lines: tuple[Line, ...]
    contents: tuple[Entry, ...]
    front_matter: Markup
    mark_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Another version of the letter: the original, or a translation."""

    heading: Heading
    language: str
    address: str
    is_original: bool
    is_unofficial: bool


@dataclass(frozen=True, slots=True)
class _Anchor:
    start: int
    name: str
    level: int


def show_letter(view: LetterView) -> ShownLetter:
    """A letter ready for its template. Linear in the letter's length."""
    letter = view.letter
    begin = letter.masked[-1].end if letter.masked else 0
    front_matter = letter.text[:begin]
    return ShownLetter(
        lines=tuple(_iter_lines(letter, begin, view.marks)),
        contents=_contents(letter),
        front_matter=marked(front_matter, 0, view.marks) if front_matter else Markup(),
        mark_count=len(view.marks),
    )


def show_version(view: LetterView, parameters: SearchParameters) -> Version:
    """Another version of a letter, with the search kept in its address."""
    letter = view.letter
    return Version(
        heading=heading(letter),
        language=letter.languages[0],
        address=letter_address(letter.id, parameters),
        is_original=letter.translation_of is None,
        is_unofficial=letter.translation == "unofficial",
    )


def _contents(letter: Letter) -> tuple[Entry, ...]:
    names = name_initiatives(letter.initiatives)
    labels = label_initiatives(letter.initiatives)
    return tuple(
        Entry(
            label="" if initiative.number is None else label,
            head=initiative.head,
            language=language_of(initiative.head, letter.languages),
            anchor=name,
            level=initiative.level,
        )
        for initiative, label, name in zip(letter.initiatives, labels, names, strict=True)
    )


def _iter_lines(letter: Letter, begin: int, marks: tuple[Mark, ...]) -> Iterator[Line]:
    names = name_initiatives(letter.initiatives)
    anchors = [
        _Anchor(initiative.start, name, initiative.level)
        for initiative, name in zip(letter.initiatives, names, strict=True)
    ]
    anchors.sort(key=lambda anchor: anchor.start)
    start, follows = begin, False
    for text in letter.text[begin:].split("\n"):
        if text.strip():
            here = _within(anchors, start, start + len(text))
            yield Line(
                html=_line_html(text, start, marks, here),
                language=language_of(text, letter.languages),
                place="body" if letter.body.start <= start < letter.body.end else "around",
                follows=follows,
                level=here[0].level if here else 0,
            )
        follows = bool(text.strip())
        start += len(text) + 1


def _within(anchors: list[_Anchor], start: int, end: int) -> list[_Anchor]:
    first = bisect_left(anchors, start, key=lambda anchor: anchor.start)
    last = bisect_right(anchors, end, key=lambda anchor: anchor.start)
    return anchors[first:last]


def _line_html(text: str, start: int, marks: tuple[Mark, ...], anchors: list[_Anchor]) -> Markup:
    """A line with its marks, its links, and a target where each initiative begins."""
    first = bisect_right(marks, start, key=lambda mark: mark.end)
    last = bisect_left(marks, start + len(text), key=lambda mark: mark.start)
    inside = marks[first:last]
    pieces: list[Markup] = []
    done = 0
    for anchor in anchors:
        at = anchor.start - start
        pieces.append(marked_and_linked(text[done:at], start + done, inside))
        pieces.append(Markup('<span id="{}" class="anchor"></span>').format(anchor.name))
        done = at
    pieces.append(marked_and_linked(text[done:], start + done, inside))
    return Markup("").join(pieces)
