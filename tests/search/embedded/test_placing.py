"""Where positions start is what adding up all frequencies before gives."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from search.embedded import placing
from search.embedded.sets import Few, Many

FREQUENCIES = st.lists(st.sampled_from([0, 0, 0, 1, 2, 255]), min_size=1, max_size=400).filter(any)


@pytest.fixture(params=[0, 10**9], ids=["by blocks", "all added up"], autouse=True)
def how(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "_MANY", request.param)


@given(frequencies=FREQUENCIES, first=st.integers(0, 9), data=st.data())
def test_positions_start_after_all_those_before(
    frequencies: list[int], first: int, data: st.DataObject
) -> None:
    of_all: NDArray[np.unsignedinteger[Any]] = np.array(frequencies, np.uint8)
    having = np.flatnonzero(of_all)
    rows = np.array(sorted(data.draw(st.sets(st.integers(0, len(frequencies) - 1)))), np.intp)
    expected = [
        (row, first + sum(frequencies[:row]), frequencies[row])
        for row in rows.tolist()
        if frequencies[row]
    ]

    for placed in (
        placing.place(Many(of_all), of_all, first),
        placing.place(Few(having), of_all[having], first),
    ):
        runs = placed.runs(rows)
        assert list(zip(*(part.tolist() for part in runs), strict=True)) == expected
