"""From the lines that a parser found to a `Document`. Knows no format.

Words that a file says of itself beside its text, such as a title in its properties, are believed
where the text prints them too: programs put file names and site names there.
"""

import re
from collections.abc import Iterable

from corpus.errors import UnreadableLetter
from corpus.formats.document import Document
from corpus.letter import Span

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, and what other programs use as place holders: soft hyphens, marks of byte order,
# objects, private and lone surrogate characters.
UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff\ufffc\ufffe\uffff\ud800-\udfff]"
)
BLANK_LINES = re.compile(r"\n{3,}")
NO_WORD = re.compile(r"[\W_]+")
HEAD = 40  # lines in which a title is printed
SHORTEST_TITLE = 3  # characters: 倡议书, 公开信
LONGEST_TEXT = 5_000_000  # characters; a book of 1,000 pages has 3 million


def plain(words: str) -> str:
    r"""Words without control characters; every kind of line end is a newline.

    >>> plain("a\x00b\r\nc\u2028d\tsoft\u00adly")
    'ab\nc\nd\tsoftly'
    """
    return UNWANTED.sub("", LINE_ENDS.sub("\n", words))


def assemble(lines: Iterable[str], *, source: str, titles: Iterable[str] = ()) -> Document:
    """The document of these lines; of several blank lines one is kept.

    `titles` are what the file says its title is, the best first. Raises `UnreadableLetter` (empty,
    too_long).
    """
    text = "\n".join(plain(line).strip() for line in lines).strip()
    text = BLANK_LINES.sub("\n\n", text)
    if not text:
        raise UnreadableLetter(source, "empty")
    if len(text) > LONGEST_TEXT:
        raise UnreadableLetter(source, "too_long", limit=f"{LONGEST_TEXT:,}")
    printed = (find_printed(text, title) for title in titles)
    place = next((span for span in printed if span), None)
    return Document(text, declared={"title": (place,)} if place else {})


def find_printed(text: str, title: str) -> Span | None:
    """Where one of the first lines of the text is this title, or the head of it.

    So `Appeal to All | Tea Union` is a title of a page that prints `Appeal to All`.
    """
    said = folded(plain(title))
    start = 0
    for line in text.split("\n", HEAD)[:HEAD]:
        words = folded(line)
        if len(words) >= SHORTEST_TITLE and (said == words or _is_head(title, line)):
            return Span(start, start + len(line))
        start += len(line) + 1
    return None


def _is_head(title: str, line: str) -> bool:
    """Whether a title is the line with something set off after it, as the name of a site is."""
    rest = title.strip()[len(line) :]
    return title.strip().startswith(line) and bool(rest) and not rest.lstrip()[:1].isalnum()


def folded(words: str) -> str:
    """Words in small letters with nothing between them."""
    return NO_WORD.sub("", words.casefold())
