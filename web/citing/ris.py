"""Citations as records of a RIS file, as reference managers exchange them.

The tags are those of the RIS specification of Research Information Systems (2011): two capitals,
two spaces, a hyphen, a space; lines end with CR LF.
"""

import re
from collections.abc import Iterator

from web.citing.reference import Author, Reference
from web.citing.wording import GENRES, translation_note

CONTENT_TYPE = "application/x-research-info-systems; charset=utf-8"
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def to_ris(reference: Reference) -> str:
    """A record of a web page, from `TY` to `ER`."""
    return "".join(f"{tag}  - {_in_one_line(value)}\r\n" for tag, value in _lines(reference))


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", reference.id
    for author in reference.authors:
        yield "AU", _author(author)
    yield "TI", reference.title
    if reference.translated_title:
        yield "TT", reference.translated_title
    if reference.date:
        year, month, day = [*reference.date.split("-"), "", ""][:3]
        yield "PY", year
        yield "DA", f"{year}/{month}/{day}/"
    yield "M3", GENRES[reference.language][reference.genre]
    yield "LA", reference.language
    if note := translation_note(reference.language, reference.translation):
        yield "N1", note
    yield "UR", reference.url
    yield "Y2", f"{reference.accessed:%Y/%m/%d}/"
    yield "ER", ""


def _author(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.family else author.name


def _in_one_line(value: str) -> str:
    return " ".join(_UNWRITABLE.sub(" ", value).split())
