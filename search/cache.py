"""A bounded cache by key: what is asked for often stays. Knows nothing of what is in it."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Final, Generic, TypeVar

Entry = TypeVar("Entry")
_AN_ENTRY: Final = 500  # bytes that an entry takes whatever is in it
_ASKED: Final = 10  # times an entry that are counted, as in Caffeine, before counts are halved
_LEAST_ASKED: Final = 1_000
_NEW: Final = 16  # one byte in so many is for new entries: a query asks for a list several times


class Cache(Generic[Entry]):
    """Entries by key, of `limit` bytes at most. Safe for threads.

    Once it is full, an entry that is no longer new takes the place of those unused for longest if
    it was asked for more often lately than the first of them: W-TinyLFU (Einziger, Friedman and
    Manes 2017). Else a round of queries whose lists are a little too much for the cache would find
    none of them there.
    """

    def __init__(self, limit: int) -> None:
        self._limit, self._held, self._lock = limit - limit // _NEW, 0, Lock()
        self._entries: OrderedDict[Hashable, tuple[Entry, int]] = OrderedDict()
        self._new: OrderedDict[Hashable, tuple[Entry, int]] = OrderedDict()
        self._new_limit, self._new_held = limit // _NEW, 0
        self._asked: dict[Hashable, int] = {}
        self._asks = 0

    def get(self, key: Hashable) -> Entry | None:
        """The entry, which becomes the most recent."""
        with self._lock:
            self._count(key)
            for entries in (self._entries, self._new):
                found = entries.get(key)
                if found is not None:
                    entries.move_to_end(key)
                    return found[0]
            return None

    def put(self, key: Hashable, entry: Entry, size: int) -> Entry:
        """Keep an entry of so many bytes if there is room for it; the answer is the entry."""
        size += _AN_ENTRY
        with self._lock:
            if key in self._entries or key in self._new:
                return entry
            self._new[key] = (entry, size)
            self._new_held += size
            while self._new_held > self._new_limit:
                oldest, (found, its) = self._new.popitem(last=False)
                self._new_held -= its
                if self._has_room(oldest, its):
                    self._entries[oldest] = (found, its)
                    self._held += its
        return entry

    def _has_room(self, key: Hashable, size: int) -> bool:
        """Make room for an entry, if it is worth those that must go."""
        if size > self._limit:
            return False
        if self._held + size > self._limit:
            oldest = next(iter(self._entries))
            if self._asked.get(key, 0) <= self._asked.get(oldest, 0):
                return False
        while self._held + size > self._limit:
            _, (_, gone) = self._entries.popitem(last=False)
            self._held -= gone
        return True

    def _count(self, key: Hashable) -> None:
        self._asked[key] = self._asked.get(key, 0) + 1
        self._asks += 1
        if self._asks > max(_LEAST_ASKED, _ASKED * len(self._entries)):
            self._asked = {each: times // 2 for each, times in self._asked.items() if times > 1}
            self._asks = sum(self._asked.values())
