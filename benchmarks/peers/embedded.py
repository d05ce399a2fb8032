"""The project's own engine over one column: the words, with their positions.

The column has the name of the unit view, because that is where the engine looks for phrases; to
the engine a view is a name. No bigrams help it here, as they do in a real index.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from benchmarks.peers.peer import FACETS, TOP, Answer, Peer, Search
from benchmarks.queries import Query
from benchmarks.tokens import Words
from index import Column, LiveSegment, Snapshot, View
from index.analysis import TokenColumns
from index.columns import Rows, SegmentBuilder, merge, open_segment
from search import plan
from search.embedded import EmbeddedEngine
from search.engine import Window
from search.ranking import B
from search.results import FacetName

WORDS = Column("text", View.UNITS)
_BATCH = 1000  # letters
_MOST_BYTES = 2 << 30  # of memory before a segment is written


@dataclass(frozen=True, slots=True)
class _OneSegment:
    """All that an engine needs of a snapshot."""

    segments: tuple[LiveSegment, ...]


class Letters:
    """The embedded engine."""

    name = "letters"
    version = version("letters")
    note = "counts all matches"

    def __init__(self, engine: EmbeddedEngine) -> None:
        self._engine = engine

    def search(self, query: Query) -> Search:
        """A plan over one column."""
        facets = cast("tuple[FacetName, ...]", FACETS) if query.kind == "filter" else ()
        window = Window(size=TOP, facets=facets)
        return lambda: self._answer(query, window)

    def _answer(self, query: Query, window: Window) -> Answer:
        wanted = plan.Plan(match=_match(query), scores=_scores(query), b=B)
        found = self._engine.find(wanted, window)
        return Answer(tuple(found.numbers.tolist()), found.total)


def build(words: Words, folder: Path) -> tuple[Peer, ...]:
    """One segment."""
    paths = list(_write(words, folder))
    if len(paths) > 1:
        parts = [open_segment(path) for path in paths]
        merge(parts, [None] * len(parts), folder / "merged.segment")
        for path in paths:
            path.unlink()
        paths = [folder / "merged.segment"]
    live = LiveSegment(open_segment(paths[0]), 0, None, cast("Any", None))
    return (Letters(EmbeddedEngine(cast("Snapshot", _OneSegment((live,))))),)


def _write(words: Words, folder: Path) -> Iterator[Path]:
    builder = SegmentBuilder(positions=frozenset({WORDS}))
    for first in range(0, len(words), _BATCH):
        builder.add(_rows(words, first, min(first + _BATCH, len(words))))
        if builder.size >= _MOST_BYTES or first + _BATCH >= len(words):
            path = folder / f"{first}.segment"
            builder.write(path)
            yield path


def _rows(words: Words, first: int, end: int) -> Rows:
    dates = words.dates[first:end]
    return Rows(
        count=end - first,
        tokens={WORDS: _columns(words, first, end)},
        numbers={name: np.array(dates, np.int64) for name in ("date_first", "date_last")},
        labels={
            "lang": [languages[:1] for languages in words.languages[first:end]],
            "genre": [(genre,) for genre in words.genres[first:end]],
            "year": [(str(date // 10_000),) for date in dates],
        },
        ragged={},
        blobs={},
    )


def _columns(words: Words, first: int, end: int) -> TokenColumns:
    ends = words.ends[first : end + 1]
    lengths = np.diff(ends)
    position = np.arange(ends[-1] - ends[0]) - np.repeat(ends[:-1] - ends[0], lengths)
    nowhere: NDArray[np.int32] = np.zeros(len(position), np.int32)
    return TokenColumns(
        vocabulary=words.vocabulary,
        term=words.term[ends[0] : ends[-1]],
        text=np.repeat(np.arange(end - first, dtype=np.int32), lengths),
        position=position.astype(np.int32),
        start=nowhere,
        end=nowhere,
    )


def _match(query: Query) -> plan.Match:
    terms = tuple(plan.HasTerm(WORDS, word) for word in query.words)
    match query.kind:
        case "and":
            return plan.AllOf(terms)
        case "phrase":
            slots = (plan.Slot((word,), offset) for offset, word in enumerate(query.words))
            return plan.HasPhrase(WORDS.field, tuple(slots))
        case "prefix":
            return plan.HasPrefix(WORDS, query.words[0])
        case "filter" if query.narrowing:
            within = plan.DatedWithin(query.narrowing.first, query.narrowing.last)
            language = plan.HasLabel("lang", (query.narrowing.language,))
            return plan.AllOf((plan.AnyOf(terms), language, within))
        case _:
            return plan.AnyOf(terms) if len(terms) > 1 else terms[0]


def _scores(query: Query) -> tuple[plan.Score, ...]:
    if query.kind == "prefix":
        return (plan.ScoreExpansion(plan.HasPrefix(WORDS, query.words[0]), 1.0),)
    return tuple(plan.ScoreTerm(WORDS, (word,), 1.0) for word in query.words)
