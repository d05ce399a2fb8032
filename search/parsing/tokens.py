"""The pieces that a query falls into before their order is looked at."""

import re
from dataclasses import dataclass
from enum import StrEnum

from search.parsing.vocabulary import Key


class Kind(StrEnum):
    """What a piece is. BLANK has no letter or digit: it is part of the text and means nothing."""

    TEXT = "text"
    BLANK = "blank"
    PREFIX = "prefix"
    FUZZY = "fuzzy"
    PHRASE = "phrase"
    FIELD = "field"
    MINUS = "minus"
    OPEN = "open"
    CLOSE = "close"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query with its span.

    `text` is what is looked for: without quotation marks, asterisk or tilde. `field` is the field
    that the name before the colon of a FIELD means.
    """

    kind: Kind
    text: str
    start: int
    end: int
    field: Key | None = None


WORDS = frozenset({Kind.TEXT, Kind.PREFIX, Kind.FUZZY})
OPERAND_STARTS = WORDS | {Kind.PHRASE, Kind.OPEN, Kind.MINUS, Kind.FIELD, Kind.NOT}
OPERAND_ENDS = WORDS | {Kind.PHRASE, Kind.CLOSE}
VALUE_STARTS = WORDS | {Kind.PHRASE, Kind.OPEN}
_WORD = re.compile(r"[^\W_]")


def has_words(text: str) -> bool:
    """Whether there is anything in it to look for: a letter, a digit or a Han character."""
    return _WORD.search(text) is not None
