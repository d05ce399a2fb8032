"""Organisations under their many names: what letters say in brackets, and what the admin says.

Owns when two names are one organisation's. Must not know queries, pages, and how facets count.
"""

from search.organisations.compiling import compile_organisations
from search.organisations.evidence import Evidence, gather
from search.organisations.organisations import Organisations
from search.organisations.saying import FILE, Sayings, UnusableAliases, read_sayings, usable_sayings

__all__ = [
    "FILE",
    "Evidence",
    "Organisations",
    "Sayings",
    "UnusableAliases",
    "compile_organisations",
    "gather",
    "read_sayings",
    "usable_sayings",
]
