"""Engines that rank: documents in, and of a query the ids of the best ten out.

Each has the analysis that its users are advised to choose for Chinese, and searches for any of a
query's words, since requiring all of them ruins questions. What `make quality` alone installs is
imported where it is used.
"""

import re
import sqlite3
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import jieba
from whoosh import fields, index, query, scoring

from index import LiveIndex, build
from search import Request, Searcher
from search.evaluate import JudgedSet

with warnings.catch_warnings():
    warnings.simplefilter("ignore", ResourceWarning)  # jieba leaves a file of its own open
    from jieba.analyse import ChineseAnalyzer

TOP = 10
Ranker = Callable[[str], Sequence[str]]
_WORD = re.compile(r"\w")
_HAN = re.compile("[\u4e00-\u9fff]")


def letters(judged: JudgedSet, folder: Path) -> Ranker:
    """The project itself, out of the box."""
    build(judged.letters, folder)
    searcher = Searcher(LiveIndex(folder))
    crosses = is_across_languages(judged)
    best = searcher.best_in_other_language if crosses else searcher.best
    return lambda text: best(Request(q=text, facets=()))


def is_across_languages(judged: JudgedSet) -> bool:
    """Whether the queries are in Chinese and no document is, or the other way round."""
    queries = [bool(_HAN.search(text)) for text in judged.queries.values()]
    letters = [any(lang != "en" for lang in letter.languages) for letter in judged.letters]
    return (all(queries) and not any(letters)) or (all(letters) and not any(queries))


def stock_whoosh(judged: JudgedSet, folder: Path) -> Ranker:
    """Whoosh with its own files and jieba's ChineseAnalyzer."""
    analyzer = ChineseAnalyzer()
    schema = fields.Schema(id=fields.ID(stored=True), text=fields.TEXT(analyzer=analyzer))
    made = index.create_in(folder, schema)
    with made.writer(limitmb=512) as writer:
        for letter in judged.letters:
            writer.add_document(id=letter.id, text=letter.text)
    searcher = made.searcher(weighting=scoring.BM25F())

    def best(text: str) -> Sequence[str]:
        words = {token.text for token in analyzer(text)}
        wanted = query.Or([query.Term("text", word) for word in sorted(words)])
        return [hit["id"] for hit in searcher.search(wanted, limit=TOP)]

    return best


def bm25s_jieba(judged: JudgedSet, folder: Path) -> Ranker:  # noqa: ARG001 - it stays in memory
    """bm25s over words of jieba in small letters."""
    import bm25s

    numbers: dict[str, int] = {}
    of_letters = [
        [numbers.setdefault(word, len(numbers)) for word in _words(letter.text)]
        for letter in judged.letters
    ]
    retriever = bm25s.BM25(method="lucene")
    retriever.index((of_letters, numbers), show_progress=False)

    def best(text: str) -> Sequence[str]:
        known = [numbers[word] for word in _words(text) if word in numbers]
        if not known:
            return ()
        found = retriever.retrieve([known], k=min(TOP, len(of_letters)), show_progress=False)
        pairs = zip(found.documents[0].tolist(), found.scores[0].tolist(), strict=True)
        return [judged.letters[number].id for number, score in pairs if score > 0]

    return best


def fts5_trigram(judged: JudgedSet, folder: Path) -> Ranker:
    """SQLite's FTS5 with its trigram tokenizer."""
    database = sqlite3.connect(folder / "letters.db")
    database.execute("CREATE VIRTUAL TABLE letters USING fts5(id UNINDEXED, w, tokenize=trigram)")
    rows = ((letter.id, letter.text) for letter in judged.letters)
    database.executemany("INSERT INTO letters VALUES (?, ?)", rows)

    def best(text: str) -> Sequence[str]:
        parts = (part for run in text.split() for part in _grams(run, 3))
        match = " OR ".join('"' + part.replace('"', '""') + '"' for part in dict.fromkeys(parts))
        if not match:
            return ()
        asked = "SELECT id FROM letters WHERE letters MATCH ? ORDER BY rank LIMIT ?"
        return [name for (name,) in database.execute(asked, (match, TOP))]

    return best


def tantivy_ngram(judged: JudgedSet, folder: Path) -> Ranker:
    """Tantivy with its tokenizer of two neighbouring characters."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="pairs")
    builder.add_integer_field("number", fast=True)
    made = tantivy.Index(builder.build(), path=str(folder))
    pairs = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(2, 2, False))
    made.register_tokenizer("pairs", pairs.filter(tantivy.Filter.lowercase()).build())
    writer = made.writer(heap_size=500_000_000, num_threads=1)
    for number, letter in enumerate(judged.letters):
        writer.add_document(tantivy.Document(text=letter.text, number=number))
    writer.commit()
    writer.wait_merging_threads()
    made.reload()
    searcher, schema, either = made.searcher(), made.schema, tantivy.Occur.Should

    def best(text: str) -> Sequence[str]:
        grams = dict.fromkeys(gram.lower() for gram in _grams(text, 2))
        terms = [(either, tantivy.Query.term_query(schema, "text", gram)) for gram in grams]
        if not terms:
            return ()
        hits = searcher.search(tantivy.Query.boolean_query(terms), TOP).hits
        found = searcher.fast_field_values("number", [address for _, address in hits])
        return [judged.letters[number].id for number in found] if hits else ()

    return best


def _words(text: str) -> list[str]:
    return [word.lower() for word in jieba.cut(text) if _WORD.search(word)]


def _grams(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(len(text) - size + 1)]


RANKERS: dict[str, tuple[str, Callable[[JudgedSet, Path], Ranker]]] = {  # with what they are
    "letters": ("this project", letters),
    "whoosh": ("Whoosh with jieba's ChineseAnalyzer", stock_whoosh),
    "bm25s": ("bm25s with jieba", bm25s_jieba),
    "fts5": ("SQLite FTS5, trigram", fts5_trigram),
    "tantivy": ("tantivy, 2-grams", tantivy_ngram),
}
