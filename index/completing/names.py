"""What of a letter can be completed while typing: its title, issuers and heads of initiatives.

Knows letters and the kinds of completions; how they are kept and found, `index.columns` knows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus import Letter
from index.analysis import TokenColumns, View
from index.analysis.baring import BareBatch, bare_batch
from index.analysis.folding import decode
from index.columns.completions.batch import CompletionRows
from index.columns.runs import offsets_of
from index.fields import Column
from index.values import GAP, field_values

NAMES: Final = "names"  # the completions that letters have as they are
LONGEST_HEAD: Final = 60  # bytes of UTF-8: 20 Han characters or some nine English words
LONGEST_NAME: Final = 240  # bytes; longer titles and names are cut


class CompletionKind(IntEnum):
    """What a completion is; the numbers are kept in segments."""

    TITLE = 0
    INITIATIVE = 1
    ISSUER = 2
    PHRASE = 3


_FIELDS: Final = {
    CompletionKind.TITLE: "title",
    CompletionKind.INITIATIVE: "initiative",
    CompletionKind.ISSUER: "issuer",
}


def names_of(letters: Sequence[Letter], tokens: Mapping[Column, TokenColumns]) -> CompletionRows:
    """The names of a batch of letters; `tokens` are the words of their fields.

    The place of a name is its number within its field of the letter, from 0; alternative titles
    follow the title (see `written_names`).
    """
    parts = [
        _of_field(letters, kind, tokens[Column(field, View.WORDS)])
        for kind, field in _FIELDS.items()
    ]
    texts = list(chain.from_iterable(part.texts for part in parts))
    before = offsets_of(np.array([len(part.texts) for part in parts], np.int64)).tolist()
    text = [part.words[0] + at for part, at in zip(parts, before, strict=False)]
    return to_completions(
        bare_batch(texts),  # all at once: for few texts most of the time goes into calls
        (np.concatenate(text), np.concatenate([part.words[1] for part in parts])),
        kind=np.repeat(np.array(list(_FIELDS), np.uint8), np.diff(before)),
        row=np.concatenate([part.row for part in parts]),
        place=np.concatenate([part.place for part in parts]),
    )


def written_names(letter: Letter, kind: CompletionKind) -> Sequence[str]:
    """All names of a kind as the letter has them; a place is a place among these."""
    return field_values(letter, _FIELDS[kind])


def shorten(name: str, kind: CompletionKind) -> str:
    """As much of a name as is offered: all of it, or its beginning up to a whole word.

    >>> shorten("Adhere to the promotion of industry spirit, craftsmanship spirit and more", 1)
    'Adhere to the promotion of industry spirit, craftsmanship'
    """
    longest = LONGEST_HEAD if kind == CompletionKind.INITIATIVE else LONGEST_NAME
    if len(name) * 4 <= longest:
        return name
    room = longest if name.isascii() else _room(name, longest)
    if len(name) <= room:
        return name
    if (name[room - 1] + name[room]).isascii():
        blank = name.rfind(" ", 0, room + 1)
        room = room if blank < 0 else blank
    return name[:room].rstrip()


def _room(name: str, longest: int) -> int:
    """How many characters have so many bytes at most."""
    raw = name[:longest].encode("utf-8", "surrogatepass")[:longest]
    return len(raw.decode("utf-8", "ignore"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """The names of one kind: their texts, letters and places, and where words start in them."""

    texts: list[str]
    row: NDArray[np.int64]
    place: NDArray[np.int32]
    words: tuple[NDArray[np.int64], NDArray[np.int64]]


def _of_field(letters: Sequence[Letter], kind: CompletionKind, tokens: TokenColumns) -> _Names:
    texts: list[str] = []
    places: list[int] = []  # of each: the row, which name of it, where it starts in its field
    for row, letter in enumerate(letters):
        at = 0
        for place, name in enumerate(written_names(letter, kind)):
            if name:
                texts.append(shorten(name, kind))
                places += row, place, at
                at += len(name) + len(GAP)
    rows, place_of, start = np.array(places, np.int64).reshape(-1, 3).T
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    words = _words(tokens, rows << 32 | start, lengths)
    return _Names(texts=texts, row=rows, place=place_of.astype(np.int32), words=words)


def _words(
    tokens: TokenColumns, keys: NDArray[np.int64], lengths: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where words of two characters or more start: in which text, and where in it."""
    is_long = tokens.end - tokens.start >= 2
    words = tokens.text[is_long].astype(np.int64) << 32 | tokens.start[is_long]
    text = np.searchsorted(keys, words, "right") - 1
    within = words - keys[text]
    kept = within < lengths[text]
    return text[kept], within[kept]


def to_completions(
    batch: BareBatch,
    words: tuple[NDArray[np.int64], NDArray[np.int64]],
    *,
    kind: CompletionKind | NDArray[np.uint8],
    row: NDArray[np.int64],
    place: NDArray[np.int32],
) -> CompletionRows:
    """The bare forms of texts as completions, one occurrence each; of one kind, or one a text."""
    text, within = words
    starts = np.searchsorted(batch.starts, batch.source_begins[text] + within)
    is_start = np.zeros(len(batch.codes) + 1, bool)
    is_start[starts[starts < batch.begins[text + 1]]] = True
    is_start[batch.begins[:-1]] = True
    starts = np.flatnonzero(is_start[:-1])
    codes = np.insert(batch.codes, batch.begins[1:], 0)
    starts += np.searchsorted(batch.begins[1:], starts, "right")  # for the zeros before them
    widths = 1 + (codes >= 0x80).astype(np.int64) + (codes >= 0x800) + (codes >= 0x10000)
    places = np.concatenate([np.zeros(1, np.int64), np.cumsum(widths)])
    ends = places[batch.begins[1:] + np.arange(1, len(batch.begins))]
    count = len(row)
    return CompletionRows(
        text=np.frombuffer(decode(codes).encode("utf-8"), np.uint8),
        sizes=np.diff(ends, prepend=0),
        kind=np.full(count, kind, np.uint8),
        words=places[starts],
        string=np.arange(count),
        row=row.astype(np.int32),
        place=place,
        weight=np.ones(count, np.int32),
    )
