"""A correction that was weighed: where, what, why, and how much speaks for it."""

from dataclasses import dataclass

from search.results import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """`text` in place of what was typed from `start` to `end`.

    `gain` is the logarithm of the odds that it was meant; `place` counts the units of its stretch.
    """

    place: int
    start: int
    end: int
    text: str
    reason: Reason
    gain: float
