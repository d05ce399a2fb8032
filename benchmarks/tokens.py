"""A collection as the words of its letters: what every engine is given, and what queries are of.

Words are those of the project's own analysis, so that all engines index the same tokens.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.letters import Draft
from index.analysis import Segmenter, analyse

BATCH = 500  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of letters: letter `n` has `term[ends[n] : ends[n + 1]]`, numbers of `vocabulary`.

    `surface` is a form in which a word of the vocabulary was written. `frequency` counts the
    letters that have a word. `languages`, `genres` and `dates` (YYYYMMDD) have an entry a letter.
    """

    vocabulary: list[str]
    surface: list[str]
    term: NDArray[np.int32]
    ends: NDArray[np.int64]
    frequency: NDArray[np.int64]
    languages: list[tuple[str, ...]]
    genres: list[str]
    dates: list[int]
    bytes: int

    def __len__(self) -> int:
        return len(self.ends) - 1

    def of(self, letter: int) -> NDArray[np.int32]:
        """The words of one letter, in their order."""
        return self.term[self.ends[letter] : self.ends[letter + 1]]

    def lines(self) -> Iterator[str]:
        """Each letter as its words with spaces between them."""
        for first, end in pairwise(self.ends.tolist()):
            yield " ".join([self.vocabulary[term] for term in self.term[first:end].tolist()])

    def joined(self) -> list[list[str]]:
        """Each letter as a list of its words."""
        return [line.split(" ") for line in self.lines()]


def collect(drafts: Iterable[Draft], segmenter: Segmenter | None = None) -> Words:
    """Analyse letters, a batch at a time."""
    gathered = _Gathered()
    rest = iter(drafts)
    while batch := list(islice(rest, BATCH)):
        gathered.add(batch, segmenter)
    return gathered.finish()


class _Gathered:
    """The words so far."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._surface: list[str] = []
        self._terms: list[NDArray[np.int32]] = []
        self._lengths: list[NDArray[np.int64]] = []
        self._pairs: list[NDArray[np.int32]] = []
        self._drafts: list[tuple[tuple[str, ...], str, int]] = []
        self._bytes = 0

    def add(self, batch: list[Draft], segmenter: Segmenter | None) -> None:
        words = analyse([draft.text for draft in batch], segmenter).words
        used, first = np.unique(words.term, return_index=True)
        number = np.zeros(int(used[-1]) + 1, np.int32)
        for term, at in zip(used.tolist(), first.tolist(), strict=True):
            text = batch[int(words.text[at])].text
            written = text[int(words.start[at]) : int(words.end[at])]
            number[term] = self._number(words.vocabulary[term], written)
        terms = number[words.term]
        self._terms.append(terms)
        self._lengths.append(np.bincount(words.text, minlength=len(batch)))
        pairs = np.unique((words.text.astype(np.int64) << 32) | terms)
        self._pairs.append((pairs & 0xFFFFFFFF).astype(np.int32))
        self._drafts += [(draft.languages, draft.genre, draft.date) for draft in batch]
        self._bytes += sum(len(draft.text.encode()) for draft in batch)

    def _number(self, term: str, written: str) -> int:
        number = self._numbers.setdefault(term, len(self._surface))
        if number == len(self._surface):
            self._surface.append(written)
        return number

    def finish(self) -> Words:
        languages, genres, dates = zip(*self._drafts, strict=True)
        lengths = np.concatenate(self._lengths)
        return Words(
            vocabulary=list(self._numbers),
            surface=self._surface,
            term=np.concatenate(self._terms),
            ends=np.concatenate(([0], np.cumsum(lengths))),
            frequency=np.bincount(np.concatenate(self._pairs), minlength=len(self._surface)),
            languages=list(languages),
            genres=list(genres),
            dates=list(dates),
            bytes=self._bytes,
        )
