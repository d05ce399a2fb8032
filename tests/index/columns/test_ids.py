"""Lists of letter numbers come back in every shape."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.columns.ids import IdsReader, IdsWriter
from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile


def lists_of(count: int) -> list[NDArray[np.int32]]:
    """Lists from one letter to all, and one in which all letters of some blocks are neighbours."""
    random = np.random.default_rng(count)
    sizes = [1, 2, 5, 40, 300, 2000, 9000, 60_000]
    sparse = [random.choice(count, min(size, count), replace=False) for size in sizes]
    crowded = np.arange(min(count, 1000)) + count // 3 * 2 // 256 * 256
    every = [np.arange(count)] if count < 1 << 20 else []
    dense = [np.sort(one).astype(np.int32) for one in [*sparse, crowded % count, *every]]
    return [*dense, *dense[::-1]]


@pytest.mark.parametrize("count", [1, 200, 256, 257, 5000, 65_536, 65_537, 200_000, 1 << 25])
def test_lists_come_back(tmp_path: Path, count: int) -> None:
    lists = lists_of(count)
    sizes = np.array(list(map(len, lists)))
    ends = np.cumsum(sizes)

    with ArrayWriter(tmp_path / "ids") as writer:
        ids = IdsWriter(writer, count)
        ids.append(sizes[:7], np.concatenate(lists[:7]))
        ids.append(sizes[7:], np.concatenate(lists[7:]))
        ids.finish("ids")
        written = writer.finish({})
    reader = IdsReader(ArrayFile(tmp_path / "ids"), "ids", count)

    for number, expected in enumerate(lists):
        found = reader.read(number, int(ends[number] - sizes[number]), int(ends[number]))
        assert np.array_equal(found, expected)
    for first, end in ((0, len(lists)), (3, 9), (5, 6), (4, 4)):
        found = reader.read_range(first, sizes[first:end], int(ends[first] - sizes[first]))
        assert np.array_equal(found, np.concatenate([np.zeros(0, np.int32), *lists[first:end]]))
    assert written.bytes < 3.2 * ends[-1] + 2000
