"""What the letters of a generation say of names: issuers, and other names in brackets.

Reads labels of segments. Knows nothing of what follows from them.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np

from index import LiveSegment, Snapshot

OTHER_NAME: Final = "\t"  # see index.documents


@dataclass(frozen=True, slots=True)
class Evidence:
    """Names of issuers, and pairs of a full name and another one, with how many letters have each.

    Letters that are no longer there do not count.
    """

    issuers: Counter[str]
    others: Counter[tuple[str, str]]


def gather(snapshot: Snapshot) -> Evidence:
    """What all letters of a generation say; linear in the number of different names."""
    issuers: Counter[str] = Counter()
    others: Counter[tuple[str, str]] = Counter()
    for live in snapshot.segments:
        issuers.update(_counted(live, "issuer"))
        for said, count in _counted(live, "other_name").items():
            full, _, other = said.partition(OTHER_NAME)
            others[full, other] += count
    return Evidence(issuers, others)


def _counted(live: LiveSegment, name: str) -> dict[str, int]:
    """How many letters of a segment that are there have each label."""
    labels = live.segment.labels(name)
    ordinals = labels.ordinals
    if live.live is not None:
        letters = np.repeat(np.arange(len(live.live)), np.diff(labels.offsets))
        ordinals = ordinals[live.live[letters]]
    counts = np.bincount(ordinals, minlength=len(labels.values)).tolist()
    return {value: n for value, n in zip(labels.values, counts, strict=True) if n}
