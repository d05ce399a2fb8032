"""Groups of keys that are joined one pair at a time, but for those that must stay apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence


class Groups:
    """Disjoint sets of strings; a string that was never joined is a group of its own."""

    def __init__(self, apart: Iterable[Sequence[str]] = ()) -> None:
        """`apart` are lists of strings no two of which may come into one group."""
        self._above: dict[str, str] = {}
        self._apart = [frozenset(keys) for keys in apart]
        self._held: defaultdict[str, set[int]] = defaultdict(set)  # lists that a group has one of
        for number, keys in enumerate(self._apart):
            for one in keys:
                self._held[one].add(number)

    def root(self, one: str) -> str:
        """The string that stands for the group."""
        while (above := self._above.get(one, one)) != one:
            self._above[one] = self._above.get(above, above)
            one = above
        return one

    def join(self, one: str, other: str) -> bool:
        """Make two groups one; False, and nothing done, where they must stay apart."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return True
        if self._held[first] & self._held[second]:
            return False
        # A name in Chinese or of several words stands for the group rather than an acronym.
        upper, lower = sorted(
            (first, second), key=lambda key: (" " in key or not key.isascii(), len(key))
        )[::-1]
        self._above[lower] = upper
        self._held[upper] |= self._held[lower]
        return True

    def joined(self) -> list[list[str]]:
        """All groups of several strings, sorted."""
        members: defaultdict[str, list[str]] = defaultdict(list)
        for one in sorted({*self._above, *self._above.values()}):
            members[self.root(one)].append(one)
        return list(members.values())
