"""The segmenter rjieba, jieba's dictionary and rules in Rust: the one file that imports it."""

import functools
import sys
from typing import TYPE_CHECKING

from index.analysis.custom_words import CustomWords, split_removed

if TYPE_CHECKING:
    import rjieba


class RjiebaSegmenter:
    """Cuts with rjieba; safe to use from several threads."""

    name = "rjieba"

    def __init__(self, version: str, words: CustomWords) -> None:
        self.version = version
        self.custom = words.digest
        self._words = words

    @property
    def is_loaded(self) -> bool:
        """Whether its dictionary is in memory."""
        shared = not self._words.entries and "rjieba" in sys.modules
        return shared or "_dictionary" in self.__dict__

    def load(self) -> None:
        """Load its dictionary now."""
        self.cut("")

    def cut(self, text: str) -> list[str]:
        """The words and the spaces of the text, in order."""
        words: list[str] = self._dictionary.cut(text, True)
        return split_removed(words, self._words.removed)

    @functools.cached_property
    def _dictionary(self) -> "rjieba.Jieba":
        """The dictionary with the admin's words; without any, the one rjieba loads by itself."""
        import rjieba

        if not self._words.entries:
            return rjieba._DEFAULT_JIEBA
        dictionary = rjieba.Jieba()
        for word, frequency in self._words.entries:
            dictionary.add_word(word, frequency, None)
        return dictionary
