"""tantivy, a search library in Rust, through its own Python bindings."""

from pathlib import Path
from typing import Any

import tantivy

from benchmarks.peers.peer import FACETS, TOP, Answer, Peer, Search
from benchmarks.queries import Query
from benchmarks.tokens import Words

_HEAP = 2_000_000_000  # bytes: so much that it writes one segment


class Tantivy:
    """An open index; with `count` all matches are counted, as a page of results needs it."""

    version = tantivy.__version__

    def __init__(self, opened: Any, *, count: bool) -> None:
        self.name = "tantivy" if count else "tantivy, no totals"
        self.note = "counts all matches" if count else "may pass over letters that cannot be best"
        self.note += "; K1 is 1.2 and cannot be set; a prefix is not scored"
        self._searcher = opened.searcher()
        self._schema = opened.schema
        self._count = count

    def search(self, query: Query) -> Search | None:
        """A tree of tantivy's queries; the number of a letter is a fast field."""
        if query.kind != "filter":
            return lambda: self._answer(self._query(query))
        if not self._count:
            return None
        facets = {name: {"terms": {"field": name, "size": 100}} for name in FACETS}
        return lambda: self._counted(self._query(query), facets)

    def _answer(self, wanted: Any) -> Answer:
        result = self._searcher.search(wanted, TOP, self._count)
        best = [address for _, address in result.hits]
        numbers = self._searcher.fast_field_values("number", best) if best else []
        return Answer(tuple(numbers), result.count if self._count else None)

    def _counted(self, wanted: Any, facets: dict[str, Any]) -> Answer:
        self._searcher.aggregate(wanted, facets)
        return self._answer(wanted)

    def _query(self, query: Query) -> Any:
        of, schema, words = tantivy.Query, self._schema, list(query.words)
        if query.kind == "phrase":
            return of.phrase_query(schema, "words", words)
        if query.kind == "prefix":
            return of.regex_query(schema, "words", f"{words[0]}.*")
        occur = tantivy.Occur.Must if query.kind == "and" else tantivy.Occur.Should
        terms = [(occur, of.term_query(schema, "words", word, "freq")) for word in words]
        joined = of.boolean_query(terms) if len(terms) > 1 else terms[0][1]
        narrowing = query.narrowing
        if narrowing is None:
            return joined
        must, integer = tantivy.Occur.Must, tantivy.FieldType.Integer
        within = of.range_query(schema, "date", integer, narrowing.first, narrowing.last)
        language = of.term_query(schema, "lang", narrowing.language, "basic")
        conditions = [of.const_score_query(one, 0.0) for one in (within, language)]
        return of.boolean_query([(must, joined), *((must, one) for one in conditions)])


def build(words: Words, folder: Path) -> tuple[Peer, ...]:
    """One segment, written by one thread."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", tokenizer_name="spaces")
    for name in FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("date", indexed=True, fast=True)
    builder.add_integer_field("number", fast=True)
    opened = tantivy.Index(builder.build(), path=str(folder))
    spaces = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    opened.register_tokenizer("spaces", spaces)
    writer = opened.writer(heap_size=_HEAP, num_threads=1)
    facts = zip(words.lines(), words.languages, words.genres, words.dates, strict=True)
    for number, (line, languages, genre, date) in enumerate(facts):
        year = str(date // 10_000)
        document = {"words": line, "lang": languages[0], "genre": genre, "year": year}
        writer.add_document(tantivy.Document(**document, date=date, number=number))
    writer.commit()
    writer.wait_merging_threads()
    opened.reload()
    return (Tantivy(opened, count=True), Tantivy(opened, count=False))
