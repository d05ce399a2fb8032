"""What can be said of a letter in a `letters.toml`: the keys of front matter, and their values.

Every value becomes a few strings in one line each. Knows no files; what keys mean for a letter,
`corpus.structure.declared` knows.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from corpus.excerpts import in_one_line
from corpus.structure.dates import iter_dates
from corpus.structure.declared import GENRES, genre_of, language_of

LONGEST = 1_000  # characters of a value

Values = tuple[str, ...]


class Key(NamedTuple):
    """How a value is read, None where it cannot be one, and what is wanted in both languages."""

    read: Callable[[object], Values | None]
    wanted: str
    wanted_zh: str


def read_words(value: object) -> Values | None:
    """Words in one line, none where they are left empty."""
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    words = in_one_line("".join(char if char.isprintable() else " " for char in value))
    return (words,) if words else ()


def read_list(value: object) -> Values | None:
    """Some words, each in one line; a single string is a list of one."""
    each = [read_words(one) for one in (value if isinstance(value, list) else [value])]
    return None if None in each else tuple(word for words in each if words for word in words)


def read_date(value: object) -> Values | None:
    """A day or a month as YYYY-MM-DD or YYYY-MM; none where it is left empty."""
    if value == "":
        return ()
    words = f"{value:%Y-%m-%d}" if isinstance(value, date) else value
    if not isinstance(words, str) or len(words) > LONGEST:
        return None
    found = next(iter_dates(words), None)
    return (found.value,) if found else None


def read_genre(value: object) -> Values | None:
    """One of the genres."""
    genre = genre_of(value) if isinstance(value, str) else None
    return (genre,) if genre else None


def read_languages(value: object) -> Values | None:
    """One or more languages."""
    each = [language_of(tag) for tag in read_list(value) or ()]
    found = tuple(dict.fromkeys(language for language in each if language))
    return None if None in each or not found else found


def read_initiatives(value: object) -> Values | None:
    """How the lines begin that begin initiatives; none of them, said as `false`."""
    if value is False:
        return ()
    return read_list(value) if isinstance(value, list) else None


_WORDS = Key(
    read_words,
    f"words in quotation marks, {LONGEST:,} characters at most",
    f"引号里的文字，不超过 {LONGEST} 个字符",
)
_NAMES = Key(read_list, 'names in quotation marks: ["…", "…"]', '引号里的名称：["…", "…"]')
_LANGUAGES = Key(read_languages, '"zh-Hans", "zh-Hant" or "en"', " zh-Hans、zh-Hant 或 en，加引号")
KEYS: Mapping[str, Key] = {
    "title": _WORDS,
    "date": Key(
        read_date,
        'a day or a month: 2020-02-03 or "2020-02"',
        '日期或月份：2020-02-03 或 "2020-02"',
    ),
    "issuers": _NAMES,
    "addressee": _WORDS,
    "signatories": _NAMES,
    "genre": Key(
        read_genre, f"one of these in quotation marks: {', '.join(GENRES)}", "以上之一，加引号"
    ),
    "lang": _LANGUAGES,
    "language": _LANGUAGES,
    "languages": _LANGUAGES,
    "translation_of": _WORDS,
    "translation": _WORDS,
    "initiatives": Key(
        read_initiatives,
        'false, or how the lines of initiatives begin: ["…", "…"]',
        ' false，或各条倡议所在行的开头：["…", "…"]',
    ),
}
SAME = {"language": "lang", "languages": "lang"}  # as in front matter
