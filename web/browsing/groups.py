"""Initiatives under the letters that they belong to, as values for a template."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus import Letter
from search import Hit
from web.addresses import letter_address
from web.parameters import SearchParameters
from web.search_page import Link, show_result
from web.titles import Heading, heading

_NO_SEARCH = SearchParameters()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterGroup:
    """A letter with those of its initiatives that are on the page."""

    letter: Letter
    heading: Heading
    address: str
    initiatives: tuple[Link, ...]


def group_by_letter(hits: Sequence[Hit]) -> tuple[LetterGroup, ...]:
    """Initiatives that follow each other under the letter that they have in common."""
    return tuple(_group(list(its)) for _, its in groupby(hits, key=lambda hit: hit.letter.id))


def _group(hits: Sequence[Hit]) -> LetterGroup:
    letter = hits[0].letter
    links = [link for hit in hits for link in show_result(hit, _NO_SEARCH).initiatives]
    return LetterGroup(
        letter=letter,
        heading=heading(letter),
        address=letter_address(letter.id, _NO_SEARCH),
        initiatives=tuple(links),
    )
