"""What front matter and corrections by hand say of a letter, as the values of a `Letter`.

Knows the names and the forms of fields; what they say overrules what is understood from the text.
"""

import re
from typing import get_args

from corpus.excerpts import excerpt_at, in_one_line, party_at
from corpus.formats.document import Document
from corpus.letter import Excerpt, Genre, Language, LetterId, Party, Span
from corpus.structure.dates import Date, iter_dates
from corpus.structure.persons import is_person

GENRES: tuple[Genre, ...] = get_args(Genre)
LANGUAGE_TAGS: tuple[tuple[re.Pattern[str], Language], ...] = (
    (re.compile(r"en(?:[-_].*)?$", re.I), "en"),
    (re.compile(r"zh[-_](?:hant|tw|hk|mo)(?:[-_].*)?$", re.I), "zh-Hant"),
    (re.compile(r"zh[-_](?:hans|cn|sg)(?:[-_].*)?$", re.I), "zh-Hans"),
)
LANGUAGE_FIELDS = ("lang", "language", "languages")


def genre_of(words: str) -> Genre | None:
    """The genre that words name, if it is one of ours."""
    name = words.strip().lower().replace("-", "_").replace(" ", "_")
    return next((genre for genre in GENRES if genre == name), None)


def language_of(tag: str) -> Language | None:
    """The language of a tag as BCP 47 has them; None for others than ours, and for `zh` alone."""
    return next((language for form, language in LANGUAGE_TAGS if form.match(tag)), None)


def declared_words(document: Document, key: str) -> str | None:
    """The value of a field in one line; None where it is missing or empty."""
    if key in document.said:
        return next(iter(document.said[key]), None)
    spans = document.declared.get(key)
    return in_one_line(document.text[spans[0].start : spans[0].end]) if spans else None


def declared_excerpt(document: Document, key: str) -> Excerpt | None:
    """The value of a field with its place; None where it is missing or empty."""
    spans = document.declared.get(key)
    return excerpt_at(document.text, spans[0].start, spans[0].end) if spans else None


def declared_span(document: Document, key: str) -> Span | None:
    """The place of a field's value; None where it is missing or empty."""
    spans = document.declared.get(key)
    return spans[0] if spans else None


def declared_parties(document: Document, key: str) -> tuple[Party, ...] | None:
    """The parties that a field names, none where it is left empty; None without the field."""
    spans = document.declared.get(key)
    if spans is None:
        return None
    return tuple(party_at(document.text, span.start, span.end) for span in spans)


def declared_authors(document: Document) -> tuple[Party, ...]:
    """Who put the file up, where that is no person: often the issuer."""
    authors = (declared_parties(document, key) or () for key in ("author", "authors"))
    return tuple(party for parties in authors for party in parties if not is_person(party.name))


def said_date(document: Document) -> str | None:
    """The date that somebody said by hand, YYYY-MM-DD or YYYY-MM; None for no date."""
    return next(iter(document.said["date"]), None)


def declared_date(document: Document) -> Date | None:
    """The date that the file says; None where it says none that the calendar has."""
    span = declared_span(document, "date")
    return next(iter_dates(document.text, span.start, span.end), None) if span else None


def declared_genre(document: Document) -> Genre | None:
    """The genre that the file says, if it is one of ours."""
    return genre_of(declared_words(document, "genre") or "")


def declared_languages(document: Document) -> tuple[Language, ...]:
    """The languages that the file says; none if it says none of ours, or `zh` alone."""
    spans = [span for key in LANGUAGE_FIELDS for span in document.declared.get(key, ())]
    written = [document.text[span.start : span.end] for span in spans]
    found = map(language_of, document.said.get("lang", written))
    return tuple(dict.fromkeys(language for language in found if language))


def declared_id(document: Document, key: str) -> LetterId | None:
    """The id of another letter that a field names."""
    words = declared_words(document, key)
    return LetterId(words) if words else None
