"""All issuers of one generation in the order of the alphabet, Chinese names by their pinyin.

They are divided by their first letter, and a part is put in order when it is asked for: a hundred
thousand letters have as many issuers. Knows nothing of queries.
"""

from collections import Counter
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from index import LiveSegment, Snapshot
from index.analysis import fold, load_readings
from search.organisations import Organisations
from search.results import FacetValue

OTHERS = "#"  # where names are that begin neither with a letter of English nor with a Han character
_PARTS_KEPT = 4  # in order; of 100,000 letters each is 1 MB at most
_HEAD = 2  # characters that are read together: 重庆, 长沙

_Key = tuple[tuple[bool, str, str], ...]


class Directory:
    """The issuers of a snapshot. Safe for threads.

    An organisation stands under each of its names, with the letters of all of them.
    """

    def __init__(self, snapshot: Snapshot, organisations: Organisations) -> None:
        self._segments = snapshot.segments
        self._organisations = organisations.by_issuer
        self._places: dict[str, list[tuple[int, NDArray[np.int64]]]] = {}
        for number, live in enumerate(snapshot.segments):
            self._divide(number, live)
        self.initials = tuple(
            sorted(self._places, key=lambda initial: (initial == OTHERS, initial))
        )
        self.part = lru_cache(_PARTS_KEPT)(self._part)

    def _divide(self, number: int, live: LiveSegment) -> None:
        labels = live.segment.labels("issuer")
        counts = _counts(live)
        initials = np.array([_initial(_bared(name)[:_HEAD]) for name in labels.values], "U1")
        for initial in np.unique(initials[counts > 0]).tolist():
            places = np.flatnonzero((initials == initial) & (counts > 0))
            self._places.setdefault(initial, []).append((number, places))

    def _part(self, initial: str) -> tuple[FacetValue, ...]:
        """The issuers under a letter with the number of their letters, in order."""
        found: Counter[str] = Counter()
        for number, places in self._places.get(initial, ()):
            live = self._segments[number]
            names = map(live.segment.labels("issuer").values.term, places.tolist())
            found.update(dict(zip(names, _counts(live)[places].tolist(), strict=True)))
        for name in found.keys() & self._organisations.keys():
            found[name] = self._letters_of(self._organisations[name])
        return tuple(FacetValue(name, found[name]) for name in sorted(found, key=_key))

    def _letters_of(self, names: tuple[str, ...]) -> int:
        """How many letters have any of the names."""
        return sum(int(_rows(live, names).sum()) for live in self._segments)


def _rows(live: LiveSegment, names: tuple[str, ...]) -> NDArray[np.bool_]:
    labels = live.segment.labels("issuer")
    found = np.zeros(live.segment.count, np.bool_)
    for ordinal in map(labels.find, names):
        if ordinal >= 0:
            found[labels.rows(ordinal)] = True
    return found if live.live is None else found & live.live


def _counts(live: LiveSegment) -> NDArray[np.int64]:
    """How many letters of a segment that are not deleted have each of its issuers."""
    labels = live.segment.labels("issuer")
    ordinals = labels.ordinals
    if live.live is not None:
        ordinals = ordinals[np.repeat(live.live, np.diff(labels.offsets))]
    return np.bincount(ordinals, minlength=len(labels.values))


@lru_cache(10_000)
def _initial(head: str) -> str:
    """The letter under which a name stands that begins so."""
    for _, syllable, character in _key(head)[:1]:
        letter = (syllable or character)[0].upper()
        return letter if letter.isascii() and letter.isalpha() else OTHERS
    return OTHERS


def _key(name: str) -> _Key:
    """What puts names in order: Latin before Han characters, these by pinyin and then by code.

    Signs count for nothing, so that 《 or a quotation mark leaves a name where it belongs.
    """
    folded = _bared(fold(name).text)
    return *_read(folded[:_HEAD]), *(_one(character) for character in folded[_HEAD:])


def _bared(name: str) -> str:
    return "".join(filter(str.isalnum, name))


@lru_cache(10_000)
def _read(head: str) -> _Key:
    """The first characters, which may be read otherwise together."""
    if not head:
        return ()
    readings = load_readings()
    codes = np.array([[ord(character) for character in head]], np.uint32)
    numbers = readings.of_rows(codes)[0].tolist()
    syllables = (readings.syllables[number] for number in numbers)
    return tuple((bool(s), s, c) for s, c in zip(syllables, head, strict=True))


@cache
def _one(character: str) -> tuple[bool, str, str]:
    return _read(character)[0]
