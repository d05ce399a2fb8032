"""Labels where several values stand for one: an issuer of many names counts once a letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import Labels, Lexicon

Integers = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class OneName:
    """Labels as `index.Labels`, each letter with one value of those that stand for one.

    `standing` has, for each leader of which another value is here, the value that stands for it.
    """

    values: Lexicon
    offsets: Integers
    ordinals: Integers
    standing: Mapping[str, int]

    def find(self, value: str) -> int:
        """The ordinal of a value, or -1."""
        return self.values.find(value)

    def rows(self, ordinal: int) -> NDArray[np.int32]:
        """The letters that have a value, in ascending order."""
        owners = np.repeat(np.arange(len(self.offsets) - 1, dtype=np.int32), np.diff(self.offsets))
        found: NDArray[np.int32] = owners[self.ordinals == ordinal]
        return found


def with_one_name(labels: Labels, leaders: Mapping[str, str]) -> Labels | OneName:
    """Labels with one value for all that have the same leader; the same if none has another."""
    mapping = np.arange(len(labels.values))
    standing: dict[str, int] = {}
    values = labels.values.find_all(list(leaders))
    first_of = dict(
        zip(leaders.values(), labels.values.find_all(list(leaders.values())), strict=True)
    )
    for ordinal, leader in zip(values, leaders.values(), strict=True):
        if ordinal >= 0:
            first = standing.get(leader, first_of[leader])
            standing[leader] = ordinal if first < 0 else first
            mapping[ordinal] = standing[leader]
    if not standing:
        return labels
    return _merged(labels, mapping, standing)


def _merged(labels: Labels, mapping: Integers, standing: Mapping[str, int]) -> OneName:
    counts = np.diff(labels.offsets)
    owners = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
    ordinals = mapping[labels.ordinals]
    kept = ~_repeated(owners, ordinals, np.flatnonzero(counts[owners] > 1))
    offsets = np.concatenate([[0], np.cumsum(np.bincount(owners[kept], minlength=len(counts)))])
    return OneName(labels.values, offsets, ordinals[kept].astype(np.int32), standing)


def _repeated(owners: Integers, ordinals: Integers, places: Integers) -> NDArray[np.bool_]:
    """Where a letter has a value again; `places` are those of letters with several."""
    keys = owners[places] * (int(ordinals.max(initial=0)) + 1) + ordinals[places]
    order = np.argsort(keys, kind="stable")
    again = np.zeros(len(owners), np.bool_)
    again[places[order[1:][keys[order[1:]] == keys[order[:-1]]]]] = True
    return again
