"""The segmenter jieba, in Python, for machines without rjieba: the one file that imports it."""

import contextlib
import functools
import logging
import threading
import warnings
from pathlib import Path
from typing import Any, Final

from index.analysis.custom_words import CustomWords, split_removed

_one_at_a_time: Final = threading.RLock()


class JiebaSegmenter:
    """Cuts with jieba; safe to use from several threads."""

    name = "jieba"

    def __init__(self, version: str, words: CustomWords, cache_folder: Path) -> None:
        self.version = version
        self.custom = words.digest
        self._words = words
        self._cache_folder = cache_folder

    @property
    def is_loaded(self) -> bool:
        """Whether its dictionary is in memory."""
        return "_tokenizer" in self.__dict__

    def load(self) -> None:
        """Load its dictionary now."""
        self.cut("")

    def cut(self, text: str) -> list[str]:
        """The words and the spaces of the text, in order."""
        words: list[str] = self._tokenizer.lcut(text)
        return split_removed(words, self._words.removed)

    @functools.cached_property
    def _tokenizer(self) -> Any:
        """A tokenizer with the admin's words; without any, one is shared."""
        with _one_at_a_time:
            if not self._words.entries:
                return _shared_tokenizer(self._cache_folder, self.version)
            tokenizer = _new_tokenizer(self._cache_folder, self.version)
        for word, frequency in self._words.entries:
            if frequency == 0:  # its own way of removing is for all tokenizers of the process
                tokenizer.FREQ[word] = 0
            else:
                tokenizer.add_word(word, frequency)
        return tokenizer


def _new_tokenizer(cache_folder: Path, version: str) -> Any:
    """A tokenizer of jieba with its own dictionary, whose cache is named by its version."""
    with warnings.catch_warnings():  # jieba 0.42.1 has invalid escapes and imports pkg_resources
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.CRITICAL + 1)  # it tells stderr how long loading took
    tokenizer = jieba.Tokenizer()
    with contextlib.suppress(OSError):  # without the folder it reads its dictionary as text
        cache_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    tokenizer.tmp_dir = str(cache_folder)
    tokenizer.cache_file = f"jieba-{version}.cache"
    tokenizer.initialize()
    return tokenizer


_shared_tokenizer = functools.lru_cache(maxsize=1)(_new_tokenizer)
