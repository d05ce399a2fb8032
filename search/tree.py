"""The query tree: what was typed, as frozen nodes of raw text with their spans.

Spans are code points of the query as it was typed, 0-based, end exclusive. The tree knows nothing
of terms, fields' columns or scoring; `rewrite` turns it into a plan.
"""

from dataclasses import dataclass
from typing import Literal

FieldName = Literal["title", "initiative", "issuer", "to", "signed"]


@dataclass(frozen=True, slots=True)
class Everything:
    """An empty query: all letters."""

    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words: letters with any of them match, best first. `text` is as typed."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand in the letter in this order with nothing between."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so; `text` is without the asterisk."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words written nearly so; `text` is without the tilde."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class InField:
    """A condition on one field of words: `child` is Words, Phrase, Prefix, Fuzzy, Or or And."""

    field: FieldName
    child: "Node"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class InitiativeNumber:
    """Letters that have an initiative of this number."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateRange:
    """Letters dated within; `first` and `last` are YYYYMMDD, both included, 0 and 99999999 open."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """Letters of a language or a genre; `values` are alternatives (zh is both scripts)."""

    field: Literal["lang", "genre"]
    values: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    """Letters that the child does not match."""

    child: "Node"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class And:
    """Letters that every child matches."""

    children: tuple["Node", ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Or:
    """Letters that some child matches."""

    children: tuple["Node", ...]
    start: int
    end: int


Node = (
    Everything | Words | Phrase | Prefix | Fuzzy | InField | InitiativeNumber | DateRange | Label
    | Not | And | Or
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the reader about the query: a key with values, put in words at the door."""

    kind: str
    start: int
    end: int
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query; `text` is what was typed, characters that cannot be shown replaced."""

    text: str
    tree: Node
    notes: tuple[Note, ...] = ()
