"""Makes the data of analysis: `python -m index.analysis.make_tables`, with opencc, on Python 3.11.

Writes data/traditional.txt (traditional characters, each with its simplified one, by opencc) and
data/folding.npz (see `tables`), from the Unicode database of the Python that runs it, which must
be that of 14.0. The program itself never runs this.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.analysis import tables
from index.analysis.tables import CODE_POINTS, KIND_SHIFT

DATA: Final = tables.TABLE_FILE.parent
TRADITIONAL_FILE: Final = DATA / "traditional.txt"
RADICALS_FILE: Final = DATA / "radicals.txt"
UNICODE_VERSION: Final = "14.0.0"
UNASSIGNED: Final = ("Cn", "Co", "Cs")  # no character, private use, surrogates

IDEOGRAPHS: Final = ((0x3400, 0xA000), (0xF900, 0xFB00), (0x20000, 0x32000))
RARE_IDEOGRAPHS: Final = (
    *((0x3005, 0x3008), (0x3400, 0x4DC0), (0x9FD6, 0xA000), (0xF900, 0xFB00)),
    (0x20000, 0x40000),  # all of two planes: those to come are ideographs too
)
# Punctuation whose full width means something: 100，200 lists two numbers, 100,200 is one. The
# ellipsis is common, and no one searches its dots.
UNFOLDED: Final = "，…"
REPLACED: Final = {
    "’": "'", "ʼ": "'", "ʻ": "'",
    "æ": "ae", "œ": "oe", "ı": "i", "ȷ": "j", "ς": "σ",
    "○": "〇", "◯": "〇",  # typed for the zero of 二〇二〇年
}  # fmt: skip
LATIN_VARIANT: Final = re.compile(r"LATIN SMALL LETTER ([A-Z]) WITH ")
EMOJI_MODIFIERS: Final = range(0x1F3FB, 0x1F400)
SYMBOLS: Final = ((0x2600, 0x27C0), (0x2B50, 0x2B56), (0x1F000, 0x1FC00))
SCRIPTS: Final = (
    (tables.HIRAGANA, ((0x3041, 0x309B), (0x309D, 0x30A0), (0x1B000, 0x1B120))),
    (tables.KATAKANA, ((0x30A1, 0x30FB), (0x30FC, 0x3100), (0x31F0, 0x3200))),
    (tables.HANGUL, ((0x1100, 0x1200), (0xA960, 0xA980), (0xAC00, 0xD800))),
    (tables.UNSPACED, ((0x0E00, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800))),
    (tables.UNSPACED, ((0xA9E0, 0xAA00), (0xAA60, 0xAA80))),
)
PUNCTUATION: Final = {
    **dict.fromkeys("。!?;\u2029", tables.SENTENCE_END),
    **dict.fromkeys("-‐‑–_\u2212", tables.JOINER),
    **dict.fromkeys(",.", tables.POINT),
    "'": tables.APOSTROPHE,
    "\n": tables.NEWLINE,
}


def main() -> None:
    """Writes both files beside this one."""
    if unicodedata.unidata_version != UNICODE_VERSION:
        raise SystemExit(f"Run this on Python 3.11: the tables are those of {UNICODE_VERSION}.")
    pairs = traditional_pairs()
    header = "# Traditional characters, each with its simplified one, by opencc t2s.\n"
    lines = "".join(f"{a}{b}\n" for a, b in sorted(pairs.items()))
    TRADITIONAL_FILE.write_text(header + lines, encoding="utf-8")
    with tables.TABLE_FILE.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **folding_arrays())


def traditional_pairs() -> dict[str, str]:
    """Every ideograph that opencc simplifies, with the end of its chain (薴, 苧, 苎)."""
    import opencc

    convert = opencc.OpenCC("t2s").convert
    characters = (chr(c) for low, high in IDEOGRAPHS for c in range(low, high))
    step = {c: simple for c in characters if len(simple := convert(c)) == 1 and simple != c}
    return {c: _end_of_chain(c, step) for c in step}


def _end_of_chain(character: str, step: Mapping[str, str]) -> str:
    while character in step:
        character = step[character]
    return character


def folding_arrays() -> dict[str, NDArray[np.unsignedinteger[Any]]]:
    """The arrays of the table file, from the Unicode database and the two lists of pairs."""
    kinds = _kinds()
    runs = np.flatnonzero(np.diff(kinds, prepend=kinds[0] + 1))
    folded = {code: fold_character(chr(code)) for code in _assigned()}
    entries = {code: _entry(code, text) for code, text in folded.items()}
    changed = np.array([c for c, entry in entries.items() if entry != c], np.uint32)
    entry = np.array([entries[c] for c in changed.tolist()], np.uint32)
    expansions = {code: text for code, text in folded.items() if len(text) > 1}
    return {
        "kind": kinds[runs],
        "kind_length": np.diff(runs, append=CODE_POINTS).astype(np.uint32),
        "code": changed,
        "entry": entry | kinds[entry & tables.CODE_MASK].astype(np.uint32) << KIND_SHIFT,
        "expanding": np.array(list(expansions), np.uint32),
        "expanded_length": np.array([len(text) for text in expansions.values()], np.uint8),
        "expanded": np.array([ord(c) for text in expansions.values() for c in text], np.uint32),
    }


@functools.cache
def _assigned() -> tuple[int, ...]:
    """The code points of characters."""
    codes = range(CODE_POINTS)
    return tuple(c for c in codes if unicodedata.category(chr(c)) not in UNASSIGNED)


def _kinds() -> NDArray[np.uint8]:
    """The kind of each code point, as a folded character."""
    kinds = np.full(CODE_POINTS, tables.OTHER, np.uint8)
    for code in _assigned():
        kinds[code] = _kind(chr(code))
    for low, high in RARE_IDEOGRAPHS:
        kinds[low:high] = tables.RARE_HAN
    kinds[0x4E00:0x9FD6] = tables.HAN
    return kinds


def fold_character(character: str) -> str:
    """What one character folds to: the end of repeated steps, so that folding is idempotent."""
    if _is_dropped(character) or _is_attached(character):
        return ""
    folded = _fold_once(character)
    while folded != (again := "".join(map(_fold_once, folded))):
        folded = again
    return folded


def _fold_once(character: str) -> str:
    """One step: compatibility form, capitals and accents away, then the lists of pairs."""
    if character in UNFOLDED:
        return character
    bare = _without_marks(unicodedata.normalize("NFKD", character)).casefold()
    bare = _without_marks(unicodedata.normalize("NFKD", bare))
    composed = unicodedata.normalize("NFC", bare)
    return "".join(map(_replacement, composed))


def _without_marks(text: str) -> str:
    return "".join(c for c in text if not _is_attached(c) and not _is_dropped(c))


def _is_dropped(character: str) -> bool:
    return unicodedata.category(character) == "Cf"


def _is_attached(character: str) -> bool:
    """Accents, points and enclosing marks; not what spells a syllable, such as a virama."""
    combining = unicodedata.combining(character)
    if combining:
        return combining == 1 or 10 <= combining <= 36 or combining >= 200
    if ord(character) in EMOJI_MODIFIERS or unicodedata.category(character) == "Me":
        return True
    return unicodedata.name(character, "").startswith(
        ("VARIATION SELECTOR", "MONGOLIAN FREE VARIATION", "COMBINING GRAPHEME JOINER")
    )


def _replacement(character: str) -> str:
    if character in REPLACED:
        return REPLACED[character]
    if character in _simplified():
        return _simplified()[character]
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.digit(character))
    variant = LATIN_VARIANT.match(unicodedata.name(character, ""))
    return variant[1].lower() if variant else character


@functools.cache
def _simplified() -> dict[str, str]:
    """Traditional characters and radicals, each with the character it folds to."""
    traditional = read_pairs(TRADITIONAL_FILE)
    radicals = read_pairs(RADICALS_FILE)
    return traditional | {r: traditional.get(c, c) for r, c in radicals.items()}


def read_pairs(path: Path) -> dict[str, str]:
    """The pairs of characters of a file: one a line, comments after #."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line[0]: line[1] for line in lines if not line.startswith("#")}


