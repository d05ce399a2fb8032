"""The field table: what of a letter is searched, in which views, with which boost.

The boosts apply at query time; an index made with others need not be made again.
"""

from dataclasses import dataclass
from typing import NamedTuple

from index.analysis.tokens import View

ALL_VIEWS = (View.WORDS, View.BIGRAMS, View.UNITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A part of the letter that is searched. `boost` 0: only when a query names the field."""

    name: str
    views: tuple[View, ...]
    boost: float


class Column(NamedTuple):
    """One view of one field: the place where a term is looked up.

    A tuple, since columns are keys on the way of every term of every query.
    """

    field: str
    view: View

    def __str__(self) -> str:
        return f"{self.field}.{self.view}"


# Title .35: measured on judged sets with titles, 2026-01. Units keep positions, others do not.
FIELDS: tuple[Field, ...] = (
    Field(name="text", views=ALL_VIEWS, boost=1.0),
    Field(name="title", views=ALL_VIEWS, boost=0.35),
    Field(name="initiative", views=ALL_VIEWS, boost=0.1),
    Field(name="issuer", views=ALL_VIEWS, boost=0.0),
    Field(name="to", views=ALL_VIEWS, boost=0.0),
    Field(name="signed", views=ALL_VIEWS, boost=0.0),
)

# The columns of which positions are kept, for phrases. Phrases within initiatives are sought in the
# text, where initiatives are intervals.
POSITIONS = frozenset(
    Column(field.name, View.UNITS) for field in FIELDS if field.name != "initiative"
)
