"""Our readers give what Whoosh's own reader gives for the same letters in Whoosh's own files."""

from pathlib import Path
from typing import Any

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.query import (
    And,
    Every,
    FuzzyTerm,
    Not,
    NumericRange,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
)
from whoosh.scoring import BM25F
from whoosh.searching import Searcher
from whoosh.util.numeric import byte_to_length, length_to_byte

from corpus import Letter
from index.analysis import default_segmenter
from index.as_whoosh.reader import make_reader
from index.as_whoosh.schema import COLUMNS, LABELS, NUMBERS, make_schema
from index.documents import date_span
from index.snapshot import Snapshot
from index.values import field_text
from tests.index.as_whoosh.conftest import TEXTS, MakeSnapshot

SIZES = [pytest.param([5], id="one segment"), pytest.param([2, 2, 1], id="three segments")]
DELETED = [pytest.param([], id="all"), pytest.param(["2020/work", "undated"], id="two deleted")]
WITHOUT_LENGTHS = BM25F(B=0)  # stock Whoosh rounds lengths, ours are exact
QUERIES = [
    Term("text_u", "口"),
    Term("text_w", "mask"),
    Term("lang", "zh-Hans"),
    Term("text_w", "nowhere"),
    And([Term("text_b", "口罩"), Term("text_u", "武")]),
    Or([Term("text_w", "mask"), Term("text_b", "口罩"), Term("title_w", "信")]),
    And([Term("text_b", "口罩"), Not(Term("genre", "thank_you"))]),
    Not(Term("text_u", "口")),
    Phrase("text_u", list("复工复产")),
    Phrase("text_u", ["novel", "coronavirus"]),
    Phrase("text_u", ["masks", "感"]),
    Prefix("text_w", "ma"),
    Wildcard("text_w", "m?sk*"),
    FuzzyTerm("text_u", "mass"),
    Every(),
    Every("issuer"),
    NumericRange("date_first", 20200201, 20200210),
    NumericRange("date_last", None, 20200215),
]


class PicklableSegmenter:
    """The default segmenter by name alone, since Whoosh's own index pickles its schema."""

    name = default_segmenter().name
    version = default_segmenter().version
    custom = default_segmenter().custom
    is_loaded = True

    def load(self) -> None:
        default_segmenter().load()

    def cut(self, text: str) -> list[str]:
        return default_segmenter().cut(text)


def _values(letter: Letter) -> dict[str, Any]:
    first, last = date_span(letter.date)
    return {
        "id": letter.id,
        "source": letter.source,
        "lang": list(letter.languages),
        "genre": letter.genre,
        "issuer": [party.name for party in letter.issuers] or None,
        "year": letter.date[:4] if letter.date else None,
        "date_first": first or None,
        "date_last": last or None,
    }


def _stock(folder: Path, letters: dict[str, Letter], sizes: list[int], deleted: list[str]) -> Any:
    """The same letters in an index of Whoosh's own."""
    stock = FileStorage(str(folder)).create_index(make_schema(PicklableSegmenter()))
    names = iter(letters)
    for size in sizes:
        writer = stock.writer()
        for name in (next(names) for _ in range(size)):
            letter = letters[name]
            texts = {n: field_text(letter, column.field) for n, column in COLUMNS.items()}
            writer.add_document(**texts, **_values(letter))
        writer.commit(merge=False)
    with stock.writer() as writer:
        writer.merge = False
        for name in deleted:
            writer.delete_by_term("id", name)
    return stock.reader()


def _ours(snapshot: Snapshot) -> Any:
    return make_reader(snapshot, make_schema(snapshot.segmenter))


