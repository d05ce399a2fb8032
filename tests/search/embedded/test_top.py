"""The head of a ranking is what sorting all of it gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.embedded.top import best

KEYS = st.one_of(
    st.lists(st.integers(0, 5), max_size=400),  # many that are equal
    st.lists(st.floats(0, 100), max_size=400),
    st.lists(st.sampled_from([-np.inf, 0.0, 20200203.0]), max_size=400),
)


@given(keys=KEYS, size=st.integers(0, 12), seed=st.integers(0, 9))
def test_the_head_is_that_of_the_sorted_whole(keys: list[float], size: int, seed: int) -> None:
    numbers = np.random.default_rng(seed).permutation(len(keys)).astype(np.int64)
    expected = sorted(zip(keys, numbers.tolist(), strict=True), key=lambda one: (-one[0], one[1]))

    found, found_keys = best(numbers, np.array(keys, np.float64), size)

    assert found.tolist() == [number for _, number in expected[:size]]
    assert found_keys.tolist() == [key for key, _ in expected[:size]]
