"""Timing of engines that take turns: query by query, in one process, on one thread.

Knows nothing of what is searched. A machine that slows down for a while slows all of them alike.
"""

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from time import perf_counter_ns

import numpy as np

Step = Callable[[], object]
ROUNDS = 3  # after a first one, in which caches fill


@dataclass(frozen=True, slots=True)
class Times:
    """Of one engine, milliseconds by the number of the query.

    `first` is the time of the first search of all; `cool` the median of the rounds' first searches,
    when the processor's caches hold what another engine left; `warm` that of their second ones.
    """

    warm: Mapping[int, float]
    cool: Mapping[int, float]
    first: Mapping[int, float]


def times_of(times: Mapping[int, float], queries: Iterable[int]) -> list[float]:
    """The times of those of the queries that the engine has answered."""
    return [times[query] for query in queries if query in times]


def race(
    searches: Mapping[str, Sequence[Step | None]], *, rounds: int = ROUNDS, seed: int = 1
) -> dict[str, Times]:
    """Run every search of every engine twice in a row, in `rounds` turns and one before.

    The order of queries and the engine that goes first are other ones each time.
    """
    chance = Random(seed)
    taken: dict[str, dict[int, list[tuple[float, float]]]] = {name: {} for name in searches}
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
                        pair = _milliseconds(step), _milliseconds(step)
                        taken[name].setdefault(query, []).append(pair)
            gc.collect()
    finally:
        gc.enable()
    return {name: _times(by_query) for name, by_query in taken.items()}


def percentile(times: Sequence[float], share: float) -> float:
    """The time that this share of the times, in percent, is not above."""
    return float(np.percentile(times, share))


def _milliseconds(step: Step) -> float:
    begin = perf_counter_ns()
    step()
    return (perf_counter_ns() - begin) / 1e6


def _times(taken: Mapping[int, Sequence[tuple[float, float]]]) -> Times:
    return Times(
        warm={query: _median(warm for _, warm in pairs[1:]) for query, pairs in taken.items()},
        cool={query: _median(cool for cool, _ in pairs[1:]) for query, pairs in taken.items()},
        first={query: pairs[0][0] for query, pairs in taken.items()},
    )


def _median(times: Iterable[float]) -> float:
    return percentile(list(times), 50)
