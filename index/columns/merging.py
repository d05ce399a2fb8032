"""Segments in, one segment out, as if the letters that live had been written at once.

Columns are merged one by one, each in slabs of so many postings, so that memory does not grow with
the postings. What is not tokens is small and merged as a whole.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.columns.builder import KINDS
from index.columns.completions.merge import CompletionsSource, merge_completions
from index.columns.labels import write_ordinals
from index.columns.layout import ArrayWriter, SegmentFile
from index.columns.merge_blobs import merge_blobs
from index.columns.merge_columns import MergedColumn, Source, merge_column
from index.columns.ragged import Ragged, join, write_ragged
from index.columns.rows import NEWNESS
from index.columns.segment import Segment
from index.columns.stems import FORMS, STEMS, write_stems
from index.columns.terms import unite
from index.fields import Column


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
        columns = {
            column: merge_column(writer, column, sources)
            for column in sorted({column for s in sources for column in s.segment.columns})
        }
        if FORMS in columns and any(s.segment.stored_stems for s in sources):
            _merge_stems(writer, sources, columns)
        _merge_values(writer, sources, names)
        completions = _merge_completions(writer, sources)
        count = sum(len(s.rows) for s in sources)
        abouts = {str(column): merged.about for column, merged in columns.items()}
        return writer.finish(
            {"count": count, "columns": abouts, "completions": completions} | names
        )


def _sources(pairs: Sequence[tuple[Segment, NDArray[np.bool_] | None]]) -> list[Source]:
    sources, base = [], 0
    for segment, mask in pairs:
        kept = np.ones(segment.count, bool) if mask is None else mask
        number = np.where(kept, np.cumsum(kept) + (base - 1), -1).astype(np.int32)
        rows = np.flatnonzero(kept)
        base += len(rows)
        sources.append(Source(segment, rows, number))
    return sources


def _names(sources: Sequence[Source]) -> dict[str, list[str]]:
    all_names = [{kind: sorted(s.segment.names(kind)) for kind in KINDS} for s in sources]
    if any(names != all_names[0] for names in all_names):
        raise ValueError(f"the segments of an index have the same names, not {all_names}")
    return all_names[0] if all_names else {kind: [] for kind in KINDS}


def _merge_values(
    writer: ArrayWriter, sources: Sequence[Source], names: dict[str, list[str]]
) -> None:
    for name in names["numbers"]:
        numbers = [s.segment.numbers(name)[s.rows] for s in sources]
        writer.add(f"numbers/{name}", np.concatenate(numbers))
    for name in names["labels"]:
        _merge_labels(writer, name, sources)
    for name in names["ragged"]:
        ragged = [s.segment.ragged(name).take(s.rows) for s in sources]
        write_ragged(writer, f"ragged/{name}", join(ragged))
    for name in names["blobs"]:
        merge_blobs(writer, f"blobs/{name}", [(s.segment.blobs(name), s.rows) for s in sources])


def _merge_completions(writer: ArrayWriter, sources: Sequence[Source]) -> list[str]:
    """Write what can be completed; the answer is the names."""
    names = sorted({name for s in sources for name in s.segment.completion_names})
    for name in names:
        newness = np.concatenate([s.segment.numbers(NEWNESS)[s.rows] for s in sources])
        having = [
            CompletionsSource(s.segment.completions(name), s.number)
            for s in sources
            if name in s.segment.completion_names
        ]
        merge_completions(writer, f"completions/{name}", having, newness)
    return names


def _merge_labels(writer: ArrayWriter, name: str, sources: Sequence[Source]) -> None:
    labels = [s.segment.labels(name) for s in sources]
    union, numbers = unite([label.values.all_terms() for label in labels])
    parts = []
    for source, label, number in zip(sources, labels, numbers, strict=True):
        taken = Ragged(label.offsets, label.ordinals.astype(np.int64)).take(source.rows)
        parts.append(Ragged(taken.offsets, number[taken.values]))
    joined = join(parts)
    used = np.zeros(len(union), bool)
    used[joined.values] = True
    ordinals = Ragged(joined.offsets, (np.cumsum(used) - 1)[joined.values])
    write_ordinals(writer, f"labels/{name}", union.keep(used), ordinals)


def _merge_stems(
    writer: ArrayWriter, sources: Sequence[Source], columns: dict[Column, MergedColumn]
) -> None:
    """Stems whose terms are known by number stay numbers; the few others go by their text."""
    forms, words = columns[FORMS], columns.get(STEMS)
    numbers = np.full(len(forms.terms), -1, np.int32)
    texts: dict[int, str] = {}
    for at, source in enumerate(sources):
        stored = source.segment.stored_stems
        if stored is None:
            continue
        form = forms.numbers[at]
        stem = np.full(len(form), -1, np.int64)
        known = stored.numbers >= 0
        if words is not None:
            stem[known] = words.numbers[at][stored.numbers[known]]
        numbers[form[(form >= 0) & (stem >= 0)]] = stem[(form >= 0) & (stem >= 0)]
        for old in np.flatnonzero((stored.numbers != -1) & (form >= 0) & (stem < 0)).tolist():
            number = int(stored.numbers[old])
            column = source.segment.column(STEMS).terms if number >= 0 else None
            texts[int(form[old])] = column.term(number) if column else stored.missing(number)
    texts = {form: text for form, text in texts.items() if numbers[form] < 0}
    if words is not None:
        numbers[list(texts)] = words.terms.find_all(list(texts.values()))
    write_stems(writer, numbers, {form: text for form, text in texts.items() if numbers[form] < 0})
