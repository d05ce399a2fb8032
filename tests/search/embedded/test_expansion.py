"""Words a few edits apart, against the definition."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.embedded.expansion import edit_distances

WORDS = st.text("abcé口", max_size=7)


def edits(one: str, other: str) -> int:
    """Optimal string alignment, by its recursive definition."""

    @cache
    def distance(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        best = min(
            distance(i - 1, j) + 1,
            distance(i, j - 1) + 1,
            distance(i - 1, j - 1) + (one[i - 1] != other[j - 1]),
        )
        if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
            best = min(best, distance(i - 2, j - 2) + 1)
        return best

    return distance(len(one), len(other))


@given(WORDS.filter(bool), st.lists(WORDS, min_size=1, max_size=6))
def test_distances_are_those_of_the_definition(word: str, others: list[str]) -> None:
    assert edit_distances(word, others).tolist() == [edits(word, other) for other in others]


@pytest.mark.parametrize(
    ("typed", "meant", "expected"),
    [
        pytest.param("epidemc", "epidemic", 1, id="left-out"),
        pytest.param("epidmeic", "epidemic", 1, id="swapped"),
        pytest.param("resumtion", "resumption", 1, id="left-out-p"),
        pytest.param("corona", "karuna", 3, id="far"),
    ],
)
def test_common_slips(typed: str, meant: str, expected: int) -> None:
    assert edit_distances(typed, [meant]).tolist() == [expected]
