"""Letters as rows of columns: which parts of a letter are searched, filtered, sorted and kept.

The one place that knows both a letter and the names of the columns. Knows nothing of files of the
index, nor how a text becomes terms.
"""

import calendar
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

import corpus
from corpus import Letter, to_compact
from index.analysis import Segmenter, TokenColumns, View
from index.columns import CompletionRows, Rows
from index.field_tokens import tokens_of
from index.fields import Column
from index.kept import OTHER_NAME
from index.naming import name_marks

BATCH_CHARACTERS = 2_000_000  # of text analysed at once: some 100 MB of arrays
BATCH_LETTERS = (
    500  # more save no time (measured 2026-01: the cost of a batch is that of 5 letters)
)
_TO_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class FileState:
    """A file when it was read: its size in bytes, its time, and 64 bits of its content's digest.

    `correction` is the digest of what its folder's `letters.toml` said of it, 0 for nothing.
    """

    size: int
    mtime_ns: int
    digest: int
    correction: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A letter and the state of the file it was read from."""

    letter: Letter
    state: FileState


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in the portions that are analysed at once, at least one in each."""
    batch: list[Document] = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.letter.text)
        if characters >= BATCH_CHARACTERS or len(batch) >= BATCH_LETTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def to_rows(documents: Sequence[Document], segmenter: Segmenter) -> Rows:
    """The rows of a batch of letters, in their order."""
    letters = [document.letter for document in documents]
    tokens = tokens_of(letters, segmenter)
    return Rows(
        count=len(letters),
        tokens=tokens,
        numbers=_numbers(documents),
        labels=_labels(letters),
        completions=_completions(letters, tokens),
        ragged=_initiatives(letters, tokens[Column("text", View.UNITS)])
        | {"issuer_mark": _marks([party.name for party in letter.issuers] for letter in letters)},
        blobs={
            "record": [_to_blob(letter) for letter in letters],
            "text": [letter.text.encode("utf-8", "surrogatepass") for letter in letters],
        },
    )


def date_span(date: str | None) -> tuple[int, int]:
    """The first and last day of a date as YYYYMMDD, zeros for no date.

    >>> date_span("2020-02"), date_span("2020-02-03"), date_span(None)
    ((20200201, 20200229), (20200203, 20200203), (0, 0))
    """
    if date is None:
        return 0, 0
    year, month, *day = map(int, date.split("-"))
    first = day[0] if day else 1
    last = day[0] if day else calendar.monthrange(year, month)[1]
    return year * 10_000 + month * 100 + first, year * 10_000 + month * 100 + last


def _completions(
    letters: Sequence[Letter], tokens: Mapping[Column, TokenColumns]
) -> dict[str, CompletionRows]:
    # Not for those who only read letters.
    from index.completing import NAMES, PHRASES, names_of, phrases_of

    return {
        NAMES: names_of(letters, tokens),
        PHRASES: phrases_of(letters, tokens[Column("text", View.WORDS)]),
    }


def _numbers(documents: Sequence[Document]) -> dict[str, NDArray[np.int64]]:
    spans = [date_span(document.letter.date) for document in documents]
    states = [document.state for document in documents]
    columns = {
        "date_first": [first for first, _ in spans],
        "date_last": [last for _, last in spans],
        "size": [state.size for state in states],
        "mtime_ns": [state.mtime_ns for state in states],
        "digest": [state.digest for state in states],
        "correction": [state.correction for state in states],
    }
    return {name: np.array(column, np.int64) for name, column in columns.items()}


def _labels(letters: Sequence[Letter]) -> dict[str, list[tuple[str, ...]]]:
    return {
        "id": [(letter.id,) for letter in letters],
        "source": [(letter.source,) for letter in letters],
        "lang": [letter.languages for letter in letters],
        "genre": [(letter.genre,) for letter in letters],
        "issuer": [tuple(party.name for party in letter.issuers) for letter in letters],
        "other_name": [_other_names(letter) for letter in letters],
        "year": [(letter.date[:4],) if letter.date else () for letter in letters],
        "translation_of": [
            (letter.translation_of,) if letter.translation_of else () for letter in letters
        ],
    }


def _other_names(letter: Letter) -> tuple[str, ...]:
    """What the letter says that organisations are called as well: full name, tab, other name."""
    return tuple(OTHER_NAME.join(name) for name in corpus.find_other_names(letter.searchable))


def _marks(names: Iterable[Sequence[str]]) -> list[list[int]]:
    """The mark of each of a letter's labels, in their order."""
    once = [tuple(dict.fromkeys(of_letter)) for of_letter in names]
    every = list(dict.fromkeys(chain.from_iterable(once)))
    marks = dict(zip(every, name_marks(every).tolist(), strict=True))
    return [[marks[name] for name in of_letter] for of_letter in once]


def _initiatives(letters: Sequence[Letter], units: TokenColumns) -> dict[str, list[list[int]]]:
    """Initiatives as intervals over the positions of units, both ends in them.

    An initiative without any unit ends before it begins.
    """
    counts = [len(letter.initiatives) for letter in letters]
    row = np.repeat(np.arange(len(letters), dtype=np.int64), counts)
    every = [initiative for letter in letters for initiative in letter.initiatives]
    starts = np.array([initiative.start for initiative in every], np.int64)
    ends = np.array([initiative.end for initiative in every], np.int64)
    place = (units.text.astype(np.int64) << 32) | units.start
    first = np.searchsorted(place, (row << 32) | starts)
    after = np.searchsorted(place, (row << 32) | ends)
    positions = np.append(units.position, 0)
    return {
        "initiative_number": _by_letter([initiative.number or 0 for initiative in every], counts),
        "initiative_level": _by_letter([initiative.level for initiative in every], counts),
        "initiative_first": _by_letter(positions[first].tolist(), counts),
        "initiative_last": _by_letter(
            np.where(after > first, positions[after - 1], positions[first] - 1).tolist(), counts
        ),
    }


def _by_letter(values: list[int], counts: list[int]) -> list[list[int]]:
    rest = iter(values)
    return [list(islice(rest, count)) for count in counts]


def _to_blob(letter: Letter) -> bytes:
    return _TO_JSON.encode(to_compact(letter)).encode("utf-8", "surrogatepass")
