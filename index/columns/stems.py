"""From the words of the text to their stems: which terms of text.W the terms of text.U belong to.

A number of 0 or more is a term of text.W, -1 means no stem. A stem that text.W has not got is kept
all the same, since the segment may be merged with one that has it: -2 is the first of these.
"""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.tokens import View
from index.columns.layout import ArrayWriter
from index.columns.lexicon import Lexicon, write_lexicon
from index.columns.mapped import ArrayFile
from index.columns.terms import Terms, decode, encode, sorted_terms_of
from index.fields import Column

FORMS: Final = Column("text", View.UNITS)
STEMS: Final = Column("text", View.WORDS)
_WITHOUT_ENDINGS: Final = encode("\u2e80")  # scripts from here on have no words with endings


def stems_of(forms: Terms, stem: Callable[[str], str]) -> dict[int, str]:
    """The stem of each form that is a word of letters, by the number of the form."""
    words = ((number, decode(raw)) for number, raw in enumerate(forms) if raw < _WITHOUT_ENDINGS)
    return {number: stem(word) for number, word in words if word[:1].isalpha()}


def write_stems(
    writer: ArrayWriter, numbers: NDArray[np.int32], missing: Mapping[int, str]
) -> None:
    """Write the numbers of stems; `missing` has the stems of forms whose stem has no number."""
    stems = sorted(set(missing.values()))
    place = {stem: at for at, stem in enumerate(stems)}
    for form, stem in missing.items():
        numbers[form] = -2 - place[stem]
    writer.add("stems", numbers)
    write_lexicon(writer, "stems/missing", sorted_terms_of(stems))


class Stems:
    """The stems of a segment."""

    __slots__ = ("_missing", "numbers")

    def __init__(self, file: ArrayFile) -> None:
        self.numbers: NDArray[np.int32] = file.array("stems").all()
        self._missing = Lexicon(file, "stems/missing")

    def missing(self, number: int) -> str:
        """The stem of a number below -1."""
        return self._missing.term(-2 - number)
