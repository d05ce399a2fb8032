"""What every format of an export is made of."""

from dataclasses import dataclass

from corpus import Letter


@dataclass(frozen=True, slots=True)
class FoundLetter:
    """A letter that a search found, and where the world reads it."""

    letter: Letter
    address: str
