"""Inverting goes by one number a token where it fits, and gives the same where it does not."""

import numpy as np
import pytest

from index.columns.invert import Tokens, invert


@pytest.mark.parametrize("bits", [10, 31])
def test_tokens_by_term_letter_and_position(bits: int) -> None:
    far = (1 << bits) - 1
    lengths = np.zeros(1 << 20, np.int64)
    lengths[[0, 9, (1 << 20) - 1]] = (3, 1, 2)
    term = np.array([5, 2, 5, 5, 2, 2], np.int32)
    position = np.array([0, 1, far, far, 7, far], np.int32)
    batch = Tokens(first=0, lengths=lengths, term=term, position=position)

    place = np.arange(1 << 14, dtype=np.int32)[::-1].copy()

    found = invert([batch], place, terms=1 << 14, count=1 << 20)

    assert found.positions is not None
    assert np.flatnonzero(found.sizes).tolist() == [(1 << 14) - 6, (1 << 14) - 3]
    assert found.ids.tolist() == [0, 9, 0, (1 << 20) - 1]
    assert found.frequencies.tolist() == [2, 1, 1, 2]
    assert found.positions.tolist() == [0, far, far, 1, 7, far]
