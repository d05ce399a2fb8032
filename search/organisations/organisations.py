"""Organisations by their names. Knows nothing of where the names were learned."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from index.analysis import fold

_ACRONYM_AFTER: Final = re.compile(r"\s*[（(][A-Z][A-Za-z&-]{0,12}[A-Z][)）]\s*$")
_REMEMBERED: Final = 1 << 16  # names: those of the next generation are mostly the same
_ARTICLE: Final = "the "


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One organisation: its names as issuers, and its best name by language, zh or en."""

    issuers: tuple[str, ...]
    preferred: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisations:
    """Those organisations that have several names; every other issuer is one under its own name.

    `by_issuer` has the names of issuers as letters write them, `called` what any organisation
    may be called, as `key` makes it: also what several are called.
    """

    by_issuer: Mapping[str, Organisation] = field(default_factory=dict)
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def names_of(self, issuer: str) -> tuple[str, ...]:
        """All names of issuers that are of the same organisation as this one."""
        found = self.by_issuer.get(issuer)
        return found.issuers if found else self.called.get(key(issuer), (issuer,))

    def issuers_called(self, name: str) -> tuple[str, ...]:
        """The names of the issuers that are called so anywhere; none where no other is known."""
        return self.called.get(key(name), ())

    def preferred(self, issuer: str) -> Mapping[str, str]:
        """The best names of an issuer, by language; none where it has but one name."""
        found = self.by_issuer.get(issuer)
        return found.preferred if found else {}

    def leaders(self) -> dict[str, str]:
        """Of each issuer's name that is another one's as well, the name that stands for both."""
        return {
            name: found.issuers[0]
            for name, found in self.by_issuer.items()
            if name != found.issuers[0]
        }


@lru_cache(_REMEMBERED)
def key(name: str) -> str:
    """What a name has in common with other spellings of it.

    >>> key("The Security  Identification Union (SIU)") == key("security identification union")
    True
    """
    plain = without_acronym(name)
    plain = " ".join((plain.lower() if plain.isascii() else fold(plain).text).split())
    return plain.removeprefix(_ARTICLE) or plain


def without_acronym(name: str) -> str:
    """A name without its acronym in brackets; what else is in brackets sets it apart."""
    return _ACRONYM_AFTER.sub("", name) or name
