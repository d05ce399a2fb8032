"""Completions as they are shown: the words of the letter itself, with what matched in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from corpus import Letter
from index import Snapshot
from index.analysis import Folded, bare_each
from index.columns import Sound, fitting
from index.completing import CompletionKind, shorten, written_names
from search.completing.candidates import Candidate
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
    letter: Letter
    text: str
    goes_on: bool


def show(
    snapshot: Snapshot, candidates: Sequence[Candidate], typed: Typed
) -> tuple[Completion, ...]:
    """Candidates as their newest letters write them."""
    chosen = [_choose(snapshot, candidate) for candidate in candidates]
    bare = bare_each([one.text for one in chosen])
    return tuple(_shown(one, folded, typed) for one, folded in zip(chosen, bare, strict=True))


def _choose(snapshot: Snapshot, candidate: Candidate) -> _Chosen:
    letter, kind = snapshot.letter(candidate.number), CompletionKind(candidate.kind)
    if kind is CompletionKind.PHRASE:
        # Where it ends is not known yet. A character of the bare form stands for four of the
        # letter at most, but for rows of marks.
        end = candidate.place + 4 * len(candidate.string.decode()) + 16
        text = letter.text[candidate.place : end]
        return _Chosen(candidate, kind, letter, _WHITE.sub(" ", text), goes_on=False)
    whole = written_names(letter, kind)[candidate.place]
    text = shorten(whole, kind)
    return _Chosen(candidate, kind, letter, text, goes_on=len(text) < len(whole))


def _shown(one: _Chosen, folded: Folded, typed: Typed) -> Completion:
    text = one.text
    if one.kind is CompletionKind.PHRASE:
        size = len(one.candidate.string.decode())
        text = text[: int(folded.ends[size - 1])]
        folded = Folded(folded.text[:size], folded.starts[:size], folded.ends[:size])
    return Completion(
        kind=_NAMES[one.kind],
        text=text + _ELLIPSIS if one.goes_on else text,
        marks=_marks(folded, typed),
        count=one.candidate.count,
        letter=one.letter,
        ordinal=one.candidate.place + 1 if one.kind is CompletionKind.INITIATIVE else 0,
        query=_query(one.kind, text),
    )


def _query(kind: CompletionKind, text: str) -> str:
    quoted = '"' + text.replace('"', " ").strip() + '"'
    if kind is CompletionKind.ISSUER:
        return f"issuer:{quoted}"
    return quoted if kind is CompletionKind.PHRASE else ""


def _marks(written: Folded, typed: Typed) -> tuple[Mark, ...]:
    """Where what was typed is, as it was typed or else as it is read; one stretch."""
    at, size = _place(written.text, typed.bare), len(typed.bare)
    for sounds in typed.readings:
        if at < 0:
            at, size = _sounding(written.text, sounds), len(sounds)
    if at < 0:
        return ()
    return (Mark(int(written.starts[at]), int(written.ends[at + size - 1])),)


def _place(text: str, typed: str) -> int:
    """Where a text has what was typed at the beginning of a word; -1 for nowhere."""
    at = text.find(typed)
    while at > 0 and _goes_on(text[at - 1]) and _goes_on(text[at]):
        at = text.find(typed, at + 1)
    return at


def _goes_on(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _sounding(text: str, sounds: Sequence[Sound]) -> int:
    """Where Han characters are read so; -1 for nowhere."""
    size = len(sounds)
    codes = np.array([*map(ord, text), *([0] * (size + 1))], np.uint32)
    rows = np.lib.stride_tricks.sliding_window_view(codes, size + 1)[: len(text)]
    places = np.flatnonzero(fitting(rows, sounds))
    return int(places[0]) if len(places) else -1
