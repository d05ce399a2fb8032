"""The oracle: letters as plain values, and an inverted index of dicts that needs no arrays."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from index.analysis.tokens import TokenColumns, View
from index.columns import (
    Rows,
    Segment,
    SegmentBuilder,
    encode_lengths,
    open_segment,
)
from index.fields import Column

WORDS = Column("text", View.WORDS)
UNITS = Column("text", View.UNITS)
TITLE = Column("title", View.BIGRAMS)
COLUMNS = (WORDS, UNITS, TITLE)
WITH_POSITIONS = frozenset({UNITS})

KINDS = {"numbers": "size", "labels": "issuer", "ragged": "initiative", "blobs": "text"}

Tokens = tuple[tuple[str, int], ...]  # terms and their positions, ascending


@dataclass(frozen=True, kw_only=True)
class Letter:
    tokens: dict[Column, Tokens] = field(default_factory=dict)
    size: int = 0
    issuers: tuple[str, ...] = ()
    initiatives: tuple[int, ...] = ()
    text: bytes = b""


def stem(form: str) -> str:
    return form.rstrip("s")


def to_rows(letters: Sequence[Letter]) -> Rows:
    return Rows(
        count=len(letters),
        tokens={
            column: to_columns([a.tokens.get(column, ()) for a in letters]) for column in COLUMNS
        },
        numbers={"size": np.array([a.size for a in letters], np.int64)},
        labels={"issuer": [a.issuers for a in letters]},
        ragged={"initiative": [a.initiatives for a in letters]},
        blobs={"text": [a.text for a in letters]},
    )


def to_columns(letters: Sequence[Tokens]) -> TokenColumns:
    rows = [(row, *token) for row, tokens in enumerate(letters) for token in tokens]
    vocabulary = sorted({term for _, term, _ in rows} | {"of no letter"}, reverse=True)
    return TokenColumns(
        vocabulary=vocabulary,
        term=np.array([vocabulary.index(term) for _, term, _ in rows], np.int32),
        text=np.array([row for row, _, _ in rows], np.int32),
        position=np.array([position for _, _, position in rows], np.int32),
        start=np.zeros(len(rows), np.int32),
        end=np.zeros(len(rows), np.int32),
    )


def build(path: Path, *batches: Sequence[Letter]) -> Segment:
    builder = SegmentBuilder(positions=WITH_POSITIONS)
    for batch in batches:
        builder.add(to_rows(batch))
    written = builder.write(path, stem=stem)
    assert (written.name, written.bytes) == (path.name, path.stat().st_size)
    return open_segment(path)


def assert_holds(segment: Segment, letters: Sequence[Letter]) -> None:
    """Every answer of the segment is what the letters say."""
    assert segment.count == len(letters)
    for column in segment.columns:
        _assert_column(segment, column, [letter.tokens.get(column, ()) for letter in letters])
    assert segment.numbers("size").tolist() == [letter.size for letter in letters]
    ragged = segment.ragged("initiative")
    assert _split(ragged.offsets, ragged.values) == [list(a.initiatives) for a in letters]
    for kind, name in KINDS.items():
        assert segment.names(kind) == (name,)
    assert [segment.blob("text", row) for row in range(len(letters))] == [a.text for a in letters]
    _assert_labels(segment, letters)
    _assert_stems(segment, letters)


def _assert_column(segment: Segment, column: Column, letters: Sequence[Tokens]) -> None:
    index: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row, tokens in enumerate(letters):
        for term, position in tokens:
            index[term][row].append(position)
    found = segment.column(column)
    lengths = [len(tokens) for tokens in letters]

    assert list(found.terms) == sorted(index)
    assert found.lengths.tolist() == encode_lengths(np.array(lengths, np.int64)).tolist()
    assert found.exact_lengths.tolist() == lengths
    assert (found.tokens, found.filled) == (sum(lengths), sum(map(bool, lengths)))
    for number, term in enumerate(sorted(index)):
        expected = index[term]
        postings = found.postings(number)
        counts = list(map(len, expected.values()))
        assert (found.terms.find(term), found.terms.term(number)) == (number, term)
        assert postings.ids.dtype == np.int32
        assert (postings.ids.tolist(), postings.frequencies.tolist()) == (list(expected), counts)
        assert found.ids(number).tolist() == list(expected)
        assert found.document_frequency(number) == len(expected)
        assert found.total_frequency(number) == sum(counts)
        if column in WITH_POSITIONS:
            _assert_positions(segment, column, number, list(expected.values()))
    _assert_range(segment, column, [index[term] for term in sorted(index)])


def _assert_positions(
    segment: Segment, column: Column, number: int, expected: list[list[int]]
) -> None:
    for rows in (range(len(expected)), range(1, len(expected), 2)):
        found = segment.column(column).positions(number, np.array(rows, np.int64))
        assert found.counts.tolist() == [len(expected[row]) for row in rows]
        assert found.values.tolist() == [position for row in rows for position in expected[row]]


def _assert_range(segment: Segment, column: Column, expected: list[dict[int, list[int]]]) -> None:
    first, end = len(expected) // 3, len(expected) - len(expected) // 4
    read = segment.column(column)
    found = read.postings_range(first, end)
    sizes = [len(rows) for rows in expected[first:end]]
    assert read.document_frequencies(first, end).tolist() == sizes
    assert read.ids_range(first, end).tolist() == found.ids.tolist()
    assert read.has_positions == (column in WITH_POSITIONS)
    if read.has_positions:
        positions = [at for rows in expected[first:end] for row in rows.values() for at in row]
        assert read.positions_range(first, end).tolist() == positions
    assert found.ids.tolist() == [row for rows in expected[first:end] for row in rows]
    counts = [len(at) for rows in expected[first:end] for at in rows.values()]
    assert found.frequencies.tolist() == counts


def _assert_labels(segment: Segment, letters: Sequence[Letter]) -> None:
    labels = segment.labels("issuer")
    rows: dict[str, list[int]] = defaultdict(list)
    for row, letter in enumerate(letters):
        for issuer in dict.fromkeys(letter.issuers):
            rows[issuer].append(row)
    assert list(labels.values) == sorted(rows)
    assert {value: labels.rows(labels.find(value)).tolist() for value in rows} == rows
    given = [tuple(dict.fromkeys(letter.issuers)) for letter in letters]
    assert [labels.of(row) for row in range(len(letters))] == given
    assert list(map(len, _split(labels.offsets, labels.ordinals))) == list(map(len, given))


def _assert_stems(segment: Segment, letters: Sequence[Letter]) -> None:
    words = {term for letter in letters for term, _ in letter.tokens.get(WORDS, ())}
    place = {word: number for number, word in enumerate(sorted(words))}
    forms = list(segment.column(UNITS).terms)
    expected = [place.get(stem(f), -1) if f[:1].isalpha() and f < "⺀" else -1 for f in forms]
    assert segment.stems.tolist() == expected


def _split(offsets: np.ndarray, values: np.ndarray) -> list[list[int]]:
    return [values[a:b].tolist() for a, b in pairwise(offsets.tolist())]


TERMS = st.one_of(
    st.sampled_from(
        ["口", "罩", "口罩", "隔离", "19", "mask", "masks", "letter", "letters", "the"]
    ),
    st.sampled_from(["international", "internationally", "internationals", "internat", "a", "a\0"]),
    st.text(max_size=12),
)


@st.composite
def tokens(draw: st.DrawFn) -> Tokens:
    terms = draw(st.lists(TERMS, max_size=12))
    gaps = draw(st.lists(st.integers(0, 1 << 21), min_size=len(terms), max_size=len(terms)))
    return tuple(zip(terms, np.cumsum(gaps).tolist(), strict=True))


@st.composite
def letter(draw: st.DrawFn) -> Letter:
    return Letter(
        tokens=draw(st.dictionaries(st.sampled_from(COLUMNS), tokens())),
        size=draw(st.integers(-(1 << 63), (1 << 63) - 1)),
        issuers=tuple(draw(st.lists(TERMS, max_size=3))),
        initiatives=tuple(draw(st.lists(st.integers(0, 1 << 40), max_size=3))),
        text=draw(st.binary(max_size=30)),
    )


BATCHES = st.lists(st.lists(letter(), max_size=6), min_size=1, max_size=3)
