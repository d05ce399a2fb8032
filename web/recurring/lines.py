"""Recurring initiatives as lines of text."""

from collections.abc import Iterator

from corpus import gettext, printable
from search.recurring import Recurrences


def recurring_lines(found: Recurrences) -> Iterator[str]:
    """The letters that ask for the same, each with its initiative."""
    if not found.found:
        yield gettext("No other letter asks for the same.")
    for place, one in enumerate(found.found, start=1):
        letter, initiative = one.letter, one.letter.initiatives[one.ordinal - 1]
        number = "" if initiative.number is None else f"[{initiative.number}] "
        yield f"{place}. {number}{printable(initiative.head)}"
        title = letter.title.text if letter.title else gettext("(no title)")
        same = gettext("%(share)s the same", share=f"{one.resemblance:.0%}")
        about = (title, letter.id, letter.date or gettext("no date"), same)
        yield "   → " + " · ".join(map(printable, about))
