"""Recurring initiatives as lines of text."""

from collections.abc import Iterator

from corpus import printable
from search.recurring import Recurrences


def recurring_lines(found: Recurrences) -> Iterator[str]:
    """The letters that ask for the same, each with its initiative."""
    if not found.found:
        yield "No other letter asks for the same. 没有其他信件提出同样的倡议。"
    for place, one in enumerate(found.found, start=1):
        letter, initiative = one.letter, one.letter.initiatives[one.ordinal - 1]
        number = "" if initiative.number is None else f"[{initiative.number}] "
        yield f"{place}. {number}{printable(initiative.head)}"
        title = letter.title.text if letter.title else "(no title)"
        about = (title, letter.id, letter.date or "no date", f"{one.resemblance:.0%} the same")
        yield "   → " + " · ".join(map(printable, about))
