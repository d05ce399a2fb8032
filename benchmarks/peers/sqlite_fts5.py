"""FTS5, the full-text index of SQLite, in a file; no text is stored."""

import sqlite3
import string
from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers.peer import FACETS, TOP, Answer, Peer, Search
from benchmarks.queries import Query
from benchmarks.tokens import Words

_CACHE_KB = 1 << 20  # of memory for pages: the whole index
_PUNCTUATION = "".join(sorted(set(string.punctuation) - set("'\"")))
_BEST = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?"
_NARROWED = "FROM words JOIN facts ON facts.rowid = words.rowid WHERE words MATCH ?"
_NARROWED += " AND facts.lang = ? AND facts.date BETWEEN ? AND ?"
_BEST_NARROWED = f"SELECT words.rowid {_NARROWED} ORDER BY rank LIMIT {TOP}"
_COUNTS = [f"SELECT {name}, count(*) {_NARROWED} GROUP BY {name}" for name in FACETS]


class Fts5:
    """An open database."""

    name = "fts5"
    version = sqlite3.sqlite_version
    note = "does not count all matches; K1 is 1.2 and cannot be set; another idf"

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def search(self, query: Query) -> Search:
        """A statement, which SQLite keeps compiled; numbers of rows begin with 1."""
        return lambda: Answer(tuple(number - 1 for (number,) in self._rows(query)), None)

    def _rows(self, query: Query) -> list[tuple[int]]:
        match, execute = _to_match(query), self._database.execute
        narrowing = query.narrowing
        if narrowing is None:
            return execute(_BEST, (match, TOP)).fetchall()
        values = (match, narrowing.language, narrowing.first, narrowing.last)
        for statement in _COUNTS:
            execute(statement, values).fetchall()
        return execute(_BEST_NARROWED, values).fetchall()


def build(words: Words, folder: Path) -> tuple[Peer, ...]:
    """One transaction, and then one b-tree."""
    database = sqlite3.connect(folder / "words.db")
    database.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    tokenizer = f"ascii tokenchars '{_PUNCTUATION}'"
    database.execute(
        f'CREATE VIRTUAL TABLE words USING fts5(w, content="", tokenize="{tokenizer}")'
    )
    database.execute("CREATE TABLE facts (lang, genre, year, date)")
    database.executemany("INSERT INTO words (rowid, w) VALUES (?, ?)", enumerate(words.lines(), 1))
    database.executemany("INSERT INTO facts VALUES (?, ?, ?, ?)", _facts(words))
    database.execute("INSERT INTO words (words) VALUES ('optimize')")
    database.commit()
    return (Fts5(database),)


def _facts(words: Words) -> Iterator[tuple[str, str, str, int]]:
    for languages, genre, date in zip(words.languages, words.genres, words.dates, strict=True):
        yield languages[0], genre, str(date // 10_000), date


def _to_match(query: Query) -> str:
    quoted = [f'"{word}"' for word in query.words]
    match query.kind:
        case "and":
            return " AND ".join(quoted)
        case "phrase":
            return " + ".join(quoted)
        case "prefix":
            return f"{quoted[0]} *"
        case _:
            return " OR ".join(quoted)
