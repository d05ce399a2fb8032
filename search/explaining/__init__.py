"""Explaining: why a letter has its score, word by word, or why a query does not find it.

Owns which typed word each part of a score comes from. Must not know of wording, and of scoring
only what engines tell.
"""

from search.explaining.explain import RANKED, explain
from search.explaining.explanation import (
    Closeness,
    CloseUnit,
    ExplainedTerm,
    ExplainedWord,
    Explanation,
    FoundBy,
    Shared,
    Unmet,
    UnmetKind,
)
from search.ranking import K1
from search.tree import FieldName

__all__ = [
    "K1",
    "RANKED",
    "CloseUnit",
    "Closeness",
    "ExplainedTerm",
    "ExplainedWord",
    "Explanation",
    "FieldName",
    "FoundBy",
    "Shared",
    "Unmet",
    "UnmetKind",
    "explain",
]
