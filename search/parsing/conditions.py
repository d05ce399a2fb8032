"""What a value means in its field: a number, days, languages, or words of that field.

A value that means nothing there is given back as words with a note. Where it was to be excluded
it is left out instead: to exclude its words would hide letters that nobody meant.
"""

import re
from dataclasses import dataclass, replace

from search.parsing.dates import days_of
from search.parsing.nodes import all_of, any_of
from search.parsing.notes import NoteKind, shorten
from search.parsing.numerals import number_of
from search.parsing.tokens import has_words
from search.parsing.vocabulary import Key, label_values
from search.tree import (
    And,
    DateRange,
    Fuzzy,
    InField,
    InitiativeNumber,
    Label,
    Node,
    Not,
    Note,
    Or,
    Phrase,
    Prefix,
    Words,
)

Leaf = Words | Phrase | Prefix | Fuzzy
MAX_VALUES = 20  # words in parentheses after a field that are read one by one
_TRAILING = ",，;；。、"
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Reading:
    """How values are read: the query's text, whether they are excluded, and where notes go."""

    text: str
    excluding: bool
    notes: list[Note]


def in_field(field: Key, node: Node, reading: Reading) -> Node | None:
    """The condition on the field that each leaf of the value asks for; None where none does."""
    match node:
        case Words() | Phrase() | Prefix() | Fuzzy():
            return _of_leaf(field, node, reading)
        case Not(child, start, end):
            inner = in_field(field, child, replace(reading, excluding=not reading.excluding))
            return inner and Not(inner, start, end)
        case And(children):
            return all_of(filter(None, (in_field(field, child, reading) for child in children)))
        case Or(children):
            return any_of(filter(None, (in_field(field, child, reading) for child in children)))
    return node


def _of_leaf(field: Key, leaf: Leaf, reading: Reading) -> Node | None:
    """What the leaf means as a whole, or else what each of its words does."""
    parts = (leaf,) if _meaning(field, leaf) else _words_of(leaf)
    meanings = [_meaning(field, part) for part in parts]
    if field == "initiative" and not all(meanings):
        return InField(field, leaf, leaf.start, leaf.end)
    pairs = zip(meanings, parts, strict=True)
    return any_of(filter(None, (found or _as_words(field, part, reading) for found, part in pairs)))


def _meaning(field: Key, leaf: Leaf) -> Node | None:
    value, span = leaf.text.strip(_TRAILING), (leaf.start, leaf.end)
    match field:
        case "date":
            days = days_of(value)
            return days and DateRange(days.first, days.last, *span)
        case "lang" | "genre":
            values = label_values(field, value)
            return Label(field, values, *span) if values else None
        case "initiative" if isinstance(leaf, Words):
            number = number_of(value)
            return InitiativeNumber(number, *span) if number else None
    return InField(field, leaf, *span)


def _as_words(field: Key, leaf: Leaf, reading: Reading) -> Words | None:
    """The words of a value that is no date or name; None, left out, where it was excluded."""
    kind = NoteKind.NOT_A_DATE if field == "date" else NoteKind.UNKNOWN_VALUE
    kind = NoteKind.IGNORED_EXCLUSION if reading.excluding else kind
    values = (("field", field), ("value", shorten(leaf.text)))
    reading.notes.append(Note(kind, leaf.start, leaf.end, values))
    words = Words(reading.text[leaf.start : leaf.end], leaf.start, leaf.end)
    return None if reading.excluding else words


def _words_of(leaf: Leaf) -> tuple[Leaf, ...]:
    """Each word of a group by itself; a phrase, and what is too much to read so, as a whole."""
    if not isinstance(leaf, Words):
        return (leaf,)
    found = [word for word in _WORD.finditer(leaf.text) if has_words(word[0])]
    if len(found) > MAX_VALUES:
        return (leaf,)
    return tuple(
        Words(word[0], leaf.start + word.start(), leaf.start + word.end()) for word in found
    )
