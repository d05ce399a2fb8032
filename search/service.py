"""Searching: a request to one page of ranked results, one line a stage."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from numpy.typing import NDArray

from corpus import Letter, LetterId
from index import DamagedSegment, Snapshot
from search.collection import Collection, Prepared
from search.counted import facet_value
from search.engine import Found, FoundInitiatives
from search.initiatives import initiative_hits, rank_initiatives
from search.letters import LetterView, letters_of, view_letter
from search.match_set import MatchSet, count_letters, find_match_set
from search.ranked import rank, rank_translated, shown_on, window_of
from search.results import (
    Completion,
    FacetValue,
    Hit,
    OtherLanguage,
    Request,
    Results,
    Suggestion,
)
from search.snippets import Needle, ready_parts

if TYPE_CHECKING:
    from index import Original
    from search.explaining import Explanation
    from search.recurring import Recurrences
    from search.similar import SimilarLetters

Answer = TypeVar("Answer")
COMPLETIONS = 10  # as many as a reader takes in at a glance
OTHER_LANGUAGE = 5  # letters shown of the other language: a glance at what more there is


class Snapshots(Protocol):
    """Where a searcher gets the generation to answer from; `LiveIndex` has the newest."""

    def snapshot(self) -> Snapshot:
        """The generation to answer from now."""
        ...

    def distrust(self, snapshot: Snapshot, damage: DamagedSegment) -> Snapshot:
        """The generation to answer from as a file of this one is damaged; raises if none is."""
        ...

    def let_go(self) -> None:
        """Keep nothing open until a generation is asked for again."""
        ...


class Searcher:
    """Answers searches over an index that may be renewed meanwhile. Safe for threads."""

    def __init__(self, live: Snapshots, *, custom: Path | None = None) -> None:
        """`custom` is the folder of the admin's own glossary."""
        self._live = live
        self._custom = custom
        self._lock = Lock()
        self._collection: Collection | None = None

    def search(self, request: Request) -> Results:
        """One page of hits. Raises what `LiveIndex.snapshot` raises, and nothing for any query."""
        return self._soundly(
            lambda collection: collection.answers.of(request, partial(_search, collection))
        )

    def letter(self, letter_id: str, q: str = "", *, synonyms: bool = True) -> LetterView | None:
        """A letter by its id, with what the query marks in it; None where there is none."""
        return self._soundly(
            lambda collection: view_letter(collection, letter_id, q, synonyms=synonyms)
        )

    def letters(self, ids: Sequence[LetterId]) -> tuple[Letter, ...]:
        """The letters of these ids, in their order, without those that are not there."""
        return self._soundly(lambda collection: letters_of(collection.snapshot, ids))

    def explain(self, letter_id: str, q: str, *, synonyms: bool = True) -> "Explanation | None":
        """Why a letter has its score for a query, or is not found; None where there is none."""
        from search.explaining import explain  # not for searching

        return self._soundly(
            lambda collection: explain(collection, letter_id, q, synonyms=synonyms)
        )

    def complete(self, typed: str, limit: int = COMPLETIONS) -> tuple[Completion, ...]:
        """What goes on from what was typed, the best first; nothing that is typed raises."""
        from search.completing import complete  # a search does without

        return self._soundly(lambda found: complete(found.snapshot, typed, limit, found.names))

    def similar(self, letter_id: str, limit: int = 10) -> "SimilarLetters | None":
        """The letters most like a letter, without itself; None if there is no such letter."""
        from search.similar import similar  # not for searching

        return self._soundly(lambda collection: similar(collection, letter_id, limit))

    def issuer_initials(self) -> tuple[str, ...]:
        """The letters under which issuers stand, A to Z and then # for all others."""
        return self._soundly(lambda collection: collection.directory.initials)

    def issuers(self, initial: str) -> tuple[FacetValue, ...]:
        """The issuers under a letter in the order of the alphabet, Chinese ones by pinyin."""
        return self._soundly(lambda collection: collection.directory.part(initial))

    def original(self, letter_id: str) -> "Original | None":
        """The file that a letter was read from, if it is as it was; None if there is no letter."""
        from index import read_original  # not for searching

        return self._soundly(lambda collection: read_original(collection.snapshot, letter_id))

    def match_set(self, request: Request, limit: int) -> MatchSet:
        """The first `limit` letters found, in the request's order, whatever page it asks for."""
        return self._soundly(lambda collection: find_match_set(collection, request, limit))

    def count(self, request: Request) -> int:
        """How many letters a search finds."""
        return self._soundly(lambda collection: count_letters(collection, request))

    def recurrences(self, letter_id: str, ordinal: int, limit: int = 10) -> "Recurrences | None":
        """Where else an initiative is, by its place in its letter from 1; None if there is none."""
        from search.recurring import recurrences  # not for searching

        return self._soundly(lambda collection: recurrences(collection, letter_id, ordinal, limit))

    def best(self, request: Request) -> tuple[LetterId, ...]:
        """The ids of a page of hits, best first, without what is shown of them."""
        return self._soundly(lambda collection: _ids(collection, request))

    def best_in_other_language(self, request: Request) -> tuple[LetterId, ...]:
        """The ids of a page of hits in the other language, best first."""
        return self._soundly(lambda collection: _other_ids(collection, request))

    def _soundly(self, answer: Callable[[Collection], Answer]) -> Answer:
        """Answer from the newest generation, or from an older one if a file proves damaged."""
        while True:
            collection = self.collection()
            try:
                return answer(collection)
            except DamagedSegment as damage:
                self._live.distrust(collection.snapshot, damage)

    def let_go(self) -> None:
        """Close the generation; the next search opens the newest."""
        with self._lock:
            self._collection = None
        self._live.let_go()

    def collection(self) -> Collection:
        """The newest generation, opened; readers of an older one keep theirs."""
        snapshot = self._live.snapshot()
        with self._lock:
            if self._collection is None or self._collection.snapshot is not snapshot:
                self._collection = Collection(snapshot, self._custom)
            return self._collection


