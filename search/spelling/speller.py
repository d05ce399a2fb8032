"""From a query to another spelling of it: which places are doubtful, and what is put there.

Every request asks whether a query is doubtful, which is a look-up a word; only then is more done.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from index import Token, View
from search import tree
from search.engine import Engine
from search.results import Reason
from search.spelling import chinese, english
from search.spelling.dictionary import WordList
from search.spelling.evidence import Evidence
from search.spelling.proposal import Proposal
from search.spelling.typed import Unit, stretches, texts
from search.spelling.weights import DOUBTFUL


@dataclass(frozen=True, slots=True)
class Spelling:
    """A query spelt otherwise; `reason` is that of the surest change."""

    text: str
    reason: Reason


class Speller:
    """Spells queries with the words of one generation. Safe for threads."""

    def __init__(
        self,
        engine: Engine,
        *,
        tokens_of: Callable[[str], tuple[Token, ...]],
        open_words: Callable[[], WordList],
    ) -> None:
        """`open_words` opens the list of words, when a query is doubtful."""
        self._evidence = Evidence(engine)
        self._tokens_of = tokens_of
        self._open_words = open_words

    def respell(self, query: tree.Query) -> Spelling | None:
        """The query with the words it was meant to have; None where nothing speaks for others."""
        if not self._is_doubtful(query):
            return None
        found = sorted(self._proposals(query), key=lambda one: one.start)
        if not found:
            return None
        surest = max(found, key=lambda one: one.gain)
        return Spelling(_put(query.text, found), surest.reason)

    def _is_doubtful(self, query: tree.Query) -> bool:
        """Whether some word or some pair of characters is in no letter."""
        tokens = tuple(chain.from_iterable(self._tokens_of(one.text) for one in texts(query.tree)))
        pairs = [token.term for token in tokens if token.view is View.BIGRAMS]
        counts = (*self._evidence.units(english.terms(tokens)), *self._evidence.pairs(pairs))
        return 0 in counts

    def _proposals(self, query: tree.Query) -> Iterator[Proposal]:
        for units in stretches(query, self._tokens_of):
            yield from self._of_words(query.text, units)
            yield from self._of_characters(units)

    def _of_words(self, text: str, units: tuple[Unit, ...]) -> Iterator[Proposal]:
        places = english.doubtful(units, self._evidence)
        for place in places if len(places) <= DOUBTFUL else ():
            typed = text[units[place].start : units[place].end]
            found = english.propose(units, place, typed, self._evidence, self._open_words())
            if found is not None:
                yield found

    def _of_characters(self, units: tuple[Unit, ...]) -> Iterator[Proposal]:
        """Of neighbours that are both doubtful the likelier one was wrong."""
        doubts = {one.place: one for one in chinese.doubtful(units, self._evidence)}
        if not doubts or len(doubts) > 2 * DOUBTFUL:
            return
        known = (self._evidence, self._open_words())
        found = (chinese.propose(units, one, *known) for one in doubts.values())
        settled: set[int] = set()
        for one in sorted((one for one in found if one), key=lambda one: -one.gain):
            if settled & {one.place - 1, one.place + 1}:
                continue
            settled.add(one.place)
            if chinese.is_confirmed(units, one, doubts[one.place], *known):
                yield one


def _put(text: str, proposals: list[Proposal]) -> str:
    """The text with every proposal in its place; they ascend and stand apart."""
    for one in reversed(proposals):
        text = text[: one.start] + one.text + text[one.end :]
    return text
