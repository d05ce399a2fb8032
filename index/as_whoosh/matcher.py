"""The postings of a term as a Whoosh matcher. Knows nothing of files or of deleted letters."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from index.as_whoosh.stock import formats, matching


@dataclass(frozen=True)
class Listing:
    """The postings of a term in lists, which Whoosh steps through faster than through arrays.

    `read_positions` is called once if a position is asked for: positions in each of the letters.
    `min_length` and `max_length` are those of the letters.
    """

    ids: list[int]
    frequencies: list[int]
    min_length: float
    max_length: float
    read_positions: Callable[[], list[list[int]]]

    @cached_property
    def positions(self) -> list[list[int]]:
        """The positions in each letter."""
        return self.read_positions()

    @cached_property
    def max_weight(self) -> float:
        """The greatest frequency."""
        return float(max(self.frequencies, default=0))


class PostingsMatcher(matching.LeafMatcher):  # type: ignore[misc]
    """Steps through the letters of a term in ascending order; all of them are one block."""

    def __init__(
        self, term: tuple[str, bytes], listing: Listing, format_: Any, scorer: Any, *, at: int = 0
    ) -> None:
        self._term = term
        self._listing = listing
        self._at = at
        self.format = format_
        self.scorer = scorer

    def is_active(self) -> bool:
        """Whether there is a current letter."""
        return self._at < len(self._listing.ids)

    def reset(self) -> None:
        """Go back to the first letter."""
        self._at = 0

    def copy(self) -> "PostingsMatcher":
        """A matcher at the same place that goes on by itself."""
        return PostingsMatcher(self._term, self._listing, self.format, self.scorer, at=self._at)

    def id(self) -> int:
        """The current letter."""
        return self._listing.ids[self._at]

    def all_ids(self) -> Iterator[int]:
        """The letters from the current one on."""
        return iter(self._listing.ids[self._at :])

    def next(self) -> None:
        """Go to the next letter."""
        if not self.is_active():
            raise matching.ReadTooFar
        self._at += 1

    def skip_to(self, docnum: int) -> None:
        """Go to the first letter that is not before this one, never back."""
        if not self.is_active():
            raise matching.ReadTooFar
        self._at = bisect_left(self._listing.ids, docnum, lo=self._at)

    def weight(self) -> float:
        """How often the current letter has the term."""
        return float(self._listing.frequencies[self._at])

    def value(self) -> bytes:
        """What Whoosh's format would have stored for the current letter."""
        if isinstance(self.format, formats.Positions):
            encoded: bytes = self.format.encode(self._listing.positions[self._at])
            return encoded
        if isinstance(self.format, formats.Frequency):
            return self._listing.frequencies[self._at].to_bytes(4, "big")
        return b""

    def value_as(self, astype: str) -> Any:
        """The same, understood: "frequency", "weight", "positions" or "position_boosts"."""
        if astype == "positions" and self.supports(astype):
            return self._listing.positions[self._at]
        return super().value_as(astype)

    def skip_to_quality(self, minquality: float) -> int:
        """Go past the block, which is all, unless it can score better."""
        if self.block_quality() > minquality:
            return 0
        self._at = len(self._listing.ids)
        return 1

    def block_min_length(self) -> float:
        """The shortest length of the letters."""
        return self._listing.min_length

    def block_max_length(self) -> float:
        """The longest length of the letters."""
        return self._listing.max_length

    def block_max_weight(self) -> float:
        """The greatest frequency in the letters."""
        return self._listing.max_weight
