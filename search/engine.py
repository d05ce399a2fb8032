"""The boundary between what is shared and what an engine does: plans in, ranked letters out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index import Column
from search.plan import InitiativePlan, Plan, ScoreTerm, Single
from search.results import FacetName, Sort


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """How many letters of the head of the ranking are wanted, in which order, and which facets."""

    size: int
    sort: Sort = "relevance"
    facets: tuple[FacetName, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The match set's size, the best letters by number with their scores, and facet counts."""

    total: int
    numbers: NDArray[np.int64]
    scores: NDArray[np.float64]
    facets: Mapping[FacetName, tuple[tuple[str, int], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundInitiatives:
    """How many initiatives match, and the best: each the number of its letter and its place there.

    `ordinals` count the initiatives of the letter from 0. Facets count initiatives.
    """

    total: int
    numbers: NDArray[np.int64]
    ordinals: NDArray[np.int64]
    scores: NDArray[np.float64]
    facets: Mapping[FacetName, tuple[tuple[str, int], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What a score term adds to one letter: weight idf (K1 + 1) tf / (tf + K1 length_factor).

    `place` is that of the term among the plan's, from 0; `term` is it or, of several of which the
    best counts, the one that does, with its weight in this collection. `frequency` is tf, how often
    the letter has it. Of `letters` letters with tokens in its column `document_frequency` have it.
    `length_factor` is 1 for a letter of average length and more for a longer one.
    """

    place: int
    term: Single
    frequency: int
    document_frequency: int
    letters: int
    idf: float
    length_factor: float
    score: float


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where terms stand in letters, in parallel arrays.

    `row` and `term` are places, from 0, in the letters and the terms that were asked for.
    """

    row: NDArray[np.int64]
    term: NDArray[np.int64]
    position: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Fillings:
    """Characters that make terms of a column, as code points, and how many letters have each."""

    characters: NDArray[np.uint32]
    frequencies: NDArray[np.int64]


class Engine(Protocol):
    """Runs plans over one generation of an index. Safe to use from several threads."""

    def find(self, plan: Plan, window: Window) -> Found:
        """Match, score, sort and count."""
        ...

    def find_initiatives(self, plan: InitiativePlan, window: Window) -> FoundInitiatives:
        """The same for initiatives; sorted by date they are in the order of their letters' dates.

        A score is Lucene's BM25 over initiatives: their number, their units, and how many have
        what adds to it.
        """
        ...

    def contributions(
        self, numbers: Sequence[int], plan: Plan
    ) -> tuple[tuple[Contribution, ...], ...]:
        """Of each letter what the score terms that it has add; together they are its score.

        They tell the score within 1e-5 of it, whether the letter matches or not.
        """
        ...

    def scores(
        self, numbers: NDArray[np.int64], terms: Sequence[ScoreTerm], b: float
    ) -> NDArray[np.float64]:
        """What terms add to the scores of letters, in the order of these.

        They add it whether a letter matches anything or not.
        """
        ...

    def idf(self, column: Column, term: str) -> float:
        """Lucene's inverse document frequency of a term: log(1 + (N - df + .5) / (df + .5))."""
        ...

    def document_frequencies(self, column: Column, terms: Sequence[str]) -> tuple[int, ...]:
        """How many letters have each of the terms; deleted ones may still count."""
        ...

    def nearly(self, column: Column, word: str, edits: int) -> Mapping[str, int]:
        """The terms at most `edits` edits from a word of ASCII letters, with how many letters have
        each; an edit inserts, deletes, replaces or swaps two neighbouring characters.
        """
        ...

    def fillings(self, column: Column, before: str, after: str) -> Fillings:
        """The characters that make a bigram after `before` or, if that is empty, before `after`."""
        ...

    def occurrences(self, numbers: NDArray[np.int64], units: Sequence[str]) -> Occurrences:
        """The unit positions of terms in the text of letters, by letter."""
        ...
