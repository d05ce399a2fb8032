"""The committed data is what its program makes."""

import unicodedata

import numpy as np
import pytest

from index.analysis.make_tables import (
    TRADITIONAL_FILE,
    UNICODE_VERSION,
    folding_arrays,
    read_pairs,
    traditional_pairs,
)
from index.analysis.tables import TABLE_FILE


def test_traditional_characters_are_those_of_opencc() -> None:
    pytest.importorskip("opencc", reason="opencc is needed: install the development tools")

    assert read_pairs(TRADITIONAL_FILE) == traditional_pairs()


@pytest.mark.skipif(
    unicodedata.unidata_version != UNICODE_VERSION,
    reason="this Python has other Unicode tables than 3.11, of which the file is made",
)
def test_the_folding_table_is_that_of_the_unicode_database() -> None:
    with np.load(TABLE_FILE, allow_pickle=False) as committed:
        made = folding_arrays()

        assert set(committed.files) == set(made)
        for name, array in made.items():
            np.testing.assert_array_equal(committed[name], array)
