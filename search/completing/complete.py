"""The best completions of what was typed, of all kinds together."""

from typing import Final

from index import Snapshot
from index.completing import NAMES, PHRASES
from search.completing.candidates import Candidate, find_candidates
from search.completing.showing import show
from search.completing.typed import read_typed
from search.completing.written import WrittenNames
from search.results import Completion

_PHRASES: Final = 2  # a phrase for so many completions, for there are always frequent ones


def complete(
    snapshot: Snapshot, text: str, limit: int, names: WrittenNames
) -> tuple[Completion, ...]:
    """At most `limit` completions, the best first; none where nothing can be compared.

    `names` are those of the snapshot. Strings that begin so come before
    those with a word that does, and these before those that are read so; then the more frequent
    ones, and then the newer. Takes time in the logarithm of the collection, or in the number of
    words that begin with the same two characters. Nothing that is typed raises; raises
    DamagedSegment.
    """
    typed = read_typed(text)
    if not typed.bare:
        return ()
    found = find_candidates(snapshot, NAMES, typed, limit)
    known = {name.string for name in found}
    phrases = [
        phrase
        for phrase in find_candidates(snapshot, PHRASES, typed, limit)
        if phrase.string not in known
    ]
    chosen = _mix(found, phrases, limit)
    return show(chosen, names.of(chosen), typed)


def _mix(names: list[Candidate], phrases: list[Candidate], limit: int) -> list[Candidate]:
    """The best of both, in one order; half of the places are kept for names while there are any."""
    shared = max(limit // _PHRASES, limit - len(names))
    phrases = phrases[:shared]
    chosen = [*names[: limit - len(phrases)], *phrases]
    return sorted(chosen, key=lambda candidate: candidate.order)
