"""Completions as they are shown: what letters write, with what was typed marked in it."""

from collections.abc import Sequence
from typing import Final

from index.completing import CompletionKind
from search.completing.candidates import Candidate
from search.completing.places import Place, find_places
from search.completing.typed import Typed
from search.completing.written import Written
from search.results import Completion, Mark
from search.results import CompletionKind as Name

_ELLIPSIS: Final = "…"
_NAMES: Final[dict[CompletionKind, Name]] = {
    CompletionKind.TITLE: "title",
    CompletionKind.INITIATIVE: "initiative",
    CompletionKind.ISSUER: "issuer",
    CompletionKind.PHRASE: "phrase",
}


def show(
    candidates: Sequence[Candidate], written: Sequence[Written], typed: Typed
) -> tuple[Completion, ...]:
    """Candidates as their letters write them."""
    places = find_places([one.bare.text for one in written], typed)
    return tuple(map(_shown, candidates, written, places))


def _shown(candidate: Candidate, written: Written, place: Place) -> Completion:
    first, end = place
    bare = written.bare
    mark = (Mark(int(bare.starts[first]), int(bare.ends[end - 1])),) if first < end else ()
    return Completion(
        kind=_NAMES[written.kind],
        text=written.text + _ELLIPSIS if written.goes_on else written.text,
        marks=mark,
        count=candidate.count,
        letter_id=written.letter_id,
        initiatives=written.initiatives,
        ordinal=candidate.place + 1 if written.initiatives else 0,
        query=_query(written.kind, written.text),
    )


def _query(kind: CompletionKind, text: str) -> str:
    if kind not in (CompletionKind.ISSUER, CompletionKind.PHRASE):
        return ""
    quoted = '"' + text.replace('"', " ").strip() + '"'
    return f"issuer:{quoted}" if kind is CompletionKind.ISSUER else quoted
