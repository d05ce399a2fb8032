"""Statistics of the whole collection, over all its segments. Deleted letters count until merged."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from index import DECODED_LENGTHS, Column, TermColumn
from search.embedded.leaf import REMEMBERED_TERMS, Leaf, Numbered
from search.embedded.weighed import Norms
from search.ranking import K1


class Statistics:
    """Counts, lengths and document frequencies; the letters of a view are those with tokens."""

    def __init__(self, leaves: tuple[Leaf, ...]) -> None:
        self._leaves = leaves
        self._letters: dict[Column, int] = {}
        self._frequencies: dict[tuple[Column, str], int] = {}
        self._norms: dict[tuple[Column, float], Norms] = {}

    def letters(self, column: Column) -> int:
        """N: how many letters have tokens in the column."""
        found = self._letters.get(column)
        if found is None:
            filled = [leaf.column(column).filled for leaf in self._leaves]
            found = self._letters[column] = sum(filled)
        return found

    def average_length(self, column: Column) -> float:
        """Tokens a letter, among the letters that have some."""
        tokens = sum(leaf.column(column).tokens for leaf in self._leaves)
        return tokens / max(self.letters(column), 1)

    def document_frequency(self, column: Column, term: str) -> int:
        """How many letters have the term in the column; the latest are remembered."""
        key = (column, term)
        found = self._frequencies.get(key)
        if found is None:
            if len(self._frequencies) >= REMEMBERED_TERMS:
                self._frequencies.clear()
            found = self._frequencies[key] = sum(
                leaf.column(column).document_frequency(ordinal)
                for leaf in self._leaves
                if (ordinal := leaf.ordinal(column, term)) >= 0
            )
        return found

    def largest_frequency(self, column: Column, terms: Sequence[Numbered]) -> int:
        """How many letters have the most frequent of terms, by their ordinals in each leaf."""
        columns = [leaf.column(column) for leaf in self._leaves]
        if len(columns) == 1:
            return max(_frequencies(columns[0], terms[0]), default=0)
        summed = Counter[str]()
        for its, ordinals in zip(columns, terms, strict=True):
            for ordinal, frequency in zip(
                _each(ordinals), _frequencies(its, ordinals), strict=True
            ):
                summed[its.terms.term(ordinal)] += frequency
        return max(summed.values(), default=0)

    def idf(self, column: Column, frequency: int) -> float:
        """log(1 + (N - df + .5) / (df + .5)), as Lucene's BM25Similarity."""
        return math.log(1 + (self.letters(column) - frequency + 0.5) / (frequency + 0.5))

    def norms(self, column: Column, b: float) -> Norms:
        """The norms of a column for a `b`."""
        key = (column, b)
        found = self._norms.get(key)
        if found is None:
            relative = DECODED_LENGTHS / max(self.average_length(column), 1e-9)
            values = (K1 * (1 - b + b * relative)).astype(np.float32)
            found = self._norms[key] = Norms(b, values)
        return found


def _each(terms: Numbered) -> Sequence[int]:
    return ([terms] if terms >= 0 else []) if isinstance(terms, int) else terms


def _frequencies(column: TermColumn, terms: Numbered) -> list[int]:
    if isinstance(terms, range):
        frequencies: list[int] = column.document_frequencies(terms.start, terms.stop).tolist()
        return frequencies
    return [column.document_frequency(ordinal) for ordinal in _each(terms)]
