"""What is recognised in a text, and which of it adds to the score."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from search.equivalents.dates import find_dates
from search.equivalents.forms import ways_of
from search.equivalents.initiatives import find_numbered
from search.equivalents.said import Said
from search.plan import HasInitiative

MOST: Final = 12  # of a query: what follows are words like others


def said_in(text: str) -> tuple[Said, ...]:
    """All that is recognised, by place. Of what overlaps the first and longest counts.

    What is a part of something longer, which is typed in several words, is kept so that a word
    more never finds fewer letters.
    """
    found = sorted((*_dates(text), *_initiatives(text)), key=lambda said: (said.start, -said.end))
    return tuple(_counted(found[:MOST]))


def _counted(found: Iterable[Said]) -> Iterator[Said]:
    reached = 0
    for said in found:
        yield said if said.start >= reached else replace(said, counts=False)
        reached = max(reached, said.end)


def _dates(text: str) -> Iterator[Said]:
    for dated in find_dates(text):
        ways = tuple(dict.fromkeys(way for date in dated.dates for way in ways_of(date)))
        yield Said(dated.start, dated.end, ways, is_date=True)


def _initiatives(text: str) -> Iterator[Said]:
    for start, end, number in find_numbered(text):
        yield Said(start, end, (HasInitiative(number),))
