"""Pages that a browser saved in one file (RFC 2557). Knows which part is the page, not its words.

The subject is the page's own title and the date the day of saving, so neither is put above it.
"""

from email.message import EmailMessage

from corpus.errors import UnreadableLetter
from corpus.formats import html
from corpus.formats.document import Document
from corpus.formats.encodings import decode_declared
from corpus.formats.mail_parts import parse_message


def read(raw: bytes, source: str) -> Document:
    """The letter of a saved page. Raises `UnreadableLetter` (empty, no_letter, too_deep...)."""
    page = parse_message(raw, source).get_body(("html",))
    content = page.get_payload(decode=True) if isinstance(page, EmailMessage) else None
    if not isinstance(page, EmailMessage) or not isinstance(content, bytes):
        raise UnreadableLetter(source, "empty")
    charset = page.get_content_charset()
    if charset is None:
        return html.read(content, source)
    return html.read_markup(decode_declared(content, charset, source=source), source)
