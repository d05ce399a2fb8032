"""From the words of the text to their stems: which terms of text.W the terms of text.U belong to.

A number of 0 or more is a term of text.W, -1 means no stem. A stem that text.W has not got is kept
all the same, since the segment may be merged with one that has it: -2 is the first of these.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.tokens import View
from index.columns.layout import ArrayWriter
from index.columns.lexicon import Lexicon, encode, write_lexicon
from index.columns.mapped import ArrayFile
from index.fields import Column

FORMS: Final = Column("text", View.UNITS)
STEMS: Final = Column("text", View.WORDS)
_HAN_AND_KIN: Final = "\u2e80"  # scripts from here on are not written in words with endings


def stems_of(forms: Sequence[str], stem: Callable[[str], str]) -> dict[int, str]:
    """The stem of each form that is a word of letters, by the number of the form."""
    return {
        number: stem(form)
        for number, form in enumerate(forms)
        if form[:1].isalpha() and form < _HAN_AND_KIN
    }


def write_stems(
    writer: ArrayWriter, numbers: NDArray[np.int32], stems: Mapping[int, str], words: Sequence[str]
) -> None:
    """Write the numbers of stems; those of `stems` are looked up in the sorted `words` first."""
    known = {word: number for number, word in enumerate(words)} if stems else {}
    missing = sorted({stem for stem in stems.values() if stem not in known})
    known.update({stem: -2 - at for at, stem in enumerate(missing)})
    for form, stem in stems.items():
        numbers[form] = known[stem]
    writer.add("stems", numbers)
    write_lexicon(writer, "stems/missing", list(map(encode, missing)))


class Stems:
    """The stems of a segment."""

    __slots__ = ("_missing", "numbers")

    def __init__(self, file: ArrayFile) -> None:
        self.numbers: NDArray[np.int32] = file.array("stems").all()
        self._missing = Lexicon(file, "stems/missing")

    def missing(self, number: int) -> str:
        """The stem of a number below -1."""
        return self._missing.term(-2 - number)
