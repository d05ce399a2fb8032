"""Labels where several values stand for one: an issuer of many names counts once a letter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index import Labels, Lexicon

Integers = NDArray[np.integer[Any]]


class Leaders(NamedTuple):
    """Values that count under another one, each with the one that stands for both.

    `known` has for each segment the ordinals of some values; none where no segment has any.
    """

    names: Mapping[str, str]
    known: Sequence[Mapping[str, int]] = ()


NO_LEADERS: Final = Leaders({})


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


def with_one_name(
    labels: Labels, leaders: Mapping[str, str], known: Mapping[str, int]
) -> Labels | OneName:
    """Labels with one value for all that have the same leader; the same if none has another.

    `known` has the ordinals of some values.
    """
    unknown = [name for name in chain(leaders, leaders.values()) if name not in known]
    ordinals = {**known, **dict(zip(unknown, labels.values.find_all(unknown), strict=True))}
    mapping = np.arange(len(labels.values))
    standing: dict[str, int] = {}
    for name, leader in leaders.items():
        if (ordinal := ordinals[name]) >= 0:
            first = standing.get(leader, ordinals[leader])
            standing[leader] = ordinal if first < 0 else first
            mapping[ordinal] = standing[leader]
    if not standing:
        return labels
    return _merged(labels, mapping, standing)


def _merged(labels: Labels, mapping: Integers, standing: Mapping[str, int]) -> OneName:
    ordinals = mapping[labels.ordinals]
    offsets = labels.offsets
    again = _repeated(offsets, ordinals, np.flatnonzero(ordinals != labels.ordinals))
    if len(again):
        gone = np.zeros(len(offsets), np.int64)
        np.add.at(gone, np.searchsorted(offsets, again, "right"), 1)
        offsets, ordinals = offsets - np.cumsum(gone), np.delete(ordinals, again)
    return OneName(labels.values, offsets, ordinals.astype(np.int32), standing)


def _repeated(offsets: Integers, ordinals: Integers, changed: Integers) -> Integers:
    """The places where a letter has a value again, which only those with `changed` ones may."""
    owners = np.searchsorted(offsets, changed, "right") - 1
    owners = owners[np.append(True, owners[1:] != owners[:-1])[: len(owners)]]
    counts = offsets[owners + 1] - offsets[owners]
    owners, counts = owners[counts > 1], counts[counts > 1]
    begins = np.cumsum(counts) - counts
    places = np.arange(int(counts.sum())) + np.repeat(offsets[owners] - begins, counts)
    keys = np.repeat(owners, counts) * (int(ordinals.max(initial=0)) + 1) + ordinals[places]
    order = np.argsort(keys, kind="stable")
    is_again = keys[order[1:]] == keys[order[:-1]]
    again: Integers = np.sort(places[order[1:][is_again]])
    return again
