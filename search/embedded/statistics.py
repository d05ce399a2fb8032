"""Statistics of the whole collection, over all its segments. Deleted letters count until merged."""

import math

import numpy as np

from index import DECODED_LENGTHS, Column
from search.embedded.leaf import Leaf, Norms
from search.ranking import K1


class Statistics:
    """Counts, lengths and document frequencies; the letters of a view are those with tokens."""

    def __init__(self, leaves: tuple[Leaf, ...]) -> None:
        self._leaves = leaves
        self._norms: dict[tuple[Column, float], Norms] = {}

    def letters(self, column: Column) -> int:
        """N: how many letters have tokens in the column."""
        return sum(leaf.column(column).filled for leaf in self._leaves)

    def average_length(self, column: Column) -> float:
        """Tokens a letter, among the letters that have some."""
        tokens = sum(leaf.column(column).tokens for leaf in self._leaves)
        return tokens / max(self.letters(column), 1)

    def document_frequency(self, column: Column, term: str) -> int:
        """How many letters have the term in the column."""
        found = 0
        for leaf in self._leaves:
            ordinal = leaf.ordinal(column, term)
            found += leaf.column(column).document_frequency(ordinal) if ordinal >= 0 else 0
        return found

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
