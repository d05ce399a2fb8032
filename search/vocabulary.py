"""Words that count less in a query: those of grammar, and those that phrase a request.

The lists are data; the admin's own stopwords are added by the door.
"""

from functools import cache
from pathlib import Path

from index.analysis import function_words


@cache
def request_words() -> frozenset[str]:
    """Terms that weigh less than a subject: describe, papers, available; words and their stems."""
    return _load("request_words.txt")


def _load(name: str) -> frozenset[str]:
    lines = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


__all__ = ["function_words", "request_words"]
