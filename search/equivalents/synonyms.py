"""Synonyms: names of one thing, in the groups of a glossary, among the tokens of a query.

Knows units and stems, not where groups come from and how they are scored.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from index import Token, View
from index.analysis import fold, is_unspaced, stem
from search.vocabulary import function_words

Units = tuple[str, ...]
_UNIT: Final = re.compile(r"\d+|[a-z]+(?:'[a-z]+)*|[^\W\d_]")

_POSSESSIVE: Final = re.compile(r"(?<=[a-z])'s\b")


class Named(NamedTuple):
    """Where a name is typed, and all names of its group as the glossary writes them."""

    start: int
    end: int
    names: tuple[str, ...]


class Synonyms:
    """Groups of names, found by the units that a name begins with."""

    def __init__(self, groups: Mapping[str, tuple[str, ...]]) -> None:
        """`groups` has the names of a group by the key of each, as `keyed` makes them."""
        self._beginning: dict[str, list[tuple[Units, tuple[str, ...]]]] = defaultdict(list)
        for key, names in groups.items():
            units = tuple(key.split(" "))
            self._beginning[units[0]].append((units, names))

    def find(self, tokens: Iterable[Token]) -> Iterator[Named]:
        """Every name in a text, by place; they may overlap. A Chinese name ends with words."""
        units: list[Token] = []
        words: list[Token] = []
        for token in tokens:
            (units if token.view is View.UNITS else words).append(token)
        stems = {
            (word.start, word.end): word.term
            for word in words
            if word.view is View.WORDS and not word.is_han
        }
        typed = [stems.get((unit.start, unit.end), unit.term) for unit in units]
        edges: set[int] | None = None
        for first, key in enumerate(typed):
            for name, names in self._beginning.get(key, ()):
                last = first + len(name) - 1
                if tuple(typed[first : last + 1]) != name or not _in_a_row(units[first : last + 1]):
                    continue
                start, end = units[first].start, units[last].end
                edges = edges or _edges(words)
                if _ends_with_words(units[first], start, edges) and _ends_with_words(
                    units[last], end, edges
                ):
                    yield Named(start, end, names)


def _in_a_row(units: list[Token]) -> bool:
    return units[-1].position - units[0].position == len(units) - 1


def _edges(words: Iterable[Token]) -> set[int]:
    return {edge for word in words if word.view is View.WORDS for edge in (word.start, word.end)}


def _ends_with_words(unit: Token, place: int, edges: set[int]) -> bool:
    return not unit.is_han or place in edges


def keyed(groups: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The names of each group by the key of each name; groups that share a name are one.

    A single Chinese character is part of too many words, and a function word (WHO) is typed by
    all: neither is a name.

    >>> keyed([("flu", "influenza"), ("flu", "grippe")])["gripp"]
    ('flu', 'influenza', 'grippe')
    >>> keyed([("WHO", "World Health Organization")])
    {}
    """
    merged: dict[str, dict[str, str]] = {}
    for group in groups:
        named: dict[str, str] = {}
        for name in group:
            if key := _key_of(name):
                named.setdefault(key, name)
        for known in [merged[key] for key in named if key in merged]:
            named = {**known, **named}
        merged.update(dict.fromkeys(named, named))
    return {key: tuple(named.values()) for key, named in merged.items() if len(named) > 1}


def _key_of(name: str) -> str:
    units = _UNIT.findall(_POSSESSIVE.sub("", fold(name).text))
    is_single = len(units) == 1 and is_unspaced(units[0])
    if is_single or all(unit in function_words() for unit in units):
        return ""
    return " ".join(map(stem, units))
