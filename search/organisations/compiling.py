"""From what is said of names to organisations: which names are one organisation's.

Names are one where the admin says so, where a letter gives both in one bracket, where one is the
short form of the other and of no third, and where an acronym is that of one English and one Chinese
name that translate each other. What an acronym stands for twice stands for neither.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from index import name_keys, without_acronym
from search.organisations.evidence import Evidence
from search.organisations.groups import Groups
from search.organisations.organisations import Organisation, Organisations, is_acronym
from search.organisations.saying import Sayings

Translates = Callable[[str, str], bool]  # whether a Chinese name may be an English one's


def compile_organisations(
    evidence: Evidence, sayings: Sayings, translates: Translates
) -> Organisations:
    """The organisations of a collection that have several names."""
    return _Compiler(evidence, sayings, translates).compile()


class _Compiler:
    def __init__(self, evidence: Evidence, sayings: Sayings, translates: Translates) -> None:
        self._evidence, self._sayings, self._translates = evidence, sayings, translates
        self._keys = _keys_of(evidence, sayings)
        self._groups = Groups([[self._keys[name] for name in names] for names in sayings.apart])
        self._labels: defaultdict[str, list[str]] = defaultdict(list)
        self._written: dict[str, str] = {}  # the first way that each key was written
        self._called: defaultdict[str, set[str]] = defaultdict(set)

    def compile(self) -> Organisations:
        for issuer in self._evidence.issuers:
            self._labels[self._key(issuer)].append(issuer)
        for names in self._sayings.together:
            keys = [self._key(name) for name in names]
            for one in keys[1:]:
                self._groups.join(keys[0], one)
                self._called[one].add(keys[0])
        by_other: defaultdict[str, set[str]] = defaultdict(set)
        for full, other in self._evidence.others:
            by_other[self._key(other)].add(self._key(full))
        for other, fulls in by_other.items():
            self._learn(other, fulls)
        return self._organisations()

    def _learn(self, other: str, fulls: set[str]) -> None:
        """Take over what letters call `other`, if that is one organisation."""
        for full in fulls:
            self._called[other].add(full)
        roots = {self._groups.root(full) for full in fulls}
        if len(roots) == 2 and is_acronym(other):
            self._join_translations(roots)
            roots = {self._groups.root(full) for full in fulls}
        if len(roots) == 1:
            self._groups.join(other, next(iter(fulls)))

    def _join_translations(self, roots: set[str]) -> None:
        chinese, english = sorted(roots, key=str.isascii)
        if not chinese.isascii() and english.isascii() and self._translates(chinese, english):
            self._groups.join(chinese, english)

    def _key(self, name: str) -> str:
        found = self._keys[name]
        self._written.setdefault(found, without_acronym(name))
        return found

    def _organisations(self) -> Organisations:
        by_issuer: dict[str, Organisation] = {}
        several = (one for one, labels in self._labels.items() if len(labels) > 1)
        for keys in self._groups.all(several):
            labels = self._by_worth(label for one in keys for label in self._labels.get(one, ()))
            if labels and (len(keys) > 1 or len(labels) > 1):
                found = Organisation(
                    issuers=labels, others=self._others(keys), said=self._said(keys)
                )
                by_issuer.update(dict.fromkeys(labels, found))
        return Organisations(by_issuer=by_issuer, find_called=lambda: self._called_by(by_issuer))

    def _by_worth(self, labels: Iterable[str]) -> tuple[str, ...]:
        """Full names before acronyms, then the more frequent ones."""
        counts = self._evidence.issuers
        return tuple(sorted(labels, key=lambda one: (is_acronym(one), -counts[one], one)))

    def _others(self, keys: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._written[one] for one in keys if one in self._written)

    def _said(self, keys: Sequence[str]) -> tuple[str, ...]:
        names = chain.from_iterable(self._sayings.together)
        return tuple(name for name in names if self._keys[name] in keys)

    def _called_by(self, by_issuer: Mapping[str, Organisation]) -> dict[str, tuple[str, ...]]:
        """For each name that organisations have, all their issuers."""
        called: dict[str, tuple[str, ...]] = {}
        several = {self._keys[issuer] for issuer in by_issuer}
        for one in {*self._called, *several}:
            keys = {one, *self._called.get(one, ())}
            labels = [label for each in keys for label in self._labels.get(each, ())]
            found = [
                name
                for label in labels
                for name in (by_issuer[label].issuers if label in by_issuer else (label,))
            ]
            if found and (len(found) > 1 or one in self._called):
                called[one] = self._by_worth(dict.fromkeys(found))
        return called


def _keys_of(evidence: Evidence, sayings: Sayings) -> dict[str, str]:
    """The keys of all names that are spoken of."""
    spoken = chain(evidence.issuers, *evidence.others, *sayings.together, *sayings.apart)
    names = list(dict.fromkeys(spoken))
    return dict(zip(names, name_keys(names), strict=True))
