"""Cutting words out of a letter's text. Knows what an excerpt is, not where to look for one."""

from corpus.letter import Excerpt, Party


def in_one_line(words: str) -> str:
    r"""Words with every run of white space as one space.

    >>> in_one_line("Meeting Future\u00a0\n\n  Market Challenges ")
    'Meeting Future Market Challenges'
    """
    return " ".join(words.split())


def excerpt_at(text: str, start: int, end: int) -> Excerpt:
    """The words of `text[start:end]` with their place."""
    return Excerpt(in_one_line(text[start:end]), start, end)


def party_at(text: str, start: int, end: int, name: str | None = None) -> Party:
    """The party that `text[start:end]` names; `name` where the words say more than the name."""
    words = in_one_line(text[start:end])
    return Party(words if name is None else name, words, start, end)
