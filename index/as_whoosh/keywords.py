"""From keyword arguments, as Whoosh's writers take them, to a letter.

What is not said is understood from the text, as in files. What is said and not in the text is
declared in front matter at its head, so that every value of a letter stands in its text.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from corpus import Letter, LetterId, read_text
from index.as_whoosh.stock import fields
from index.documents import Document, FileState

FENCE: Final = "---\n"
NO_FILE: Final = FileState(0, 0, 0)  # a reindex that finds a file of that source reads it

# What can be said of a letter beside its text: the key of front matter, and what a letter has.
SAID: Final[Mapping[str, tuple[str, Callable[[Letter], Any]]]] = {
    "title": ("title", lambda letter: letter.title.text if letter.title else None),
    "date": ("date", lambda letter: letter.date),
    "lang": ("languages", lambda letter: list(letter.languages)),
    "genre": ("genre", lambda letter: letter.genre),
    "issuer": ("issuers", lambda letter: [party.name for party in letter.issuers]),
    "translation_of": ("translation_of", lambda letter: letter.translation_of),
}
REQUIRED: Final = ("id", "text")


def to_document(values: Mapping[str, Any]) -> Document:
    """The letter of `id`, `text` and perhaps `source` and what is in `SAID`, in one line each.

    The stored fields of a hit give the same letter again. Raises `whoosh.fields.UnknownFieldError`,
    ValueError for a value that the letter cannot have, and `corpus.UnreadableLetter`.
    """
    unknown = set(values) - {*REQUIRED, "source", *SAID}
    if unknown:
        raise fields.UnknownFieldError(f"A letter has no field named {', '.join(sorted(unknown))}")
    if not all(isinstance(values.get(name), str) and values[name] for name in REQUIRED):
        raise ValueError("A letter needs an id and a text")
    said = {name: values[name] for name in SAID if values.get(name)}
    read = partial(
        read_text,
        letter_id=LetterId(unicodedata.normalize("NFC", values["id"])),
        source=values.get("source") or f"{values['id']}.md",
    )
    letter = read(values["text"])
    unsaid = _unsaid(letter, said)
    for text in _declaring(values["text"], unsaid):
        if unsaid:
            letter = read(text)
            unsaid = _unsaid(letter, said)
    if unsaid:
        raise ValueError(f"The letter {letter.id} cannot have {unsaid}")
    return Document(letter, NO_FILE)


def _unsaid(letter: Letter, said: Mapping[str, Any]) -> dict[str, Any]:
    """What was said of a letter and is not so."""
    return {name: value for name, value in said.items() if not _has(letter, name, value)}


def _has(letter: Letter, name: str, value: Any) -> bool:
    found = SAID[name][1](letter)
    return _lines(value) == (found if isinstance(found, list) else [found])


def _declaring(text: str, said: Mapping[str, Any]) -> Iterator[str]:
    """The text with front matter at its head: within that of its own, and before it."""
    lines = "".join(f"{SAID[name][0]}: {_to_value(value)}\n" for name, value in said.items())
    if text.startswith(FENCE):
        yield FENCE + lines + text.removeprefix(FENCE)
    yield FENCE + lines + FENCE + text


def _to_value(value: Any) -> str:
    quoted = [_quote(line) for line in _lines(value)]
    return f"[{', '.join(quoted)}]" if isinstance(value, list | tuple) else quoted[0]


def _quote(line: str) -> str:
    mark = "'" if '"' in line else '"'
    return line if mark in line else f"{mark}{line}{mark}"


def _lines(value: Any) -> list[str]:
    several = value if isinstance(value, list | tuple) else [value]
    return [" ".join(str(one).split()) for one in several]
