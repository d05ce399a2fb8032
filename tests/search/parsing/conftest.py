"""Trees as one line of text, so that a test shows a query beside what was understood of it."""

from collections.abc import Callable

import pytest

from search.parsing import parse
from search.tree import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    InField,
    InitiativeNumber,
    Label,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Words,
)


@pytest.fixture
def read() -> Callable[[str], str]:
    """A query as its tree: [words], "phrase", prefix*, fuzzy~, -excluded, (both & and), (a | b)."""
    return lambda query: _line(parse(query).tree)


@pytest.fixture
def notes() -> Callable[[str], list[tuple[str, str]]]:
    """The notes of a query: each kind with the stretch of the query that it is about."""

    def told(query: str) -> list[tuple[str, str]]:
        parsed = parse(query)
        return [(str(note.kind), parsed.text[note.start : note.end]) for note in parsed.notes]

    return told


def _line(node: Node) -> str:
    match node:
        case Not(child):
            return f"-{_line(child)}"
        case InField(field, child):
            return f"{field}:{_line(child)}"
        case And(children):
            return f"({' & '.join(map(_line, children))})"
        case Or(children):
            return f"({' | '.join(map(_line, children))})"
        case Words(text):
            return f"[{text}]"
        case Phrase(text):
            return f'"{text}"'
        case _:
            return _sign(node)


def _sign(node: Everything | Prefix | Fuzzy | InitiativeNumber | DateRange | Label) -> str:
    match node:
        case Everything():
            return "everything"
        case Prefix(text):
            return f"{text}*"
        case Fuzzy(text):
            return f"{text}~"
        case InitiativeNumber(number):
            return f"initiative#{number}"
        case DateRange(first, last):
            return f"{first}..{last}"
        case Label(field, values):
            return f"{field}={','.join(values)}"
