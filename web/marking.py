"""Text of letters becomes HTML here and nowhere else: escaped first, then marked and linked.

Owns escaping, `<mark>` and links made of addresses in the text. Must not know templates or Flask.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from markupsafe import Markup

from search import Mark

# What HTML cannot carry: control characters but tab and newlines, surrogates, and noncharacters.
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

_CHANGED = re.compile(f"[&<>\"'{_UNSHOWABLE.pattern[1:]}")

# An address is ASCII, so that Chinese that follows it without a space is no part of it. Every
# repetition has a bound, which keeps the search linear in the text.
_ADDRESS = re.compile(
    r"""
    (?P<web> (?: \bhttps?:// | (?<![\w.@/-])www\.(?=[a-z0-9]) )
             [\w.~:/?\#\[\]@!$&'()*+,;=%-]{1,2000} )
    | (?P<mail> (?<![\w.%+-]) [\w.%+-]{1,64} @ (?:[a-z0-9-]{1,63}\.){1,8} [a-z]{2,24} (?![\w-]) )
    """,
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
_TRAILING = ".,;:!?'*"
_LONGEST_QUOTED = 80  # characters
_OWN_QUOTES = re.compile('["“「『].*["”」』]', re.DOTALL)


def escaped(text: str) -> Markup:
    """Make text safe inside HTML, with U+FFFD for each character that HTML cannot carry."""
    return Markup(_escape(text))  # noqa: S704  # made safe by it


def _escape(text: str) -> str:
    return escape(_UNSHOWABLE.sub("\ufffd", text)) if _CHANGED.search(text) else text


def quoted(query: str) -> Markup:
    """What a reader typed, shortened, in the quotation marks of the sentence around it.

    The style sheet has these for each language. What has its own gets no others.
    """
    text = query if len(query) <= _LONGEST_QUOTED else f"{query[: _LONGEST_QUOTED - 1].rstrip()}…"
    apart = f"<bdi>{_escape(text)}</bdi>"
    html = apart if _OWN_QUOTES.fullmatch(text) else f"<q>{apart}</q>"
    return Markup(html)  # noqa: S704  # escaped here


def marked(text: str, offset: int, marks: Sequence[Mark]) -> Markup:
    """Escape a piece of a letter and put `<mark>` around what lies within the marks.

    `offset` is where the piece begins in the letter. Marks are positions in the letter, ascending;
    what of them lies outside the piece is left out.

    >>> marked("a<b", 10, [Mark(11, 13)])
    Markup('a<mark>&lt;b</mark>')
    """
    return Markup(mark_up(text, offset, marks))  # noqa: S704  # mark_up escapes every piece


def mark_up(text: str, offset: int, marks: Sequence[Mark]) -> str:
    """The same HTML as a string, for JSON: every piece of the text is escaped."""
    plain = not _CHANGED.search(text)
    pieces: list[str] = []
    done = 0
    for mark in marks:
        start, end = mark.start - offset, mark.end - offset
        if start < done or end > len(text):
            start, end = max(start, done), min(end, len(text))
        if start < end:
            pieces += [text[done:start], "<mark>", text[start:end], "</mark>"]
            done = end
    pieces.append(text[done:])
    if not plain:
        pieces[::2] = map(_escape, pieces[::2])  # the others are tags
    return "".join(pieces)


def marked_excerpt(words: str, text: str, start: int, marks: Sequence[Mark]) -> Markup:
    r"""Mark words of a letter whose line breaks were joined; they begin at `start` of its `text`.

    White space comes out as single spaces, whatever kind and however much of it the letter has.

    >>> marked_excerpt("New rules", "2. New  \nrules: one", 3, [Mark(6, 10)])
    Markup('New<mark> r</mark>ules')
    """
    end = start
    for word in words.split():
        end = text.find(word, end) + len(word)
    return Markup(" ").join(marked(text[start:end], start, marks).split())


def iter_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """The web and mail addresses of a text: start, end, and where a link leads. Linear."""
    for match in _ADDRESS.finditer(text):
        if match["mail"]:
            yield match.start(), match.end(), f"mailto:{match['mail']}"
            continue
        address = _without_trailing(match["web"])
        href = address if address[:4].lower() == "http" else f"http://{address}"
        yield match.start(), match.start() + len(address), href


def _without_trailing(address: str) -> str:
    """Drop what belongs to the sentence around: punctuation, and a bracket that it did not open."""
    opened, closed = address.count("("), address.count(")")
    end = len(address)
    while end:
        if address[end - 1] == ")" and closed > opened:
            closed -= 1
        elif address[end - 1] not in _TRAILING:
            break
        end -= 1
    return address[:end]
