"""The head of a ranking is what sorting all of it gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.embedded.top import best, best_above_zero, least

FLOATS = st.floats(0, 100, width=32)
KEYS = st.one_of(
    st.lists(st.integers(0, 5), max_size=400),  # many that are equal
    st.lists(FLOATS, max_size=400),
    st.lists(st.sampled_from([-np.inf, 0.0, 20200203.0]), max_size=400),
)


@given(keys=KEYS, size=st.integers(0, 12), seed=st.integers(0, 9))
def test_the_head_is_that_of_the_sorted_whole(keys: list[float], size: int, seed: int) -> None:
    numbers = np.random.default_rng(seed).permutation(len(keys)).astype(np.int64)
    expected = sorted(zip(keys, numbers.tolist(), strict=True), key=lambda one: (-one[0], one[1]))

    found, found_keys = best(numbers, np.array(keys, np.float64), size)

    assert found.tolist() == [number for _, number in expected[:size]]
    assert found_keys.tolist() == [key for key, _ in expected[:size]]


@given(keys=st.lists(st.one_of(st.just(0.0), FLOATS), max_size=400), size=st.integers(1, 12))
def test_zeros_are_never_among_the_best_above_zero(keys: list[float], size: int) -> None:
    above = [(-key, place) for place, key in enumerate(keys) if key > 0]

    found, found_keys = best_above_zero(np.array(keys, np.float32), size)

    assert list(zip((-found_keys).tolist(), found.tolist(), strict=True)) == sorted(above)[:size]


@given(keys=st.lists(FLOATS, min_size=1, max_size=400), size=st.integers(1, 12))
def test_enough_keys_reach_the_least(keys: list[float], size: int) -> None:
    reached = sum(key >= least(np.array(keys, np.float32), size) for key in keys)

    assert reached >= min(size, len(keys))
