"""The published syntax on real letters: each example with how many letters of this collection it
finds, and examples made of letters that are in it.

Must not know how the help page looks.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus import Letter
from index import NoIndex
from search import Request, Searcher
from search.parsing import SYNTAX, Meaning
from web.help import meaning_in_words

_LETTERS = 20  # of the newest, examples are made of
_LENGTHS = range(2, 25)  # characters of a phrase that reads well as an example
_PUNCTUATION = re.compile(r"[^\w\s&-]+|\n")


@dataclass(frozen=True, slots=True)
class LiveExample:
    """A query and how many letters it finds; None where there are no letters to search."""

    query: str
    count: int | None


@dataclass(frozen=True, slots=True)
class LiveRow:
    """What a query can ask for, with queries that do."""

    meaning: str
    examples: tuple[LiveExample, ...]


def live_rows(searcher: Searcher) -> tuple[LiveRow, ...]:
    """The published syntax in its order; what is made of this collection comes last in its row."""
    try:
        newest = searcher.match_set(Request(sort="-date"), _LETTERS)
    except NoIndex:
        return tuple(_rows({}, lambda _query: None))
    own = collection_examples([match.letter for match in newest])
    return tuple(_rows(own, lambda query: searcher.count(Request(q=query))))


def collection_examples(letters: Sequence[Letter]) -> dict[Meaning, str]:
    """A query for each meaning that can be asked of these letters; each finds one of them."""
    found: dict[Meaning, str] = {}
    for letter in letters:
        for meaning, query in _queries(letter):
            found.setdefault(meaning, query)
    return found


def _queries(letter: Letter) -> Iterator[tuple[Meaning, str]]:
    named = {
        Meaning.IN_TITLE: ("title", [letter.title.text] if letter.title else []),
        Meaning.IN_INITIATIVE: ("initiative", [one.head for one in letter.initiatives]),
        Meaning.ISSUED_BY: ("issuer", [party.name for party in letter.issuers]),
        Meaning.ADDRESSED_TO: ("to", [letter.addressee.text] if letter.addressee else []),
        Meaning.SIGNED_BY: ("signed", [party.name for party in letter.signatories]),
    }
    for meaning, (field, texts) in named.items():
        if phrase := _phrase(texts):
            yield meaning, f'{field}:"{phrase}"'
    if phrase := _phrase([one.head for one in letter.initiatives]):
        yield Meaning.PHRASE, f'"{phrase}"'
    if numbers := [one.number for one in letter.initiatives if one.number and one.level == 1]:
        yield Meaning.INITIATIVE_NUMBER, f"initiative:{max(numbers)}"
    if letter.date:
        yield Meaning.DATED, f"date:{letter.date[:7]}"
        yield Meaning.DATED_BETWEEN, f"date:{letter.date[:4]}.."
    yield Meaning.GENRE, f"genre:{letter.genre}"


def _phrase(texts: Sequence[str]) -> str:
    """The first run of words without punctuation that reads well; empty if there is none."""
    pieces = (piece.strip() for text in texts for piece in _PUNCTUATION.split(text))
    return next((piece for piece in pieces if len(piece) in _LENGTHS), "")


def _rows(own: dict[Meaning, str], count: Callable[[str], int | None]) -> Iterator[LiveRow]:
    for meaning, group in groupby(SYNTAX, key=lambda example: example.meaning):
        queries = [example.query for example in group]
        queries += [own[meaning]] if meaning in own else []
        examples = [LiveExample(query, count(query)) for query in dict.fromkeys(queries)]
        yield LiveRow(meaning_in_words(meaning), tuple(examples))
