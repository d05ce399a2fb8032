"""What a letter says in each field of the field table. Knows no columns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from corpus import Letter

GAP: Final = "\n\n"  # between values of one field: a blank line, which no phrase crosses


def field_values(letter: Letter, field: str) -> Sequence[str]:
    """The values of a field, empty ones too; KeyError for a name that is not in the table."""
    return _VALUES[field](letter)


def field_text(letter: Letter, field: str) -> str:
    """What a field searches in."""
    return GAP.join(filter(None, _VALUES[field](letter)))


_VALUES: Final[Mapping[str, Callable[[Letter], Sequence[str]]]] = {
    "text": lambda letter: (letter.searchable,),
    "title": lambda letter: (letter.title.text if letter.title else "", *letter.alt_titles),
    "initiative": lambda letter: [initiative.head for initiative in letter.initiatives],
    "issuer": lambda letter: [party.name for party in letter.issuers],
    "to": lambda letter: (letter.addressee.text,) if letter.addressee else (),
    "signed": lambda letter: [party.name for party in letter.signatories],
}
