"""What a query finds: from the tree to match nodes. Knows nothing of weights.

Functions return None where a node has no tokens and so says nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from index import Column, Token, View
from search import plan, tree
from search.equivalents import Said
from search.rewriting.counting import Lexis, counting, matching
from search.rewriting.quoting import find_quoted, in_slots, to_phrase, units_of

_SHORT = 5  # a fuzzy word this long may differ in one place, a longer one in two (Lucene's AUTO)
_WORD = re.compile(r"[^\W_]")
_SHORTEST = 3  # shorter words must be right


def find(node: tree.Node, lexis: Lexis, field: str = "text") -> plan.Match | None:
    """The match node of a tree, its words looked up in the field."""
    match node:
        case tree.Everything():
            return plan.Anything()
        case tree.Words(text):
            return _words(field, text, lexis)
        case tree.Phrase(text):
            return _quoted(field, text, lexis)
        case tree.Prefix(text):
            return _prefix(field, lexis.tokens_of(text))
        case tree.Fuzzy(text):
            return _fuzzy(field, lexis.tokens_of(text))
        case tree.InField(inner, child):
            return _combine(plan.AnyOf, (find(child, lexis, inner), *_called(node, lexis)))
        case tree.Not(child):
            excluded = _excluded(field, child, lexis.as_typed())
            return None if excluded is None else plan.NoneOf(excluded)
        case tree.And(children):
            return _combine(plan.AllOf, (find(child, lexis, field) for child in children))
        case tree.Or(children):
            return _combine(plan.AnyOf, (find(child, lexis, field) for child in children))
        case _:
            return _condition(node)


def _called(node: tree.InField, lexis: Lexis) -> Iterator[plan.Match]:
    """Letters of organisations that are called so, under whatever name they issued them."""
    if node.field != "issuer" or not isinstance(node.child, tree.Words | tree.Phrase):
        return
    text = node.child.text
    for name in dict.fromkeys((text, *text.split())):
        if issuers := lexis.issuers_called(name):
            yield plan.HasLabel("issuer", issuers)


def _excluded(field: str, child: tree.Node, lexis: Lexis) -> plan.Match | None:
    """Words shut out only letters that contain them as they stand: -COVID-19 is not -19."""
    if isinstance(child, tree.Words):
        return _any_chunk(field, child.text, lexis)
    return find(child, lexis, field)


def _condition(node: tree.InitiativeNumber | tree.DateRange | tree.Label) -> plan.Match:
    match node:
        case tree.InitiativeNumber(number):
            return plan.HasInitiative(number)
        case tree.DateRange(first, last):
            return plan.DatedWithin(first, last)
        case tree.Label(name, values):
            return plan.HasLabel(name, values)


def _combine(
    kind: type[plan.AllOf] | type[plan.AnyOf], children: Iterable[plan.Match | None]
) -> plan.Match | None:
    found = tuple(dict.fromkeys(child for child in children if child is not None))
    if len(found) < 2:
        return found[0] if found else None
    return kind(found)


def _words(field: str, text: str, lexis: Lexis) -> plan.Match | None:
    """Any of the words; in a field that is named, each is to be contained as it stands."""
    if field == "text":
        tokens = matching(counting(text, lexis.tokens_of(text)))
        terms = (plan.HasTerm(Column(field, token.view), token.term) for token in tokens)
        ways = (way for said in lexis.said_in(text) for way in said.ways)
        return _combine(plan.AnyOf, (*terms, *ways))
    return _any_chunk(field, text, lexis)


def _any_chunk(field: str, text: str, lexis: Lexis) -> plan.Match | None:
    return _combine(plan.AnyOf, (_contains(field, chunk, lexis) for chunk in text.split()))


def _contains(field: str, chunk: str, lexis: Lexis) -> plan.Match | None:
    """One word in a field: in any of its forms if it is Latin, else character by character."""
    tokens = lexis.tokens_of(chunk)
    units = units_of(tokens)
    words = [token for token in tokens if token.view is View.WORDS]
    if len(units) != 1 or units[0].is_han or not words:  # an emoji is no word
        return to_phrase(field, tokens)
    stem = words[0].term
    if field != "initiative":
        return plan.HasTerm(Column(field, View.WORDS), stem)
    forms = dict.fromkeys((units[0].term, *lexis.forms_of(stem)))
    return in_slots(field, (plan.Slot(tuple(forms), 0),), ())


def _quoted(field: str, text: str, lexis: Lexis) -> plan.Match | None:
    """The phrase; if it is a date, any way to write it."""
    phrases = find_quoted(field, text, lexis)
    dates = _whole_dates(text, lexis) if field == "text" and phrases else ()
    return _combine(plan.AnyOf, (*phrases, *(way for said in dates for way in said.ways)))


def recognised(node: tree.Words | tree.Phrase, lexis: Lexis) -> tuple[Said, ...]:
    """What letters may say otherwise and adds to the score: in quotation marks a date by itself."""
    if isinstance(node, tree.Phrase):
        return _whole_dates(node.text, lexis)
    return tuple(said for said in lexis.said_in(node.text) if said.counts)


def named(node: tree.Node, lexis: Lexis) -> Iterator[tuple[str, Said]]:
    """The names of a glossary among plain words, as they were typed."""
    match node:
        case tree.Words(text):
            for said in recognised(node, lexis):
                if said.names:
                    yield text[said.start : said.end], said
        case tree.And(children) | tree.Or(children):
            for child in children:
                yield from named(child, lexis)


def in_field(way: plan.Way, field: str) -> plan.Way:
    """The way in another field than the text; phrases of initiatives are sought in the text."""
    match way:
        case plan.HasTerm(column, term):
            return plan.HasTerm(Column(field, column.view), term)
        case plan.HasPhrase():
            inside = field == "initiative"
            return replace(way, field="text" if inside else field, in_initiative=inside)
        case _:
            return way


def _whole_dates(text: str, lexis: Lexis) -> tuple[Said, ...]:
    return tuple(
        said
        for said in lexis.said_in(text)
        if said.is_date and said.counts and not _WORD.search(text[: said.start] + text[said.end :])
    )


def _prefix(field: str, tokens: tuple[Token, ...]) -> plan.Match | None:
    """Words that begin so; Han characters are found within words anyway, as a phrase."""
    units = units_of(tokens)
    if not units or units[-1].is_han:
        return to_phrase(field, tokens)
    if len(units) > 1 or field == "initiative":
        return to_phrase(field, tokens, prefix=True)
    # joined forms such as covid19 stand among the words
    views = (View.UNITS, View.WORDS) if field == "text" else (View.UNITS,)
    return _combine(
        plan.AnyOf, (plan.HasPrefix(Column(field, view), units[0].term) for view in views)
    )


def _fuzzy(field: str, tokens: tuple[Token, ...]) -> plan.Match | None:
    """One Latin word written nearly so; anything else is taken as a phrase."""
    units = units_of(tokens)
    if len(units) != 1 or units[0].is_han or len(units[0].term) < _SHORTEST:
        return to_phrase(field, tokens)
    term = units[0].term
    return plan.HasNearly(Column(field, View.UNITS), term, 1 if len(term) <= _SHORT else 2)
