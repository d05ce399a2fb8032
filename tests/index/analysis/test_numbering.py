"""Equal things get equal numbers, others others, however they are kept."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import ground, tokens, words
from index.analysis.numbering import keys_at, number_keys
from tests.search.embedded.states import sentences

KEYS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1 << 63)), max_size=300)
CLASHING = (678902474433, 243193932858, 419299404046)  # want the same place of a table every time
WORDS = st.text("口罩abcdefghij", min_size=1, max_size=9)


@given(KEYS)
def test_rows_have_the_same_number_where_all_of_their_keys_are_the_same(
    rows: list[tuple[int, int]],
) -> None:
    rows = rows + rows[::2]
    columns = [np.array([row[at] for row in rows], np.uint64) for at in range(2)]

    numbered = number_keys(*columns)

    assert [rows[at] for at in numbered.place[numbered.number].tolist()] == rows
    assert len(numbered.place) == len(set(rows))


def test_keys_that_clash_in_every_table_get_numbers_of_their_own() -> None:
    numbered = number_keys(np.array(CLASHING * 2, np.uint64))

    assert sorted(numbered.number[:3].tolist()) == [0, 1, 2]
    assert numbered.number[3:].tolist() == numbered.number[:3].tolist()


@given(st.lists(WORDS, min_size=1))
def test_keys_are_equal_where_as_many_characters_as_they_hold_are(words: list[str]) -> None:
    codes = np.array(list(map(ord, "".join(words) + "\0" * 4)), np.uint16)
    lengths = np.array(list(map(len, words)))

    keys = keys_at(codes, np.cumsum(lengths) - lengths, lengths).tolist()

    assert len(set(keys)) == len({word[:4] for word in words})
    assert len(set(zip(keys, words, strict=True))) == len(set(words))


def test_a_text_has_the_same_tokens_however_its_words_are_numbered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [" ".join(sentences()[first : first + 3]) for first in range(0, 300, 3)]
    by_dictionary = [tokens(text) for text in texts]
    for room in (ground, words):
        monkeypatch.setattr(room, "FEW", -1)

    assert [tokens(text) for text in texts] == by_dictionary
    assert tokens("") == ()
