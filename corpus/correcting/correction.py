"""What a `letters.toml` says of one letter, and laying it over what a format handed over.

Knows which fields are words that need a place in the text, not how letters are understood.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from corpus.formats.document import Document
from corpus.letter import Span

CORRECTIONS = "letters.toml"
PLACED = ("title", "issuers", "addressee", "signatories")
APART = "\n\n"  # before each word that is added: a blank line, which no phrase crosses
MOST_PLACES = 50  # at which words stand that are looked at for one where they stand alone
DECORATION = "#*_ \t\u00a0\u3000"


@dataclass(frozen=True, slots=True)
class Correction:
    """The fields that were said, in the order of their names: values in one line each."""

    fields: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def digest(self) -> int:
        """64 bits that tell it from every other one and from none, which is 0; a signed number."""
        digest = hashlib.blake2b(json.dumps(self.fields).encode(), digest_size=8)
        return int.from_bytes(digest.digest(), "big", signed=True) or 1


def lay_over(document: Document, correction: Correction | None) -> Document:
    """The document with what was said by hand in place of what it says itself.

    Words have the place where the text has them, best alone on a line; those that it has not
    follow it, so that all that stands before keeps its place. Linear in the text.
    """
    if correction is None:
        return document
    said = dict(correction.fields)
    words = dict.fromkeys(value for key in PLACED for value in said.get(key, ()))
    found = {value: span for value in words if (span := _find(document, value))}
    pieces, end = [], len(document.text)
    for value in words:
        if value not in found:
            found[value] = Span(end + len(APART), end + len(APART) + len(value))
            pieces.append(APART + value)
            end = found[value].end
    placed = {key: tuple(found[v] for v in said[key]) for key in PLACED if key in said}
    return replace(
        document,
        text=document.text + "".join(pieces),
        declared={**document.declared, **placed},
        said=said,
        added=Span(len(document.text), end) if pieces else None,
    )


def _find(document: Document, value: str) -> Span | None:
    """Where the letter proper has these words: alone on a line, else where they stand first."""
    places = list(islice(_iter_places(document.text, document.start, value), MOST_PLACES))
    alone = (span for span in places if _is_alone(document.text, span))
    return next(alone, places[0] if places else None)


def _iter_places(text: str, start: int, value: str) -> Iterator[Span]:
    """The places of words that may be broken over lines, but are no part of a Latin word."""
    if (first := value.split()[0]) not in text:
        return
    if first == value:
        while (start := text.find(value, start)) >= 0:
            span = Span(start, start + len(value))
            if not _is_part(text, span):
                yield span
            start = span.end
        return
    spaced = re.compile(r"\s+".join(map(re.escape, value.split())))
    spans = (Span(*found.span()) for found in spaced.finditer(text, start))
    yield from (span for span in spans if not _is_part(text, span))


def _is_part(text: str, span: Span) -> bool:
    begins = text[span.start - 1 : span.start + 1] if span.start else ""
    ends = text[span.end - 1 : span.end + 1]
    return any(len(pair) == 2 and pair.isascii() and pair.isalnum() for pair in (begins, ends))


def _is_alone(text: str, span: Span) -> bool:
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    around = text[begin : span.start] + text[span.end : len(text) if end < 0 else end]
    return not around.strip(DECORATION)
