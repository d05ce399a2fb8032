"""Organisations by their names. Knows nothing of where the names were learned."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from index import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One organisation: its names as issuers, and its best name by language, zh or en."""

    issuers: tuple[str, ...]
    preferred: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisations:
    """Those organisations that have several names; every other issuer is one under its own name.

    `by_issuer` has the names of issuers as letters write them, `called` what any organisation
    may be called, as `name_key` makes it: also what several are called.
    """

    by_issuer: Mapping[str, Organisation] = field(default_factory=dict)
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def names_of(self, issuer: str) -> tuple[str, ...]:
        """All names of issuers that are of the same organisation as this one."""
        found = self.by_issuer.get(issuer)
        return found.issuers if found else self.called.get(name_key(issuer), (issuer,))

    def issuers_called(self, name: str) -> tuple[str, ...]:
        """The names of the issuers that are called so anywhere; none where no other is known."""
        return self.called.get(name_key(name), ())

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
