"""Needles: what of a query is looked for in the text of a letter, made from what finds letters.

Whatever can make a letter match has a needle, and nothing else has, so that marks show why a
letter was found. Knows nothing of texts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import cast

from index import View
from index.analysis import is_unspaced
from search import plan, tree
from search.ranking import REQUEST_WEIGHT
from search.rewriting.counting import Lexis
from search.rewriting.finding import find
from search.snippets.typed import Typed, typed_words
from search.tree import FieldName
from search.vocabulary import request_words


class Bond(StrEnum):
    """How the units that fill the slots of a needle hang together."""

    PHRASE = "phrase"  # at their offsets: nothing between but what analysis skips
    RUN = "run"  # neighbours in a run of Han characters, on one line or over the end of one
    JOINED = "joined"  # neighbours in a joined form such as COVID-19 or 2019-nCoV


@dataclass(frozen=True, slots=True)
class Slot:
    """One unit of a needle: any of the terms, `offset` positions after the first slot's.

    With `begins` a unit need only begin so; with `edits` it may be that many edits away.
    """

    terms: tuple[str, ...]
    offset: int = 0
    begins: bool = False
    edits: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Needle:
    """A sequence of units to mark, and how much a passage gains by it.

    A joined form whose term fits `joined` is marked as well. With `field` the needle counts only
    within that field. One with `initiative` selects the initiatives of that number and marks
    nothing.
    """

    slots: tuple[Slot, ...] = ()
    weight: float = 0.0
    bond: Bond = Bond.PHRASE
    joined: Slot | None = None
    field: FieldName | None = None
    initiative: int | None = None


def needles(
    node: tree.Node,
    lexis: Lexis,
    weight_of: Callable[[str], float],
) -> tuple[Needle, ...]:
    """The needles of a query, each once, in the order of the query.

    `weight_of` is asked for words
    and pairs of Han characters, stems, numbers, joined forms, and the units of phrases.
    """
    typed = typed_words(node, lexis.tokens_of)
    making = _Making(typed, lexis.forms_of, weight_of)
    found = find(node, lexis)
    weights: dict[Needle, float] = {}
    for needle in (*making.of(found), *_joined_forms(typed)):
        bare = replace(needle, weight=0.0)
        weights[bare] = max(weights.get(bare, 0.0), needle.weight)
    return tuple(replace(needle, weight=weight) for needle, weight in weights.items())


def _joined_forms(typed: Typed) -> Iterator[Needle]:
    """The parts of joined forms side by side in a longer one: the COVID-19 of anti-COVID-19."""
    for parts in typed.joined:
        slots = tuple(Slot((part,), offset) for offset, part in enumerate(parts))
        yield Needle(slots=slots, bond=Bond.JOINED)  # the joined term has the weight


@dataclass(frozen=True, slots=True)
class _Making:
    """Needles out of what finds letters."""

    typed: Typed
    forms_of: Callable[[str], tuple[str, ...]]
    weight_of: Callable[[str], float]

    def of(self, found: plan.Match | None) -> Iterator[Needle]:
        match found:
            case plan.AllOf(children) | plan.AnyOf(children):
                for child in children:
                    yield from self.of(child)
            case plan.HasTerm(column, term):
                yield self._term(column.view, term, _field(column.field))
            case plan.HasPhrase():
                yield self._phrase(found)
            case plan.HasPrefix(column, prefix):
                yield self._prefix(column.view, prefix, _field(column.field))
            case plan.HasNearly(column, term, edits):
                slots = (Slot((term,), edits=edits),)
                yield Needle(slots=slots, weight=self._weight(term), field=_field(column.field))
            case plan.HasInitiative(number):
                yield Needle(initiative=number)

    def _term(self, view: View, term: str, field: FieldName | None) -> Needle:
        weight = self._weight(term)
        if view is View.UNITS:
            return Needle(slots=(Slot((term,)),), weight=weight, field=field)
        if len(term) > 1 and is_unspaced(term):
            slots = tuple(Slot((character,), offset) for offset, character in enumerate(term))
            return Needle(slots=slots, weight=weight, bond=Bond.RUN, field=field)
        forms = dict.fromkeys((*self.typed.forms.get(term, ()), *self.forms_of(term)))
        slots = (Slot(tuple(forms)),) if forms else ()
        return Needle(slots=slots, weight=weight, joined=Slot((term,)), field=field)

    def _phrase(self, phrase: plan.HasPhrase) -> Needle:
        return Needle(
            slots=tuple(Slot(slot.terms, slot.offset, slot.prefix) for slot in phrase.slots),
            weight=sum(self._weight(slot.terms[0]) for slot in phrase.slots),
            field="initiative" if phrase.in_initiative else _field(phrase.field),
        )

    def _prefix(self, view: View, prefix: str, field: FieldName | None) -> Needle:
        slot, weight = Slot((prefix,), begins=True), self._weight(prefix)
        if view is View.UNITS:
            return Needle(slots=(slot,), weight=weight, field=field)
        return Needle(joined=slot, weight=weight, field=field)

    def _weight(self, term: str) -> float:
        return self.weight_of(term) * (REQUEST_WEIGHT if term in request_words() else 1.0)


def _field(name: str) -> FieldName | None:
    return None if name == "text" else cast("FieldName", name)
