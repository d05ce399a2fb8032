"""Timing of engines that take turns: query by query, in one process, on one thread.

Knows nothing of what is searched. A machine that slows down for a while slows all of them alike.
"""

import gc
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from time import perf_counter_ns

import numpy as np

from benchmarks.peers import Search

ROUNDS = 5  # after a first one, in which caches fill


@dataclass(frozen=True, slots=True)
class Times:
    """Of one engine, milliseconds by the number of the query.

    `warm` is the median of the rounds, `first` the time in the first round of all.
    """

    warm: Mapping[int, float]
    first: Mapping[int, float]

    def of(self, queries: Iterable[int]) -> list[float]:
        """The warm times of those of the queries that the engine has answered."""
        return [self.warm[query] for query in queries if query in self.warm]


def race(
    searches: Mapping[str, Sequence[Search | None]], *, rounds: int = ROUNDS, seed: int = 1
) -> dict[str, Times]:
    """Run every search of every engine `rounds` times and once before, in turns.

    The order of queries and the engine that goes first are other ones each time.
    """
    chance = Random(seed)
    taken: dict[str, dict[int, list[float]]] = {name: {} for name in searches}
    order = list(range(max(map(len, searches.values()))))
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds + 1):
            chance.shuffle(order)
            for query in order:
                for name in chance.sample(list(searches), len(searches)):
                    step = searches[name][query]
                    if step is not None:
                        taken[name].setdefault(query, []).append(_milliseconds(step))
            gc.collect()
    finally:
        gc.enable()
    return {name: _times(by_query) for name, by_query in taken.items()}


def percentile(times: Sequence[float], share: float) -> float:
    """The time that this share of the times, in percent, is not above."""
    return float(np.percentile(times, share))


def _milliseconds(step: Search) -> float:
    begin = perf_counter_ns()
    step()
    return (perf_counter_ns() - begin) / 1e6


def _times(taken: Mapping[int, Sequence[float]]) -> Times:
    return Times(
        warm={query: percentile(times[1:], 50) for query, times in taken.items()},
        first={query: times[0] for query, times in taken.items()},
    )
