"""What adds to the score, and how much: from the tree to weighted terms."""

from collections.abc import Iterable, Sequence

from index import FIELDS, Column, Token, View
from search import plan, tree
from search.equivalents import Said
from search.ranking import (
    DATE_PARTS,
    FEEDBACK_LEAST,
    NUMBER_PARTS,
    REQUEST_WEIGHT,
    SYNONYM,
    TEXT_UNITS,
    TEXT_WORDS,
    VIEW_BOOSTS,
)
from search.rewriting.counting import Lexis, counting, parted
from search.rewriting.finding import find, in_field, recognised
from search.vocabulary import function_words, request_words

ScoreTerms = list[plan.Score]
# A prefix, a fuzzy word or a date weighs as one Latin word in the text, whatever it stands for.
ONE_WORD = VIEW_BOOSTS[View.WORDS][1] + VIEW_BOOSTS[View.UNITS][1]
_EVERYWHERE = tuple((field.name, field.boost) for field in FIELDS if field.boost)


def weigh(node: tree.Node, lexis: Lexis) -> tuple[plan.Score, ...]:
    """The terms of every node that is not excluded; repeated ones once, their weights summed."""
    merged: dict[object, plan.Score] = {}
    for term in _terms(node, lexis, _EVERYWHERE):
        if isinstance(term, plan.ScoreTerm):
            key: object = term[:2]
            before = merged.get(key)
            known = before.weight if isinstance(before, plan.ScoreTerm) else 0.0
            merged[key] = term._replace(weight=term.weight + known)
        elif isinstance(term, plan.ScoreBest):
            merged[len(merged)] = term
        else:
            merged[term.match if isinstance(term, plan.ScoreExpansion) else term.ways] = term
    return tuple(merged.values())


def passage_units(tokens: tuple[Token, ...]) -> tuple[tuple[str, float], ...]:
    """The distinct units that the passage bonus counts; none for queries without Han characters."""
    if not any(token.is_han for token in tokens):
        return ()
    units = dict.fromkeys(token.term for token in tokens if token.view is View.UNITS)
    return tuple((unit, importance(unit)) for unit in units)


def has_subject(tokens: tuple[Token, ...]) -> bool:
    """Whether the query has no Han characters and enough words that name a subject."""
    words = {token.term for token in tokens if token.view is View.WORDS}
    subject = words - request_words() - function_words()
    return len(subject) >= FEEDBACK_LEAST and not any(token.is_han for token in tokens)


def _terms(node: tree.Node, lexis: Lexis, fields: tuple[tuple[str, float], ...]) -> ScoreTerms:
    match node:
        case tree.Words(text) | tree.Phrase(text):
            if fields is not _EVERYWHERE:
                return _of_all(counting(text, lexis.tokens_of(text)), fields)
            return _everywhere(node, lexis)
        case tree.Prefix(text) | tree.Fuzzy(text):
            plain = tree.Words(text, node.start, node.end)
            return _expansions(node, lexis) or _terms(plain, lexis, fields)
        case tree.InField(name, child):
            return _terms(child, lexis, ((name, 1.0),))
        case tree.And(children) | tree.Or(children):
            return [term for child in children for term in _terms(child, lexis, fields)]
        case _:
            return []


def _of_all(
    tokens: Iterable[Token], fields: tuple[tuple[str, float], ...], share: float = 1.0
) -> ScoreTerms:
    return [term for name, boost in fields for term in _weighted(tokens, name, share * boost)]


def _weighted(tokens: Iterable[Token], field: str, boost: float) -> list[plan.ScoreTerm]:
    columns = {view: Column(field, view) for view in View}
    return [
        plan.ScoreTerm(columns[token.view], (token.term,), boost * weight * importance(token.term))
        for token in tokens
        if (weight := VIEW_BOOSTS[token.view][0 if token.is_han else 1])
    ]


def _everywhere(node: tree.Words | tree.Phrase, lexis: Lexis) -> ScoreTerms:
    """Words; dates and numbers of initiatives, each as one term beside its words; and names."""
    tokens, of_dates, of_numbers = parted(node.text, lexis)
    terms = _of_all(of_dates, _EVERYWHERE, DATE_PARTS)
    terms += _of_all(of_numbers, _EVERYWHERE, NUMBER_PARTS)
    for said in recognised(node, lexis):
        if not said.names:
            terms.append(plan.ScoreWays(TEXT_WORDS, said.ways, ONE_WORD))
            continue
        inside = [t for t in tokens if said.start <= t.start and t.end <= said.end]
        terms += _best(inside, said)
        tokens = tuple(token for token in tokens if token not in inside)
    return _of_all(tokens, _EVERYWHERE) + terms


def _best(typed: Sequence[Token], said: Said) -> ScoreTerms:
    """A name as it was typed, or as letters write it otherwise, in each field."""
    return [
        plan.ScoreBest(
            tuple(_weighted(typed, name, boost)),
            plan.ScoreWays(
                Column(name, View.WORDS), tuple(in_field(way, name) for way in said.ways), SYNONYM
            ),
        )
        for name, boost in _EVERYWHERE
        if typed
    ]


def importance(term: str) -> float:
    """What a term weighs beside others: less if it phrases a request."""
    return REQUEST_WEIGHT if term in request_words() else 1.0


def _expansions(node: tree.Prefix | tree.Fuzzy, lexis: Lexis) -> ScoreTerms:
    """The columns of units that a prefix or a fuzzy word is looked up in, if it is one."""
    found = find(node, lexis)
    parts = found.children if isinstance(found, plan.AnyOf) else (found,)
    return [
        plan.ScoreExpansion(part, ONE_WORD)
        for part in parts
        if isinstance(part, plan.HasPrefix | plan.HasNearly) and part.column == TEXT_UNITS
    ]
