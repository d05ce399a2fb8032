"""What an engine has to offer to be measured. Knows no engine."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from benchmarks.queries import Query

TOP = 10  # letters that each search ranks
FACETS = ("lang", "genre", "year")  # counted by the queries of the class `filter`


@dataclass(frozen=True, slots=True)
class Answer:
    """The numbers of the best letters, best first, and how many match, where that was counted."""

    best: tuple[int, ...]
    total: int | None


Search = Callable[[], Answer]


class Peer(Protocol):
    """An engine with its index open. `note` says what is different about it, in a sentence."""

    name: str
    version: str
    note: str

    def search(self, query: Query) -> Search | None:
        """All that is timed, from words to numbers of letters; None if the engine cannot do it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """Engines over one index, and what making it took: seconds of all cores, bytes on disk."""

    peers: tuple[Peer, ...]
    cpu_seconds: float
    bytes: int
