"""All letters that a search finds, in their order, for those who want more than a page.

Letters are read one at a time, so that memory holds one of them however many are found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from corpus import Letter, LetterId
from index import Snapshot
from search.collection import Collection
from search.engine import Window
from search.ranked import rank, shown_on
from search.results import Request


@dataclass(frozen=True, slots=True)
class Match:
    """One letter that was found; what is asked of it is read then. Raises DamagedSegment."""

    snapshot: Snapshot
    number: int

    @property
    def id(self) -> LetterId:
        """The letter's id."""
        return self.snapshot.id(self.number)

    @property
    def letter(self) -> Letter:
        """The letter with its text."""
        return self.snapshot.letter(self.number)

    @property
    def changed(self) -> datetime:
        """When the letter was last changed, in UTC, without parts of a second."""
        return datetime.fromtimestamp(self.snapshot.changed(self.number), UTC)


@dataclass(frozen=True, slots=True)
class MatchSet:
    """The head of the letters found, of which there are `total`.

    It holds on to its generation, whatever a reindex does meanwhile.
    """

    snapshot: Snapshot
    numbers: Sequence[int]
    total: int

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[Match]:
        return (Match(self.snapshot, number) for number in self.numbers)


def find_match_set(collection: Collection, request: Request, limit: int) -> MatchSet:
    """The first `limit` letters found, in the request's order, whatever page it asks for."""
    whole = replace(request, page=1, per_page=limit, facets=())
    found = rank(collection, collection.prepare(request.q, synonyms=request.synonyms), whole)
    numbers = found.numbers[shown_on(whole)].tolist()
    return MatchSet(collection.snapshot, numbers, found.total)


def count_letters(collection: Collection, request: Request) -> int:
    """How many letters a search finds."""
    prepared = collection.prepare(request.q, synonyms=request.synonyms)
    wanted = replace(prepared.plan, filters=collection.filters(request))
    return collection.engine.find(wanted, Window(size=0)).total
