import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Initiative, Letter, LetterId, Span, from_record, read_found, read_text, scan
from index import View
from index.analysis import TokenColumns, analyse, default_segmenter, stem
from index.columns import SegmentBuilder, open_segment
from index.documents import (
    BATCH_CHARACTERS,
    BATCH_LETTERS,
    Document,
    FileState,
    batches,
    date_span,
    to_rows,
)
from index.field_tokens import tokens_of
from index.fields import FIELDS, POSITIONS, Column
from index.kept import read_letter
from index.values import field_text, field_values
from tests.index.analysis.texts import mixed_text
from tests.index.folders import MASKS, WORK

COLLECTION = Path(__file__).parents[2] / "corpus" / "letters"
NOTHING: dict[str, Any] = {
    "title": None, "date_text": None, "issuers": (), "addressee": None, "signatories": (),
    "body": Span(0, 0), "masked": (),
}  # fmt: skip
Described = tuple[str, int, int, int, int]  # term, letter, position, start and end
ANY_TEXT = st.text(max_size=60)
STATE = FileState(size=1, mtime_ns=2, digest=-3)


def document(text: str, name: str = "a") -> Document:
    return Document(read_text(text, letter_id=LetterId(name), source=f"{name}.txt"), STATE)


def collection() -> list[Document]:
    return [Document(x, STATE) for found in scan(COLLECTION) for x in read_found(found)]


@pytest.mark.parametrize(
    ("date", "span"),
    [
        pytest.param("2020-02-03", (20200203, 20200203), id="day"),
        pytest.param("2020-02", (20200201, 20200229), id="leap February"),
        pytest.param("1900-02", (19000201, 19000228), id="no leap February"),
        pytest.param("2021-12", (20211201, 20211231), id="December"),
        pytest.param(None, (0, 0), id="undated"),
    ],
)
def test_a_part_of_a_date_covers_its_whole_span(date: str | None, span: tuple[int, int]) -> None:
    assert date_span(date) == span


def test_each_field_holds_its_part_of_the_letter() -> None:
    letter = document(MASKS).letter

    assert field_text(letter, "text") == letter.text
    assert field_text(letter, "title") == "关于佩戴口罩的倡议书"
    assert field_text(letter, "to") == "各位居民"
    assert field_text(letter, "initiative").split("\n\n") == [
        initiative.head for initiative in letter.initiatives
    ]
    assert len(letter.initiatives) == 2


def assert_values_are_as_if_alone(letters: list[Letter]) -> None:
    found = tokens_of(letters, default_segmenter())
    for field in FIELDS:
        for view in field.views:
            expected = list(_as_if_alone(letters, field.name, view))
            assert _described(found[Column(field.name, view)]) == expected, (field.name, view)


def _as_if_alone(letters: list[Letter], field: str, view: View) -> Iterator[Described]:
    for row, letter in enumerate(letters):
        at = position = 0
        for value in filter(None, field_values(letter, field)):
            alone = analyse([value])
            for term, _, place, start, end in _described(alone.view(view)):
                yield term, row, position + place, at + start, at + end
            at += len(value) + len("\n\n")
            if len(alone.units.position):
                position += int(alone.units.position[-1]) + 2  # no phrase goes on over the gap


def _described(columns: TokenColumns) -> list[Described]:
    terms = [columns.vocabulary[number] for number in columns.term.tolist()]
    places = (columns.text, columns.position, columns.start, columns.end)
    assert {column.dtype for column in (columns.term, *places)} == {np.dtype(np.int32)}
    return list(zip(terms, *(place.tolist() for place in places), strict=True))


def test_fields_of_letters_have_the_tokens_that_they_have_alone() -> None:
    letters = [document.letter for document in collection()]
    tokens = tokens_of(letters, default_segmenter())
    for field in FIELDS:
        alone = analyse([field_text(letter, field.name) for letter in letters])
        for view in field.views:
            found = _described(tokens[Column(field.name, view)])
            assert found == _described(alone.view(view)), (field.name, view)


@settings(max_examples=150)
@given(st.data())
def test_values_of_any_letter_have_the_tokens_that_they_have_alone(data: st.DataObject) -> None:
    letters = st.lists(any_letters(mixed_text), min_size=1, max_size=3)

    assert_values_are_as_if_alone(data.draw(letters))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        pytest.param("一、加强合作\n共同防疫", "加强合作", id="run over a line end"),
        pytest.param("一、加强合作\r\n共同防疫", "加强合作", id="run over two characters"),
        pytest.param("加强合作\n共同防疫。", "共同防疫", id="run from the line before"),
        pytest.param("一、加强合作\n\u200b共同防疫", "加强合作", id="run over what is not seen"),
        pytest.param("第1.5条", "5条", id="half of a number"),
        pytest.param("covid-19", "covid", id="part of a joined form"),
        pytest.param("don't go", "don", id="part of a word"),
        pytest.param("1. cafe\u0301", "cafe", id="a letter without its accent"),
    ],
)
def test_a_head_that_goes_on_in_the_text_is_cut_alone(text: str, head: str) -> None:
    assert_values_are_as_if_alone([_with_heads(text, head)])


