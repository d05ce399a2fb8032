"""What the rooms name by a key, put in words: genres, languages, facets, notes, faults.

Owns wording in both interface languages. Must not know how anything was found.
"""

from collections.abc import Mapping
from typing import Any

from search import FacetName, Note
from web.interface import date_in_words, gettext, interface_language, later

GENRES: dict[str, str] = {
    "proposal": later("Proposal"),
    "open_letter": later("Open letter"),
    "notice": later("Notice"),
    "thank_you": later("Letter of thanks"),
    "condolence": later("Letter of sympathy"),
    "joint_statement": later("Joint statement"),
    "other": later("Other"),
}
LANGUAGES: dict[str, str] = {
    "zh": later("Chinese"),
    "zh-Hans": later("Simplified Chinese"),
    "zh-Hant": later("Traditional Chinese"),
    "en": later("English"),
}
FACET_NAMES: dict[FacetName, str] = {
    "lang": later("Language"),
    "genre": later("Genre"),
    "issuer": later("Issued by"),
    "year": later("Year"),
    "month": later("Month"),
}
# By the kind of a note on a query; the values in the wording are the note's.
NOTES: dict[str, str] = {
    "cut": later("Only the first %(limit)s characters of the query were used."),
    "replaced": later("Characters that cannot be shown were replaced."),
    "nothing_to_search": later("There is no word or number to look for, only signs."),
    "unclosed_quote": later(
        "A quotation mark has no partner, so what follows it was read as words."
    ),
    "unclosed_parenthesis": later("A parenthesis is not closed, so it was closed at the end."),
    "too_deep": later("Parentheses more than %(limit)s levels deep were read as text."),
    "too_many_operators": later(
        "Only the first %(limit)s operators count; the others were read as text."
    ),
    "dangling_operator": later("“%(operator)s” has nothing to connect, so it was read as a word."),
    "misplaced_wildcard": later(
        "An asterisk only works at the end of a word; here it was read as text."
    ),
    "field_without_value": later("Nothing follows “%(field)s:”, so it was read as a word."),
    "unknown_value": later("“%(value)s” is no value of “%(field)s:”, so it was read as words."),
    "not_a_date": later(
        "“%(value)s” is not a date, so it was read as words."
        " Write date:2020-02-03, date:2020-02, date:2020 or date:2020-02..2020-03."
    ),
    "ignored_exclusion": later("“%(value)s” was not understood, so it excludes nothing."),
}
# By pydantic's name of the fault; the values in the wording are pydantic's own.
PARAMETER_FAULTS: dict[str, str] = {
    "extra_forbidden": later("There is no such parameter."),
    "int_parsing": later("It must be a whole number."),
    "greater_than_equal": later("It must be %(ge)s or more."),
    "less_than_equal": later("It must be %(le)s or less."),
    "literal_error": later("It must be one of %(expected)s."),
    "string_too_long": later("It must be at most %(max_length)s characters long."),
    "string_too_short": later("It must not be empty."),
    "string_pattern_mismatch": later("It must be a date such as 2020, 2020-02 or 2020-02-20."),
    "value_error": later("There is no such day."),
    "bool_parsing": later("It must be true or false."),
}


def genre_label(genre: str) -> str:
    """A genre in words."""
    return gettext(GENRES[genre])


def language_label(language: str) -> str:
    """A language in words."""
    return gettext(LANGUAGES[language])


def facet_label(facet: FacetName, value: str, names: Mapping[str, str] | None = None) -> str:
    """A facet's value in words; an issuer by its best name in the reader's language, if known."""
    if facet == "lang":
        return language_label(value)
    if facet == "genre":
        return genre_label(value)
    if facet == "month":
        return date_in_words(value)
    if names:
        return names.get(interface_language(), value)
    return value or gettext("No date")


def note_in_words(note: Note) -> str:
    """What a note on a query says."""
    return gettext(NOTES[note.kind], **dict(note.values))


def fault_in_words(fault: Mapping[str, Any]) -> str:
    """What is wrong with a parameter, from one of pydantic's faults."""
    wording = PARAMETER_FAULTS[fault["type"]]
    return gettext(wording, **fault.get("ctx", {}))
