"""The value to write: a batch of letters as columns. Knows nothing of files or encodings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.tokens import TokenColumns
from index.columns.completions.batch import CompletionRows
from index.fields import Column

NEWNESS: Final = "date_first"  # the number of a letter by which one is newer than another


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A batch of `count` letters; every sequence below has one entry a letter.

    `tokens`: `TokenColumns.text` is the row within the batch. `numbers`: one a letter.
    `labels`: any number of strings a letter. `ragged`: any number of integers a letter.
    `blobs`: bytes that are kept compressed. `completions` are strings that can be completed, each
    with the row of its letter, newer if the number NEWNESS of that is higher.
    """

    count: int
    tokens: Mapping[Column, TokenColumns]
    numbers: Mapping[str, NDArray[np.int64]]
    labels: Mapping[str, Sequence[tuple[str, ...]]]
    ragged: Mapping[str, Sequence[Sequence[int]]]
    blobs: Mapping[str, Sequence[bytes]]
    completions: Mapping[str, CompletionRows] = field(default_factory=dict)
