"""What somebody who knows Whoosh does with an index works over ours."""

from pathlib import Path
from typing import Any

import pytest
from whoosh import query, sorting
from whoosh.qparser import MultifieldParser, QueryParser
from whoosh.searching import Searcher

from corpus import Letter
from index import NoIndex, build
from index.as_whoosh import LetterIndex, LuceneBM25, open_whoosh_index
from index.as_whoosh.reader import make_reader
from index.as_whoosh.schema import make_schema
from tests.index.as_whoosh.conftest import MakeSnapshot


@pytest.fixture
def opened(letters: dict[str, Letter], tmp_path: Path) -> LetterIndex:
    build(letters.values(), tmp_path)
    return open_whoosh_index(tmp_path)


def _found(opened: LetterIndex, field: str, words: str) -> set[str]:
    with opened.searcher() as searcher:
        results = searcher.search(QueryParser(field, opened.schema).parse(words), limit=None)
        return {hit["id"] for hit in results}


@pytest.mark.parametrize(
    ("field", "words", "ids"),
    [
        pytest.param("text_w", "口罩", {"2020/masks", "2020/work", "undated"}, id="word"),
        pytest.param("text_w", "MASKS", {"2020/virus", "undated"}, id="stem"),
        pytest.param("text_w", "新年快乐", {"2019/旧信"}, id="simplified finds traditional"),
        pytest.param("text_u", "罩", {"2020/masks", "2020/work", "undated"}, id="one character"),
        pytest.param("text_u", '"novel coronavirus"', {"2020/virus"}, id="phrase"),
        pytest.param("text_u", '"coronavirus novel"', set(), id="other order"),
        pytest.param("text_u", "复工复产", {"2020/work"}, id="Han in a row are a phrase"),
        pytest.param("text_u", "工复工", set(), id="not in this order"),
        pytest.param("text_b", "口罩 AND 武汉", {"2020/masks"}, id="and"),
        pytest.param("text_w", "corona*", {"2020/virus"}, id="prefix"),
        pytest.param("text_u", "口罩 NOT lang:en", {"2020/masks", "2020/work"}, id="not a label"),
        pytest.param("text_w", "issuer:中国电子商会", {"2020/work"}, id="second issuer"),
        pytest.param("text_w", "year:2019", {"2019/旧信"}, id="year"),
        pytest.param("date_first", "[20200203 TO]", {"2020/masks", "2020/virus"}, id="date"),
        pytest.param("text_w", "nowhere:口罩", set(), id="unknown field"),
    ],
)  # fmt: skip
def test_the_parser_of_whoosh_finds(
    opened: LetterIndex, field: str, words: str, ids: set[str]
) -> None:
    assert _found(opened, field, words) == ids


def test_several_fields_are_searched_at_once(opened: LetterIndex) -> None:
    parser = MultifieldParser(["title_w", "text_w"], opened.schema, {"title_w": 2.0})

    with opened.searcher(weighting=LuceneBM25()) as searcher:
        hits = searcher.search(parser.parse("coronavirus"))

        assert [hit["id"] for hit in hits] == ["2020/virus"]


def test_stored_fields_are_the_letter(opened: LetterIndex, letters: dict[str, Letter]) -> None:
    letter = letters["2020/work"]

    with opened.searcher() as searcher:
        stored = searcher.document(id=letter.id)

    assert stored == {
        "id": letter.id,
        "source": "2020/work.md",
        "title": "有序复工复产倡议书",
        "date": "2020-02",
        "lang": ["zh-Hans"],
        "genre": "proposal",
        "issuer": ["中国电子商会", "中国防护用品协会"],
        "text": letter.text,
    }


def test_highlights_are_words_of_the_letter(opened: LetterIndex) -> None:
    with opened.searcher() as searcher:
        (hit,) = searcher.search(query.Term("text_w", "coronavirus"))

        marked = hit.highlights("text_w", text=hit["text"])

    assert 'novel <b class="match term0">coronavirus</b> spreads' in marked


@pytest.mark.parametrize("reverse", [False, True])
def test_letters_without_a_date_are_sorted_last_either_way(
    opened: LetterIndex, reverse: bool
) -> None:
    by_date = sorting.FieldFacet("date_first", reverse=reverse)
    dated = ["2019/旧信", "2020/work", "2020/masks", "2020/virus"]

    with opened.searcher() as searcher:
        hits = searcher.search(query.Every(), sortedby=by_date, limit=None)

        assert [hit["id"] for hit in hits] == [*(reversed(dated) if reverse else dated), "undated"]
        assert hits[0]["date_first"] == (20200220 if reverse else 20191231)


def test_groups_are_counted_by_every_value(opened: LetterIndex) -> None:
    by_issuer = sorting.FieldFacet("issuer", allow_overlap=True, maptype=sorting.Count)
    by_year = sorting.FieldFacet("year", maptype=sorting.Count)

    with opened.searcher() as searcher:
        issuers = searcher.search(query.Every(), groupedby=by_issuer).groups()
        years = searcher.search(query.Every(), groupedby=by_year).groups()

    assert issuers == {"中国防护用品协会": 2, "中国电子商会": 1, None: 3}
    assert years == {"2020": 3, "2019": 1, "": 1}


def test_a_misspelt_word_gets_suggestions(opened: LetterIndex) -> None:
    with opened.searcher() as searcher:
        assert searcher.suggest("text_u", "coronaviurs") == ["coronavirus"]


def test_letters_like_a_text_are_found(opened: LetterIndex) -> None:
    with opened.searcher() as searcher:
        (hit,) = searcher.search(query.Term("id", "2020/masks"))

        alike = hit.more_like_this("text_b", text="捐赠口罩", numterms=3)

        assert [other["id"] for other in alike] == ["undated", "2020/work"]


def test_no_index_says_which_command_makes_one(tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match="letters reindex"):
        open_whoosh_index(tmp_path)


def test_an_index_without_letters_finds_nothing(tmp_path: Path) -> None:
    build([], tmp_path)
    empty = open_whoosh_index(tmp_path)

    with empty.searcher(weighting=LuceneBM25()) as searcher:
        assert empty.is_empty()
        assert empty.doc_count() == 0
        assert searcher.up_to_date()
        assert not searcher.search(query.Every(), sortedby="date_first")
        assert not searcher.search(query.Term("text_w", "口罩"))


def _scores(searcher: Any, wanted: Any, limit: int | None) -> list[tuple[float, int]]:
    top: list[tuple[float, int]] = searcher.search(wanted, limit=limit).top_n
    return top


@pytest.mark.parametrize("sizes", [[5], [2, 2, 1], [1, 1, 1, 1, 1]], ids=str)
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_skipping_postings_that_cannot_score_loses_none_of_the_best(
    make_snapshot: MakeSnapshot, sizes: list[int], limit: int
) -> None:
    snapshot = make_snapshot(sizes)
    reader = make_reader(snapshot, make_schema(snapshot.segmenter))
    wanted = query.Or([query.Term("text_u", unit) for unit in ("口", "罩", "masks", "the", "工")])

    searcher = Searcher(reader, weighting=LuceneBM25())

    assert _scores(searcher, wanted, limit) == _scores(searcher, wanted, None)[:limit]
