"""What was understood of a letter, for people: plain lines for a terminal.

Knows the widths of Chinese and Latin characters, and that a letter may hold control characters.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from corpus.correcting import CORRECTIONS
from corpus.excerpts import in_one_line
from corpus.letter import Excerpt, Initiative, Letter, Party
from corpus.pairs import Pair

LABELS = 13  # columns
WIDTH = 96  # columns, the labels included
NOTHING = "-"
UNPRINTABLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")

Part = Literal["label", "number"]
Paint = Callable[[Part, str], str]  # gives words of a part their colour


def plain(part: Part, words: str) -> str:  # noqa: ARG001 - a Paint
    """Words without colour."""
    return words


def to_report(letter: Letter, pairs: Sequence[Pair] = (), paint: Paint = plain) -> str:
    """A letter's parts with a label each, and from where, then its initiatives as an outline."""
    parts = [
        ("Id", letter.id),
        ("File", letter.source),
        ("Languages", _by_hand(letter, "lang", ", ".join(letter.languages))),
        ("Genre", _by_hand(letter, "genre", letter.genre)),
        ("Title", _from(letter, "title", [letter.title])),
        ("Other titles", "; ".join(letter.alt_titles) or NOTHING),
        ("Date", _date(letter)),
        ("Issuers", _from(letter, "issuers", letter.issuers)),
        ("Addressee", _from(letter, "addressee", [letter.addressee])),
        ("Signatories", _from(letter, "signatories", letter.signatories)),
        ("Body", _body(letter)),
        ("Translation", _translation(letter)),
        ("Versions", "; ".join(f"{pair.id} ({pair.lang})" for pair in pairs) or NOTHING),
        ("Initiatives", _by_hand(letter, "initiatives", str(len(letter.initiatives) or NOTHING))),
    ]
    lines = [line for label, value in parts for line in _labelled(label, value, paint)]
    lines += [line for initiative in letter.initiatives for line in _item(initiative, paint)]
    return "\n".join(lines)


def printable(words: str) -> str:
    """Words in one line, without characters that would move or hide what a terminal shows."""
    shown = in_one_line(words)
    if shown.isascii() and shown.isprintable():
        return shown
    return "".join("\ufffd" if unicodedata.category(c) in UNPRINTABLE else c for c in shown)


def columns(words: str) -> int:
    """How many columns of a terminal words take: wide characters two, combining marks none."""
    if words.isascii():
        return len(words)
    return sum(map(_columns, words))


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(words: str, width: int) -> Iterator[str]:
    """Words in lines of at most `width` columns: broken at spaces, and between Han characters."""
    line, used = "", 0
    for piece in _pieces(words, width):
        size = columns(piece)
        if line and used + columns(piece.rstrip()) > width:
            yield line.rstrip()
            line, used = "", 0
        line, used = line + piece, used + size
    if line.strip():
        yield line.rstrip()


def _pieces(words: str, width: int) -> Iterator[str]:
    """What a line may be broken between: words with the space after them, wide characters."""
    piece, used = "", 0
    for char in words:
        size = _columns(char)
        if size == 2 or used + size > width:
            yield piece
            piece, used = "", 0
        piece, used = piece + char, used + size
        if size == 2 or char == " ":
            yield piece
            piece, used = "", 0
    yield piece


def _labelled(label: str, value: str, paint: Paint) -> Iterator[str]:
    for n, line in enumerate(wrap(printable(value), WIDTH - LABELS)):
        yield paint("label", f"{'' if n else label:<{LABELS}}") + line


def _item(initiative: Initiative, paint: Paint) -> Iterator[str]:
    indent = " " * (LABELS + 4 * (initiative.level - 1))
    number = NOTHING if initiative.number is None else f"{initiative.number}."
    words = f"{printable(initiative.head)} [{initiative.kind}]"
    for n, line in enumerate(wrap(words, WIDTH - len(indent) - 4)):
        yield indent + paint("number", f"{'' if n else number:<4}") + line


def _from(letter: Letter, field: str, found: Sequence[Excerpt | Party | None]) -> str:
    """The words of a field, each with the place where it was found."""
    told = []
    for words in found:
        if words is None:
            continue
        name = words.name if isinstance(words, Party) else words.text
        told.append(f"{name} [{_place(letter, field, words.start)}]")
    return "; ".join(told) or _by_hand(letter, field, NOTHING)


def _by_hand(letter: Letter, field: str, value: str) -> str:
    """A value that has no place in the text, with its source if somebody said it."""
    return f"{value} [{CORRECTIONS}]" if field in letter.corrected else value


def _place(letter: Letter, field: str, start: int) -> str:
    if field in letter.corrected:
        return CORRECTIONS
    if letter.masked and start < letter.masked[-1].end:
        return "front matter"
    count = letter.text.count("\n", 0, start) + 1
    return f"line {count}"


def _date(letter: Letter) -> str:
    if letter.date is None or letter.date_text is None:
        return _by_hand(letter, "date", letter.date or NOTHING)
    said = f"{letter.date_text.text}, " if letter.date_text.text != letter.date else ""
    return f"{letter.date} [{said}{_place(letter, 'date', letter.date_text.start)}]"


def _body(letter: Letter) -> str:
    start, end = letter.body.start, letter.body.end
    return f"characters {start} to {end} of {len(letter.own_text)}"


def _translation(letter: Letter) -> str:
    if letter.translation_of is None:
        return _by_hand(letter, "translation_of", NOTHING)
    said = f"{letter.translation or ''} translation of {letter.translation_of}".strip()
    return _by_hand(letter, "translation_of", said)
