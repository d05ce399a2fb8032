"""Which languages a letter is written in. Knows characters and words, not places.

Simplified and traditional Chinese are told apart by characters that only one of the two national
standards has: GB 2312 level 1 for simplified, Big5 level 1 for traditional. Both lists come with
Python's codecs; of the first 6 in 1,204, of the second 176 in 2,073 are not changed by conversion
(OpenCC 1.4), all of them rare.
"""

import re
from collections.abc import Sequence
from functools import cache

from corpus.letter import Language

HAN = re.compile(r"[\u3400-\u9fff]+")
# Words of running text, and not of addresses or markup.
LATIN_WORD = re.compile(r"[A-Za-z](?<![^\s(\[“‘\"'][A-Za-z])[A-Za-z]++(?![^\s,.;:!?)\]”’\"'])")
WORDS_PER_HAN = 0.6  # a Chinese word has about 1.6 characters
LEAST_SHARE = 0.15  # of the words: below it the other language is names and quotations
LEAST_WORDS = 8
LEAST_LINE = 4  # Latin words in a line that counts as English
BOTH_SCRIPTS = 0.25  # of the telling characters: below it the rarer script is slips and names
SIMPLIFIED_ROWS, TRADITIONAL_ROWS = range(0xB0, 0xD8), range(0xA4, 0xC7)


def has_han(words: str) -> bool:
    """Whether words have a Chinese character; curly quotes and accents are none."""
    return not words.isascii() and HAN.search(words) is not None


def understand_languages(text: str, lines: Sequence[str]) -> tuple[Language, ...]:
    """The languages of a text, the one with most words first; `lines` are its lines."""
    if text.isascii() or not HAN.search(text):
        return ("en",)
    chinese = WORDS_PER_HAN * sum(map(len, HAN.findall(text)))
    english = sum(map(_english_words, lines))
    enough = max(LEAST_WORDS, LEAST_SHARE * (chinese + english))
    if english < enough:
        return _scripts(text)
    if chinese < enough:
        return ("en",)
    found = (*_scripts(text), "en")
    return found if chinese >= english else (found[-1], *found[:-1])


def _english_words(line: str) -> int:
    """The Latin words of a line that is English throughout; of any other none."""
    latin = len(LATIN_WORD.findall(line))
    if latin < LEAST_LINE:
        return 0
    han = 0 if line.isascii() else sum(map(len, HAN.findall(line)))
    return latin if han <= latin / 2 else 0


def _scripts(text: str) -> tuple[Language, ...]:
    """Simplified, traditional or both; simplified where no character tells."""
    simplified_only, traditional_only = _telling_characters()
    characters = set(text)
    simplified = len(characters & simplified_only)
    traditional = len(characters & traditional_only)
    rarer = min(simplified, traditional)
    if rarer > BOTH_SCRIPTS * (simplified + traditional):
        return ("zh-Hans", "zh-Hant") if simplified >= traditional else ("zh-Hant", "zh-Hans")
    return ("zh-Hant",) if traditional > simplified else ("zh-Hans",)


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    simplified = _rows("gb2312", SIMPLIFIED_ROWS)
    traditional = _rows("big5", TRADITIONAL_ROWS)
    return (
        frozenset(char for char in simplified if not _is_in(char, "big5")),
        frozenset(char for char in traditional if not _is_in(char, "gb2312")),
    )


def _rows(standard: str, leads: range) -> set[str]:
    rows = (bytes([lead, trail]) for lead in leads for trail in range(0x40, 0xFF))
    characters = {row.decode(standard, "ignore") for row in rows}
    return {char for char in characters if len(char) == 1 and HAN.match(char)}


def _is_in(char: str, standard: str) -> bool:
    return bool(char.encode(standard, "ignore"))
