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
from search.organisations.organisations import Organisations, OtherNames, is_acronym
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
        self._keys, self._written = _keys_of(evidence, sayings)
        self._groups = Groups([[self._keys[name] for name in names] for names in sayings.apart])
        self._labels: defaultdict[str, list[str]] = defaultdict(list)
        self._called: defaultdict[str, set[str]] = defaultdict(set)

    def compile(self) -> Organisations:
        for issuer in _by_worth(self._evidence.issuers):
            self._labels[self._keys[issuer]].append(issuer)
        for names in self._sayings.together:
            first, *others = (self._keys[name] for name in names)
            for one in others:
                self._groups.join(first, one)
                self._called[one].add(first)
        by_other: defaultdict[str, set[str]] = defaultdict(set)
        for full, other in self._evidence.others:
            by_other[self._keys[other]].add(self._keys[full])
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

    def _organisations(self) -> Organisations:
        joined = {one: keys for keys in self._groups.joined() for one in keys}
        by_issuer: dict[str, tuple[str, ...]] = {}
        for key, labels in self._labels.items():
            if key in joined:
                labels = self._worth_most_first(joined[key])
            elif len(labels) == 1:
                continue
            by_issuer.update(dict.fromkeys(labels, tuple(labels)))
        return Organisations(
            by_issuer=by_issuer,
            ordinals=self._evidence.ordinals,
            find_others=lambda issuer: self._other_names(
                joined.get(self._keys[issuer], (self._keys[issuer],))
            ),
            find_called=lambda: self._called_by(by_issuer),
        )

    def _worth_most_first(self, keys: Iterable[str]) -> list[str]:
        """The issuers that have any of the keys."""
        labels = chain.from_iterable(self._labels.get(key, ()) for key in keys)
        counts = self._evidence.issuers
        return _by_worth({label: counts[label] for label in labels})

    def _other_names(self, keys: Sequence[str]) -> OtherNames:
        written = (self._written[one] for one in keys if one in self._written)
        said = chain.from_iterable(self._sayings.together)
        return OtherNames(
            written=tuple(map(without_acronym, written)),
            said=tuple(name for name in said if self._keys[name] in keys),
        )

    def _called_by(self, by_issuer: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """For each name that organisations have, all their issuers."""
        called: dict[str, tuple[str, ...]] = {}
        counts = self._evidence.issuers
        several = {self._keys[issuer] for issuer in by_issuer}
        for one in {*self._called, *several}:
            keys = {one, *self._called.get(one, ())}
            labels = [label for each in keys for label in self._labels.get(each, ())]
            found = {name for label in labels for name in by_issuer.get(label, (label,))}
            if found and (len(found) > 1 or one in self._called):
                called[one] = tuple(_by_worth({name: counts[name] for name in found}))
        return called


def _by_worth(counts: Mapping[str, int]) -> list[str]:
    """Issuers, full names before acronyms, then the more frequent ones."""
    most_frequent_first = sorted(sorted(counts), key=counts.__getitem__, reverse=True)
    return sorted(most_frequent_first, key=is_acronym)


def _keys_of(evidence: Evidence, sayings: Sayings) -> tuple[dict[str, str], dict[str, str]]:
    """The keys of all names that are spoken of, and the first way that each key is written."""
    others = ((other, full) for full, other in evidence.others)
    written = list(dict.fromkeys(chain(evidence.issuers, *sayings.together, *others)))
    names = list(dict.fromkeys(chain(written, *sayings.apart)))
    keys = name_keys(names)
    first = dict(zip(reversed(keys[: len(written)]), reversed(written), strict=True))
    return dict(zip(names, keys, strict=True)), first
