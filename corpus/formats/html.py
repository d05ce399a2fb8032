"""Web pages, and other letters in HTML. Knows how markup is parsed, not what stands around letters.

lxml parses as browsers do, with whatever is missing; nothing is fetched.
"""

import re
from collections.abc import Iterator

from lxml import etree, html

from corpus.errors import UnreadableLetter
from corpus.formats.assembling import assemble, plain
from corpus.formats.cleaning import clean
from corpus.formats.document import Document
from corpus.formats.encodings import decode_declared
from corpus.formats.page import Element, find_letter
from corpus.formats.page_lines import to_lines, without_chrome

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.I)
CHARSET_WITHIN = 4096  # bytes; browsers look at 1,024
TITLES = ("//meta[@property='og:title']/@content", "//head/title/text()", "//title/text()")


def read(raw: bytes, source: str) -> Document:
    """The letter of a page. Raises `UnreadableLetter` (empty, no_letter, undecodable...)."""
    declared = CHARSET.search(raw, 0, CHARSET_WITHIN)
    markup = decode_declared(raw, declared and declared[1].decode(), source=source)
    return read_markup(markup, source)


def read_markup(markup: str, source: str) -> Document:
    """The same of markup that is decoded already."""
    tree = parse(plain(markup), source)
    links = sum(bool(link.text_content().strip()) for link in tree.iter("a"))
    try:
        titles = list(_titles(tree))
        found = find_letter(tree)
    except etree.XPathError as error:  # the paths are all well formed, but want memory
        raise MemoryError from error
    letter = etree.tostring(found, encoding="unicode", method="html", with_tail=False)
    cleaned = parse(f"<div>{clean(letter)}</div>", source)
    lines = without_chrome(to_lines(cleaned))
    if links and not any(lines):
        raise UnreadableLetter(source, "no_letter")
    return assemble(lines, source=source, titles=titles)


def parse(markup: str, source: str) -> Element:
    """The tree of a page; raises `UnreadableLetter` (empty, too_deep)."""
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise UnreadableLetter(source, "empty") from error
    except etree.XMLSyntaxError as error:  # this parser takes any syntax, but wants memory
        raise MemoryError from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableLetter(source, "too_deep")
    return tree


def _titles(tree: Element) -> Iterator[str]:
    """What the page says its title is, and a heading that no other heading stands beside."""
    for path in TITLES:
        yield from (" ".join(words.split()) for words in tree.xpath(path)[:1])
    headings = [words for h1 in tree.iter("h1") if (words := " ".join(h1.text_content().split()))]
    yield from headings if len(headings) == 1 else ()
