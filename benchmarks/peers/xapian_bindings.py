"""Xapian, a search library in C++, through the bindings of the system's package."""

from pathlib import Path
from typing import Any

import xapian

from benchmarks.peers.peer import FACETS, TOP, Answer, Peer, Search
from benchmarks.queries import Query
from benchmarks.tokens import Words
from search.ranking import K1, B

_SLOTS = {name: slot for slot, name in enumerate((*FACETS, "date"))}
_ALL = 1 << 31


class Xapian:
    """An open database."""

    name = "xapian"
    version = xapian.version_string()
    note = "does not count all matches but for facets"

    def __init__(self, database: Any) -> None:
        self._database = database

    def search(self, query: Query) -> Search:
        """An enquiry; numbers of documents begin with 1."""
        return lambda: Answer(tuple(match.docid - 1 for match in self._matches(query)), None)

    def _matches(self, query: Query) -> Any:
        enquire = xapian.Enquire(self._database)
        enquire.set_weighting_scheme(xapian.BM25Weight(K1, 0, 1, B, 0))
        enquire.set_query(_to_xapian(query))
        return self._counted(enquire) if query.narrowing else enquire.get_mset(0, TOP)

    def _counted(self, enquire: Any) -> Any:
        """Facets are counted by spies, over all matches."""
        spies = [xapian.ValueCountMatchSpy(_SLOTS[name]) for name in FACETS]
        for spy in spies:
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, TOP, self._database.get_doccount())
        for spy in spies:
            dict.fromkeys(item.term for item in spy.values())
        return found


def build(words: Words, folder: Path) -> tuple[Peer, ...]:
    """One database, compacted."""
    database = xapian.WritableDatabase(str(folder / "loose"), xapian.DB_CREATE_OR_OPEN)
    facts = zip(words.lines(), words.languages, words.genres, words.dates, strict=True)
    for line, languages, genre, date in facts:
        document = xapian.Document()
        for position, word in enumerate(line.split(" ")):
            document.add_posting(word, position)
        for name, value in zip(FACETS, (languages[0], genre, str(date // 10_000)), strict=True):
            document.add_value(_SLOTS[name], value)
        document.add_boolean_term(f"L:{languages[0]}")
        document.add_value(_SLOTS["date"], xapian.sortable_serialise(date))
        database.add_document(document)
    database.commit()
    return (Xapian(database),)


def _to_xapian(query: Query) -> Any:
    of, words = xapian.Query, list(query.words)
    match query.kind:
        case "and":
            return of(of.OP_AND, words)
        case "phrase":
            return of(of.OP_PHRASE, words)
        case "prefix":
            return of(of.OP_WILDCARD, words[0], 0, of.WILDCARD_LIMIT_ERROR, of.OP_SYNONYM)
        case _:
            joined = of(of.OP_OR, words)
    if query.narrowing is None:
        return joined
    first, last = query.narrowing.first, query.narrowing.last
    bounds = xapian.sortable_serialise(first), xapian.sortable_serialise(last)
    within = of(of.OP_VALUE_RANGE, _SLOTS["date"], *bounds)
    language = of(f"L:{query.narrowing.language}")
    return of(of.OP_FILTER, joined, of(of.OP_AND, within, language))
