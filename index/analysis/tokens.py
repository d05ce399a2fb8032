"""The values of analysis: tokens of three views, in arrays. Knows nothing of letters or fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray


class View(StrEnum):
    """How a text is cut into terms. Every text is seen in all three views."""

    WORDS = "W"  # words of Han runs, stems of Latin words, numbers, joined forms such as covid19
    BIGRAMS = "B"  # two neighbouring Han characters
    UNITS = "U"  # each Han character, each Latin word as written, each number

    __hash__ = str.__hash__  # that of enumerations is not native, and views are parts of keys


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenColumns:
    """Tokens of one view of a batch of texts, in ascending order of text and position.

    The arrays are parallel, one row a token. `term` numbers a term of `vocabulary`, `text` the
    text of the batch. `position` counts units of the text from 0 and skips one at each end of a
    sentence; a token of several units has the position of its first. `start` and `end` are code
    points of the text as it was given, end exclusive.
    """

    vocabulary: Sequence[str]
    term: NDArray[np.int32]
    text: NDArray[np.int32]
    position: NDArray[np.int32]
    start: NDArray[np.int32]
    end: NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All three views of a batch of texts."""

    words: TokenColumns
    bigrams: TokenColumns
    units: TokenColumns

    def view(self, view: View) -> TokenColumns:
        """The columns of one view."""
        return {View.WORDS: self.words, View.BIGRAMS: self.bigrams, View.UNITS: self.units}[view]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token of one text, for the few that a query has; offsets as in `TokenColumns`."""

    term: str
    view: View
    position: int
    start: int
    end: int
    is_han: bool
