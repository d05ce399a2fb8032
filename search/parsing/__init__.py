"""Parsing: a query as typed becomes a tree of raw text with notes on what was not understood.

Knows the syntax that the README publishes, and nothing of terms, scoring or wording.
"""

from search.parsing.date_forms import MONTH_NAMES, MONTHS
from search.parsing.notes import NoteKind
from search.parsing.numerals import REPUBLIC, han_digits, han_number, number_of, republic_year
from search.parsing.parse import MAX_LENGTH, parse
from search.parsing.syntax import SYNTAX, Meaning, SyntaxExample

__all__ = [
    "MAX_LENGTH",
    "MONTHS",
    "MONTH_NAMES",
    "REPUBLIC",
    "SYNTAX",
    "Meaning",
    "NoteKind",
    "SyntaxExample",
    "han_digits",
    "han_number",
    "number_of",
    "parse",
    "republic_year",
]
