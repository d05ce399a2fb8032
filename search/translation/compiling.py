"""CC-CEDICT turned into tables, once for a version: Chinese to English, English to Chinese, sounds.

Tables: `zh` gives for a folded Chinese word its English phrases, best first, between tabs; `en` for
the stems of an English phrase the Chinese words, each with its share in thousandths, and + before
those that translate a longer phrase; `names` the
characters that foreign names are written with, each with its sound; `pinyin` the syllable of every
character. Takes some seconds and knows nothing of files.
"""

import importlib.util
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.analysis import fold
from search.translation.cedict import Entry
from search.translation.glosses import content, phrases
from search.translation.sounds import Sounds, of_latin, of_pinyin
from search.translation.stems import stem_of
from search.translation.words import MORE
from search.vocabulary import function_words

TO_ENGLISH: Final = 8  # phrases kept of a Chinese word; 5 to 12 find the same (measured)
TO_CHINESE: Final = 16  # words kept of an English phrase; 24 find the same (measured)
_PARTIAL: Final = 2.0  # how much later a phrase counts for one of its words than for all (learned)
_PARTIAL_WORDS: Final = (2, 3)  # of phrases that count for their words too
_NAME_DISTANCE: Final = 0.35  # of a name from its transliteration, at most
_NAMES_WITH: Final = 3  # names that a character must be in

Ranks = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class _Sense:
    """One phrase of one word; `rank` counts the phrases of its entry from 1."""

    chinese: str
    words: tuple[str, ...]
    rank: int


def compile_tables(entries: Iterable[Entry]) -> dict[str, dict[str, str]]:
    """The tables of a dictionary's entries."""
    listed = list(entries)
    senses = _senses(listed)
    return {
        "zh": _to_english(senses),
        "en": _to_chinese(senses, _frequencies()),
        "names": _name_characters(listed),
        "pinyin": _pinyin(listed),
    }


def _senses(entries: list[Entry]) -> list[_Sense]:
    """Folded all at once: a text at a time takes ten times as long."""
    written = [
        (place, phrase) for place, entry in enumerate(entries) for phrase in phrases(entry.glosses)
    ]
    words = _fold_lines(phrase for _, phrase in written)
    chinese = _fold_lines(entry.simplified for entry in entries)
    ranks: Counter[int] = Counter()
    senses = []
    for (place, _), phrase in zip(written, words, strict=True):
        if found := content(phrase):
            ranks[place] += 1
            senses.append(_Sense(chinese[place], found, ranks[place]))
    return senses


def _fold_lines(texts: Iterable[str]) -> list[str]:
    return fold("\n".join(texts)).text.split("\n")


def _to_english(senses: Iterable[_Sense]) -> dict[str, str]:
    """Of several readings the first phrases of each come first."""
    found: dict[str, dict[tuple[str, ...], tuple[int, str]]] = defaultdict(dict)
    for sense in senses:
        key = tuple(map(stem_of, sense.words))
        known = found[sense.chinese].get(key)
        if known is None or sense.rank < known[0]:
            found[sense.chinese][key] = (sense.rank, " ".join(sense.words))
    return {
        chinese: "\t".join(
            phrase for _, phrase in sorted(ranked.values(), key=lambda one: one[0])[:TO_ENGLISH]
        )
        for chinese, ranked in found.items()
    }


def _to_chinese(senses: Iterable[_Sense], frequencies: Mapping[str, int]) -> dict[str, str]:
    """Words by the square root of their frequency over their rank (learned)."""
    whole: Ranks = defaultdict(dict)
    parts: Ranks = defaultdict(dict)
    grammar = function_words()
    for sense in senses:
        stems = tuple(map(stem_of, sense.words))
        _note(whole[" ".join(stems)], sense.chinese, sense.rank)
        if len(stems) in _PARTIAL_WORDS:
            for word in set(stems) - grammar:
                _note(parts[word], sense.chinese, _PARTIAL * len(stems) * sense.rank)
    return {key: _shares(whole[key], parts.get(key, {}), frequencies) for key in whole}


def _note(ranks: dict[str, float], chinese: str, rank: float) -> None:
    ranks[chinese] = min(ranks.get(chinese, rank), rank)


def _shares(
    whole: Mapping[str, float], parts: Mapping[str, float], frequencies: Mapping[str, int]
) -> str:
    """The likeliest words, best first; those of `whole` are not looked for in `parts`."""
    weighed = [
        (math.sqrt(frequencies.get(chinese, 1)) / rank, chinese)
        for chinese, rank in {**parts, **whole}.items()
    ]
    best = sorted(weighed, reverse=True)[:TO_CHINESE]
    total = sum(weight for weight, _ in best)
    return "\t".join(
        f"{'' if chinese in whole else MORE}{chinese} {max(1, round(1000 * weight / total))}"
        for weight, chinese in best
    )


def _frequencies() -> dict[str, int]:
    """How often words occur in the text that jieba's dictionary was counted in."""
    spec = importlib.util.find_spec("jieba")
    folder = Path((spec.submodule_search_locations or [""])[0]) if spec else Path()
    try:
        lines = (folder / "dict.txt").read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    rows = (line.split(" ") for line in lines)
    return {row[0]: max(1, int(row[1])) for row in rows if len(row) > 1 and row[1].isdigit()}


def _pinyin(entries: Iterable[Entry]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries:
        if len(entry.simplified) == len(entry.syllables) == 1 and entry.simplified > "\u2e80":
            found.setdefault(entry.simplified, entry.syllables[0].lower().rstrip("12345"))
    return found


def _name_characters(entries: Iterable[Entry]) -> dict[str, str]:
    """The characters of names that sound like their one-word English."""
    counts: Counter[str] = Counter()
    for entry in entries:
        gloss = next(phrases(entry.glosses), "")
        if (
            len(entry.simplified) == len(entry.syllables) >= 3
            and entry.syllables[0][:1].isupper()
            and gloss.isascii()
            and gloss.isalpha()
            and gloss.istitle()
        ):
            sound = "".join(map(of_pinyin, entry.syllables))
            name = Sounds([of_latin(gloss.lower())])
            if sound and name.distances(sound)[0] < _NAME_DISTANCE:
                counts.update(set(entry.simplified))
    pinyin = _pinyin(entries)
    return {
        character: sound
        for character, count in sorted(counts.items())
        if count >= _NAMES_WITH and (sound := of_pinyin(pinyin.get(character, "")))
    }
