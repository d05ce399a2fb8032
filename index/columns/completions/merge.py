"""Completions of several segments made one: the strings that live letters have, written anew."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.columns.completions.batch import CompletionRows, join_rows
from index.columns.completions.reading import Completions
from index.columns.completions.writing import write_completions
from index.columns.layout import ArrayWriter
from index.columns.runs import spread


@dataclass(frozen=True, slots=True)
class CompletionsSource:
    """Completions of one segment, and the new number of each of its letters (-1: dead)."""

    completions: Completions
    number: NDArray[np.int32]


def merge_completions(
    writer: ArrayWriter,
    name: str,
    sources: Sequence[CompletionsSource],
    newness: NDArray[np.int64],
) -> None:
    """Write the live strings; `newness` is that of the letters by their new numbers."""
    batches = [_live(source) for source in sources]
    write_completions(writer, name, join_rows(batches, [0] * len(batches)), newness)


def _live(source: CompletionsSource) -> CompletionRows:
    """The strings of a segment that live letters have."""
    found, all_of = source.completions, source.completions.all_occurrences()
    row = source.number[all_of.rows]
    kept = np.flatnonzero(row >= 0)
    counts = all_of.offsets[1:] - all_of.offsets[:-1]
    label = np.repeat(np.arange(len(counts)), counts)[kept]
    is_used = np.zeros(len(counts), bool)
    is_used[label] = True
    used = np.flatnonzero(is_used)
    begins, sizes = found.begins[used], found.sizes[used]
    ascending = np.sort(found.words).astype(np.int64)
    from_word = np.searchsorted(ascending, begins)
    word_counts = np.searchsorted(ascending, begins + sizes) - from_word
    moved = np.repeat(np.cumsum(sizes) - sizes - begins, word_counts)
    return CompletionRows(
        text=found.text[spread(begins, sizes)],
        sizes=sizes,
        kind=found.kinds[used],
        words=ascending[spread(from_word, word_counts)] + moved,
        string=(np.cumsum(is_used) - 1)[label],
        row=row[kept],
        place=all_of.places[kept].astype(np.int32),
        weight=all_of.weights[kept].astype(np.int32),
        is_sampled=found.is_sampled,
    )
