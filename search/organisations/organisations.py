"""Organisations by their names. Knows nothing of where the names were learned."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from index import name_key, without_acronym


class OtherNames(NamedTuple):
    """Names of an organisation beside those of its issuers.

    Those that letters write, one for each spelling, and those that the admin gives it.
    """

    written: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Organisations:
    """Those organisations that have several names; every other issuer is one under its own name.

    `by_issuer` has for each name of such an issuer, as letters write it, all names of issuers of
    the organisation, those that are worth more first. Its other names are found when they are
    shown, and what any organisation may be called, as `name_key` makes it, also what several are
    called, when it is first asked for. `ordinals` has those of issuers that were read in each
    segment.
    """

    by_issuer: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ordinals: tuple[Mapping[str, int], ...] = ()
    find_others: Callable[[str], OtherNames] = lambda _: OtherNames()
    find_called: Callable[[], Mapping[str, tuple[str, ...]]] = dict

    @cached_property
    def called(self) -> Mapping[str, tuple[str, ...]]:
        """The issuers that are called so, by the keys of names."""
        return self.find_called()

    def names_of(self, issuer: str) -> tuple[str, ...]:
        """All names of issuers that are of the same organisation as this one."""
        return self.by_issuer.get(issuer) or self.called.get(name_key(issuer), (issuer,))

    def issuers_called(self, name: str) -> tuple[str, ...]:
        """The names of the issuers that are called so anywhere; none where no other is known."""
        return self.called.get(name_key(name), ())

    def preferred(self, issuer: str) -> Mapping[str, str]:
        """The best names of an issuer, by language, zh or en; none where it has but one name.

        That is the name that the admin puts first, else the longest full one.
        """
        if issuer not in self.by_issuer:
            return {}
        others = self.find_others(issuer)
        names = dict.fromkeys([*map(without_acronym, self.by_issuer[issuer]), *others.written])
        full = (name for name in names if not is_acronym(name))
        found: dict[str, str] = {}
        for name in (*others.said, *sorted(full, key=len, reverse=True)):
            found.setdefault("en" if name.isascii() else "zh", name)
        return found

    def leaders(self) -> dict[str, str]:
        """Of each issuer's name that is another one's as well, the name that stands for both."""
        return {name: names[0] for name, names in self.by_issuer.items() if name != names[0]}


def is_acronym(name: str) -> bool:
    """Whether a name may be an acronym: one word of ASCII."""
    return " " not in name and name.isascii()
