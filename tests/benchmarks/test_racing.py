"""Racing: everybody runs every query as often as everybody else, in turns."""

from functools import partial
from itertools import pairwise
from pathlib import Path
from time import sleep

import pytest

from benchmarks import engine, report
from benchmarks.queries import KINDS, Query
from benchmarks.racing import percentile, race, times_of
from benchmarks.tokens import Words


def test_engines_take_turns_at_every_query() -> None:
    calls: list[tuple[str, int]] = []

    race(
        {name: [partial(calls.append, (name, at)) for at in range(3)] for name in "ab"},
        rounds=4,
    )

    assert len(calls) == 2 * 2 * 3 * 5
    assert calls[::2] == calls[1::2]
    pairs = [(first, second) for first, second in pairwise(calls[::2])][::2]
    assert all(first[1] == second[1] and first[0] != second[0] for first, second in pairs)
    assert {first[0] for first, _ in pairs} == {"a", "b"}


def test_a_query_that_an_engine_cannot_answer_is_left_out() -> None:
    times = race({"a": [None, lambda: None], "b": [lambda: None, lambda: None]}, rounds=1)

    assert set(times["a"].warm) == {1}
    assert set(times["b"].warm) == {0, 1}
    assert len(times_of(times["a"].warm, [0, 1])) == 1


class Slow:
    """Takes so many milliseconds, one after the other, and after them none."""

    def __init__(self, *milliseconds: float) -> None:
        self.milliseconds = list(milliseconds)

    def __call__(self) -> None:
        sleep(self.milliseconds.pop(0) / 1000 if self.milliseconds else 0)


def test_the_first_round_is_not_among_the_warm_ones() -> None:
    times = race({"a": [Slow(5, 5)]}, rounds=3)["a"]

    assert times.first[0] > 10 * times.warm[0]
    assert times.first[0] > 10 * times.cool[0]


def test_the_first_search_of_a_turn_is_the_cool_one() -> None:
    times = race({"a": [Slow(0, 0, 5, 0, 5, 0, 5, 0)]}, rounds=3)["a"]

    assert times.cool[0] > 10 * times.warm[0]


@pytest.mark.parametrize(("share", "wanted"), [(0, 1.0), (50, 2.0), (100, 9.0)])
def test_percentiles(share: float, wanted: float) -> None:
    assert percentile([9.0, 1.0, 2.0], share) == wanted


def test_a_race_is_recorded_and_reported(
    words: Words, queries: list[Query], tmp_path: Path
) -> None:
    said: list[str] = []

    found = engine.run(
        words, queries, names=["letters", "whoosh"], scratch=tmp_path / "e", say=said.append
    )

    assert set(found["engines"]) == {"letters", "whoosh"}
    assert set(found["engines"]["letters"]["kinds"]) == set(KINDS)
    ratio = found["ratios"]["whoosh"]["p50"]
    ours, theirs = (found["engines"][name]["all"]["p50"] for name in ("letters", "whoosh"))
    assert ratio == pytest.approx(ours / theirs, rel=0.05)
    assert found["agreement"]["whoosh"]["rare"]["best_shared"] == 1.0
    table = "\n".join(report.engine_table(found))
    assert f"letters / whoosh: p50 {ratio}" in table
    assert any("racing" in line for line in said)
