"""What was typed as plain words: their written forms, and the parts of joined forms.

Knows the tree and tokens, not how they are looked up.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from index import Token, View
from search import tree


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of a query outside fields.

    `forms` are the units typed for each stem, `joined` the parts of each joined form (covid, 19).
    """

    forms: Mapping[str, tuple[str, ...]]
    joined: tuple[tuple[str, ...], ...]


def typed_words(node: tree.Node, tokens_of: Callable[[str], tuple[Token, ...]]) -> Typed:
    """Collects what is typed in all plain words that are not excluded."""
    forms: dict[str, dict[str, None]] = {}
    joined: dict[tuple[str, ...], None] = {}
    for text in _plain_words(node):
        for term, parts in _words_with_units(tokens_of(text)):
            if len(parts) > 1:
                joined[parts] = None
            else:
                forms.setdefault(term, {})[parts[0]] = None
    return Typed({term: tuple(written) for term, written in forms.items()}, tuple(joined))


def _plain_words(node: tree.Node) -> Iterator[str]:
    match node:
        case tree.Words(text):
            yield text
        case tree.And(children) | tree.Or(children):
            for child in children:
                yield from _plain_words(child)


def _words_with_units(tokens: tuple[Token, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The term of each Latin word, number or joined form, with its units."""
    units = [token for token in tokens if token.view is View.UNITS]
    starts = [unit.start for unit in units]
    for word in tokens:
        if word.view is View.WORDS and not word.is_han:
            first, end = bisect_left(starts, word.start), bisect_left(starts, word.end)
            if first < end:
                yield word.term, tuple(unit.term for unit in units[first:end])
