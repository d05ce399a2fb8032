"""What is a word at all, whether the collection has it or not."""

from typing import Protocol


class WordList(Protocol):
    """The words of both languages."""

    def has_english(self, word: str) -> bool:
        """Whether a folded English word is one."""
        ...

    def has_chinese(self, word: str) -> bool:
        """Whether folded characters are a word."""
        ...
