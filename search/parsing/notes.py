"""The closed set of things that parsing tells the reader about a query. Wording lives elsewhere."""

from enum import StrEnum

from search.tree import Note

MAX_NOTES = 10
_VALUE_LENGTH = 40


class NoteKind(StrEnum):
    """The kinds of notes of a parsed query, each with the names of its values."""

    CUT = "cut"
    """The query was longer than the limit; what came after was dropped. Values: limit."""

    REPLACED = "replaced"
    """Characters that cannot be shown became spaces or U+FFFD. Values: count."""

    NOTHING_TO_SEARCH = "nothing_to_search"
    """There is no letter, digit or Han character in the query, only signs."""

    UNCLOSED_QUOTE = "unclosed_quote"
    """A quotation mark has no partner; what follows it was read as words."""

    UNCLOSED_PARENTHESIS = "unclosed_parenthesis"
    """An opening parenthesis has no partner; it was read as closed at the end of the query."""

    TOO_DEEP = "too_deep"
    """Parentheses within parentheses beyond the limit were read as text. Values: limit."""

    TOO_MANY_OPERATORS = "too_many_operators"
    """Signs with a meaning beyond the limit were read as text. Values: limit."""

    DANGLING_OPERATOR = "dangling_operator"
    """AND, OR or NOT has nothing to connect; it was read as a word. Values: operator."""

    MISPLACED_WILDCARD = "misplaced_wildcard"
    """An asterisk stands alone or not at the end of a word; it was read as text."""

    FIELD_WITHOUT_VALUE = "field_without_value"
    """No value touches the colon of a field; its name was read as a word. Values: field, its name
    as it was typed."""

    UNKNOWN_VALUE = "unknown_value"
    """Not a language or genre that letters have; read as words. Values: field, value."""

    NOT_A_DATE = "not_a_date"
    """The value of `date:` is no date of the calendar; read as words. Values: field, value."""

    IGNORED_EXCLUSION = "ignored_exclusion"
    """A value that could not be understood was to be excluded; left out. Values: field, value."""


def shorten(text: str) -> str:
    """Cut a value so that a note stays one line."""
    return text if len(text) <= _VALUE_LENGTH else text[: _VALUE_LENGTH - 1] + "…"


def in_order(notes: list[Note]) -> tuple[Note, ...]:
    """Sort by place, tell each kind with the same values once, and keep the first `MAX_NOTES`."""
    told: dict[tuple[str, tuple[tuple[str, str], ...]], Note] = {}
    for note in sorted(notes, key=lambda note: (note.start, note.end, note.kind)):
        told.setdefault((note.kind, note.values), note)
    return tuple(told.values())[:MAX_NOTES]
