"""Names and phrases as the newest of their letters write them; those shown lately are kept.

What is typed letter by letter shows the same ones again and again, and reading their letters takes
as long as finding them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from corpus import Initiative, LetterId
from index import Snapshot
from index.analysis import Folded, bare_each
from index.completing import CompletionKind, shorten, written_names
from search.cache import Cache
from search.completing.candidates import Candidate

_KEPT: Final = 8_000_000  # bytes: some 3,000 completions
_ONE: Final = 1_000  # bytes of one without the initiatives of its letter
_WHITE: Final = re.compile(r"\s")
_NOTHING: Final = Folded("", np.zeros(0, np.int32), np.zeros(0, np.int32))

Key = tuple[bytes, int, int, int]


@dataclass(frozen=True, slots=True)
class Written:
    """A completion as its letter writes it, where it may go on, and the bare form of `text`.

    Of an initiative, `initiatives` are all of its letter.
    """

    kind: CompletionKind
    letter_id: LetterId
    initiatives: tuple[Initiative, ...]
    text: str
    goes_on: bool
    bare: Folded = _NOTHING


class WrittenNames:
    """What the candidates of one generation look like. Safe for threads."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._kept: Cache[Written] = Cache(_KEPT)

    def of(self, candidates: Sequence[Candidate]) -> list[Written]:
        """Each as its newest letter writes it, in their order. Raises DamagedSegment."""
        found: dict[Key, Written] = {}
        missing: dict[Key, Candidate] = {}
        for candidate in candidates:
            key = _key(candidate)
            kept = self._kept.get(key)
            if kept is None:
                missing[key] = candidate
            else:
                found[key] = kept
        if missing:
            for key, written in zip(missing, self._read([*missing.values()]), strict=True):
                found[key] = self._kept.put(key, written, _size(written))
        return [found[_key(candidate)] for candidate in candidates]

    def _read(self, candidates: Sequence[Candidate]) -> list[Written]:
        """Read the letters; what is bare is made of all at once."""
        read = [_read(self._snapshot, candidate) for candidate in candidates]
        bare = bare_each([one.text for one in read])
        return list(map(_cut, candidates, read, bare))


def _read(snapshot: Snapshot, candidate: Candidate) -> Written:
    if candidate.kind == CompletionKind.PHRASE:
        return _read_phrase(snapshot, candidate)
    letter, kind = snapshot.letter(candidate.number), CompletionKind(candidate.kind)
    whole = written_names(letter, kind)[candidate.place]
    text = shorten(whole, kind)
    initiatives = letter.initiatives if kind is CompletionKind.INITIATIVE else ()
    return Written(kind, letter.id, initiatives, text, goes_on=len(text) < len(whole))


def _read_phrase(snapshot: Snapshot, candidate: Candidate) -> Written:
    """A phrase and what follows it in its letter, for where it ends is not known yet.

    A character of the bare form stands for four of the letter at most, but for rows of marks.
    """
    end = candidate.place + 4 * len(candidate.string.decode()) + 16
    text = _WHITE.sub(" ", snapshot.text(candidate.number)[candidate.place : end])
    letter_id = snapshot.id(candidate.number)
    return Written(CompletionKind.PHRASE, letter_id, (), text, goes_on=False)


def _cut(candidate: Candidate, read: Written, bare: Folded) -> Written:
    """With its bare form, and of a phrase no more than belongs to it."""
    if read.kind is not CompletionKind.PHRASE:
        return replace(read, bare=bare)
    size = len(candidate.string.decode())
    bare = Folded(bare.text[:size], bare.starts[:size].copy(), bare.ends[:size].copy())
    return replace(read, text=read.text[: int(bare.ends[-1])], bare=bare)


def _key(candidate: Candidate) -> Key:
    return candidate.string, candidate.kind, candidate.number, candidate.place


def _size(written: Written) -> int:
    """About as many bytes as it takes, with the words of initiatives."""
    return _ONE + sum(2 * len(one.text) + 200 for one in written.initiatives)