@pytest.fixture(scope="module", params=SIZES)
def sizes(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture(scope="module", params=DELETED)
def deleted(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture(scope="module")
def readers(
    tmp_path_factory: pytest.TempPathFactory,
    letters: dict[str, Letter],
    make_snapshot: MakeSnapshot,
    sizes: list[int],
    deleted: list[str],
) -> tuple[Any, Any]:
    """Whoosh's own reader and ours; in files, since RamStorages share a folder of the system."""
    folder = tmp_path_factory.mktemp("stock")
    return _stock(folder, letters, sizes, deleted), _ours(make_snapshot(sizes, deleted))


def test_counts_and_deletions_are_the_same(readers: tuple[Any, Any]) -> None:
    stock, ours = readers

    assert ours.doc_count_all() == stock.doc_count_all() == len(TEXTS)
    assert ours.doc_count() == stock.doc_count()
    assert ours.has_deletions() == stock.has_deletions()
    assert list(ours.all_doc_ids()) == list(stock.all_doc_ids())


def test_all_terms_are_the_same(readers: tuple[Any, Any]) -> None:
    stock, ours = readers

    assert list(ours.all_terms()) == list(stock.all_terms())
    assert sorted(ours.indexed_field_names()) == sorted(stock.indexed_field_names())


def test_terms_from_a_place_and_with_a_prefix_are_the_same(readers: tuple[Any, Any]) -> None:
    stock, ours = readers
    places = [("text_w", "mask"), ("issuer", "丙"), ("date_last", b""), ("title_u", "zz")]

    def of_field(reader: Any, field: str, prefix: Any) -> list[Any]:
        return [term for term in reader.terms_from(field, prefix) if term[0] == field]

    for field, prefix in places:
        assert of_field(ours, field, prefix) == of_field(stock, field, prefix)
        assert list(ours.expand_prefix(field, prefix)) == list(stock.expand_prefix(field, prefix))


def test_what_is_told_of_each_term_is_the_same(readers: tuple[Any, Any]) -> None:
    stock, ours = readers

    def told(reader: Any, term: tuple[str, bytes]) -> tuple[Any, ...]:
        info = reader.term_info(*term)
        values = (info.weight(), info.doc_frequency(), info.max_weight())
        return *values, info.min_id(), info.max_id(), reader.doc_frequency(*term), term in reader

    for term in stock.all_terms():
        assert told(ours, term) == told(stock, term)
        assert ours.frequency(*term) == stock.frequency(*term)


def test_all_postings_are_the_same(readers: tuple[Any, Any]) -> None:
    stock, ours = readers

    def postings(reader: Any) -> list[Any]:
        return [(*posting[:4], posting[4] or b"") for posting in reader.iter_postings()]

    assert postings(ours) == postings(stock)


def test_lengths_are_the_same_but_for_the_rounding_of_stock(readers: tuple[Any, Any]) -> None:
    stock, ours = readers

    def rounded(length: float) -> int:
        length_of_byte: int = byte_to_length(length_to_byte(int(length)))
        return length_of_byte

    for name in COLUMNS:
        assert ours.field_length(name) == stock.field_length(name)
        for number in range(len(TEXTS)):
            length = ours.doc_field_length(number, name)
            assert rounded(length) == (stock.doc_field_length(number, name) or 0)
    for name in ("text_w", "title_u"):  # stock fails for fields that no letter has
        assert rounded(ours.max_field_length(name)) == stock.max_field_length(name)
        assert rounded(ours.min_field_length(name)) == stock.min_field_length(name)


def test_values_of_letters_are_the_same(readers: tuple[Any, Any]) -> None:
    stock, ours = readers

    for name in (*NUMBERS, *(label.name for label in LABELS if label.single)):
        if stock.has_column(name):
            assert list(ours.column_reader(name)) == list(stock.column_reader(name))


def _search(reader: Any, query: Any, limit: int | None) -> Any:
    return Searcher(reader, WITHOUT_LENGTHS).search(query, limit=limit)


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_a_search_is_the_same(readers: tuple[Any, Any], query: Any) -> None:
    stock, ours = (_search(reader, query, limit=None) for reader in readers)

    assert ours.top_n == [(pytest.approx(score), number) for score, number in stock.top_n]


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_the_best_of_a_search_are_the_same(readers: tuple[Any, Any], query: Any) -> None:
    stock, ours = (_search(reader, query, limit=1) for reader in readers)

    assert ours.top_n == [(pytest.approx(score), number) for score, number in stock.top_n]
