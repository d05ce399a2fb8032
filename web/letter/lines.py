"""The lines of a letter for its page, each in its language and its part in the letter.

Nothing is left out or rewritten. A line too long to read is shown in several, cut after sentences
and before initiatives.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from corpus import Letter
from search import Mark
from web.anchors import label_initiatives, name_initiatives
from web.languages import language_of
from web.letter.inline import Inline, Target
from web.marking import escaped

# What a line does in a letter; "around" is what the page that it came from had around it.
Role = Literal["body", "title", "salutation", "closing", "heading", "item", "around"]

LONGEST = 1_200  # characters of a line that is shown as it is
_ENOUGH = 400  # characters after which a longer one is cut
_CLOSING_LINES = 40  # that are looked at for signatures, from the end of the body
_LONGEST_CLOSING = 60  # characters
_SENTENCE_END = re.compile(r"[。！？；!?;][”’」』）)\"']{0,3}|\.[”’\"')]{0,3}(?=\s)")
_BLANK = re.compile(r"[\s\u3000]*")
_LONGEST_SALUTATION = 40  # characters
_DATE_LINE = re.compile(r"[\d〇○零一二三四五六七八九十]{2,4} ?年.{0,12}[日号號月]$|[\d./-]{6,10}$")
_SENTENCES = "。！？；!?;"
_LIST_ITEM = re.compile(r"[-*+•·▪●] ?\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the letter that is not empty.

    `blank` is the white space that it begins with. `follows` says that no empty line stands before
    it, `continues` that it is the rest of a line that was cut. `start` is its place in the text.
    """

    start: int
    html: Markup
    blank: Markup
    language: str
    role: Role
    follows: bool
    continues: bool


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int

    def holds(self, place: int) -> bool:
        return self.start <= place < self.end


def iter_lines(letter: Letter, marks: Sequence[Mark]) -> Iterator[Line]:
    """The lines of a letter after its front matter. Linear in its length."""
    yield from _iter_lines(letter, Inline(letter.text, marks, targets_of(letter)), cut_all=False)


def iter_cut_lines(letter: Letter) -> Iterator[Line]:
    """The same without marks and links to initiatives; each of these begins a line of its own."""
    inline = Inline(letter.text, (), targets_of(letter), shows_targets=False)
    yield from _iter_lines(letter, inline, cut_all=True)


def end_of_front_matter(letter: Letter) -> int:
    """Where the text of a letter begins in its file."""
    return letter.masked[-1].end if letter.masked else 0


def _iter_lines(letter: Letter, inline: Inline, *, cut_all: bool) -> Iterator[Line]:
    closing = _closing_from(letter)
    follows = False
    for row in _iter_rows(letter.own_text, end_of_front_matter(letter)):
        if row.start == row.end:
            follows = False
            continue
        role = _role(letter, row, closing)
        for place, piece in enumerate(_pieces(letter.text, row, inline, cut_all)):
            yield _line(letter, piece, role, inline, follows=follows, continues=place > 0)
        follows = True


def _line(
    letter: Letter, piece: _Row, role: Role, inline: Inline, *, follows: bool, continues: bool
) -> Line:
    blank = _BLANK.match(letter.text, piece.start, piece.end)
    text_start = blank.end() if blank and not continues else piece.start
    text = letter.text[text_start : piece.end]
    return Line(
        start=piece.start,
        html=inline.html(text_start, piece.end),
        blank=escaped(letter.text[piece.start : text_start]),
        language=language_of(text, letter.languages),
        role=role,
        follows=follows or continues,
        continues=continues,
    )


def targets_of(letter: Letter) -> list[Target]:
    """Where the initiatives of a letter begin, in the order of the text."""
    names = name_initiatives(letter.initiatives)
    labels = label_initiatives(letter.initiatives)
    rows = zip(letter.initiatives, names, labels, strict=True)
    return sorted(
        (Target(initiative.start, name, label) for initiative, name, label in rows),
        key=lambda target: target.start,
    )


def _iter_rows(text: str, begin: int) -> Iterator[_Row]:
    """Lines by their places; one of white space alone is empty."""
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        yield _Row(begin, end if text[begin:end].strip() else begin)
        begin = end + 1


def _role(letter: Letter, row: _Row, closing: int) -> Role:
    title = letter.title
    if title and title.start < row.end and row.start < title.end:
        return "title"
    if not letter.body.start <= row.start < letter.body.end:
        return "around"
    if row.start >= closing:
        return "closing"
    words = letter.text[row.start : min(row.end, row.start + 200)].strip()
    if _is_salutation(letter, row, words):
        return "salutation"
    if words.startswith("#"):
        return "heading"
    return "item" if _LIST_ITEM.match(words) else "body"


def _is_salutation(letter: Letter, row: _Row, words: str) -> bool:
    """Whether a line calls those that it is written to, as the first of the body may do."""
    if len(words) > _LONGEST_SALUTATION or words[-1] not in "：:，,":
        return False
    is_first = not letter.text[letter.body.start : row.start].strip()
    return is_first or bool(letter.addressee and row.holds(letter.addressee.start))


def _closing_from(letter: Letter) -> int:
    """Where the signature begins: the last short lines of the body that name who and when."""
    names = {party.name for party in (*letter.issuers, *letter.signatories)}
    if letter.date_text:
        names.add(letter.date_text.text)
    last_item = max((initiative.start for initiative in letter.initiatives), default=-1)
    start = end = letter.body.end
    for _ in range(_CLOSING_LINES):
        begin = letter.text.rfind("\n", letter.body.start, max(end - 1, 0)) + 1
        begin = max(begin, letter.body.start)
        words = letter.text[begin:end].strip()
        if words:
            if begin <= last_item or not _is_signature(words, names):
                break
            start = begin
        if begin <= letter.body.start:
            break
        end = begin - 1
    return start


def _is_signature(words: str, names: set[str]) -> bool:
    if len(words) > _LONGEST_CLOSING or words[-1] in _SENTENCES:
        return False
    return bool(_DATE_LINE.match(words)) or any(name in words for name in names)


def _pieces(text: str, row: _Row, inline: Inline, cut_all: bool) -> Iterator[_Row]:
    """A line, or the parts of one that is too long or, to `cut_all`, has several initiatives."""
    is_long = row.end - row.start > LONGEST
    start = row.start
    for place in _places_to_cut(text, row, inline) if is_long or cut_all else ():
        if text[start:place].strip():
            yield _Row(start, place)
            start = place
    yield _Row(start, row.end)


def _places_to_cut(text: str, row: _Row, inline: Inline) -> Iterator[int]:
    """Where a long line may be cut: ascending, none twice, none more than LONGEST apart."""
    wanted = {target.start for target in inline.targets(row.start + 1, row.end)}
    ends = set()
    if row.end - row.start > LONGEST:
        ends = {found.end() for found in _SENTENCE_END.finditer(text, row.start, row.end)}
    done = row.start
    for place in [*sorted(wanted | ends), row.end]:
        while place - done > LONGEST:
            done = _space_before(text, done, done + LONGEST)
            yield done
        if done < place < row.end and (place in wanted or place - done >= _ENOUGH):
            yield place
            done = place


def _space_before(text: str, start: int, end: int) -> int:
    """The place after the last space of a stretch, or its end where it has none."""
    found = text.rfind(" ", start + _ENOUGH, end)
    return found + 1 if found > 0 else end
