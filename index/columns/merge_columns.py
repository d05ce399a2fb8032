"""Merging one column of several segments, in slabs of neighbouring terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.columns.column import ColumnWriter, TermColumn
from index.columns.layout import ArrayWriter
from index.columns.runs import spread
from index.columns.segment import Segment
from index.columns.terms import Terms, unite
from index.fields import Column

_SLAB: Final = 1 << 20  # postings at a time: some 60 MB with their positions


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
class _Slab:
    """Postings of a range of terms: `term` counts from the first of the range."""

    term: NDArray[np.int64]
    ids: NDArray[np.int32]
    frequencies: NDArray[np.int32]
    positions: NDArray[np.int32] | None


def merge_column(writer: ArrayWriter, column: Column, sources: Sequence[Source]) -> MergedColumn:
    """Write the live postings of a column."""
    having = [s if column in s.segment.columns else None for s in sources]
    readers = [s.segment.column(column) for s in having if s is not None]
    union, numbers = unite([reader.terms.all_terms() for reader in readers])
    count = sum(len(s.rows) for s in sources)
    frequencies, positions = _tallies(readers)
    column_writer = ColumnWriter(
        writer, column, count=count, frequencies=frequencies, positions=positions
    )
    parts = list(zip([s for s in having if s], readers, numbers, strict=True))
    lengths = np.zeros(count, np.int64)
    kept = np.zeros(len(union), bool)
    for first, end in _slabs(len(union), readers, numbers):
        slab = _join([_part(first, end, *part) for part in parts])
        sizes = np.bincount(slab.term, minlength=end - first)
        kept[first:end] = sizes > 0
        column_writer.append(sizes[sizes > 0], slab.ids, slab.frequencies, slab.positions)
        lengths += np.bincount(slab.ids, slab.frequencies, count).astype(np.int64)
    terms = union.keep(kept)
    new = np.where(kept, np.cumsum(kept) - 1, -1)
    given = iter(numbers)
    by_source = [new[next(given)] if s else np.zeros(0, np.int64) for s in having]
    return MergedColumn(column_writer.finish(terms, lengths), terms, by_source)


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
) -> _Slab:
    """What one segment has of a range of terms, without its dead letters."""
    low, high = np.searchsorted(numbers, [first, end]).tolist()
    postings = reader.postings_range(low, high)
    term = np.repeat(numbers[low:high] - first, reader.document_frequencies(low, high))
    frequencies = postings.frequencies.astype(np.int32)
    positions = reader.positions_range(low, high) if reader.has_positions else None
    ids = source.number[postings.ids]
    keep = ids >= 0
    if keep.all():
        return _Slab(term=term, ids=ids, frequencies=frequencies, positions=positions)
    if positions is not None:
        positions = positions[np.repeat(keep, frequencies)]
    return _Slab(term=term[keep], ids=ids[keep], frequencies=frequencies[keep], positions=positions)


def _join(parts: Sequence[_Slab]) -> _Slab:
    """The postings of all segments in the order of terms and, within them, of letters."""
    if len(parts) == 1:
        return parts[0]
    term = np.concatenate([part.term for part in parts])
    order = np.argsort(term, kind="stable")
    frequencies = np.concatenate([part.frequencies for part in parts])
    positions = None
    kept = [part.positions for part in parts if part.positions is not None]
    if kept:
        starts = np.cumsum(frequencies, dtype=np.int64) - frequencies
        positions = np.concatenate(kept)[spread(starts[order], frequencies[order])]
    return _Slab(
        term=term[order],
        ids=np.concatenate([part.ids for part in parts])[order],
        frequencies=frequencies[order],
        positions=positions,
    )
