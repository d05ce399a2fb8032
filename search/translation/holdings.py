"""What a collection holds: how many letters have a term, and which terms begin so.

Translations that no letter has are of no use, and names are sought among the collection's words.
Knows nothing of languages.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from index import Column, Snapshot, TermColumn

_REMEMBERED: Final = 1 << 15  # terms


class Holdings:
    """The terms of one generation; `holds` says whether a text stands in some letter."""

    def __init__(self, snapshot: Snapshot, holds: Callable[[str], bool]) -> None:
        self._snapshot = snapshot
        self._columns: dict[Column, tuple[TermColumn, ...]] = {}
        self.holds = lru_cache(_REMEMBERED)(holds)
        self.frequency = lru_cache(_REMEMBERED)(self._frequency)
        self.beginning = lru_cache(_REMEMBERED >> 5)(self._beginning)

    def _frequency(self, column: Column, term: str) -> int:
        """How many letters have the term in the column."""
        found = 0
        for terms in self._terms(column):
            ordinal = terms.terms.find(term)
            found += terms.document_frequency(ordinal) if ordinal >= 0 else 0
        return found

    def _beginning(self, column: Column, prefix: str, limit: int) -> tuple[str, ...]:
        """The terms that begin so, sorted; of each segment at most `limit`."""
        found: set[str] = set()
        for terms in self._terms(column):
            first, end = terms.terms.range(prefix)
            found.update(map(terms.terms.term, range(first, min(end, first + limit))))
        return tuple(sorted(found))

    def _terms(self, column: Column) -> tuple[TermColumn, ...]:
        known = self._columns.get(column)
        if known is None:
            segments = self._snapshot.segments
            known = tuple(live.segment.column(column) for live in segments)
            self._columns[column] = known
        return known
