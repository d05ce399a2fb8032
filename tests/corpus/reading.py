"""Texts as letters, for the tests of this room."""

from corpus import Letter, LetterId, read_text


def read(text: str) -> Letter:
    """The letter that a text is."""
    return read_text(text, letter_id=LetterId("a"), source="a.md")
