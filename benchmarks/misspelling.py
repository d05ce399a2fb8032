"""Spells a word of a text wrong in one place, as people do: the questions of `benchmarks.spelling`.

Knows nothing of how mistakes are mended.
"""

import re
from collections import defaultdict
from functools import cache
from random import Random
from string import ascii_lowercase
from typing import Final, Literal

import numpy as np

from search.spelling import likeness

Kind = Literal["insert", "delete", "replace", "swap", "sound", "shape"]
ENGLISH: Final[tuple[Kind, ...]] = ("insert", "delete", "replace", "swap")
CHINESE: Final[tuple[Kind, ...]] = ("sound", "shape")
_WORD: Final = re.compile(r"(?<![A-Za-z])[A-Za-z]{4,}(?![A-Za-z])")
_ROWS: Final = (*range(0xB0, 0xD8),)  # of GB 2312: the 3,755 characters in everyday use


def misspell(text: str, kind: Kind, chance: Random) -> str | None:
    """The text with one mistake of the kind; None where there is nothing to get wrong."""
    return _character(text, kind, chance) if kind in CHINESE else _word(text, kind, chance)


def _word(text: str, kind: Kind, chance: Random) -> str | None:
    words = list(_WORD.finditer(text))
    if not words:
        return None
    word = chance.choice(words)
    while (wrong := _edited(word[0], kind, chance)) == word[0]:
        pass
    return text[: word.start()] + wrong + text[word.end() :]


def _edited(word: str, kind: Kind, chance: Random) -> str:
    """The word with one edit, which may leave it as it is."""
    at = chance.randrange(len(word))
    letter = chance.choice(ascii_lowercase)
    match kind:
        case "insert":
            return word[:at] + letter + word[at:]
        case "delete":
            return word[:at] + word[at + 1 :]
        case "replace":
            return word[:at] + letter + word[at + 1 :]
        case _:
            return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _character(text: str, kind: Kind, chance: Random) -> str | None:
    alike = _alike(kind)
    places = [at for at, character in enumerate(text) if alike.get(character)]
    if not places:
        return None
    at = chance.choice(places)
    return text[:at] + chance.choice(alike[text[at]]) + text[at + 1 :]


@cache
def _alike(kind: Kind) -> dict[str, list[str]]:
    """For each character in everyday use the others that sound or look like it."""
    everyday = _everyday()
    codes = np.array([ord(character) for character in everyday], np.uint32)
    found: dict[str, list[str]] = defaultdict(list)
    for character in everyday:
        like = likeness.likeness(character, codes)
        alike = like.sounds if kind == "sound" else like.looks & ~like.sounds
        found[character] = [
            everyday[at] for at in np.flatnonzero(alike) if everyday[at] != character
        ]
    return found


@cache
def _everyday() -> str:
    columns = range(0xA1, 0xFF)
    return "".join(
        bytes((row, column)).decode("gb2312", "ignore") for row in _ROWS for column in columns
    )
