"""Completions, as they are read: the best strings that go on from what is typed.

Places are found by bisection and the best of many by the best rank of each block, so the time
grows with the logarithm of the collection. Everything is checked at its first use.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columns.completions.best import BLOCK, FEW, best, sorted_best
from index.columns.completions.pairs import BITS, WIDTH, characters
from index.columns.completions.sounds import Sound, fitting, possible
from index.columns.mapped import ArrayFile
from index.columns.runs import spread


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The letters of strings; those of string `i` are from `offsets[i]` to `offsets[i + 1]`.

    The newest of each string come first. `weights` are how many letters each stands for.
    """

    offsets: NDArray[np.int64]
    rows: NDArray[np.int32]
    places: NDArray[np.unsignedinteger[Any]]
    weights: NDArray[np.uint32]


class Best(NamedTuple):
    """Strings, the best first; `is_all` says that there are no others."""

    strings: list[int]
    is_all: bool


class Completions:
    """The strings of one name in a segment, numbered from 0 in the order of their bytes.

    What is typed is in bytes, as the strings are. Of `most` places that go on from it, the best,
    the strings come; several places may be in one string.
    """

    def __init__(self, file: ArrayFile, name: str) -> None:
        self._file = file
        self._name = name

    def __len__(self) -> int:
        return len(self.kinds)

    @cached_property
    def text(self) -> NDArray[np.uint8]:
        """The bytes of all strings, each ended by a zero."""
        return self._array("text")

    @cached_property
    def ends(self) -> NDArray[Any]:
        """Where each string begins and the one before it ends; the last ends at the end."""
        return self._array("ends")

    @cached_property
    def words(self) -> NDArray[Any]:
        """Where words start, in the order of what follows."""
        return self._array("words")

    @cached_property
    def kinds(self) -> NDArray[np.uint8]:
        """The kind of each string."""
        return self._array("kinds")

    @cached_property
    def is_sampled(self) -> bool:
        """Whether only some of the letters of a string are named."""
        return f"{self._name}/weights" in self._file

    @property
    def begins(self) -> NDArray[np.int64]:
        """Where each string begins."""
        return self.ends[:-1].astype(np.int64)

    @property
    def sizes(self) -> NDArray[np.int64]:
        """The bytes of each string with the zero at its end."""
        ends = self.ends.astype(np.int64)
        return ends[1:] - ends[:-1]

    def string(self, number: int) -> bytes:
        """The bytes of a string."""
        return self.text[self.ends[number] : self.ends[number + 1] - 1].tobytes()

    def find(self, string: bytes, kind: int) -> int:
        """The number of a string, or -1."""
        first, end = self._strings_with(string + b"\0")
        return next((at for at in range(first, end) if self.kinds[at] == kind), -1)

    def beginning(self, typed: bytes, most: int) -> Best:
        """Strings that begin so."""
        first, end = self._strings_with(typed)
        run = np.array([first]), np.array([end])
        found = best(self._least_ranks, *run, most, self._ranks.__getitem__)
        return Best(found.tolist(), is_all=end - first <= most)

    def with_word(self, typed: bytes, most: int) -> Best:
        """Strings with a word from which on they go on so."""
        first, end = self._words_with(typed)
        run = np.array([first]), np.array([end])
        found = best(self._word_ranks, *run, most, self._ranks_of_words)
        return Best(self._strings_of(found), is_all=end - first <= most)

    def read_as(self, sounds: Sequence[Sound], most: int) -> Best:
        """Strings with a word from which on their Han characters are read so."""
        if sounds[0].character:
            first, end = self._words_with(chr(sounds[0].character).encode())
            return self._best_sounding(np.arange(first, end), sounds, most)
        firsts, ends = self._runs_read_as(sounds, most)
        if len(sounds) > 2 or sounds[-1].character:
            return self._best_sounding(spread(firsts, ends - firsts), sounds, most)
        found = best(self._word_ranks, firsts, ends, most, self._ranks_of_words)
        return Best(self._strings_of(found), is_all=int((ends - firsts).sum()) < most)

    def newest(self, number: int) -> tuple[int, int, int]:
        """The newest letter of a string, the place in it, and how many letters have the string."""
        first, end = self._offsets[number : number + 2].tolist()
        weight = int(self._weights[first:end].sum()) if self.is_sampled else end - first
        return int(self._rows[first]), int(self._places[first]), weight

    def occurrences(self, number: int) -> Occurrences:
        """The letters of one string, as those of the first of one."""
        first, end = self._offsets[number : number + 2].tolist()
        weights = self._weights[first:end] if self.is_sampled else np.ones(end - first, np.uint32)
        return Occurrences(
            offsets=np.array([0, end - first]),
            rows=self._rows[first:end],
            places=self._places[first:end],
            weights=weights,
        )

    def all_occurrences(self) -> Occurrences:
        """The letters of all strings."""
        weights = self._weights
        rows = self._rows
        return Occurrences(
            offsets=self._offsets.astype(np.int64),
            rows=rows,
            places=self._places,
            weights=weights if self.is_sampled else np.ones(len(rows), np.uint32),
        )

    def _strings_with(self, typed: bytes) -> tuple[int, int]:
        size, text, ends = len(typed), self.text.data, self.ends.data
        every = range(len(self))

        def start(number: int) -> bytes:
            begin = ends[number]
            return text[begin : begin + size].tobytes()

        first = bisect_left(every, typed, key=start)
        return first, bisect_right(every, typed, first, key=start)

    def _words_with(self, typed: bytes) -> tuple[int, int]:
        size, text, words = len(typed), self.text.data, self.words.data

        def start(place: int) -> bytes:
            return text[place : place + size].tobytes()

        first = bisect_left(words, typed, key=start)
        return first, bisect_right(words, typed, first, key=start)

    def _runs_read_as(
        self, sounds: Sequence[Sound], most: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The runs of words whose first two characters are read so; if these are all that was
        typed and the runs are many, those that have the best strings.
        """
        keys = self._pair_keys
        bounds = [sounds[0].first << BITS, sounds[0].end << BITS]
        pairs = np.arange(*np.searchsorted(keys, bounds).tolist())
        if len(sounds) > 1 and not sounds[1].character:
            second = keys[pairs] & ((1 << BITS) - 1)
            pairs = pairs[(second >= sounds[1].first) & (second < sounds[1].end)]
        firsts, ends = (array[pairs].astype(np.int64) for array in self._pair_runs)
        is_decided = len(sounds) <= 2 and not sounds[-1].character
        if not is_decided or len(pairs) <= most or int((ends - firsts).sum()) <= max(FEW, most):
            return firsts, ends
        chosen = np.argpartition(self._pair_ranks[pairs], most)[:most]
        return firsts[chosen], ends[chosen]

    def _best_sounding(
        self, entries: NDArray[np.int64], sounds: Sequence[Sound], most: int
    ) -> Best:
        """The best of some words that are read so to the last character.

        What cannot be is sorted out first, a character at a time while they are many.
        """
        at = self.words[entries].astype(np.int64)
        known = 1 if sounds[0].character or sounds[1].character else 2
        for place in range(known, len(sounds)):
            if len(at) <= FEW // 4:
                break
            codes = characters(self.text, at + WIDTH * place, 1)[:, 0]
            kept = possible(codes, sounds[place])
            at, entries = at[kept], entries[kept]
        if len(entries) > 2 * FEW:
            found = self._fitting(self._surely_best(entries), sounds)
            if len(found) >= most:
                return Best(self._strings_of(found[:most]), is_all=False)
        entries = self._fitting(entries, sounds)
        found = sorted_best(entries, self._ranks_of_words(entries), most)
        return Best(self._strings_of(found), is_all=len(entries) <= most)

    def _surely_best(self, entries: NDArray[np.int64]) -> NDArray[np.int64]:
        """Some of many words, the best first: no other is better, by the ranks of blocks."""
        bounds = self._word_ranks[entries // BLOCK]
        order = np.argpartition(bounds, FEW)
        near, rest = entries[order[:FEW]], int(bounds[order[FEW]])
        ranks = self._ranks_of_words(near)
        sure = ranks <= rest
        return sorted_best(near[sure], ranks[sure], FEW)

    def _fitting(self, entries: NDArray[np.int64], sounds: Sequence[Sound]) -> NDArray[np.int64]:
        at = self.words[entries].astype(np.int64)
        return entries[fitting(characters(self.text, at, len(sounds) + 1), sounds)]

    def _strings_of(self, entries: NDArray[np.int64]) -> list[int]:
        """The strings of words, each once, in the order of the words."""
        return list(dict.fromkeys(self._owners(entries).tolist()))

    def _owners(self, entries: NDArray[np.int64]) -> NDArray[np.int64]:
        return np.searchsorted(self.ends, self.words[entries], "right") - 1

    def _ranks_of_words(self, entries: NDArray[np.int64]) -> NDArray[np.uint32]:
        ranks: NDArray[np.uint32] = self._ranks[self._owners(entries)]
        return ranks

    @cached_property
    def _ranks(self) -> NDArray[np.uint32]:
        return self._array("ranks")

    @cached_property
    def _least_ranks(self) -> NDArray[np.uint32]:
        return self._array("least_ranks")

    @cached_property
    def _word_ranks(self) -> NDArray[np.uint32]:
        return self._array("word_ranks")

    @cached_property
    def _offsets(self) -> NDArray[Any]:
        return self._array("offsets")

    @cached_property
    def _rows(self) -> NDArray[np.int32]:
        return self._array("rows")

    @cached_property
    def _places(self) -> NDArray[Any]:
        return self._array("places")

    @cached_property
    def _weights(self) -> NDArray[np.uint32]:
        return self._array("weights") if self.is_sampled else np.zeros(0, np.uint32)

    @cached_property
    def _pair_keys(self) -> NDArray[np.uint32]:
        return self._array("pair_keys")

    @cached_property
    def _pair_ranks(self) -> NDArray[np.uint32]:
        return self._array("pair_ranks")

    @cached_property
    def _pair_runs(self) -> tuple[NDArray[Any], NDArray[Any]]:
        return self._array("pair_firsts"), self._array("pair_ends")

    def _array(self, name: str) -> NDArray[Any]:
        return self._file.array(f"{self._name}/{name}").all()
