"""From the tree of a query to a plan that finds initiatives.

Words, phrases, prefixes, fuzzy words and what is said of initiatives are about the initiative;
everything else, what is shut out included, is about its letter. Knows nothing of postings.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from index import Token, View
from search import plan, tree
from search.ranking import (
    DATE_PARTS,
    NUMBER_PARTS,
    TEXT_BIGRAMS,
    TEXT_UNITS,
    TEXT_WORDS,
    VIEW_BOOSTS,
)
from search.rewriting.counting import Lexis, counting, matching, parted
from search.rewriting.finding import find, recognised
from search.rewriting.weighing import ONE_WORD, importance

MOST_SPOTS = 400  # tokens: each is looked for in all letters, which takes 5 to 10 ms in 100,000


def rewrite_initiatives(node: tree.Node, lexis: Lexis, letters: plan.Plan) -> plan.InitiativePlan:
    """The plan for the initiatives of the letters that `letters`, the plan of the query, finds."""
    weights: dict[plan.Spot | plan.HasInitiative, float] = {}
    for spot, weight in _scores(node, lexis):
        weights[spot] = weights.get(spot, 0.0) + weight
    return plan.InitiativePlan(
        letters=letters,
        within=_within(node, lexis) or plan.OfLetter(plan.Nothing()),
        scores=tuple(plan.ScoreSpot(spot, weight) for spot, weight in weights.items()),
    )


def _within(node: tree.Node, lexis: Lexis) -> plan.Within | None:
    """What an initiative must have; None where a node has no tokens and so says nothing."""
    match node:
        case tree.Words(text):
            tokens = lexis.tokens_of(text)
            spots = _spots_of(matching(counting(text, tokens)), tokens, lexis)
            ways = (_of_way(way, lexis) for said in lexis.said_in(text) for way in said.ways)
            return _combined(plan.AnyWithin, (*spots, *ways))
        case tree.Phrase() | tree.Prefix() | tree.Fuzzy():
            return _found(find(node, lexis))
        case tree.InField("initiative", child):
            return _found(find(child, lexis, "initiative"))
        case tree.And(children):
            return _combined(plan.AllWithin, (_within(child, lexis) for child in children))
        case tree.Or(children):
            return _combined(plan.AnyWithin, (_within(child, lexis) for child in children))
        case tree.InitiativeNumber(number):
            return plan.HasInitiative(number)
        case _:
            condition = find(node, lexis)
            return None if condition is None else plan.OfLetter(condition)


def _found(found: plan.Match | None) -> plan.Within | None:
    return None if found is None else _of_match(found)


def _of_match(found: plan.Match) -> plan.Within | None:
    """What finds letters by their text, for initiatives. Joined forms are left to their units."""
    match found:
        case plan.HasPhrase() | plan.HasInitiative():
            return found
        case plan.HasTerm(column, term) if column == TEXT_UNITS:
            return plan.HasPhrase(TEXT_UNITS.field, (plan.Slot((term,), 0),))
        case plan.HasTerm(column, term) if column == TEXT_BIGRAMS:
            slots = tuple(plan.Slot((unit,), place) for place, unit in enumerate(term))
            return plan.HasPhrase(TEXT_UNITS.field, slots)
        case plan.HasPrefix(column, prefix):
            return plan.HasPrefix(TEXT_UNITS, prefix) if column == TEXT_UNITS else None
        case plan.HasNearly(_, term, edits):
            return plan.HasNearly(TEXT_UNITS, term, edits)
        case plan.AllOf(children):
            return _combined(plan.AllWithin, map(_of_match, children))
        case plan.AnyOf(children):
            return _combined(plan.AnyWithin, map(_of_match, children))
        case _:
            return plan.OfLetter(found)


def _of_way(way: plan.Way, lexis: Lexis) -> plan.Within | None:
    """A way to say a thing; a name of one word is found in any of its forms."""
    match way:
        case plan.HasTerm(column, stem) if column == TEXT_WORDS:
            forms = dict.fromkeys((stem, *lexis.forms_of(stem)))
            return plan.HasPhrase(TEXT_UNITS.field, (plan.Slot(tuple(forms), 0),))
        case _:
            return _of_match(way)


def _combined(
    kind: type[plan.AllWithin] | type[plan.AnyWithin], children: Iterable[plan.Within | None]
) -> plan.Within | None:
    found = tuple(dict.fromkeys(child for child in children if child is not None))
    if len(found) < 2:
        return found[0] if found else None
    return kind(found)


def _spots_of(
    chosen: Iterable[Token], tokens: Iterable[Token], lexis: Lexis
) -> Iterator[plan.Spot]:
    """Where the first `MOST_SPOTS` of the chosen tokens stand, of all that there are."""
    units = [token for token in tokens if token.view is View.UNITS]
    starts = [unit.start for unit in units]
    for token in islice(chosen, MOST_SPOTS):
        first = bisect_left(starts, token.start)
        inside = units[first : bisect_left(starts, token.end)]
        yield _spot(token, inside, lexis)


def _spot(token: Token, units: Sequence[Token], lexis: Lexis) -> plan.Spot:
    """Where a token stands: its units side by side, or the forms of its stem."""
    first = units[0]
    if token.view is View.WORDS and len(units) == 1 and not token.is_han:
        forms = dict.fromkeys((first.term, *lexis.forms_of(token.term)))
        return plan.HasPhrase(TEXT_UNITS.field, (plan.Slot(tuple(forms), 0),))
    slots = tuple(plan.Slot((unit.term,), unit.position - first.position) for unit in units)
    return plan.HasPhrase(TEXT_UNITS.field, slots)


def _scores(node: tree.Node, lexis: Lexis) -> Iterator[plan.ScoreSpot]:
    """What adds to the score, as `weigh` has it for the text of letters.

    Single Han characters add only where nothing is longer. Of 1,101 queries made from initiatives
    as many have theirs first with them as without, and they are half of the work (2026-11).
    """
    match node:
        case tree.Words(text) | tree.Phrase(text):
            tokens, of_dates, of_numbers = parted(text, lexis)
            yield from _of_tokens(tokens, text, lexis, 1.0)
            yield from _of_tokens(of_dates, text, lexis, DATE_PARTS)
            yield from _of_tokens(of_numbers, text, lexis, NUMBER_PARTS)
            ways = (_of_way(way, lexis) for said in recognised(node, lexis) for way in said.ways)
            yield from (plan.ScoreSpot(spot, ONE_WORD) for way in ways for spot in _spots(way))
        case tree.Prefix() | tree.Fuzzy():
            spots = _spots(_within(node, lexis))
            yield from (plan.ScoreSpot(spot, ONE_WORD) for spot in spots)
        case tree.InField("initiative", child):
            yield from _scores(child, lexis.as_typed())
        case tree.And(children) | tree.Or(children):
            for child in children:
                yield from _scores(child, lexis)


def _of_tokens(
    chosen: Sequence[Token], text: str, lexis: Lexis, share: float
) -> Iterator[plan.ScoreSpot]:
    longer = tuple(token for token in chosen if not (token.is_han and len(token.term) == 1))
    scoring = longer or chosen
    spots = _spots_of(scoring, lexis.tokens_of(text), lexis)
    for token, spot in zip(scoring, spots, strict=False):
        weight = VIEW_BOOSTS[token.view][0 if token.is_han else 1]
        if weight:
            yield plan.ScoreSpot(spot, share * weight * importance(token.term))


def _spots(found: plan.Within | None) -> Iterator[plan.Spot | plan.HasInitiative]:
    match found:
        case plan.AllWithin(children) | plan.AnyWithin(children):
            for child in children:
                yield from _spots(child)
        case None | plan.OfLetter():
            return
        case _:
            yield found
