"""What is recognised in a text, and which of it adds to the score."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from search.equivalents.dates import find_dates
from search.equivalents.forms import ways_of
from search.equivalents.initiatives import find_numbered
from search.equivalents.names import FormsOf, TokensOf, way_of
from search.equivalents.said import Said
from search.equivalents.synonyms import Synonyms
from search.plan import HasInitiative

MOST: Final = 24  # of a query: what follows are words like others


class Recogniser:
    """Recognises what letters of one collection may say otherwise. Safe for threads."""

    def __init__(
        self, tokens_of: TokensOf, forms_of: FormsOf, synonyms: Synonyms | None = None
    ) -> None:
        """Without synonyms only dates and numbers of initiatives are recognised."""
        self._tokens_of, self._forms_of, self._synonyms = tokens_of, forms_of, synonyms

    def said_in(self, text: str) -> tuple[Said, ...]:
        """All that is recognised, by place. Of what overlaps the first and longest counts.

        What is a part of something longer, but would be recognised without the words around it,
        is kept so that a word more never finds fewer letters.
        """
        found = (*_dates(text), *_initiatives(text), *self._names(text))
        ordered = sorted(found, key=lambda said: (said.start, -said.end))
        return tuple(_counted(ordered[:MOST], text))

    def _names(self, text: str) -> Iterator[Said]:
        if self._synonyms is None:
            return
        for start, end, names in self._synonyms.find(self._tokens_of(text)):
            ways = {name: way_of(name, self._tokens_of, self._forms_of) for name in names}
            kept = {name: way for name, way in ways.items() if way is not None}
            yield Said(start, end, tuple(kept.values()), names=tuple(kept))


def _counted(found: Iterable[Said], text: str) -> Iterator[Said]:
    reached = 0
    for said in found:
        if said.start >= reached:
            yield said
        elif not said.names or _stands_alone(said, text):
            yield replace(said, counts=False)
        reached = max(reached, said.end)


def _stands_alone(said: Said, text: str) -> bool:
    before, after = text[: said.start][-1:], text[said.end :][:1]
    return not before.isalnum() and not after.isalnum()


def _dates(text: str) -> Iterator[Said]:
    for dated in find_dates(text):
        ways = tuple(dict.fromkeys(way for date in dated.dates for way in ways_of(date)))
        yield Said(dated.start, dated.end, ways, is_date=True)


def _initiatives(text: str) -> Iterator[Said]:
    for start, end, number in find_numbered(text):
        yield Said(start, end, (HasInitiative(number),), is_number=True)
