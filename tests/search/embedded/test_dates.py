"""Letters by date: what sorting all of them gives, whichever way they are found."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.embedded import sets
from search.embedded.dates import DateOrder
from search.embedded.sets import Few, Many

DATES = st.lists(
    st.sampled_from([0, 0, 20200203, 20200211, 20200229, 20210101]), min_size=1, max_size=120
)


@given(dates=DATES, data=st.data(), size=st.integers(1, 9), newest=st.booleans())
def test_the_undated_come_last_and_ties_in_the_order_of_rows(
    dates: list[int], data: st.DataObject, size: int, newest: bool
) -> None:
    rows = data.draw(st.frozensets(st.integers(0, len(dates) - 1)))
    expected = sorted(
        rows, key=lambda row: (not dates[row], -dates[row] if newest else dates[row], row)
    )
    order, found = DateOrder(np.array(dates)), np.array(sorted(rows), np.intp)

    for letters in (Few(found), Many(sets.marked(found, len(dates)))):
        head, keys = order.head(letters, size, newest=newest)
        assert head.tolist() == expected[:size]
        assert keys.tolist() == sorted(keys.tolist(), reverse=True)
