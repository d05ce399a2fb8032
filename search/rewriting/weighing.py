"""What adds to the score, and how much: from the tree to weighted terms."""

from collections.abc import Iterable

from index import FIELDS, Column, Token, View
from search import plan, tree
from search.ranking import REQUEST_WEIGHT, TEXT_UNITS, VIEW_BOOSTS
from search.rewriting.counting import Lexis, counting
from search.rewriting.finding import find
from search.vocabulary import request_words

ScoreTerms = list[plan.ScoreTerm | plan.ScoreExpansion]
_EVERYWHERE = tuple((field.name, field.boost) for field in FIELDS if field.boost)


def weigh(node: tree.Node, lexis: Lexis) -> tuple[plan.ScoreTerm | plan.ScoreExpansion, ...]:
    """The terms of every node that is not excluded; repeated ones once, their weights summed."""
    merged: dict[object, plan.ScoreTerm | plan.ScoreExpansion] = {}
    for term in _terms(node, lexis, _EVERYWHERE):
        if isinstance(term, plan.ScoreTerm):
            key: object = term[:2]
            before = merged.get(key)
            merged[key] = term._replace(weight=term.weight + before.weight) if before else term
        else:
            merged[term.match] = term
    return tuple(merged.values())


def passage_units(tokens: tuple[Token, ...]) -> tuple[tuple[str, float], ...]:
    """The distinct units that the passage bonus counts; none for queries without Han characters."""
    if not any(token.is_han for token in tokens):
        return ()
    units = dict.fromkeys(token.term for token in tokens if token.view is View.UNITS)
    return tuple((unit, _importance(unit)) for unit in units)


def _terms(node: tree.Node, lexis: Lexis, fields: tuple[tuple[str, float], ...]) -> ScoreTerms:
    match node:
        case tree.Words(text) | tree.Phrase(text):
            tokens = counting(lexis.tokens_of(text))
            return [term for name, boost in fields for term in _weighted(tokens, name, boost)]
        case tree.Prefix(text) | tree.Fuzzy(text):
            plain = tree.Words(text, node.start, node.end)
            return _expansions(node, lexis) or _terms(plain, lexis, fields)
        case tree.InField(name, child):
            return _terms(child, lexis, ((name, 1.0),))
        case tree.And(children) | tree.Or(children):
            return [term for child in children for term in _terms(child, lexis, fields)]
        case _:
            return []


def _weighted(tokens: Iterable[Token], field: str, boost: float) -> ScoreTerms:
    columns = {view: Column(field, view) for view in View}
    return [
        plan.ScoreTerm(columns[token.view], (token.term,), boost * weight * _importance(token.term))
        for token in tokens
        if (weight := VIEW_BOOSTS[token.view][0 if token.is_han else 1])
    ]


def _importance(term: str) -> float:
    return REQUEST_WEIGHT if term in request_words() else 1.0


def _expansions(node: tree.Prefix | tree.Fuzzy, lexis: Lexis) -> ScoreTerms:
    """A prefix or fuzzy word weighs as one Latin word in the text, whatever it stands for."""
    found = find(node, lexis)
    parts = found.children if isinstance(found, plan.AnyOf) else (found,)
    weight = VIEW_BOOSTS[View.WORDS][1] + VIEW_BOOSTS[View.UNITS][1]
    return [
        plan.ScoreExpansion(part, weight)
        for part in parts
        if isinstance(part, plan.HasPrefix | plan.HasNearly) and part.column == TEXT_UNITS
    ]
