"""What a quotation finds: its units side by side, over the ends of lines and paragraphs too.

A blank line between two units takes a position of its own, so that phrases do not run from one
paragraph into the next. What was copied from a page has other line ends than the letter: where a
quotation has one, or a blank that may have been one, the letter may have a blank line or none.
Knows nothing of words that are not quoted, and of scoring.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from index import Column, Token, View
from search import plan
from search.rewriting.counting import Lexis

_LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", " "))
_LINE_END = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_AFTER_A_SIGN = re.compile(r"[^\w\s]\s")
_WAYS = 4  # ends of paragraphs of which each is looked for with and without a blank line: 16 ways
_SEARCHED = ("text", "initiative")  # elsewhere blank lines stand between one name and the next


def find_quoted(field: str, text: str, lexis: Lexis) -> tuple[plan.Match, ...]:
    """The phrases of which any makes the quotation; none where it has no units."""
    if field not in _SEARCHED:
        phrase = to_phrase(field, lexis.tokens_of(text))
        return () if phrase is None else (phrase,)
    tokens = lexis.tokens_of(text.translate(_LINE_ENDS))
    phrase = to_phrase(field, tokens)
    if phrase is None:
        return ()
    units, bigrams = units_of(tokens), bigrams_of(tokens)
    ends = [
        place
        for place, (left, right) in enumerate(pairwise(units), start=1)
        if right.position == left.position + 1 and _may_end(text, left, right)
    ]
    blank = _blank_lines(text, units, lexis) if len(ends) > _WAYS else ()
    more = (_placed(field, units, bigrams, chosen) for chosen in _chosen(ends, blank))
    return (phrase, *more)


def to_phrase(field: str, tokens: tuple[Token, ...], *, prefix: bool = False) -> plan.Match | None:
    """All units in their places. Two neighbouring Han characters are a bigram: no positions."""
    units, bigrams = units_of(tokens), bigrams_of(tokens)
    if not units:
        return None
    if not prefix and field != "initiative":
        if len(units) == 1:
            return plan.HasTerm(Column(field, View.UNITS), units[0].term)
        if len(units) == 2 and bigrams:
            return plan.HasTerm(Column(field, View.BIGRAMS), bigrams[0])
    phrase = _placed(field, units, bigrams)
    if not prefix:
        return phrase
    *slots, last = phrase.slots
    return replace(phrase, slots=(*slots, replace(last, prefix=True)))


def in_slots(field: str, slots: tuple[plan.Slot, ...], bigrams: tuple[str, ...]) -> plan.HasPhrase:
    """Initiatives are stretches of the text, so what is in them is sought there."""
    inside = field == "initiative"
    return plan.HasPhrase("text" if inside else field, slots, bigrams, in_initiative=inside)


def units_of(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The units among tokens."""
    return tuple(token for token in tokens if token.view is View.UNITS)


def bigrams_of(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """The different pairs of characters among tokens."""
    return tuple(dict.fromkeys(token.term for token in tokens if token.view is View.BIGRAMS))


def _placed(
    field: str, units: Sequence[Token], bigrams: tuple[str, ...], ends: tuple[int, ...] = ()
) -> plan.HasPhrase:
    """The phrase of the units, with a blank line before each of those at `ends`."""
    slots: list[plan.Slot] = []
    stops, free = [], []
    moved, first = 0, units[0].position
    for place, unit in enumerate(units):
        offset = unit.position - first + moved
        if place in ends:
            free.append(offset)
            moved += 1
            offset += 1
        elif slots and offset > slots[-1].offset + 1:
            stops.append(offset - 1)
        slots.append(plan.Slot((unit.term,), offset))
    phrase = in_slots(field, tuple(slots), bigrams)
    return replace(phrase, stops=tuple(stops), ends=tuple(free))


def _may_end(text: str, left: Token, right: Token) -> bool:
    """Whether a paragraph may end between two units: at a line end, or a blank that was one."""
    between = text[left.end : right.start]
    if _LINE_END.search(between) or _AFTER_A_SIGN.search(between):
        return True
    return between.isspace() and left.is_han and right.is_han


def _blank_lines(text: str, units: Sequence[Token], lexis: Lexis) -> tuple[int, ...]:
    """The ends that are blank lines in the quotation itself."""
    typed = units_of(lexis.tokens_of(text))
    return tuple(
        place
        for place, (left, right) in enumerate(pairwise(typed), start=1)
        if right.position - left.position > units[place].position - units[place - 1].position
    )


def _chosen(ends: Sequence[int], blank: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Which ends have a blank line: any of a few; of many those that were typed so, or all."""
    if len(ends) > _WAYS:
        yield from dict.fromkeys(chosen for chosen in (blank, tuple(ends)) if chosen)
        return
    for size in range(1, len(ends) + 1):
        yield from combinations(ends, size)
