"""The value of this room: a stretch of typed text with all the ways in which letters say it."""

from dataclasses import dataclass

from search.plan import Way


@dataclass(frozen=True, slots=True)
class Said:
    """A date, the number of an initiative or a name; code points of the text, end exclusive.

    `ways` has the typed form too. `is_date`: the whole of a quotation may be one. `is_number`: it
    names an initiative. `names` are those of a glossary's group. `counts`: it adds to the score;
    one that is only a part of what was typed together merely finds letters.
    """

    start: int
    end: int
    ways: tuple[Way, ...]
    is_date: bool = False
    is_number: bool = False
    names: tuple[str, ...] = ()
    counts: bool = True
