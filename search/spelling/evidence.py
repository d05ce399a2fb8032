"""What the collection says for a spelling: how many letters have it, and in what company.

Knows nothing of how likely people are to mistype something.
"""

from collections.abc import Sequence
from functools import lru_cache

from search import plan
from search.engine import Engine, Fillings, Window
from search.ranking import TEXT_BIGRAMS, TEXT_UNITS, TEXT_WORDS
from search.spelling.typed import Unit

_REMEMBERED = 1 << 13  # passages
_B = 0.0  # nothing is scored


class Evidence:
    """The words of one generation as its engine counts them. Safe for threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._holds = lru_cache(_REMEMBERED)(self._find)

    def units(self, terms: Sequence[str]) -> tuple[int, ...]:
        """How many letters have each word or character."""
        return self._engine.document_frequencies(TEXT_UNITS, terms)

    def has_stem(self, stem: str) -> bool:
        """Whether a letter has a word of the stem."""
        return self._engine.document_frequencies(TEXT_WORDS, (stem,))[0] > 0

    def pairs(self, terms: Sequence[str]) -> tuple[int, ...]:
        """How many letters have each two neighbouring characters."""
        return self._engine.document_frequencies(TEXT_BIGRAMS, terms)

    def nearly(self, word: str, edits: int) -> dict[str, int]:
        """The words so many edits away, and how many letters have each."""
        return dict(self._engine.nearly(TEXT_UNITS, word, edits))

    def fillings(self, before: str, after: str) -> Fillings:
        """The characters that stand after one, or before one."""
        return self._engine.fillings(TEXT_BIGRAMS, before, after)

    def holds(self, units: Sequence[Unit], at: int, term: str, *, strictly: bool = True) -> bool:
        """Whether a letter has the units one after the other, with the term at one place.

        Unless `strictly`, characters count that stand next to each other two by two: a letter that
        has them so has the passage too as a rule, and that is found much sooner.
        """
        first = units[0].position
        slots = tuple(
            plan.Slot((term if place == at else unit.term,), unit.position - first)
            for place, unit in enumerate(units)
        )
        pairs = tuple(
            left.terms[0] + right.terms[0]
            for left, right, unit in zip(slots, slots[1:], units[1:], strict=False)
            if unit.is_linked
        )
        return self._holds(_match(slots, pairs, strictly=strictly))

    def _find(self, match: plan.Match) -> bool:
        return self._engine.find(plan.Plan(match=match, b=_B), Window(size=0)).total > 0


def _match(slots: tuple[plan.Slot, ...], pairs: tuple[str, ...], *, strictly: bool) -> plan.Match:
    """What finds the passage, without looking at positions where there is no need to."""
    if len(slots) == 1:
        return plan.HasTerm(TEXT_UNITS, slots[0].terms[0])
    if len(pairs) == len(slots) - 1 and (len(pairs) == 1 or not strictly):
        return plan.AllOf(tuple(plan.HasTerm(TEXT_BIGRAMS, pair) for pair in pairs))
    return plan.HasPhrase("text", slots, pairs)
