"""From a doubtful query to corrections: which places are doubtful, and what is put there."""

from collections.abc import Callable, Iterator

from index import Token
from search import tree
from search.spelling import chinese, english
from search.spelling.dictionary import WordList
from search.spelling.evidence import Evidence
from search.spelling.proposal import Proposal
from search.spelling.typed import Unit, stretches
from search.spelling.weights import DOUBTFUL

OpenWords = Callable[[], WordList]


def proposals(
    query: tree.Query,
    tokens_of: Callable[[str], tuple[Token, ...]],
    evidence: Evidence,
    open_words: OpenWords,
) -> list[Proposal]:
    """The corrections that are likely, in the order of their places, which stand apart."""
    found: list[Proposal] = []
    for units in stretches(query, tokens_of):
        found += _of_words(query.text, units, evidence, open_words)
        found += _of_characters(units, evidence, open_words)
    return sorted(found, key=lambda one: one.start)


def put(text: str, found: list[Proposal]) -> str:
    """The text with every proposal in its place; they ascend and stand apart."""
    for one in reversed(found):
        text = text[: one.start] + one.text + text[one.end :]
    return text


def _of_words(
    text: str, units: tuple[Unit, ...], evidence: Evidence, open_words: OpenWords
) -> Iterator[Proposal]:
    places = english.doubtful(units, evidence)
    for place in places if len(places) <= DOUBTFUL else ():
        typed = text[units[place].start : units[place].end]
        found = english.propose(units, place, typed, evidence, open_words())
        if found is not None:
            yield found


def _of_characters(
    units: tuple[Unit, ...], evidence: Evidence, open_words: OpenWords
) -> Iterator[Proposal]:
    """Of neighbours that are both doubtful the likelier one was wrong."""
    doubts = {one.place: one for one in chinese.doubtful(units, evidence)}
    if not doubts or len(doubts) > 2 * DOUBTFUL:
        return
    known = (evidence, open_words())
    found = (chinese.propose(units, one, *known) for one in doubts.values())
    settled: set[int] = set()
    for one in sorted((one for one in found if one), key=lambda one: -one.gain):
        if settled & {one.place - 1, one.place + 1}:
            continue
        settled.add(one.place)
        if chinese.is_confirmed(units, one, doubts[one.place], *known):
            yield one
