"""Completions, as they are written.

    text, ends          the distinct strings in the order of their bytes, each ended by a zero
    kinds, ranks        of each: its kind, and its place when all are put best first
    least_ranks         the best rank of each block of strings
    words, word_ranks   where words start in `text`, in the order of what follows; the best rank of
                        the strings of each block of them
    offsets, rows, places, weights      the letters of each string, the newest first
    pair_keys, pair_firsts, pair_ends, pair_ranks   see pairs.py

Better is what stands for more letters, then what is in a newer one.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.columns.completions.batch import CompletionRows
from index.columns.completions.best import BLOCK
from index.columns.completions.order import PADDING, sort_strings
from index.columns.completions.pairs import write_pairs
from index.columns.completions.sampling import worthy
from index.columns.layout import ArrayWriter
from index.columns.runs import narrowest, offsets_of, spread

SAMPLES: Final = 4  # letters that are kept of a string that stands for more than are named


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Occurrences of distinct strings, in any order: the number of the string, and as given."""

    label: NDArray[np.int64]
    row: NDArray[np.int32]
    place: NDArray[np.int32]
    weight: NDArray[np.int32]

    def take(self, chosen: NDArray[Any]) -> "_Found":
        return _Found(
            label=self.label[chosen],
            row=self.row[chosen],
            place=self.place[chosen],
            weight=self.weight[chosen],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Occurrences:
    """The letters of strings: those of string `i` are from `offsets[i]` to `offsets[i + 1]`."""

    offsets: NDArray[np.int64]
    row: NDArray[np.int32]
    place: NDArray[np.int32]
    weight: NDArray[np.int64]


def write_completions(
    writer: ArrayWriter, name: str, given: CompletionRows, newness: NDArray[np.int64]
) -> None:
    """Write strings; `newness` is higher for the newer of two letters."""
    number, first = _distinct(given)
    found = _Found(
        label=number[given.string], row=given.row, place=given.place, weight=given.weight
    )
    if given.is_sampled:
        kept = worthy(given, found.label, first, len(newness))
        first, found = first[kept], found.take(kept[found.label])
        found = replace(found, label=(np.cumsum(kept) - 1)[found.label])
    occurrences = _in_order(found, len(first), newness)
    occurrences = _sample(occurrences) if given.is_sampled else _count_once(occurrences)
    text, ends, words = _texts(given, first)
    ranks = _ranks(occurrences, newness)
    order, _ = sort_strings(_padded(text), words)
    words = words[order]
    word_ranks = ranks[np.searchsorted(ends, words, "right") - 1]
    writer.add(f"{name}/text", text)
    writer.add(f"{name}/ends", narrowest(ends))
    writer.add(f"{name}/kinds", given.kind[first])
    writer.add(f"{name}/ranks", ranks)
    writer.add(f"{name}/least_ranks", _block_minima(ranks))
    writer.add(f"{name}/words", narrowest(words))
    writer.add(f"{name}/word_ranks", _block_minima(word_ranks))
    writer.add(f"{name}/offsets", narrowest(occurrences.offsets))
    writer.add(f"{name}/rows", occurrences.row)
    writer.add(f"{name}/places", _narrow(occurrences.place))
    if given.is_sampled:
        writer.add(f"{name}/weights", occurrences.weight.astype(np.uint32))
    write_pairs(writer, name, _padded(text), words, word_ranks)


def _distinct(given: CompletionRows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The number of each string among the distinct ones in order, and the first one of each."""
    order, fresh = sort_strings(_padded(given.text), offsets_of(given.sizes)[:-1])
    group = np.empty(len(order), np.int64)
    group[order] = np.cumsum(fresh)
    _, first, number = np.unique(group << 8 | given.kind, return_index=True, return_inverse=True)
    return number, first


def _in_order(found: _Found, count: int, newness: NDArray[np.int64]) -> _Occurrences:
    """The letters of each string, each once, the newest first."""
    order = np.lexsort((found.place, found.row, -newness[found.row], found.label))
    found = found.take(order)
    once = np.ones(len(order), bool)
    once[1:] = (np.diff(found.label) != 0) | (np.diff(found.row) != 0)
    heads = np.flatnonzero(once)
    sums = offsets_of(found.weight.astype(np.int64))
    weight = sums[np.append(heads[1:], len(order))[: len(heads)]] - sums[heads]
    found = found.take(heads)
    return _Occurrences(
        offsets=offsets_of(np.bincount(found.label, minlength=count)),
        row=found.row,
        place=found.place,
        weight=weight,
    )


def _count_once(every: _Occurrences) -> _Occurrences:
    return replace(every, weight=np.ones(len(every.row), np.int64))


def _sample(every: _Occurrences) -> _Occurrences:
    """A few of the letters of each string, which share its whole weight."""
    counts = np.diff(every.offsets)
    sums = offsets_of(every.weight)[every.offsets]
    weights = sums[1:] - sums[:-1]
    fewer = np.minimum(counts, SAMPLES)
    chosen = spread(every.offsets[:-1], fewer)
    offsets = offsets_of(fewer)
    share = np.repeat(weights // fewer, fewer)
    share[offsets[:-1]] += weights % fewer
    return _Occurrences(
        offsets=offsets, row=every.row[chosen], place=every.place[chosen], weight=share
    )


def _texts(
    given: CompletionRows, first: NDArray[np.int64]
) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.int64]]:
    """The bytes of the distinct strings, where each begins and ends, and where words start."""
    begins, sizes = offsets_of(given.sizes)[:-1][first], given.sizes[first]
    ends = offsets_of(sizes)
    from_word = np.searchsorted(given.words, begins)
    counts = np.searchsorted(given.words, begins + sizes) - from_word
    moved = np.repeat(ends[:-1] - begins, counts)
    words = given.words[spread(from_word, counts)] + moved
    return given.text[spread(begins, sizes)], ends, words


def _ranks(occurrences: _Occurrences, newness: NDArray[np.int64]) -> NDArray[np.uint32]:
    starts = occurrences.offsets[:-1]
    weights = offsets_of(occurrences.weight)[occurrences.offsets]
    newest = newness[occurrences.row[starts]]
    order = np.lexsort((-newest, -(weights[1:] - weights[:-1])))
    ranks = np.empty(len(order), np.uint32)
    ranks[order] = np.arange(len(order), dtype=np.uint32)
    return ranks


def _block_minima(ranks: NDArray[np.uint32]) -> NDArray[np.uint32]:
    if not len(ranks):
        return ranks
    minima: NDArray[np.uint32] = np.minimum.reduceat(ranks, np.arange(0, len(ranks), BLOCK))
    return minima


def _narrow(values: NDArray[np.int32]) -> NDArray[Any]:
    fits = int(values.max(initial=0)) < 1 << 16
    return values.astype(np.uint16 if fits else np.uint32)


def _padded(text: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.concatenate([text, np.zeros(PADDING, np.uint8)])
