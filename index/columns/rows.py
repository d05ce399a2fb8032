"""The value to write: a batch of letters as columns. Knows nothing of files or encodings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis.tokens import TokenColumns
from index.fields import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A batch of `count` letters; every sequence below has one entry a letter.

    `tokens`: `TokenColumns.text` is the row within the batch. `numbers`: one a letter.
    `labels`: any number of strings a letter. `ragged`: any number of integers a letter.
    `blobs`: bytes that are kept compressed.
    """

    count: int
    tokens: Mapping[Column, TokenColumns]
    numbers: Mapping[str, NDArray[np.int64]]
    labels: Mapping[str, Sequence[tuple[str, ...]]]
    ragged: Mapping[str, Sequence[Sequence[int]]]
    blobs: Mapping[str, Sequence[bytes]]
