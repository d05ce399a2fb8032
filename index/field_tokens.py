"""The tokens of all fields of letters, from one analysis of the texts of these letters.

Most of what is in the other fields stands in the text of its letter, where it has been analysed;
the rest is analysed as texts of its own. Either way each value has the tokens that it has alone,
at its place in what `field_text` says. Knows nothing of columns on disk.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from corpus import Letter
from index.analysis import Analysis, Segmenter, TokenColumns, analyse
from index.analysis.stretches import Stretches, join_stretches, stand_alone
from index.fields import FIELDS, Column
from index.values import GAP, placed_values

_TEXT, *_OTHERS = FIELDS


def tokens_of(letters: Sequence[Letter], segmenter: Segmenter) -> dict[Column, TokenColumns]:
    """The tokens of the letters in each column; those of one view share their vocabulary."""
    texts = [letter.searchable for letter in letters]
    stretches, others = _find_values(letters, texts)
    analysis = analyse([*texts, *others], segmenter)
    return dict(_by_column(analysis, stretches, len(letters)))


def _find_values(
    letters: Sequence[Letter], texts: Sequence[str]
) -> tuple[Stretches, Sequence[str]]:
    """The stretches that make fields, and texts besides those of letters that some are all of."""
    said: list[str] = []
    places: list[int] = []  # of each: what is made, where in it, of which text, from where
    for number, part in enumerate(_OTHERS):
        for row, (letter, text) in enumerate(zip(letters, texts, strict=True)):
            made, at = number * len(letters) + row, 0
            for words, first, last in placed_values(letter, part.name):
                if words:
                    said.append(words)
                    places += made, at, row, text.find(words, first, last)
                    at += len(words) + len(GAP)
    made_of, at_of, text_of, start = np.array(places, np.int64).reshape(-1, 4).T
    size = np.fromiter(map(len, said), np.int64, len(said))
    is_alone = stand_alone(texts, text_of, np.maximum(start, 0), start + size) & (start >= 0)
    others = np.flatnonzero(~is_alone)
    start[others] = 0
    text_of[others] = len(texts) + np.arange(len(others))
    return (
        Stretches(made=made_of, at=at_of, text=text_of, start=start, end=start + size),
        [said[at] for at in others.tolist()],
    )


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
    a, b = np.searchsorted(tokens.text, np.array((first, end), np.int32)).tolist()
    return TokenColumns(
        vocabulary=tokens.vocabulary,
        term=tokens.term[a:b],
        text=tokens.text[a:b] - np.int32(first),
        position=tokens.position[a:b],
        start=tokens.start[a:b],
        end=tokens.end[a:b],
    )
