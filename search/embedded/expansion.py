"""Expansion: the terms of a lexicon that are a few edits away from a word, in arrays.

An edit inserts, deletes, replaces or swaps two neighbouring characters (optimal string alignment,
Damerau 1964); the first character must be right, as in most engines: few people mistype it.
"""

from itertools import compress

import numpy as np
from numpy.typing import NDArray

from index import Lexicon


def nearly(terms: Lexicon, word: str, edits: int) -> tuple[int, ...]:
    """Ordinals of the terms within `edits` of the word, ascending."""
    if not word:
        return ()
    first, last = terms.range(word[0])
    names = {ordinal: terms.term(ordinal) for ordinal in range(first, last)}
    similar = {o: name for o, name in names.items() if abs(len(name) - len(word)) <= edits}
    if not similar:
        return ()
    near = edit_distances(word, list(similar.values())) <= edits
    return tuple(compress(similar, near.tolist()))


def edit_distances(word: str, others: list[str]) -> NDArray[np.int64]:
    """Edits between the word and each of the others, all rows of the table at once."""
    width = max(map(len, others))
    table = _codes(others, width)
    lengths = np.fromiter(map(len, others), np.int64, len(others))
    above = np.tile(np.arange(width + 1), (len(others), 1))
    two_above = above
    for i, character in enumerate(map(ord, word), start=1):
        row = np.empty_like(above)
        row[:, 0] = i
        same = table == character
        replaced = above[:, :-1] + ~same
        for j in range(1, width + 1):
            best = np.minimum(replaced[:, j - 1], above[:, j] + 1)
            np.minimum(best, row[:, j - 1] + 1, out=best)
            if i > 1 and j > 1:
                swapped = same[:, j - 2] & (table[:, j - 1] == ord(word[i - 2]))
                best = np.where(swapped, np.minimum(best, two_above[:, j - 2] + 1), best)
            row[:, j] = best
        two_above, above = above, row
    distances: NDArray[np.int64] = above[np.arange(len(others)), lengths]
    return distances


def _codes(words: list[str], width: int) -> NDArray[np.uint32]:
    padded = "".join(word.ljust(width, "\0") for word in words)
    codes = np.frombuffer(padded.encode("utf-32-le", "surrogatepass"), np.uint32)
    return codes.reshape(len(words), width)
