"""From a stem to the words of a collection that have it, for finding them again in a text."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.analysis import View
from index.columns import Segment
from index.fields import Column

_STEMS = Column("text", View.WORDS)
_FORMS = Column("text", View.UNITS)


class SurfaceForms:
    """The forms of every stem of one segment; sorted when the first is asked for."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def of(self, stem: str) -> Iterator[str]:
        """The folded words of letters that have a stem, in the order of their numbers."""
        stems, forms = self._segment.column(_STEMS), self._segment.column(_FORMS)
        number = -1 if stems is None else stems.terms.find(stem)
        if number < 0 or forms is None:
            return
        order, ordered = self._by_stem
        sought = np.array([number, number + 1], ordered.dtype)  # else all would be converted
        first, end = np.searchsorted(ordered, sought).tolist()
        yield from (forms.terms.term(form) for form in order[first:end].tolist())

    @cached_property
    def _by_stem(self) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        stems = self._segment.stems
        order = np.argsort(stems, kind="stable")
        return order, stems[order]
