"""Citations as entries of a BibTeX file, for BibTeX and for biblatex."""

import hashlib
import re
from collections.abc import Iterator

from corpus import Language
from web.citing.reference import Author, Reference
from web.citing.wording import GENRES, translation_note

CONTENT_TYPE = "application/x-bibtex; charset=utf-8"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Names that babel and polyglossia know.
_LANGUAGES: dict[Language, str] = {
    "en": "english",
    "zh-Hans": "chinese-simplified",
    "zh-Hant": "chinese-traditional",
}
# BibTeX counts braces even after a backslash, so they are written by name.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9.:/-]+")


def to_bibtex(reference: Reference) -> str:
    """An `@misc` entry, with a newline at its end.

    Braces keep names of organisations whole and the capitals of titles as they are.
    """
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(reference))
    return f"@misc{{{_key(reference.id)},\n{lines}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.authors:
        yield "author", f"{{{' and '.join(map(_author, reference.authors))}}}"
    yield "title", f"{{{{{_escaped(reference.title)}}}}}"
    yield "howpublished", f"{{{GENRES[reference.language][reference.genre]}}}"
    if reference.date:
        year, *rest = reference.date.split("-")
        yield "year", f"{{{year}}}"
        if rest:
            yield "month", _MONTHS[int(rest[0]) - 1]
        if rest[1:]:
            yield "day", f"{{{int(rest[1])}}}"
    yield "url", f"{{{_address(reference.url)}}}"
    yield "urldate", f"{{{reference.accessed.isoformat()}}}"
    yield "langid", f"{{{_LANGUAGES[reference.language]}}}"
    if note := translation_note(reference.language, reference.translation):
        yield "note", f"{{{note}}}"


def _author(author: Author) -> str:
    if author.family:
        return f"{{{_escaped(author.family)}}}, {{{_escaped(author.given)}}}"
    return f"{{{_escaped(author.name)}}}"


def _escaped(text: str) -> str:
    return " ".join(_UNWRITABLE.sub(" ", text).translate(_ESCAPES).split())


def _address(url: str) -> str:
    """Addresses are read word for word, so what would end the field is percent-encoded."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _key(letter_id: str) -> str:
    """A name for the entry: the id where BibTeX can read it, else what it can with a digest.

    >>> _key("2020-02-03-siu-sds-proposal")
    '2020-02-03-siu-sds-proposal'
    """
    plain = _NOT_IN_KEY.sub("-", letter_id).strip("-")
    if plain == letter_id:
        return plain
    digest = hashlib.sha256(letter_id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain}-{digest}" if plain else f"letter-{digest}"
