"""Queries drawn from a collection: the same for every engine, by how many letters have their words.

Knows nothing of engines. A word's band is its document frequency in this very collection, drawn
evenly on a logarithmic scale, so that every order of magnitude has its share.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Literal, get_args

import numpy as np

from benchmarks.letters import Drafter
from benchmarks.tokens import Words
from index.analysis import analyse, is_unspaced

Kind = Literal[
    "rare", "common", "or", "and", "phrase", "prefix", "filter", "mixed", "question"
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
A_KIND = 25  # queries
MOST_EXPANSIONS = 500  # terms a prefix may stand for
TRIES = 10_000

# The least and the greatest share of letters that have a word of a query.
BANDS: Mapping[Kind, tuple[float, float]] = {
    "rare": (0.0, 0.0005),
    "common": (0.05, 0.4),
    "or": (0.001, 0.3),
    "and": (0.005, 0.3),
    "phrase": (0.0, 0.3),
    "prefix": (0.0005, 0.05),
    "filter": (0.005, 0.3),
    "mixed": (0.001, 0.2),
    "question": (0.0, 0.5),  # a rewriter drops what nearly every letter has
}
LEAST = 2  # letters, whatever the share
RAREST_BAND = 10  # letters that are rare however small the collection


class TooFewLetters(Exception):
    """The collection has no such queries; the text names the class."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A language, and the first and last day as YYYYMMDD."""

    language: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Words to find, and how they are joined by the class of the query.

    `and` wants all of them, `phrase` one after the other, `prefix` has one beginning of words, all
    others want any. `typed` is what a person would type; `narrowing` only that of `filter`.
    """

    kind: Kind
    words: tuple[str, ...]
    typed: str
    narrowing: Narrowing | None = None


def draw_queries(
    words: Words, drafter: Drafter, *, each: int = A_KIND, seed: int = 1
) -> list[Query]:
    """`each` distinct queries of every class. Raises TooFewLetters."""
    drawer = _Drawer(words, drafter, Random(seed))
    return [query for kind in KINDS for query in drawer.of_kind(kind, each)]


class _Drawer:
    def __init__(self, words: Words, drafter: Drafter, chance: Random) -> None:
        self._words = words
        self._drafter = drafter
        self._chance = chance
        self._sorted = sorted(words.vocabulary)
        plain = np.array([term.isalnum() for term in words.vocabulary])
        by_frequency = np.argsort(words.frequency, kind="stable")
        self._terms: list[int] = by_frequency[plain[by_frequency]].tolist()
        self._frequencies: list[int] = words.frequency[self._terms].tolist()
        self._draws: dict[Kind, Callable[[Kind], Query | None]] = {
            "rare": self._one, "common": self._one, "or": self._any, "and": self._all,
            "phrase": self._phrase, "prefix": self._prefix, "filter": self._filter,
            "mixed": self._mixed, "question": self._question,
        }  # fmt: skip

    def of_kind(self, kind: Kind, each: int) -> list[Query]:
        found: dict[tuple[str, ...], Query] = {}
        for _ in range(TRIES):
            query = self._draws[kind](kind)
            if query is not None:
                found.setdefault(query.words, query)
            if len(found) == each:
                return list(found.values())
        raise TooFewLetters(f"{len(self._words)} letters have only {len(found)} queries: {kind}")

    def _one(self, kind: Kind) -> Query:
        return self._plain(kind, [self._term(kind)])

    def _any(self, kind: Kind) -> Query:
        return self._plain(kind, [self._term(kind) for _ in range(self._chance.randint(2, 4))])

    def _all(self, kind: Kind) -> Query | None:
        letter = np.unique(self._words.of(self._chance.randrange(len(self._words)))).tolist()
        fit = [term for term in letter if self._fits(kind, term)]
        count = self._chance.randint(2, 3)
        if len(fit) < count:
            return None
        terms = self._chance.sample(fit, count)
        typed = " AND ".join(self._words.surface[term] for term in terms)
        return Query(kind=kind, words=self._names(terms), typed=typed)

    def _filter(self, kind: Kind) -> Query:
        plain = self._plain(kind, [self._term(kind), self._term(kind)])
        year = self._chance.randint(2005, 2020)
        narrowing = Narrowing(
            self._chance.choice(("zh-Hans", "en")), year * 10_000 + 101, (year + 4) * 10_000 + 1231
        )
        return Query(kind=kind, words=plain.words, typed=plain.typed, narrowing=narrowing)

    def _mixed(self, kind: Kind) -> Query | None:
        terms = [self._term(kind), self._term(kind)]
        return (
            self._plain(kind, terms) if len({self._is_han(term) for term in terms}) == 2 else None
        )

    def _prefix(self, kind: Kind) -> Query | None:
        word = self._words.vocabulary[self._term(kind)]
        prefix = word[
            : self._chance.randint(1, 2) if is_unspaced(word) else self._chance.randint(3, 4)
        ]
        first, last = (bisect_left(self._sorted, prefix + end) for end in ("", "\U0010ffff"))
        if prefix == word or prefix.isdigit() or not 2 <= last - first <= MOST_EXPANSIONS:
            return None
        return Query(kind=kind, words=(prefix,), typed=f"{prefix}*")

    def _phrase(self, kind: Kind) -> Query | None:
        terms, typed = self._stretch(kind, self._chance.randint(2, 4), gaps=False)
        if len(terms) < 2 or any(mark in typed for mark in '"“”「」\n'):
            return None
        return Query(kind=kind, words=self._names(terms), typed=f'"{typed}"')

    def _question(self, kind: Kind) -> Query | None:
        terms, typed = self._stretch(kind, self._chance.randint(8, 16), gaps=True)
        if len(set(terms)) < 4:
            return None
        return Query(
            kind=kind, words=self._names(dict.fromkeys(terms)), typed=" ".join(typed.split())
        )

    def _stretch(self, kind: Kind, length: int, *, gaps: bool) -> tuple[list[int], str]:
        """Neighbouring words of a letter that fit, and the text between first and last.

        Without `gaps` they are none if one does not fit or two stand on one place.
        """
        number = self._chance.randrange(len(self._words))
        text = self._drafter.draft(number).text
        words = analyse((text,)).words
        first = self._chance.randrange(len(words.term) - length)
        last = first + length
        terms = self._words.of(number)[first:last].tolist()
        fit = [term for term in terms if self._fits(kind, term)]
        overlap = bool((words.start[first + 1 : last] < words.end[first : last - 1]).any())
        if not gaps and (overlap or len(fit) < length):
            return [], ""
        return fit, text[int(words.start[first]) : int(words.end[last - 1])]

    def _plain(self, kind: Kind, terms: list[int]) -> Query:
        typed = " ".join(self._words.surface[term] for term in terms)
        return Query(kind=kind, words=self._names(terms), typed=typed)

    def _names(self, terms: "list[int] | dict[int, None]") -> tuple[str, ...]:
        return tuple(self._words.vocabulary[term] for term in terms)

    def _band(self, kind: Kind) -> tuple[int, int]:
        low, high = (round(share * len(self._words)) for share in BANDS[kind])
        return max(LEAST, low), max(RAREST_BAND, high)

    def _fits(self, kind: Kind, term: int) -> bool:
        low, high = self._band(kind)
        frequency = self._words.frequency[term]
        return bool(low <= frequency <= high) and self._words.vocabulary[term].isalnum()

    def _term(self, kind: Kind) -> int:
        """A word of the band."""
        low, high = self._band(kind)
        wanted = math.exp(self._chance.uniform(math.log(low), math.log(high + 1)))
        first, last = bisect_left(self._frequencies, low), bisect_right(self._frequencies, high)
        if first == last:
            raise TooFewLetters(f"{len(self._words)} letters have no word for queries: {kind}")
        at = min(max(bisect_left(self._frequencies, wanted), first), last - 1)
        same = self._frequencies[at]
        begin, end = bisect_left(self._frequencies, same), bisect_right(self._frequencies, same)
        return self._terms[self._chance.randrange(begin, end)]

    def _is_han(self, term: int) -> bool:
        return is_unspaced(self._words.vocabulary[term])
