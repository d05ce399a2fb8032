"""Which tokens of a query count: for matching, and for the score."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from index import Token, View
from search import tree
from search.equivalents import Said
from search.vocabulary import function_words


@dataclass(frozen=True, slots=True)
class Lexis:
    """How text becomes tokens in this collection, and the forms of a stem that occur in it.

    `said_in` recognises what letters may say otherwise; without it nothing is. `issuers_called`
    has the names of issuers that an organisation of some name goes by.
    """

    tokens_of: Callable[[str], tuple[Token, ...]]
    forms_of: Callable[[str], tuple[str, ...]]
    said_in: Callable[[str], tuple[Said, ...]] = lambda _: ()
    issuers_called: Callable[[str], tuple[str, ...]] = lambda _: ()

    def as_typed(self) -> "Lexis":
        """The same without recognising anything."""
        return replace(self, said_in=lambda _: ())


def counting(text: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a text that count: without function words, unless no word is left.

    WHO and IT are names where not everything is in capitals.
    """
    grammar = function_words()
    is_shouted = text.isupper() and not any(token.is_han for token in tokens)
    subject = tuple(
        token
        for token in tokens
        if token.term not in grammar or (not is_shouted and _is_capital(text, token))
    )
    return subject if any(token.view is View.WORDS for token in subject) else tokens


def _is_capital(text: str, token: Token) -> bool:
    return token.end - token.start > 1 and text[token.start : token.end].isupper()


def matching(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens that find letters: words and bigrams; units only where nothing is longer.

    The 19 of COVID-19 and the e of e-mail find nothing by themselves.
    """
    joined = _joined_spans(tokens)
    longer = tuple(
        token
        for token in tokens
        if token.view is not View.UNITS
        and not (token.is_han and len(token.term) == 1)
        and not _is_mere_part(token, joined)
    )
    return longer or tuple(token for token in tokens if token.view is View.UNITS)


def _joined_spans(tokens: tuple[Token, ...]) -> tuple[list[int], list[int]]:
    """Where words of more than one letter begin, ascending, and how far those up to each reach."""
    spans = sorted(
        (token.start, token.end)
        for token in tokens
        if token.view is View.WORDS and len(token.term) > 1 and not token.term.isdigit()
    )
    return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))


def _is_mere_part(token: Token, joined: tuple[list[int], list[int]]) -> bool:
    """Whether the token is a number or a letter within a joined form that has letters."""
    if token.view is not View.WORDS or not (token.term.isdigit() or len(token.term) == 1):
        return False
    starts, reach = joined
    before = bisect_right(starts, token.start)
    return before > 0 and reach[before - 1] >= token.end


class Parted(NamedTuple):
    """The counting tokens of a text: parts of dates, of what numbers an initiative, and others."""

    others: tuple[Token, ...]
    of_dates: tuple[Token, ...] = ()
    of_numbers: tuple[Token, ...] = ()


def parted(text: str, lexis: Lexis) -> Parted:
    """The counting tokens of a text by what they are parts of."""
    tokens = counting(text, lexis.tokens_of(text))
    said = [one for one in lexis.said_in(text) if one.counts and (one.is_date or one.is_number)]
    if not said:
        return Parted(tokens)
    parts: tuple[list[Token], list[Token], list[Token]] = ([], [], [])
    for token in tokens:
        around = (one for one in said if one.start <= token.start and token.end <= one.end)
        found = next(around, None)
        parts[0 if found is None else 1 if found.is_date else 2].append(token)
    return Parted(*map(tuple, parts))


def counting_words(node: tree.Node, lexis: Lexis) -> tuple[Token, ...]:
    """The counting tokens of all plain words and phrases that are not excluded, without dates."""
    match node:
        case tree.Words(text) | tree.Phrase(text):
            found = parted(text, lexis)
            return found.others + found.of_numbers
        case tree.And(children) | tree.Or(children):
            return tuple(token for child in children for token in counting_words(child, lexis))
        case tree.InField(_, child):
            return counting_words(child, lexis.as_typed())
        case _:
            return ()
