"""Merging blobs: frames are copied as they are, with the dictionaries they were made with.

Frames are made anew only where that keeps dictionaries few, or where frames without a dictionary
have become enough to be worth one.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import zstandard
from numpy.typing import NDArray

from index.columns.blobs import Blobs, BlobsWriter
from index.columns.dictionaries import LEAST, compressor, train
from index.columns.layout import ArrayWriter

_MOST: Final = 8  # dictionaries of a segment: each thread that reads holds all that it meets
_SAMPLES: Final = 500  # blobs to train on

Source = tuple[Blobs, NDArray[np.int64]]  # blobs, and the rows to keep


def merge_blobs(writer: ArrayWriter, name: str, sources: Sequence[Source]) -> None:
    """Write the blobs of the rows to keep, source by source."""
    dictionaries, maps = _choose(sources)
    out = BlobsWriter(writer)
    repacker = compressor(zstandard.ZstdCompressionDict(dictionaries[0])) if dictionaries else None
    for (blobs, rows), of_dictionary in zip(sources, maps, strict=True):
        by = of_dictionary[blobs.by[rows]]
        repacked = (by == 0) if repacker else np.zeros(len(rows), bool)
        sizes = blobs.sizes[rows]
        for first, end in _runs(rows, repacked):
            if repacker and repacked[first]:
                frames = [repacker.compress(blobs[row]) for row in rows[first:end].tolist()]
                out.append_frames(frames, 1)
            else:
                data = blobs.frames(int(rows[first]), int(rows[end - 1]) + 1)
                out.append(data, sizes[first:end], by[first:end])
    out.finish(name, dictionaries)


def _choose(sources: Sequence[Source]) -> tuple[list[bytes], list[NDArray[np.uint8]]]:
    """The dictionaries to keep, the most used first, and the new number of each source's own.

    The number is 0 for frames without a dictionary and for those of one that is not kept.
    """
    used: dict[bytes, int] = {}
    plain = 0
    for blobs, rows in sources:
        size = np.bincount(blobs.by[rows], blobs.sizes[rows], len(blobs.dictionaries) + 1)
        plain += int(size[0])
        for raw, bytes_of in zip(blobs.dictionaries, size[1:].tolist(), strict=True):
            used[raw] = used.get(raw, 0) + int(bytes_of)
    kept = sorted((raw for raw in used if used[raw]), key=lambda raw: -used[raw])[:_MOST]
    if not kept and plain >= LEAST:
        dictionary = train(_samples(sources), plain)
        kept = [dictionary.as_bytes()] if dictionary else []
    number = {raw: at for at, raw in enumerate(kept, 1)}
    maps = [
        np.array([0, *(number.get(raw, 0) for raw in blobs.dictionaries)], np.uint8)
        for blobs, _ in sources
    ]
    return kept, maps


def _samples(sources: Sequence[Source]) -> list[bytes]:
    """Some blobs of all sources, evenly spaced."""
    total = sum(len(rows) for _, rows in sources)
    step = max(1, total // _SAMPLES)
    return [blobs[row] for blobs, rows in sources for row in rows[::step].tolist()]


def _runs(rows: NDArray[np.int64], repacked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Runs of neighbouring rows that are treated alike, as places in `rows`."""
    if not len(rows):
        return []
    cuts = np.flatnonzero((np.diff(rows) != 1) | (repacked[1:] != repacked[:-1])) + 1
    bounds = [0, *cuts.tolist(), len(rows)]
    return list(pairwise(bounds))
