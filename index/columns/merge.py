"""Segments in, one segment out, as if the letters that live had been written at once.

Terms are taken in slabs of so many postings, so that memory does not grow with the segments.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columns.blobs import write_blobs
from index.columns.column import TermColumn, write_lengths
from index.columns.labels import write_ordinals
from index.columns.layout import ArrayWriter, SegmentFile
from index.columns.lexicon import write_lexicon
from index.columns.positions import PositionsWriter, spread
from index.columns.postings import PostingsWriter
from index.columns.ragged import Ragged, join, write_ragged
from index.columns.segment import Segment
from index.columns.stems import FORMS, STEMS, write_stems
from index.fields import Column

_SLAB = 1 << 20  # postings at a time


@dataclass(frozen=True, slots=True)
class _Source:
    """A segment to merge: its live letters, and the new number of each letter (-1: dead)."""

    segment: Segment
    rows: NDArray[np.int64]
    number: NDArray[np.int32]


def merge(
    segments: Sequence[Segment], live: Sequence[NDArray[np.bool_] | None], path: Path
) -> SegmentFile:
    """Write the live letters of segments, in their order, as one segment.

    `live` has a mask for each segment, None where all live. Terms and labels that no letter has
    any more are dropped. ValueError if segments that have letters differ in their names.
    """
    pairs = list(zip(segments, live, strict=True))
    sources = _sources([pair for pair in pairs if pair[0].count] or pairs[:1])
    names = _names(sources)
    with ArrayWriter(path) as writer:
        columns, maps = {}, {}
        for column in sorted({column for s in sources for column in s.segment.columns}):
            columns[str(column)], maps[column] = _merge_column(writer, column, sources)
        _merge_stems(writer, sources, maps)
        for name in names["numbers"]:
            parts = [s.segment.numbers(name)[s.rows] for s in sources]
            writer.add(f"numbers/{name}", np.concatenate(parts))
        for name in names["labels"]:
            _merge_labels(writer, name, sources)
        for name in names["ragged"]:
            ragged = [s.segment.ragged(name).take(s.rows) for s in sources]
            write_ragged(writer, f"ragged/{name}", join(ragged))
        for name in names["blobs"]:
            blobs = [(s.segment.blobs(name), row) for s in sources for row in s.rows.tolist()]
            write_blobs(writer, f"blobs/{name}", [bytes(of.frame(row)) for of, row in blobs])
        count = sum(len(s.rows) for s in sources)
        return writer.finish({"count": count, "columns": columns} | names)


def _sources(pairs: Sequence[tuple[Segment, NDArray[np.bool_] | None]]) -> list[_Source]:
    sources, base = [], 0
    for segment, mask in pairs:
        kept = np.ones(segment.count, bool) if mask is None else mask
        number = np.where(kept, np.cumsum(kept) + (base - 1), -1).astype(np.int32)
        rows = np.flatnonzero(kept)
        base += len(rows)
        sources.append(_Source(segment, rows, number))
    return sources


def _names(sources: Sequence[_Source]) -> dict[str, list[str]]:
    kinds = ("numbers", "labels", "ragged", "blobs")
    all_names = [{k: list(s.segment.names(k)) for k in kinds} for s in sources]
    if any(sorted(n[k]) != sorted(all_names[0][k]) for n in all_names for k in kinds):
        raise ValueError(f"segments of one index must have the same names, not {all_names}")
    return all_names[0] if all_names else {kind: [] for kind in kinds}


@dataclass(frozen=True, slots=True)
class _Terms:
    """The new terms of a column, and the new number of each source's terms (-1: dropped)."""

    terms: list[bytes]
    numbers: list[NDArray[np.int64]]


def _merge_column(
    writer: ArrayWriter, column: Column, sources: Sequence[_Source]
) -> tuple[dict[str, Any], _Terms]:
    having = [s for s in sources if column in s.segment.columns]
    readers = [s.segment.column(column) for s in having]
    union = _union([list(reader.terms.all_bytes()) for reader in readers])
    positions = any(reader.positions_reader is not None for reader in readers)
    name, count = str(column), sum(len(s.rows) for s in sources)
    postings = PostingsWriter(writer)
    keeper = PositionsWriter(writer) if positions else None
    lengths = np.zeros(count, np.int64)
    kept = np.zeros(len(union.terms), bool)
    for first, end in _slabs(union, readers):
        slab = _gather(first, end, union, having, readers)
        sizes = np.bincount(slab.term, minlength=end - first)
        kept[first:end] = sizes > 0
        postings.append(sizes[sizes > 0], slab.ids, slab.frequencies)
        if keeper is not None:
            tokens = np.bincount(slab.term, slab.frequencies, end - first).astype(np.int64)
            keeper.append(tokens[sizes > 0], slab.positions)
        lengths += np.bincount(slab.ids, slab.frequencies, count).astype(np.int64)
    postings.finish(name)
    if keeper is not None:
        keeper.finish(name)
    terms = [union.terms[number] for number in np.flatnonzero(kept).tolist()]
    write_lexicon(writer, f"{name}/terms", terms)
    about = write_lengths(writer, name, lengths, positions=positions)
    new = np.where(kept, np.cumsum(kept) - 1, -1)
    by_segment = dict(zip((id(s) for s in having), union.numbers, strict=True))
    none = np.zeros(0, np.int64)
    return about, _Terms(terms, [new[by_segment.get(id(s), none)] for s in sources])


