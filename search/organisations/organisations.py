"""Organisations by their names. Knows nothing of where the names were learned."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from index import name_key, without_acronym


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One organisation: its names as issuers, its other names, and those that the admin gives it.

    Names that are worth more stand before others.
    """

    issuers: tuple[str, ...]
    others: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    def preferred(self) -> Mapping[str, str]:
        """By language, zh or en, the name that the admin puts first, else the longest full one."""
        names = dict.fromkeys([*map(without_acronym, self.issuers), *self.others])
        full = (name for name in names if not is_acronym(name))
        found: dict[str, str] = {}
        for name in (*self.said, *sorted(full, key=len, reverse=True)):
            found.setdefault("en" if name.isascii() else "zh", name)
        return found


@dataclass(frozen=True, kw_only=True)
class Organisations:
    """Those organisations that have several names; every other issuer is one under its own name.

    `by_issuer` has the names of issuers as letters write them. What any organisation may be called,
    as `name_key` makes it, also what several are called, is found when it is first asked for.
    """

    by_issuer: Mapping[str, Organisation] = field(default_factory=dict)
    find_called: Callable[[], Mapping[str, tuple[str, ...]]] = dict

    @cached_property
    def called(self) -> Mapping[str, tuple[str, ...]]:
        """The issuers that are called so, by the keys of names."""
        return self.find_called()

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
        return found.preferred() if found else {}

    def leaders(self) -> dict[str, str]:
        """Of each issuer's name that is another one's as well, the name that stands for both."""
        return {
            name: found.issuers[0]
            for name, found in self.by_issuer.items()
            if name != found.issuers[0]
        }


def is_acronym(name: str) -> bool:
    """Whether a name may be an acronym: one word of ASCII."""
    return " " not in name and name.isascii()
