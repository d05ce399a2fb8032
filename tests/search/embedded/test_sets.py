"""Sets of rows are sets, whichever way they are computed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.embedded import sets
from search.embedded.leaf import Rows

COUNT = 200
ROWS = st.frozensets(st.integers(0, COUNT - 1), max_size=COUNT).map(
    lambda rows: np.array(sorted(rows), np.int32)
)


def as_set(rows: Rows) -> set[int]:
    assert (np.diff(rows) > 0).all()
    assert rows.dtype == np.int32
    return set(rows.tolist())


@given(st.lists(ROWS, max_size=4))
def test_union(parts: list[Rows]) -> None:
    expected = set[int]().union(*(set(part.tolist()) for part in parts))

    assert as_set(sets.union(parts, COUNT)) == expected
    assert as_set(sets.union(parts, 10_000)) == expected  # sparse: sorted, not marked


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_intersection(parts: list[Rows]) -> None:
    expected = set(range(COUNT)).intersection(*(set(part.tolist()) for part in parts))

    assert as_set(sets.intersection(parts)) == expected


@given(ROWS, ROWS)
def test_difference(rows: Rows, without: Rows) -> None:
    assert as_set(sets.difference(rows, without)) == set(rows.tolist()) - set(without.tolist())
