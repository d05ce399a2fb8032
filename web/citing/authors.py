"""Names as citations take them apart: only where it is certain what is the family name.

A name that may be an organisation's stays whole, as every style wants it.
"""

import re

from corpus import is_person
from web.citing.reference import Author

_TITLE = re.compile(r"(?:Prof(?:essor)?|Dr|Mr|Mrs|Ms|Sir)\b\.?\s+")
# WANG Yaohua: capitals say which is the family name, as GB/T 28039-2011 writes Chinese names.
_CAPITAL_FAMILY = re.compile(r"([A-Z][A-Z'’-]+)\s+([A-Z][a-z][\w’'-]*(?:\s[A-Z][\w’'.-]*)*)")
_LATIN = re.compile(r"[^\u3000-\uffff]+")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?$")


def read_organisation(name: str) -> Author:
    """A name that stays whole."""
    return Author(" ".join(name.split()))


def read_signatory(name: str) -> Author:
    """One who signed: a person where the name says so, else it stays whole.

    >>> read_signatory("Dr. Jane A. Smith")
    Author(name='Jane A. Smith', family='Smith', given='Jane A.')
    """
    whole = " ".join(name.split())
    words = _TITLE.sub("", whole, count=1) if _TITLE.match(whole) else whole
    if found := _CAPITAL_FAMILY.fullmatch(words):
        return Author(words, found[1], found[2])
    if not _LATIN.fullmatch(words) or _SUFFIX.search(words) or not is_person(words):
        return Author(whole)
    given, _, family = words.rpartition(" ")
    return Author(words, family, given) if given else Author(whole)


def initials(given: str, separator: str) -> str:
    """The initials of given names, hyphens kept.

    >>> initials("Jean-Paul A.", ". ")
    'J.-P. A'
    """
    stop = separator.rstrip()
    return separator.join(
        f"{stop}-".join(part[0].upper() for part in name.split("-") if part)
        for name in given.split()
    )
