"""The admin's own words for the segmenter, read from a file in jieba's format.

Each line is a word, then perhaps its frequency, then perhaps a tag, which is not used. Without a
frequency the word gets one that keeps it whole; frequency 0 takes a word out of the dictionary.
Words are folded as letters are, so a traditional word works too.
"""

import functools
import hashlib
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.analysis.errors import SegmenterError
from index.analysis.folding import fold

WORD: Final = re.compile(r"[\u4e00-\u9fd5]{1,32}")  # longer ones are sentences, and slow
FREQUENCY: Final = re.compile(r"[0-9]{1,9}")
TAG: Final = re.compile(r"[A-Za-z]+")

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class CustomWords:
    """Words with their frequencies; None asks for one that keeps the word whole."""

    entries: tuple[tuple[str, int | None], ...] = ()

    @property
    def digest(self) -> str:
        """A hash of all entries in their order, "" where there are none."""
        if not self.entries:
            return ""
        return hashlib.sha256(repr(self.entries).encode()).hexdigest()[:16]

    @functools.cached_property
    def removed(self) -> frozenset[str]:
        """Words of frequency 0."""
        return frozenset(word for word, frequency in self.entries if frequency == 0)


def split_removed(words: list[str], removed: frozenset[str]) -> list[str]:
    """The same words with the removed ones cut into characters, as jieba does.

    Guessing unknown words would put them together again.

    >>> split_removed(["我们", "的", "工作"], frozenset({"工作"}))
    ['我们', '的', '工', '作']
    """
    if not removed:
        return words
    return [piece for word in words for piece in (word if word in removed else (word,))]


def read_custom_words(path: Path) -> CustomWords:
    """The words of a file in UTF-8; a file that is not there has none.

    Words that are not Han characters alone are left out with a warning: the segmenter never
    sees other text. Raises `SegmenterError` for a file that cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return CustomWords()
    except (OSError, UnicodeDecodeError) as error:
        raise SegmenterError(f"Cannot read {path} as UTF-8 text: {error}") from error
    lines = enumerate(text.splitlines(), start=1)
    entries = (_entry(line.strip(), number, path) for number, line in lines if line.strip())
    return CustomWords(tuple(entry for entry in entries if entry is not None))


def _entry(line: str, number: int, path: Path) -> tuple[str, int | None] | None:
    parts = line.split()
    if len(parts) > 1 and TAG.fullmatch(parts[-1]):
        parts.pop()
    has_frequency = len(parts) > 1 and FREQUENCY.fullmatch(parts[-1])
    frequency = int(parts.pop()) if has_frequency else None
    word = fold(" ".join(parts)).text
    if WORD.fullmatch(word):
        return word, frequency
    logger.warning("%s, line %d: left out, not a Chinese word: %s", path, number, word)
    return None
