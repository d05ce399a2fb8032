"""Completions as they are shown: the words of the letter itself, with what matched in them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus import Initiative, Letter, LetterId
from index import Snapshot
from index.analysis import Folded, bare_each
from index.completing import CompletionKind, shorten, written_names
from search.completing.candidates import Candidate
from search.completing.places import find_places
from search.completing.typed import Typed
from search.results import Completion, Mark
from search.results import CompletionKind as Name

_ELLIPSIS: Final = "…"
_WHITE: Final = re.compile(r"\s")
_NAMES: Final[dict[CompletionKind, Name]] = {
    CompletionKind.TITLE: "title",
    CompletionKind.INITIATIVE: "initiative",
    CompletionKind.ISSUER: "issuer",
    CompletionKind.PHRASE: "phrase",
}


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A candidate with its newest letter and the words of that, which may go on."""

    candidate: Candidate
    kind: CompletionKind
    letter_id: LetterId
    initiatives: tuple[Initiative, ...]
    text: str
    goes_on: bool


def show(
    snapshot: Snapshot,
    letter_of: Callable[[int], Letter],
    candidates: Sequence[Candidate],
    typed: Typed,
) -> tuple[Completion, ...]:
    """Candidates as their newest letters write them; letters are asked for by their numbers."""
    chosen = [
        _phrase(snapshot, one)
        if one.kind == CompletionKind.PHRASE
        else _name(letter_of(one.number), one)
        for one in candidates
    ]
    folded = bare_each([one.text for one in chosen])
    bare = [_as_far(one, whole) for one, whole in zip(chosen, folded, strict=True)]
    places = find_places([one.text for one in bare], typed)
    return tuple(map(_shown, chosen, bare, places))


def _phrase(snapshot: Snapshot, candidate: Candidate) -> _Chosen:
    """A phrase and what follows it in its letter, for where it ends is not known yet.

    A character of the bare form stands for four of the letter at most, but for rows of marks.
    """
    end = candidate.place + 4 * len(candidate.string.decode()) + 16
    text = _WHITE.sub(" ", snapshot.text(candidate.number)[candidate.place : end])
    letter_id = snapshot.id(candidate.number)
    return _Chosen(candidate, CompletionKind.PHRASE, letter_id, (), text, goes_on=False)


def _name(letter: Letter, candidate: Candidate) -> _Chosen:
    kind = CompletionKind(candidate.kind)
    whole = written_names(letter, kind)[candidate.place]
    text = shorten(whole, kind)
    initiatives = letter.initiatives if kind is CompletionKind.INITIATIVE else ()
    return _Chosen(candidate, kind, letter.id, initiatives, text, goes_on=len(text) < len(whole))


def _as_far(one: _Chosen, whole: Folded) -> Folded:
    """As much of the bare text as belongs to what was chosen."""
    if one.kind is not CompletionKind.PHRASE:
        return whole
    size = len(one.candidate.string.decode())
    return Folded(whole.text[:size], whole.starts[:size], whole.ends[:size])


def _shown(one: _Chosen, bare: Folded, place: tuple[int, int]) -> Completion:
    text = one.text[: int(bare.ends[-1])] if one.kind is CompletionKind.PHRASE else one.text
    first, end = place
    mark = (Mark(int(bare.starts[first]), int(bare.ends[end - 1])),) if first < end else ()
    return Completion(
        kind=_NAMES[one.kind],
        text=text + _ELLIPSIS if one.goes_on else text,
        marks=mark,
        count=one.candidate.count,
        letter_id=one.letter_id,
        initiatives=one.initiatives,
        ordinal=one.candidate.place + 1 if one.initiatives else 0,
        query=_query(one.kind, text),
    )


def _query(kind: CompletionKind, text: str) -> str:
    quoted = '"' + text.replace('"', " ").strip() + '"'
    if kind is CompletionKind.ISSUER:
        return f"issuer:{quoted}"
    return quoted if kind is CompletionKind.PHRASE else ""
