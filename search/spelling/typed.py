"""What of a query may be misspelt: the units of its words and phrases, where they were typed.

Operators, fields, prefixes, fuzzy words and what is excluded stay as they are. Knows nothing of
what is in the collection.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from index import Token, View
from search import tree

_SHORTEST = 3  # two letters are near too many words
_LONGEST = 40  # what is longer is no word


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A Han character, a word or a number, folded, and its place in the query.

    `position` counts units, and skips one at the end of a sentence; `is_linked` says that it makes
    a bigram with the one before.
    """

    term: str
    start: int
    end: int
    position: int
    is_han: bool
    is_linked: bool


def stretches(
    query: tree.Query, tokens_of: Callable[[str], tuple[Token, ...]]
) -> Iterator[tuple[Unit, ...]]:
    """The units of each word group and each phrase of the query."""
    for node in texts(query.tree):
        begin = query.text.find(node.text, node.start, node.end)
        if begin >= 0:
            yield _units(tokens_of(node.text), begin)


def texts(node: tree.Node) -> Iterator[tree.Words | tree.Phrase]:
    """The word groups and phrases that are sought, not those that are excluded."""
    match node:
        case tree.Words() | tree.Phrase():
            yield node
        case tree.And(children) | tree.Or(children):
            for child in children:
                yield from texts(child)
        case tree.InField(_, child):
            yield from texts(child)


def is_word(token: Token | Unit) -> bool:
    """Whether it is an English word whose spelling can be judged."""
    term = token.term
    return _SHORTEST <= len(term) <= _LONGEST and term.isascii() and term.isalpha()


def words(tokens: tuple[Token, ...]) -> list[str]:
    """The English words of a text whose spelling can be judged."""
    return [token.term for token in tokens if token.view is View.UNITS and is_word(token)]


def _units(tokens: tuple[Token, ...], begin: int) -> tuple[Unit, ...]:
    linked = {token.position + 1 for token in tokens if token.view is View.BIGRAMS}
    return tuple(
        Unit(
            term=token.term,
            start=begin + token.start,
            end=begin + token.end,
            position=token.position,
            is_han=token.is_han,
            is_linked=token.position in linked,
        )
        for token in tokens
        if token.view is View.UNITS
    )