def _union(lexicons: Sequence[Sequence[bytes]]) -> _Terms:
    terms = sorted(set().union(*lexicons))
    number = {term: at for at, term in enumerate(terms)}
    return _Terms(
        terms,
        [np.fromiter(map(number.__getitem__, lex), np.int64, len(lex)) for lex in lexicons],
    )


def _slabs(union: _Terms, readers: Sequence[TermColumn]) -> Iterator[tuple[int, int]]:
    """Ranges of terms that have about so many postings together."""
    sizes = np.zeros(len(union.terms), np.int64)
    for reader, numbers in zip(readers, union.numbers, strict=True):
        sizes[numbers] += reader.postings_reader.sizes(0, len(numbers))
    ends = np.cumsum(sizes)
    first = 0
    while first < len(ends):
        before = int(ends[first - 1]) if first else 0
        end = max(first + 1, int(np.searchsorted(ends, before + _SLAB, "right")))
        yield first, end
        first = end


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slab:
    """Postings of a range of terms, sorted: `term` counts from the first of the range."""

    term: NDArray[np.int64]
    ids: NDArray[np.int32]
    frequencies: NDArray[np.int64]
    positions: NDArray[np.int64]


def _gather(
    first: int,
    end: int,
    union: _Terms,
    sources: Sequence[_Source],
    readers: Sequence[TermColumn],
) -> _Slab:
    parts = [
        _part(first, end, numbers, source, reader)
        for numbers, source, reader in zip(union.numbers, sources, readers, strict=True)
    ]
    term = np.concatenate([part.term for part in parts])
    order = np.argsort(term, kind="stable")
    frequencies = np.concatenate([part.frequencies for part in parts])
    positions = np.concatenate([part.positions for part in parts])
    if len(positions):
        starts = (np.cumsum(frequencies) - frequencies)[order]
        positions = positions[spread(starts, frequencies[order])]
    ids = np.concatenate([part.ids for part in parts])[order]
    return _Slab(term=term[order], ids=ids, frequencies=frequencies[order], positions=positions)


def _part(
    first: int, end: int, numbers: NDArray[np.int64], source: _Source, reader: TermColumn
) -> _Slab:
    """What one segment has of a range of terms, without its dead letters."""
    low, high = np.searchsorted(numbers, [first, end]).tolist()
    postings = reader.postings_range(low, high)
    frequencies = postings.frequencies.astype(np.int64)
    sizes = reader.postings_reader.sizes(low, high)
    ids = source.number[postings.ids]
    keep = ids >= 0
    positions = np.zeros(0, np.int64)
    if reader.positions_reader is not None:
        positions = reader.positions_reader.read_range(low, high)[np.repeat(keep, frequencies)]
    return _Slab(
        term=np.repeat(numbers[low:high] - first, sizes)[keep],
        ids=ids[keep],
        frequencies=frequencies[keep],
        positions=positions,
    )


def _merge_labels(writer: ArrayWriter, name: str, sources: Sequence[_Source]) -> None:
    labels = [s.segment.labels(name) for s in sources]
    union = _union([label.values.all_bytes() for label in labels])
    parts = []
    for source, label, numbers in zip(sources, labels, union.numbers, strict=True):
        taken = Ragged(label.offsets, label.ordinals.astype(np.int64)).take(source.rows)
        parts.append(Ragged(taken.offsets, numbers[taken.values]))
    joined = join(parts)
    used = np.zeros(len(union.terms), bool)
    used[joined.values] = True
    values = [union.terms[number] for number in np.flatnonzero(used).tolist()]
    ordinals = Ragged(joined.offsets, (np.cumsum(used) - 1)[joined.values])
    write_ordinals(writer, f"labels/{name}", values, ordinals)


def _merge_stems(
    writer: ArrayWriter, sources: Sequence[_Source], maps: dict[Column, _Terms]
) -> None:
    """Stems whose terms are known by number stay numbers; the few others go by their text."""
    if FORMS not in maps or all(s.segment.stored_stems is None for s in sources):
        return
    forms = maps[FORMS]
    words = maps.get(STEMS, _Terms([], [np.zeros(0, np.int64)] * len(sources)))
    numbers = np.full(len(forms.terms), -1, np.int32)
    texts: dict[int, str] = {}
    for at, source in enumerate(sources):
        stored = source.segment.stored_stems
        if stored is None:
            continue
        form = forms.numbers[at]
        for old in np.flatnonzero((stored.numbers != -1) & (form >= 0)).tolist():
            stem = int(stored.numbers[old])
            new = int(words.numbers[at][stem]) if stem >= 0 else -1
            if new >= 0:
                numbers[form[old]] = new
            else:
                terms = source.segment.column(STEMS).terms if stem >= 0 else None
                texts[int(form[old])] = terms.term(stem) if terms else stored.missing(stem)
    texts = {form: text for form, text in texts.items() if numbers[form] < 0}
    known = [term.decode("utf-8", "surrogatepass") for term in words.terms] if texts else []
    write_stems(writer, numbers, texts, known)
