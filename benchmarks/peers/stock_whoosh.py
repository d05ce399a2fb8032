"""Whoosh with its own index files, the library that this project began with."""

import math
from pathlib import Path
from typing import Any

import whoosh
from whoosh import fields, query, scoring, sorting
from whoosh import index as whoosh_index
from whoosh.analysis import SpaceSeparatedTokenizer

from benchmarks.peers.peer import FACETS, TOP, Answer, Peer, Search
from benchmarks.queries import Query
from benchmarks.tokens import Words
from search.ranking import K1, B

_MEGABYTES = 1024  # of memory before a segment is written


class LuceneIdf(scoring.BM25F):  # type: ignore[misc]  # whoosh has no types
    """Whoosh's BM25 with the idf of the others, so that rankings can be compared."""

    def idf(self, searcher: Any, fieldname: str, text: str) -> float:
        """log(1 + (N - df + .5) / (df + .5)), as Lucene's BM25Similarity."""
        having = searcher.get_parent().doc_frequency(fieldname, text)
        count = searcher.get_parent().doc_count_all()
        return math.log(1 + (count - having + 0.5) / (having + 0.5))


class StockWhoosh:
    """A searcher, with all that it caches."""

    name = "whoosh"
    version = whoosh.versionstring()
    note = "does not count all matches; a prefix is not scored"

    def __init__(self, searcher: Any) -> None:
        self._searcher = searcher

    def search(self, query: Query) -> Search:
        """A tree of Whoosh's queries."""
        if query.narrowing is None:
            return lambda: self._answer(query)
        facets = sorting.Facets()
        for name in FACETS:
            facets.add_field(name)
        return lambda: self._answer(
            query, filter=_conditions(query), groupedby=facets, maptype=sorting.Count
        )

    def _answer(self, query: Query, **options: Any) -> Answer:
        """Numbers of documents in the order of adding; with facets all matches are ranked."""
        found = self._searcher.search(_to_whoosh(query), limit=TOP, **options)
        return Answer(tuple(number for _, number in found.top_n[:TOP]), None)


def build(words: Words, folder: Path) -> tuple[Peer, ...]:
    """One segment, written by one process."""
    label = fields.ID(sortable=True)
    schema = fields.Schema(
        words=fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=True),
        date=fields.NUMERIC(int),
        **dict.fromkeys(FACETS, label),
    )
    opened = whoosh_index.create_in(folder, schema)
    writer = opened.writer(limitmb=_MEGABYTES)
    facts = zip(words.lines(), words.languages, words.genres, words.dates, strict=True)
    for line, languages, genre, date in facts:
        year = str(date // 10_000)
        writer.add_document(words=line, lang=languages[0], genre=genre, year=year, date=date)
    writer.commit()
    return (StockWhoosh(opened.searcher(weighting=LuceneIdf(B=B, K1=K1))),)


def _to_whoosh(wanted: Query) -> query.Query:
    terms = [query.Term("words", word) for word in wanted.words]
    match wanted.kind:
        case "and":
            return query.And(terms)
        case "phrase":
            return query.Phrase("words", list(wanted.words))
        case "prefix":
            return query.Prefix("words", wanted.words[0])
        case _:
            return query.Or(terms) if len(terms) > 1 else terms[0]


def _conditions(wanted: Query) -> query.Query:
    narrowing = wanted.narrowing
    assert narrowing is not None  # noqa: S101
    within = query.NumericRange("date", narrowing.first, narrowing.last)
    return query.And([query.Term("lang", narrowing.language), within])
