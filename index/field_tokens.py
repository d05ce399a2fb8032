"""The tokens of all fields of letters, from one analysis of the texts of these letters.

Most of what is in the other fields stands in the text of its letter, where it has been analysed;
the rest is analysed as texts of its own. Either way each value has the tokens that it has alone,
at its place in what `field_text` says. Knows nothing of columns on disk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from corpus import Letter
from index.analysis import Analysis, Segmenter, TokenColumns, analyse
from index.analysis.stretches import Stretches, join_stretches, stands_alone
from index.fields import FIELDS, Column
from index.values import GAP, placed_values

_TEXT, *_OTHERS = FIELDS


def tokens_of(letters: Sequence[Letter], segmenter: Segmenter) -> dict[Column, TokenColumns]:
    """The tokens of the letters in each column; those of one view share their vocabulary."""
    sources = _Sources([letter.searchable for letter in letters])
    for number, part in enumerate(_OTHERS):
        for row, letter in enumerate(letters):
            sources.add(letter, part.name, row=row, made=number * len(letters) + row)
    analysis = analyse(sources.texts, segmenter)
    return dict(_by_column(analysis, sources.stretches(), len(letters)))


@dataclass(slots=True)
class _Sources:
    """Texts to analyse, those of letters first, and the stretches of them that make fields."""

    texts: list[str]
    rows: list[tuple[int, int, int, int, int]] = field(default_factory=list)

    def add(self, letter: Letter, name: str, *, row: int, made: int) -> None:
        """Take a field of the letter whose text has the number `row`."""
        text, at = self.texts[row], 0
        for words, first, last in placed_values(letter, name):
            if not words:
                continue
            start, size = text.find(words, first, last), len(words)
            if start >= 0 and stands_alone(text, start, start + size):
                self.rows.append((made, at, row, start, start + size))
            else:
                self.rows.append((made, at, len(self.texts), 0, size))
                self.texts.append(words)
            at += size + len(GAP)

    def stretches(self) -> Stretches:
        made, at, text, start, end = np.array(self.rows, np.int64).reshape(-1, 5).T
        return Stretches(made=made, at=at, text=text, start=start, end=end)


def _by_column(
    analysis: Analysis, stretches: Stretches, count: int
) -> Iterator[tuple[Column, TokenColumns]]:
    """`count` letters have the first texts; field after field is made of the stretches."""
    for view, tokens in join_stretches(analysis, stretches).items():
        if view in _TEXT.views:
            yield Column(_TEXT.name, view), _rows(analysis.view(view), 0, count)
        for number, part in enumerate(_OTHERS):
            if view in part.views:
                yield Column(part.name, view), _rows(tokens, number * count, (number + 1) * count)


def _rows(tokens: TokenColumns, first: int, end: int) -> TokenColumns:
    """The tokens of some texts, which are numbered from 0."""
    a, b = np.searchsorted(tokens.text, (first, end)).tolist()
    return TokenColumns(
        vocabulary=tokens.vocabulary,
        term=tokens.term[a:b],
        text=tokens.text[a:b] - np.int32(first),
        position=tokens.position[a:b],
        start=tokens.start[a:b],
        end=tokens.end[a:b],
    )
