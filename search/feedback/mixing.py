"""Which words of the best letters count, and what these add to the scores of the head."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.engine import Engine, Found
from search.feedback.words import LetterWords
from search.plan import Plan, ScoreTerm
from search.ranking import (
    FEEDBACK,
    FEEDBACK_ALIKE,
    FEEDBACK_GAP,
    FEEDBACK_HEAD,
    FEEDBACK_IDF,
    FEEDBACK_LETTERS,
    FEEDBACK_SHARED,
    FEEDBACK_WORDS,
    K1,
    TEXT_WORDS,
)
from search.snippets import ReadyLetter
from search.vocabulary import function_words

_REMEMBERED: Final = 1 << 14  # words with their idf, some 2 MB

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SecondRound:
    """The words that count, those that weigh most first, and what they add to each of the head."""

    terms: tuple[ScoreTerm, ...]
    additions: Scores


class Feedback:
    """The second round over one generation. Safe for threads."""

    def __init__(
        self, engine: Engine, take: Callable[[Sequence[int]], Sequence[ReadyLetter]]
    ) -> None:
        """`take` gives letters by their numbers."""
        self._engine = engine
        self._words = LetterWords(take)
        self._idf = lru_cache(_REMEMBERED)(partial(engine.idf, TEXT_WORDS))

    def rerank(self, found: Found, plan: Plan) -> Found:
        """Add what the second round gives to the head and sort it anew; the others stay."""
        added = self.second_round(found, plan).additions
        if not added.any():
            return found
        head = len(added)
        numbers, scores = found.numbers[:head], found.scores[:head] + added
        order = np.lexsort((numbers, -scores))
        return Found(
            total=found.total,
            numbers=np.concatenate([numbers[order], found.numbers[head:]]),
            scores=np.concatenate([scores[order], found.scores[head:]]),
            facets=found.facets,
        )

    def second_round(self, found: Found, plan: Plan) -> SecondRound:
        """What is added to each of the best FEEDBACK_HEAD letters; nothing if no words are shared.

        `found` is the first round, of FEEDBACK_HEAD letters or more. With s the score of a letter,
        s1 the greatest, and t the BM25 sum of the words that the best letters share, each weighted
        by the sum of s idf tf / (tf + K1) over these: FEEDBACK s1 t / max t.
        """
        numbers, scores = found.numbers[:FEEDBACK_HEAD], found.scores[:FEEDBACK_HEAD]
        if not plan.feedback or not _are_alike(scores):
            return SecondRound((), np.zeros(len(numbers)))
        best = numbers[:FEEDBACK_LETTERS].tolist()
        terms = self._terms(self._words.of(best), scores.tolist())
        sums = self._engine.scores(numbers, terms, plan.b)
        return SecondRound(terms, FEEDBACK * scores[0] * sums / max(sums.max(), 1e-9))

    def _terms(
        self, letters: Sequence[Mapping[str, int]], scores: Sequence[float]
    ) -> tuple[ScoreTerm, ...]:
        """The shared words that weigh most; ties in the order of the alphabet."""
        weights = dict.fromkeys(self._telling(letters), 0.0)
        for words, score in zip(letters, scores, strict=False):
            for word in words.keys() & weights.keys():
                weights[word] += score * words[word] / (words[word] + K1)
        weighed = [(weight * self._idf(word), word) for word, weight in weights.items()]
        best = sorted(weighed, key=lambda one: (-one[0], one[1]))[:FEEDBACK_WORDS]
        return tuple(ScoreTerm(TEXT_WORDS, (word,), weight) for weight, word in best)

    def _telling(self, letters: Sequence[Mapping[str, int]]) -> list[str]:
        """Words that several of the letters have and few of the collection."""
        grammar, holding = function_words(), Counter(chain.from_iterable(letters))
        return [
            word
            for word, count in holding.items()
            if count >= FEEDBACK_SHARED and word not in grammar and self._idf(word) >= FEEDBACK_IDF
        ]


def _are_alike(scores: Scores) -> bool:
    """Whether the best letters score alike, so that the query alone hardly tells them apart."""
    if len(scores) < FEEDBACK_ALIKE:
        return False
    return bool(scores[FEEDBACK_ALIKE - 1] > (1 - FEEDBACK_GAP) * scores[0])
