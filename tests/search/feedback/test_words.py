"""The words of letters that the second round counts."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from corpus import LetterId, read_text
from index import View, fold, tokens
from search.feedback.words import CHARACTERS, LetterWords, count_words
from search.snippets import ReadyLetter

PIECES = (
    "masks", "Masks", "the", "HOSPITALS", "résumé", "口罩", "复工复产", "マスク", "😷", "X", "7",
    "2020", "1,000.5", "\n\n", "。", ". ", " ", "/",
)  # fmt: skip


@given(text=st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_they_are_the_english_words_of_the_index(text: str) -> None:
    expected = Counter(
        token.term
        for token in tokens(text)
        if token.view is View.WORDS and token.term.isascii() and token.term.isalpha()
    )
    del expected["x"]

    assert count_words(fold(text).text) == expected


def test_of_a_long_letter_the_beginning_is_read() -> None:
    text = "mask " * (CHARACTERS // 5) + "help"

    assert count_words(text) == {"mask": CHARACTERS // 5}


def test_a_letter_is_read_once() -> None:
    taken: list[int] = []

    def take(numbers: Sequence[int]) -> Sequence[ReadyLetter]:
        taken.extend(numbers)
        text = "Hospitals need masks."
        return [ReadyLetter(read_text(text, letter_id=LetterId("a"), source="a.txt"))] * len(
            numbers
        )

    words = LetterWords(take)

    assert words.of([3, 5, 3]) == [{"hospit": 1, "need": 1, "mask": 1}] * 3
    assert words.of([5]) == words.of([3])
    assert taken == [3, 5]
