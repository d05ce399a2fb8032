"""A name as what finds it in letters. Knows how text is cut, not which names there are."""

from collections.abc import Callable
from typing import Final

from index import Column, Token, View
from search.plan import HasPhrase, HasTerm, Slot

_FIELD: Final = "text"

TokensOf = Callable[[str], tuple[Token, ...]]
FormsOf = Callable[[str], tuple[str, ...]]


def way_of(name: str, tokens_of: TokensOf, forms_of: FormsOf) -> HasTerm | HasPhrase | None:
    """The name as one word or as a phrase whose Latin words may have any form; None if it is none.

    Joined forms are phrases of their parts, which COVID-19, covid19 and COVID 19 have in common.
    """
    tokens = tokens_of(name)
    units = [token for token in tokens if token.view is View.UNITS]
    pairs = tuple(token.term for token in tokens if token.view is View.BIGRAMS)
    if not units:
        return None
    stems = {
        (token.start, token.end): token.term
        for token in tokens
        if token.view is View.WORDS and not token.is_han
    }
    if len(units) == 1:
        stem = stems.get((units[0].start, units[0].end))
        return HasTerm(Column(_FIELD, View.WORDS), stem) if stem else None
    if len(units) == 2 and pairs:
        return HasTerm(Column(_FIELD, View.BIGRAMS), pairs[0])
    slots = []
    for unit in units:
        stem = stems.get((unit.start, unit.end))
        forms = forms_of(stem) if stem and stem.isalpha() else ()
        slots.append(Slot(tuple(dict.fromkeys((unit.term, *forms))), unit.position))
    return HasPhrase(_FIELD, tuple(slots), tuple(dict.fromkeys(pairs)))
