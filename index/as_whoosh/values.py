"""One value a letter, for sorting and for hits, as Whoosh column readers."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from index.as_whoosh.schema import to_bytes
from index.as_whoosh.stock import columns
from index.columns import Labels


class LabelValues(columns.ColumnReader):  # type: ignore[misc]
    """The first value of a label, as bytes; b"" for letters that have none."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels

    def __len__(self) -> int:
        return len(self._labels.offsets) - 1

    def __getitem__(self, docnum: int) -> bytes:
        values = self._labels.of(docnum)
        return to_bytes(values[0]) if values else b""

    def __iter__(self) -> Iterator[bytes]:
        return (self[docnum] for docnum in range(len(self)))


class NumberValues(columns.ColumnReader):  # type: ignore[misc]
    """A number a letter, 0 for none; letters that have none are sorted last either way."""

    def __init__(self, numbers: NDArray[np.int64]) -> None:
        self._numbers = numbers
        self._reverse = False

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, docnum: int) -> int:
        return int(self._numbers[docnum])

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers.tolist())

    def set_reverse(self) -> None:
        """Let sort keys descend with the numbers."""
        self._reverse = True

    def sort_key(self, docnum: int) -> float:
        """What the letter is sorted by."""
        number = self[docnum]
        if not number:
            return math.inf
        return -number if self._reverse else number