def _with_heads(text: str, *heads: str) -> Letter:
    initiatives = tuple(
        Initiative(
            number=None,
            level=1,
            parent=None,
            kind="proposal",
            head=head,
            text=text,
            start=0,
            end=len(text),
        )
        for head in heads
    )
    return replace(document(MASKS).letter, **NOTHING, text=text, initiatives=initiatives)


def test_front_matter_is_found_and_its_syntax_is_not() -> None:
    text = "---\ntitle: 倡议书\nlang: zh-Hans\n---\n\n请佩戴口罩。\n"
    letter = read_text(text, letter_id=LetterId("a"), source="a.txt")
    columns = to_rows([Document(letter, STATE)], default_segmenter()).tokens
    units = columns[Column("text", View.UNITS)]
    found = {units.vocabulary[number] for number in units.term.tolist()}

    assert {"倡", "口"} <= found
    assert not found & {"title", "lang", "zh"}


def test_letters_come_back_as_they_were_read(tmp_path: Path) -> None:
    documents = collection()
    builder = SegmentBuilder(positions=POSITIONS)
    for batch in batches(documents):
        builder.add(to_rows(batch, default_segmenter()))
    builder.write(tmp_path / "segment", stem=stem)
    segment = open_segment(tmp_path / "segment")

    assert [read_letter(segment, row) for row in range(segment.count)] == [
        document.letter for document in documents
    ]
    assert segment.numbers("digest").tolist() == [-3] * len(documents)


def test_an_initiative_is_the_interval_of_its_units() -> None:
    documents = [*collection(), document(MASKS, "b"), document(WORK, "c")]
    rows = to_rows(documents, default_segmenter())
    units = rows.tokens[Column("text", View.UNITS)]

    intervals = 0
    for row, doc in enumerate(documents):
        here = units.text == row
        spans = zip(
            doc.letter.initiatives,
            rows.ragged["initiative_first"][row],
            rows.ragged["initiative_last"][row],
            strict=True,
        )
        for initiative, first, last in spans:
            within = (units.start >= initiative.start) & (units.end <= initiative.end) & here
            inside = (units.position >= first) & (units.position <= last) & here
            assert np.array_equal(within, inside)
            intervals += 1
    assert intervals > 20


@st.composite
def any_letters(draw: st.DrawFn, texts: st.SearchStrategy[str] = ANY_TEXT) -> Letter:
    """Letters of any text, lone surrogates too, with initiatives anywhere in it."""
    text = draw(texts)
    spans = draw(st.lists(st.tuples(*[st.integers(0, len(text))] * 2).map(sorted), max_size=3))
    initiatives = tuple(
        Initiative(
            number=draw(st.none() | st.integers(1, 99)),
            level=1,
            parent=None,
            kind="proposal",
            head=text[start:end],
            text=text[start:end],
            start=start,
            end=end,
        )
        for start, end in spans
    )
    return replace(document(MASKS).letter, **NOTHING, text=text, initiatives=initiatives)


@settings(max_examples=30)
@given(st.lists(any_letters(), min_size=1, max_size=4))
def test_any_letter_becomes_a_row_that_fits(letters: list[Letter]) -> None:
    rows = to_rows([Document(letter, STATE) for letter in letters], default_segmenter())
    units = rows.tokens[Column("text", View.UNITS)]

    for row, letter in enumerate(letters):
        text = rows.blobs["text"][row].decode("utf-8", "surrogatepass")
        assert from_record(json.loads(rows.blobs["record"][row]), text) == letter
        here = units.text == row
        firsts, lasts = rows.ragged["initiative_first"][row], rows.ragged["initiative_last"][row]
        for initiative, first, last in zip(letter.initiatives, firsts, lasts, strict=True):
            begins = here & (units.start >= initiative.start) & (units.start < initiative.end)
            inside = here & (units.position >= first) & (units.position <= last)
            assert np.array_equal(begins, inside)
    assert set(rows.tokens) == {Column(f.name, view) for f in FIELDS for view in f.views}


def test_batches_are_bounded_in_letters_and_characters() -> None:
    small = document(MASKS)
    large = replace(small, letter=replace(small.letter, text="长" * (BATCH_CHARACTERS + 1)))

    sizes = [len(batch) for batch in batches([small] * BATCH_LETTERS + [small, large, small])]

    assert sizes == [BATCH_LETTERS, 2, 1]
    assert list(batches([])) == []
