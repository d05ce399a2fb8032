"""Merging one column of several segments, in slabs of neighbouring terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.columns.column import ColumnWriter, TermColumn
from index.columns.layout import ArrayWriter
from index.columns.runs import offsets_of, spread
from index.columns.segment import Segment
from index.columns.terms import Terms, unite
from index.fields import Column

_SLAB: Final = 1 << 18  # postings at a time: some 40 MB with their positions
_SLABS: Final = 16  # after which what was read is let go of: some 40 MB of files


@dataclass(frozen=True, slots=True)
class Source:
    """A segment to merge: its live letters, and the new number of each letter (-1: dead)."""

    segment: Segment
    rows: NDArray[np.int64]
    number: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class MergedColumn:
    """What the directory says of a column, its terms, and the new numbers of each source's terms.

    A number is -1 where a term was dropped.
    """

    about: dict[str, Any]
    terms: Terms
    numbers: list[NDArray[np.int64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What one segment has of a slab of terms: `term` counts from the first of the slab.

    `sizes` and `tokens`: postings and positions a term; the rest one a posting or position.
    """

    term: NDArray[np.int64]
    sizes: NDArray[np.int64]
    tokens: NDArray[np.int64]
    ids: NDArray[np.int32]
    frequencies: NDArray[np.int32]
    positions: NDArray[np.int32] | None


def merge_column(writer: ArrayWriter, column: Column, sources: Sequence[Source]) -> MergedColumn:
    """Write the live postings of a column."""
    having = [s if column in s.segment.columns else None for s in sources]
    readers = [s.segment.column(column) for s in having if s is not None]
    union, numbers = unite([reader.terms.all_terms() for reader in readers])
    frequencies, positions = _tallies(readers)
    column_writer = ColumnWriter(
        writer,
        column,
        count=sum(len(s.rows) for s in sources),
        frequencies=frequencies,
        positions=positions,
    )
    parts = list(zip([s for s in having if s], readers, numbers, strict=True))
    kept = np.zeros(len(union), bool)
    for at, (first, end) in enumerate(_slabs(len(union), readers, numbers)):
        if at % _SLABS == 0:
            _let_go(sources)
        sizes = _append(column_writer, end - first, [_part(first, end, *part) for part in parts])
        kept[first:end] = sizes > 0
    terms = union.keep(kept)
    new = np.where(kept, np.cumsum(kept) - 1, -1)
    given = iter(numbers)
    by_source = [new[next(given)] if s else np.zeros(0, np.int64) for s in having]
    lengths = np.concatenate([_lengths(column, s) for s in sources])
    return MergedColumn(column_writer.finish(terms, lengths), terms, by_source)


def _let_go(sources: Sequence[Source]) -> None:
    for source in sources:
        source.segment.let_go()


def _lengths(column: Column, source: Source) -> NDArray[np.int64]:
    if column not in source.segment.columns:
        return np.zeros(len(source.rows), np.int64)
    return source.segment.column(column).exact_lengths[source.rows].astype(np.int64)


def _tallies(readers: Sequence[TermColumn]) -> tuple[list[int], list[int] | None]:
    frequencies, positions = zip(*(reader.about["tallies"] for reader in readers), strict=True)
    if len({tally is None for tally in positions}) > 1:
        raise ValueError("a column has positions in all segments of an index or in none")
    high = None if positions[0] is None else np.sum(positions, axis=0).tolist()
    return np.sum(frequencies, axis=0).tolist(), high


def _slabs(
    terms: int, readers: Sequence[TermColumn], numbers: Sequence[NDArray[np.int64]]
) -> Iterator[tuple[int, int]]:
    """Ranges of terms that have about so many postings together."""
    sizes = np.zeros(terms, np.int64)
    for reader, number in zip(readers, numbers, strict=True):
        sizes[number] += reader.document_frequencies(0, len(number))
    ends = np.cumsum(sizes)
    first = 0
    while first < terms:
        before = int(ends[first - 1]) if first else 0
        end = max(first + 1, int(np.searchsorted(ends, before + _SLAB, "right")))
        yield first, end
        first = end


def _part(
    first: int, end: int, source: Source, reader: TermColumn, numbers: NDArray[np.int64]
) -> _Part:
    """What one segment has of a range of terms, without its dead letters."""
    low, high = np.searchsorted(numbers, [first, end]).tolist()
    postings = reader.postings_range(low, high)
    sizes = reader.document_frequencies(low, high)
    frequencies = postings.frequencies.astype(np.int32)
    positions = reader.positions_range(low, high) if reader.has_positions else None
    ids = source.number[postings.ids]
    if len(source.rows) < source.segment.count:
        keep = ids >= 0
        if positions is not None:
            positions = positions[np.repeat(keep, frequencies)]
        sizes = _sums(keep, sizes)
        ids, frequencies = ids[keep], frequencies[keep]
    return _Part(
        term=numbers[low:high] - first,
        sizes=sizes,
        tokens=sizes if positions is None else _sums(frequencies, sizes),
        ids=ids,
        frequencies=frequencies,
        positions=positions,
    )


def _sums(values: NDArray[Any], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The sum of each of neighbouring runs of so many values."""
    sums = offsets_of(values.astype(np.int64))[offsets_of(sizes)]
    return sums[1:] - sums[:-1]


def _append(writer: ColumnWriter, terms: int, parts: Sequence[_Part]) -> NDArray[np.int64]:
    """Write a slab; the answer is how many postings each of its terms has.

    Within a term the postings of one segment follow those of the one before, so the place of each
    is known and nothing needs to be sorted.
    """
    sizes, tokens = np.zeros((2, terms, len(parts)), np.int64)
    for at, part in enumerate(parts):
        sizes[part.term, at] = part.sizes
        tokens[part.term, at] = part.tokens
    postings = _places(sizes, parts)
    ids = _scatter(postings, [part.ids for part in parts])
    frequencies = _scatter(postings, [part.frequencies for part in parts])
    of_positions = [part.positions for part in parts if part.positions is not None]
    positions = _scatter(_places(tokens, parts), of_positions) if of_positions else None
    all_sizes: NDArray[np.int64] = sizes.sum(axis=1)
    writer.append(all_sizes[all_sizes > 0], ids, frequencies, positions)
    return all_sizes


def _places(counts: NDArray[np.int64], parts: Sequence[_Part]) -> list[NDArray[np.int32]]:
    """Where the values of each part go, if each term has so many of each; a slab fits 32 bits."""
    starts = offsets_of(counts.ravel())[:-1].reshape(counts.shape).astype(np.int32)
    return [spread(starts[part.term, at], counts[part.term, at]) for at, part in enumerate(parts)]


def _scatter(
    places: Sequence[NDArray[np.int32]], values: Sequence[NDArray[np.int32]]
) -> NDArray[np.int32]:
    out = np.empty(sum(map(len, values)), np.int32)
    for place, part in zip(places, values, strict=True):
        out[place] = part
    return out
