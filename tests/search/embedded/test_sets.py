"""Sets of letters are sets, whichever way they are held and computed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.embedded import sets
from search.embedded.sets import Few, Letters, Many, Rows
from search.embedded.space import Space

COUNT = 200
SPACE = Space(COUNT)  # one for all examples: what one leaves behind would break the next
ROWS = st.frozensets(st.integers(0, COUNT - 1), max_size=COUNT).map(
    lambda rows: np.array(sorted(rows), np.intp)
)
LETTERS: st.SearchStrategy[Letters] = st.one_of(
    ROWS.map(Few), ROWS.map(lambda rows: Many(sets.marked(rows, COUNT)))
)


def as_set(letters: Letters) -> set[int]:
    rows = sets.rows_of(letters)
    assert (np.diff(rows) > 0).all()
    assert sets.size(letters) == len(rows)
    return set(rows.tolist())


@given(st.lists(LETTERS, max_size=4))
def test_union(parts: list[Letters]) -> None:
    expected = set[int]().union(*map(as_set, parts))

    assert as_set(sets.union(parts, COUNT)) == expected


@given(st.lists(ROWS, max_size=4))
def test_union_of_few_among_very_many(parts: list[Rows]) -> None:
    expected = set[int]().union(*(set(part.tolist()) for part in parts))

    assert as_set(sets.union([Few(part) for part in parts], 100_000)) == expected


@given(st.lists(LETTERS, min_size=1, max_size=4))
def test_intersection(parts: list[Letters]) -> None:
    expected = set(range(COUNT)).intersection(*map(as_set, parts))

    assert as_set(sets.intersection(parts, SPACE)) == expected


@given(LETTERS, LETTERS)
def test_difference(letters: Letters, without: Letters) -> None:
    assert as_set(sets.difference(letters, without, SPACE)) == as_set(letters) - as_set(without)


@given(ROWS, ROWS)
def test_what_is_among_rows(rows: Rows, wanted: Rows) -> None:
    expected = [row in set(rows.tolist()) for row in wanted.tolist()]

    assert sets.among(rows, wanted, SPACE).tolist() == expected
    assert sets.contains(rows, wanted).tolist() == expected
    assert sets.common(rows, wanted).tolist() == sorted(set(rows.tolist()) & set(wanted.tolist()))


@given(ROWS)
def test_what_fits_a_number_of_rows_holds_them(rows: Rows) -> None:
    assert as_set(sets.fitting(rows, COUNT)) == set(rows.tolist())


@given(st.lists(LETTERS, min_size=2, max_size=3))
def test_operations_leave_what_they_are_given(parts: list[Letters]) -> None:
    before = [as_set(part) for part in parts]

    sets.union(parts, COUNT)
    sets.intersection(parts, SPACE)
    sets.difference(parts[0], parts[1], SPACE)

    assert [as_set(part) for part in parts] == before
    assert not SPACE.marks.any()