def _search(collection: Collection, request: Request) -> Results:
    results = _as_typed(collection, request)
    suggestions = collection.suggest(request.q)
    return _suggesting(collection, request, results, suggestions) if suggestions else results


def _suggesting(
    collection: Collection, request: Request, results: Results, suggestions: tuple[Suggestion, ...]
) -> Results:
    """With suggestions; if the query finds no letter, with those that the first of them finds."""
    if not results.total:
        corrected = suggestions[0].text
        better = _as_typed(collection, replace(request, q=corrected))
        if better.total:
            took_ms = results.took_ms + better.took_ms
            results = replace(
                better,
                query=results.query,
                notes=results.notes,
                took_ms=took_ms,
                corrected=corrected,
            )
    return replace(results, suggestions=suggestions)


def _as_typed(collection: Collection, request: Request) -> Results:
    begin = perf_counter()
    prepared = collection.prepare(request.q, synonyms=request.synonyms)
    found, hits = _find(collection, prepared, request)
    other = _other_language(collection, request) if request.translate else None
    return Results(
        query=prepared.query.text,
        notes=prepared.query.notes,
        total=found.total,
        page=request.page,
        per_page=request.per_page,
        took_ms=1000 * (perf_counter() - begin),
        hits=hits,
        facets={
            name: tuple(facet_value(collection, request, name, *one) for one in counts)
            for name, counts in found.facets.items()
        },
        other_language=other,
        unit=request.unit,
        synonyms=prepared.synonyms,
        as_typed=not request.synonyms,
    )


def _find(
    collection: Collection, prepared: Prepared, request: Request
) -> tuple[Found | FoundInitiatives, tuple[Hit, ...]]:
    """What is found, letters or initiatives, and a page of it."""
    if request.unit == "letter":
        letters = rank(collection, prepared, request)
        return letters, _hits(collection, letters, prepared.needles, request)
    window = window_of(request, prepared)
    found = rank_initiatives(collection, prepared, request, window)
    return found, initiative_hits(collection, found, prepared.needles, shown_on(request))


def _other_language(collection: Collection, request: Request) -> OtherLanguage | None:
    """The best letters of the other language under the same filters, if there are any."""
    translated = collection.translate(request.q)
    if translated is None:
        return None
    found = rank_translated(collection, translated, request)
    if not found.total:
        return None
    best = replace(request, page=1, per_page=min(OTHER_LANGUAGE, request.per_page))
    hits = _hits(collection, found, translated.needles, best)
    return OtherLanguage(terms=translated.terms, total=found.total, hits=hits)


def _ids(collection: Collection, request: Request) -> tuple[LetterId, ...]:
    found = rank(collection, collection.prepare(request.q, synonyms=request.synonyms), request)
    return tuple(map(collection.snapshot.id, _page(found.numbers, request)))


def _other_ids(collection: Collection, request: Request) -> tuple[LetterId, ...]:
    translated = collection.translate(request.q)
    if translated is None:
        return ()
    found = rank_translated(collection, translated, request)
    return tuple(map(collection.snapshot.id, _page(found.numbers, request)))


def _hits(
    collection: Collection, found: Found, needles: tuple[Needle, ...], request: Request
) -> tuple[Hit, ...]:
    numbers, scores = _page(found.numbers, request), _page(found.scores, request)
    letters = collection.shelf.take(numbers)
    shown = ready_parts(letters, needles)
    return tuple(
        Hit(
            letter=ready.letter,
            score=score,
            title=parts.title,
            snippets=parts.snippets,
            initiatives=parts.initiatives,
        )
        for ready, score, parts in zip(letters, scores, shown, strict=True)
    )


def _page(ranked: NDArray[Any], request: Request) -> list[Any]:
    page: list[Any] = ranked[shown_on(request)].tolist()
    return page
