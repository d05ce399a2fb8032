"""What a letter says in each field of the field table, and where. Knows no columns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from corpus import Excerpt, Initiative, Letter, Party

GAP: Final = "\n\n"  # between values of one field: a blank line, which no phrase crosses


class Value(NamedTuple):
    """Words of a field, and the stretch of the letter's text in which they may stand as they are.

    They need not: what is written over two lines is one line here, and a name may be completed.
    """

    words: str
    start: int
    end: int


def field_values(letter: Letter, field: str) -> Sequence[str]:
    """The values of a field, empty ones too; KeyError for a name that is not in the table."""
    return [value.words for value in placed_values(letter, field)]


def placed_values(letter: Letter, field: str) -> Sequence[Value]:
    """The values of a field with their places, empty ones too; KeyError as `field_values`."""
    return _VALUES[field](letter)


def field_text(letter: Letter, field: str) -> str:
    """What a field searches in."""
    return GAP.join(filter(None, field_values(letter, field)))


def _text(letter: Letter) -> list[Value]:
    return [Value(letter.searchable, 0, len(letter.text))]


def _titles(letter: Letter) -> list[Value]:
    title = [_excerpt(letter.title)] if letter.title else [Value("", 0, 0)]
    return [*title, *(Value(words, 0, len(letter.text)) for words in letter.alt_titles)]


def _excerpt(excerpt: Excerpt) -> Value:
    return Value(excerpt.text, excerpt.start, excerpt.end)


def _party(party: Party) -> Value:
    return Value(party.name, party.start, party.end)


def _head(initiative: Initiative) -> Value:
    return Value(initiative.head, initiative.start, initiative.end)


_VALUES: Final[Mapping[str, Callable[[Letter], list[Value]]]] = {
    "text": _text,
    "title": _titles,
    "initiative": lambda letter: list(map(_head, letter.initiatives)),
    "issuer": lambda letter: list(map(_party, letter.issuers)),
    "to": lambda letter: [_excerpt(letter.addressee)] if letter.addressee else [],
    "signed": lambda letter: list(map(_party, letter.signatories)),
}
