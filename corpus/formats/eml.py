"""E-mails as programs for mail save them. Knows messages and their parts, not what letters say.

The text is the subject, the day on which it was sent, and the body. Attachments are left out.
"""

from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from corpus.errors import UnreadableLetter
from corpus.formats.assembling import assemble, folded, plain
from corpus.formats.document import Document
from corpus.formats.encodings import decode_declared
from corpus.formats.html import read_markup
from corpus.formats.mail_parts import parse_message

LONGEST_NAMES = 200  # characters, of attachments in a message
FLOWED = "flowed"  # text/plain whose lines go on where they end in a space (RFC 3676)
SIGNATURE = "-- "


def read(raw: bytes, source: str) -> Document:
    """The letter of an e-mail.

    Raises `UnreadableLetter` (empty, only_attachments, undecodable, not_text, too_deep).
    """
    message = parse_message(raw, source)
    body = _body(message, source)
    if not body.strip():
        raise _without_words(message, source)
    subject = _header(message, "subject")
    first, _, rest = body.lstrip().partition("\n")
    lines = rest if folded(first) == folded(subject) else body  # most print it again
    head = [subject, _day(_header(message, "date")), ""]
    return assemble([*head, *lines.split("\n")], source=source, titles=[subject])


def _body(message: EmailMessage, source: str) -> str:
    """The words of the first part that has any; HTML first: it tells paragraphs from lines."""
    for kind in ("html", "plain"):
        part = message.get_body((kind,))
        if not isinstance(part, EmailMessage):
            continue
        try:
            words = _words(part, source)
        except UnreadableLetter as error:
            if error.reason != "empty":
                raise
            continue
        return words
    return ""


def _words(part: EmailMessage, source: str) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    words = decode_declared(content, part.get_content_charset(), source=source)
    if part.get_content_subtype() == "html":
        return read_markup(words, source).text
    is_flowed = part.get_param("format") == FLOWED
    return _unflowed(words, keeps_spaces=part.get_param("delsp") != "yes") if is_flowed else words


def _unflowed(words: str, *, keeps_spaces: bool) -> str:
    pieces: list[str] = []
    for line in plain(words).split("\n"):
        line = line.removeprefix(" ")  # that was put before `From` and `>`
        is_soft = line.endswith(" ") and line != SIGNATURE
        pieces.append(line if keeps_spaces or not is_soft else line[:-1])
        pieces.append("" if is_soft else "\n")
    return "".join(pieces)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, ArithmeticError):
        return ""  # what the parser of headers lets through where one is malformed


def _day(said: str) -> str:
    try:
        return parsedate_to_datetime(said).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""


def _without_words(message: EmailMessage, source: str) -> UnreadableLetter:
    names = [name for part in message.iter_attachments() if (name := part.get_filename())]
    if not names:
        return UnreadableLetter(source, "empty")
    return UnreadableLetter(source, "only_attachments", names=", ".join(names)[:LONGEST_NAMES])
