"""Words that carry grammar, not a subject. The list is data: folded words, and their stems."""

from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parent / "data" / "function_words.txt"


@cache
def function_words() -> frozenset[str]:
    """Terms of the view of words that only join others; words and their stems."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
