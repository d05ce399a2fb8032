"""A bounded cache of arrays, by what they are of. Knows nothing of what is in them."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Entry = TypeVar("Entry")
_AN_ENTRY = 500  # bytes that an entry takes whatever is in it


class Cache(Generic[Entry]):
    """Entries by key; those unused for longest go once `limit` bytes are held. Safe for threads."""

    def __init__(self, limit: int) -> None:
        self._limit, self._held, self._lock = limit, 0, Lock()
        self._entries: OrderedDict[Hashable, tuple[Entry, int]] = OrderedDict()

    def get(self, key: Hashable) -> Entry | None:
        """The entry, which becomes the most recent."""
        with self._lock:
            found = self._entries.get(key)
            if found is None:
                return None
            self._entries.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, entry: Entry, size: int) -> Entry:
        """Keep an entry of so many bytes, unless it alone is over the limit; the answer is it."""
        size += _AN_ENTRY
        with self._lock:
            if size > self._limit or key in self._entries:
                return entry
            self._entries[key] = (entry, size)
            self._held += size
            while self._held > self._limit:
                _, (_, gone) = self._entries.popitem(last=False)
                self._held -= gone
        return entry
