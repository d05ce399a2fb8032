"""The dictionary of segmenters as a tree in arrays, mapped from a file: nothing is loaded.

characters   by node what leads to it; the children of a node lie side by side, in ascending order
children     where the children of each node begin, and where those of the last end
weights      by node the logarithm of its word's share of all text, 0 where no word ends
emissions    for each of STATES the weight of each character from FIRST on, 0 for none

Node 0 is the root. Owns the layout; does not know how texts are cut, nor where files are kept.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.errors import UnusableDictionary
from index.analysis.jieba_model import STATES, JiebaModel
from index.columns import ArrayFile, ArrayWriter, DamagedSegment

FIRST: Final = 0x4E00  # the characters of words that segmenters are given
LAST: Final = 0x9FD5
_SIZE: Final = LAST + 1 - FIRST


class WordTree:
    """The dictionary of `index.analysis.cutting`, mapped. Safe for threads.

    Every use raises UnusableDictionary if what it reads is not what was written.
    """

    def __init__(self, path: Path) -> None:
        try:
            file = ArrayFile(path)
        except DamagedSegment as error:
            raise UnusableDictionary(str(error)) from error
        self.unknown: float = file.about["unknown"]
        self.start: Mapping[str, float] = file.about["start"]
        self.transitions: Mapping[str, Mapping[str, float]] = file.about["transitions"]
        self._characters = file.array("characters")
        self._children = file.array("children")
        self._weights = file.array("weights")
        self._emissions = file.array("emissions")

    def beginning(self, run: str, place: int) -> Iterator[tuple[int, float]]:
        """The words of the run that begin at a place: the ends, ascending, with the weights."""
        node = 0
        try:
            for end in range(place, len(run)):
                node = self._child(node, ord(run[end]))
                if not node:
                    return
                self._weights.check(node, node + 1)
                if weight := self._weights.items[node]:
                    yield end + 1, weight
        except DamagedSegment as error:
            raise UnusableDictionary(str(error)) from error

    def emission(self, state: str, character: str) -> float | None:
        """The weight of a character in a state, None if it never was in it."""
        code = ord(character) - FIRST
        if not 0 <= code < _SIZE:
            return None
        at = STATES.index(state) * _SIZE + code
        try:
            self._emissions.check(at, at + 1)
        except DamagedSegment as error:
            raise UnusableDictionary(str(error)) from error
        return self._emissions.items[at] or None

    def _child(self, node: int, code: int) -> int:
        """The child to which a character leads, 0 if there is none."""
        first, end = self._children.pair(node)
        if first == end:
            return 0
        self._characters.check(first, end)
        found = bisect_left(self._characters.items, code, first, end)
        return found if found < end and self._characters.items[found] == code else 0


def write_word_tree(path: Path, model: JiebaModel) -> None:
    """Write a new file; words with other characters than Han from FIRST to LAST are left out."""
    words = sorted(word for word in model.frequencies if _is_han(word))
    whole = math.log(sum(model.frequencies.values()))
    weights = np.array([math.log(model.frequencies[word]) - whole for word in words])
    characters, children, ends = _to_tree(words)
    by_node = np.zeros(len(characters))
    by_node[ends] = weights
    with ArrayWriter(path) as writer:
        writer.add("characters", characters)
        writer.add("children", children)
        writer.add("weights", by_node)
        writer.add("emissions", np.concatenate([_emissions(model, state) for state in STATES]))
        writer.finish({
            "unknown": math.log(1) - whole,
            "start": model.start,
            "transitions": model.transitions,
        })  # fmt: skip


def _is_han(word: str) -> bool:
    return all(FIRST <= ord(character) <= LAST for character in word)


def _to_tree(
    words: list[str],
) -> tuple[NDArray[np.uint16], NDArray[np.uint32], NDArray[np.int64]]:
    """Characters and children of the nodes, level by level, and the node that ends each word."""
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    table = np.array(words).view(np.uint32).reshape(len(words), -1)
    node = np.zeros(len(words), np.int64)
    ends = np.zeros(len(words), np.int64)
    characters: list[NDArray[Any]] = [np.zeros(1, np.uint32)]
    parents: list[NDArray[Any]] = []
    count = 1
    for level in range(table.shape[1]):
        rows = np.flatnonzero(lengths > level)
        above, codes = node[rows], table[rows, level]
        new = np.ones(len(rows), bool)
        new[1:] = (above[1:] != above[:-1]) | (codes[1:] != codes[:-1])
        node[rows] = count + np.cumsum(new) - 1
        characters.append(codes[new])
        parents.append(above[new])
        count += int(new.sum())
        last = lengths[rows] == level + 1
        ends[rows[last]] = node[rows[last]]
    counts = np.bincount(np.concatenate(parents), minlength=count)
    children = 1 + np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
    return np.concatenate(characters).astype(np.uint16), children.astype(np.uint32), ends


def _emissions(model: JiebaModel, state: str) -> NDArray[np.float64]:
    weights = np.zeros(_SIZE)
    for character, weight in model.emissions[state].items():
        if _is_han(character):
            weights[ord(character) - FIRST] = weight
    return weights
