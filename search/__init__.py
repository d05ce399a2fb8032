"""Searching: a query string to ranked hits.

Owns parsing, rewriting, matching, scoring, passages, snippets, facets and evaluation. It must not
know of HTML, Flask or the language of messages.
"""

from search.letters import LetterView
from search.match_set import Match, MatchSet
from search.parsing import SYNTAX, Meaning, NoteKind, SyntaxExample, parse
from search.results import (
    FACETS,
    Completion,
    FacetName,
    FacetValue,
    Hit,
    InitiativeHit,
    Mark,
    OtherLanguage,
    Reason,
    Request,
    Results,
    Snippet,
    Sort,
    Suggestion,
    Synonym,
    TitleHit,
    TranslatedTerm,
    Unit,
)
from search.service import COMPLETIONS, Searcher
from search.tree import Note, Query

__all__ = [
    "COMPLETIONS",
    "FACETS",
    "SYNTAX",
    "Completion",
    "FacetName",
    "FacetValue",
    "Hit",
    "InitiativeHit",
    "LetterView",
    "Mark",
    "Match",
    "MatchSet",
    "Meaning",
    "Note",
    "NoteKind",
    "OtherLanguage",
    "Query",
    "Reason",
    "Request",
    "Results",
    "Searcher",
    "Snippet",
    "Sort",
    "Suggestion",
    "Synonym",
    "SyntaxExample",
    "TitleHit",
    "TranslatedTerm",
    "Unit",
    "parse",
]