def _entry(code: int, folded: str) -> int:
    """Action, flag and folded code point, without the kind."""
    if not folded:
        action = tables.DROP if _is_dropped(chr(code)) else tables.ATTACH
        return action << tables.ACTION_SHIFT | code
    if folded[0] in _extenders():
        return tables.CLUSTER << tables.ACTION_SHIFT | tables.EXTENDS | ord(folded[0])
    if len(folded) > 1:
        return tables.CLUSTER << tables.ACTION_SHIFT | ord(folded[0])
    return ord(folded)


@functools.cache
def _extenders() -> frozenset[str]:
    """Characters that normalization may compose with, or order after, the one before."""
    found = {chr(c) for c in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}
    for character in map(chr, _assigned()):
        if unicodedata.combining(character):
            found.add(character)
        parts = unicodedata.decomposition(character).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            found.add(chr(int(parts[1], 16)))
    return frozenset(found)


def _kind(character: str) -> int:
    """The kind of a folded character that is no ideograph."""
    code, category = ord(character), unicodedata.category(character)
    if character in PUNCTUATION:
        return PUNCTUATION[character]
    if character.isspace():
        return tables.SPACE
    if category == "So" and _is_within(code, SYMBOLS):
        return tables.SYMBOL
    if category == "Nd":
        return tables.DIGIT
    if category[0] not in "LMN":
        return tables.OTHER
    return next((kind for kind, ranges in SCRIPTS if _is_within(code, ranges)), tables.LETTER)


def _is_within(code: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(low <= code < high for low, high in ranges)


if __name__ == "__main__":
    main()
