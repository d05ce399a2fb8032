"""Sitemaps (sitemaps.org 0.9): every letter's page with the day it was changed, in several files.

Must not know Flask's answers. Written letter by letter, so that memory holds one piece of a file.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from search import Match, MatchSet, Request, Searcher
from web.addresses import public_letter_address

# A file may have 50,000 addresses and 50 MB; with so many, addresses may have 2,400 bytes each.
LETTERS_A_FILE = 20_000
_ALL = Request(sort="-date", translate=False, facets=())
_BEGIN = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)
_END = "</urlset>\n"


def count_files(letters: int) -> int:
    """How many files the letters take; the first is there even without letters."""
    return max(-(-letters // LETTERS_A_FILE), 1)


def letters_of(searcher: Searcher, number: int) -> MatchSet:
    """The letters of a file, which are counted from 1; the newest letters are in the first."""
    found = searcher.match_set(_ALL, number * LETTERS_A_FILE)
    first = (number - 1) * LETTERS_A_FILE
    return MatchSet(found.snapshot, found.numbers[first:], found.total)


def iter_sitemap(pages: Iterable[str], letters: Iterable[Match]) -> Iterator[str]:
    """A file in pieces: addresses of pages, then those of letters."""
    yield _BEGIN
    for address in pages:
        yield f"<url><loc>{escape(address)}</loc></url>\n"
    for match in letters:
        address = escape(public_letter_address(match.id))
        yield f"<url><loc>{address}</loc><lastmod>{match.changed:%Y-%m-%d}</lastmod></url>\n"
    yield _END
