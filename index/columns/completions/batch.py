"""The value to write: strings of a batch of letters, each with the letter that it is from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columns.runs import offsets_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionRows:
    """Strings of letters in any order, and where they occur.

    `text` has their bytes, each string ended by a zero, and `sizes` how many each has with it.
    `words` are places in `text` where words start, ascending; the beginning of every string is
    one. Identical strings of one kind become one completion. Of each occurrence: `string` is the
    number of the string, `row` the letter, `place` where in it (its meaning is the caller's),
    `weight` how many letters it stands for. Every string occurs. Strings that are `is_sampled`
    name some of their letters alone, and those that stand for few may be forgotten.
    """

    text: NDArray[np.uint8]
    sizes: NDArray[np.int64]
    kind: NDArray[np.uint8]
    words: NDArray[np.int64]
    string: NDArray[np.int64]
    row: NDArray[np.int32]
    place: NDArray[np.int32]
    weight: NDArray[np.int32]
    is_sampled: bool = False

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def size(self) -> int:
        """The memory held, in bytes; writing takes as much again for a while."""
        return len(self.text) + 9 * len(self) + 8 * len(self.words) + 20 * len(self.row)


def join_rows(batches: Sequence[CompletionRows], firsts: Sequence[int]) -> CompletionRows:
    """All strings of batches; `firsts` are the numbers of the first letter of each batch."""
    begins = offsets_of(np.array([len(batch.text) for batch in batches], np.int64)).tolist()
    before = offsets_of(np.array([len(batch) for batch in batches], np.int64)).tolist()
    return CompletionRows(
        text=_join([batch.text for batch in batches], np.uint8),
        sizes=_join([batch.sizes for batch in batches], np.int64),
        kind=_join([batch.kind for batch in batches], np.uint8),
        words=_join([b.words + at for b, at in zip(batches, begins, strict=False)], np.int64),
        string=_join([b.string + at for b, at in zip(batches, before, strict=False)], np.int64),
        row=_join([b.row + at for b, at in zip(batches, firsts, strict=True)], np.int32),
        place=_join([batch.place for batch in batches], np.int32),
        weight=_join([batch.weight for batch in batches], np.int32),
        is_sampled=any(batch.is_sampled for batch in batches),
    )


def _join(parts: Sequence[NDArray[Any]], dtype: Any) -> NDArray[Any]:
    joined = np.concatenate([np.zeros(0, dtype), *parts])
    return joined.astype(dtype, copy=False)
