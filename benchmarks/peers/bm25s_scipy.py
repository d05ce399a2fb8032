"""bm25s: scores computed beforehand, one a word and letter, and added up for any of the words."""

from pathlib import Path
from typing import Any

import bm25s
import numpy as np

from benchmarks.peers.peer import TOP, Answer, Peer, Search
from benchmarks.queries import Kind, Query
from benchmarks.tokens import Words
from search.ranking import K1, B

_ANY_WORD: tuple[Kind, ...] = ("rare", "common", "or", "mixed", "question")


class Bm25s:
    """A retriever in memory."""

    name = "bm25s"
    version = bm25s.__version__
    note = "any of the words only; does not count all matches; the index stays in memory"

    def __init__(self, retriever: Any, numbers: dict[str, int]) -> None:
        self._retriever = retriever
        self._numbers = numbers

    def search(self, query: Query) -> Search | None:
        """Words as their numbers."""
        return (lambda: self._answer(query)) if query.kind in _ANY_WORD else None

    def _answer(self, query: Query) -> Answer:
        """Letters that score nothing do not match."""
        terms = [[self._numbers[word] for word in query.words]]
        found = self._retriever.retrieve(terms, k=TOP, show_progress=False, n_threads=0)
        pairs = zip(found.documents[0].tolist(), found.scores[0].tolist(), strict=True)
        return Answer(tuple(number for number, score in pairs if score > 0), None)


def build(words: Words, folder: Path) -> tuple[Peer, ...]:
    """Saved for its size on disk, and used from memory."""
    numbers = {word: number for number, word in enumerate(words.vocabulary)}
    retriever = bm25s.BM25(method="lucene", k1=K1, b=B)
    letters = np.split(words.term, words.ends[1:-1])
    retriever.index(([letter.tolist() for letter in letters], numbers), show_progress=False)
    retriever.save(folder, show_progress=False)
    return (Bm25s(retriever, numbers),)
