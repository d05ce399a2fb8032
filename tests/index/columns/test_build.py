"""A segment says of its letters what a plain inverted index says."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings

from index.analysis.tokens import TokenColumns
from index.columns import Rows, SegmentBuilder, open_segment
from tests.index.columns.plain import (
    BATCHES,
    TITLE,
    UNITS,
    WITH_POSITIONS,
    WORDS,
    Letter,
    Tokens,
    assert_holds,
    build,
    to_rows,
)


def text(*terms: str) -> Tokens:
    return tuple((term, position) for position, term in enumerate(terms))


MASKS = Letter(
    tokens={
        WORDS: text("请", "佩戴", "口罩", "the", "mask"),
        UNITS: text("请", "佩", "戴", "口", "罩", "The", "Masks", "masks", "口", "罩"),
        TITLE: text("口罩"),
    },
    size=120,
    issuers=("学生会", "Library"),
    initiatives=(1, 2, 3),
    text="请佩戴口罩。The masks".encode(),
)
THANKS = Letter(
    tokens={WORDS: text("感谢", "mask"), UNITS: text("感", "谢", "mask")}, issuers=("学生会",)
)


@settings(max_examples=60)
@given(BATCHES)
def test_segment_equals_plain_index(batches: list[list[Letter]]) -> None:
    with TemporaryDirectory() as folder:
        segment = build(Path(folder) / "a", *batches)

        assert_holds(segment, [letter for batch in batches for letter in batch])


def test_letters_of_two_batches(tmp_path: Path) -> None:
    segment = build(tmp_path / "a", [MASKS, THANKS], [], [MASKS])

    assert_holds(segment, [MASKS, THANKS, MASKS])
    words = segment.column(WORDS)
    assert words.postings(words.terms.find("mask")).ids.tolist() == [0, 1, 2]


def test_builder_without_letters(tmp_path: Path) -> None:
    SegmentBuilder(positions=WITH_POSITIONS).write(tmp_path / "a")

    segment = open_segment(tmp_path / "a")

    assert (segment.count, segment.columns, segment.stems.tolist()) == (0, (), [])
    with pytest.raises(KeyError):
        segment.column(WORDS)


def test_batch_without_letters(tmp_path: Path) -> None:
    segment = build(tmp_path / "a", [])

    assert_holds(segment, [])
    assert segment.column(UNITS).terms.range("m") == (0, 0)


def test_frequencies_and_positions_beyond_16_bits(tmp_path: Path) -> None:
    often = Letter(tokens={UNITS: tuple(("的", 3 * at) for at in range(70_000))})
    far = Letter(tokens={UNITS: (("的", 5), ("的", 1 << 20), ("的", (1 << 31) - 1))})

    segment = build(tmp_path / "a", [MASKS, often, far])

    assert_holds(segment, [MASKS, often, far])


@pytest.mark.parametrize("count", [300, 70_000])
def test_terms_of_every_density(tmp_path: Path, count: int) -> None:
    divisors = (1, 2, 7, 90, 2500, 40_000)
    at = np.arange(count)
    rows = np.concatenate([at[at % d == 0] for d in divisors])
    term = np.repeat(np.arange(6), [-(-count // d) for d in divisors])
    order = np.lexsort((term, rows))
    tokens = TokenColumns(
        vocabulary=list(map(str, divisors)),
        term=term[order].astype(np.int32),
        text=rows[order].astype(np.int32),
        position=rows[order].astype(np.int32),
        start=np.zeros(len(rows), np.int32),
        end=np.zeros(len(rows), np.int32),
    )
    builder = SegmentBuilder(positions=WITH_POSITIONS)
    builder.add(
        Rows(count=count, tokens={UNITS: tokens}, numbers={}, labels={}, ragged={}, blobs={})
    )
    builder.write(tmp_path / "a")

    column = open_segment(tmp_path / "a").column(UNITS)

    for divisor in divisors:
        found = column.terms.find(str(divisor))
        ids = column.postings(found).ids
        assert ids.tolist() == list(range(0, count, divisor))
        assert column.positions(found, np.arange(len(ids))).values.tolist() == ids.tolist()
    everything = column.postings_range(0, 6)
    assert sorted(everything.ids.tolist()) == sorted(rows.tolist())


def test_builder_is_empty_after_writing(tmp_path: Path) -> None:
    builder = SegmentBuilder(positions=WITH_POSITIONS)
    builder.add(to_rows([MASKS]))
    held = builder.size

    builder.write(tmp_path / "a")
    emptied = builder.size
    builder.add(to_rows([THANKS]))
    builder.write(tmp_path / "b")

    assert (held > 500, emptied) == (True, 0)
    assert open_segment(tmp_path / "b").count == 1


def test_size_grows_with_tokens() -> None:
    builder = SegmentBuilder(positions=WITH_POSITIONS)

    sizes = []

    for _ in range(3):
        builder.add(to_rows([MASKS]))
        sizes.append(builder.size)

    assert sizes[0] > sizes[2] - sizes[1] > 0


def test_rows_that_do_not_fit_are_refused() -> None:
    builder = SegmentBuilder(positions=WITH_POSITIONS)
    builder.add(to_rows([MASKS]))
    rows = to_rows([MASKS, THANKS])
    words = rows.tokens[WORDS]
    cases = {
        "same names": replace(rows, numbers={}),
        "labels issuer: 1 for 2": replace(rows, labels={"issuer": [()]}),
        "not in the batch": replace(rows, tokens={WORDS: replace(words, text=words.text + 1)}),
        "order of letters": replace(rows, tokens={WORDS: replace(words, text=words.text[::-1])}),
    }

    for match, bad in cases.items():
        with pytest.raises(ValueError, match=match):
            builder.add(bad)

    assert builder.count == 1


def test_column_without_positions_says_so(tmp_path: Path) -> None:
    segment = build(tmp_path / "a", [MASKS])

    with pytest.raises(ValueError, match="without positions"):
        segment.column(WORDS).positions(0, np.arange(1))


def test_arrays_cannot_be_written_to(tmp_path: Path) -> None:
    segment = build(tmp_path / "a", [MASKS])

    with pytest.raises(ValueError, match="read-only"):
        segment.numbers("size")[0] = 1
