"""LuceneBM25 is the formula that it says, with statistics of the whole index."""

from math import log
from typing import Any

import pytest
from whoosh.query import Every, Term
from whoosh.searching import Searcher

from corpus import Letter
from index.analysis import View, tokens
from index.as_whoosh import LuceneBM25, make_reader, make_schema
from index.values import field_text
from tests.index.as_whoosh.conftest import MakeSnapshot

SIZES = [pytest.param([5], id="one segment"), pytest.param([2, 2, 1], id="three segments")]


def _searcher(make_snapshot: MakeSnapshot, sizes: list[int], **options: Any) -> Any:
    snapshot = make_snapshot(sizes, **options)
    reader = make_reader(snapshot, make_schema(snapshot.segmenter))
    return Searcher(reader, weighting=LuceneBM25(k1=1.0, b=0.75))


def _units(letter: Letter, field: str) -> list[str]:
    return [t.term for t in tokens(field_text(letter, field)) if t.view is View.UNITS]


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("deleted", [[], ["undated"]], ids=str)
@pytest.mark.parametrize(("field", "term"), [("text", "罩"), ("title", "信"), ("issuer", "电")])
def test_a_term_scores_by_the_formula_with_deleted_letters_in_its_statistics(
    make_snapshot: MakeSnapshot,
    letters: dict[str, Letter],
    sizes: list[int],
    deleted: list[str],
    field: str,
    term: str,
) -> None:
    units = {name: _units(letter, field) for name, letter in letters.items()}
    filled = [len(found) for found in units.values() if found]
    average = sum(filled) / len(filled)
    frequency = sum(term in found for found in units.values())
    idf = log(1 + (len(filled) - frequency + 0.5) / (frequency + 0.5))
    expected = {
        name: idf * 2 * tf / (tf + 1 - 0.75 + 0.75 * len(found) / average)
        for name, found in units.items()
        if (tf := found.count(term)) and name not in deleted
    }

    results = _searcher(make_snapshot, sizes, deleted=deleted).search(Term(f"{field}_u", term))

    assert {hit["id"]: hit.score for hit in results} == pytest.approx(expected)


def test_labels_score_as_often_as_they_occur(make_snapshot: MakeSnapshot) -> None:
    searcher = _searcher(make_snapshot, [5])

    assert {hit.score for hit in searcher.search(Term("lang", "en"))} == {1.0}
    assert len(searcher.search(Every("issuer"))) == 2
