"""Queries to go on with: examples from the collection itself, and a query without its syntax.

Must not know how the pages look.
"""

import re
from collections.abc import Sequence

from corpus import Letter

_PHRASE_END = re.compile(r"[\n。，；：、！？.,;:!?（(“”\"]")
_PHRASE_LENGTHS = range(3, 31)  # characters of a phrase that reads well as an example
_NAME_LENGTHS = range(2, 41)
_SYNTAX = re.compile(
    r'["“”„‟«»「」『』〝〞＂()（）*~]|\b(?:AND|OR|NOT)\b|(?:(?<=\s)|^)-|\b\w++[:：]'
)


def example_queries(letters: Sequence[Letter]) -> tuple[str, ...]:
    """Queries that find something, made of these letters: in each language a phrase, and more."""
    found: dict[str, str] = {}
    for letter in letters:
        if phrase := _phrase(letter):
            found.setdefault(f"phrase {letter.languages[0]}", f'"{phrase}"')
    for letter in letters:
        if any(one.number == 3 and one.level == 1 for one in letter.initiatives):
            found.setdefault("initiative", "initiative:3")
        for issuer in letter.issuers:
            if len(issuer.name) in _NAME_LENGTHS and '"' not in issuer.name:
                found.setdefault("issuer", f'issuer:"{issuer.name}"')
        if letter.date:
            found.setdefault("date", f"date:{letter.date[:4]}")
    return tuple(found.values())


def simpler_query(query: str) -> str:
    """The words of a query without quotation marks, operators and fields; empty if it has none.

    >>> simpler_query('title:"复工 复产" NOT (口罩)')
    '复工 复产 口罩'
    """
    words = " ".join(_SYNTAX.sub(" ", query).split())
    return words if words != " ".join(query.split()) else ""


def _phrase(letter: Letter) -> str:
    """The first words of the letter's first numbered initiative, if they make a phrase."""
    for initiative in letter.initiatives[:1]:
        phrase = _PHRASE_END.split(initiative.head, maxsplit=1)[0].strip()
        if len(phrase) in _PHRASE_LENGTHS:
            return " ".join(phrase.split())
    return ""
