"""Recurring initiatives as plain dictionaries, and as values for their page."""

from dataclasses import dataclass

from corpus import Letter
from search.recurring import Recurrence, Recurrences
from web.addresses import initiative_address, letter_address, public_letter_address
from web.anchors import label_initiatives, name_initiatives
from web.languages import language_of
from web.parameters import SearchParameters
from web.present import Json, about_letter
from web.titles import Heading, heading

_DIGITS = 3
_FIRST = 3  # letters that are named for each initiative of a letter
_NO_SEARCH = SearchParameters()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInitiative:
    """An initiative with its letter; `rest` is what follows its head, "" where nothing does."""

    letter: Letter
    heading: Heading
    label: str
    head: str
    rest: str
    language: str
    address: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """An initiative that other letters have too, some of them, and where all of them are."""

    initiative: ShownInitiative
    found: tuple[ShownInitiative, ...]
    address: str


def show_repeated(found: Recurrences) -> Repeated:
    """An initiative with the first letters that ask for the same."""
    return Repeated(
        show_initiative(found.letter, found.ordinal, _NO_SEARCH),
        tuple(show_initiative(one.letter, one.ordinal, _NO_SEARCH) for one in found.found[:_FIRST]),
        initiative_address(found.letter.id, found.ordinal, _NO_SEARCH),
    )


def recurrences_to_json(found: Recurrences) -> Json:
    """An initiative, and where else it is."""
    return {
        "id": found.letter.id,
        **_initiative(found.letter, found.ordinal),
        "results": [_recurrence(one) for one in found.found],
    }


def show_initiative(letter: Letter, ordinal: int, parameters: SearchParameters) -> ShownInitiative:
    """An initiative by its place in its letter, from 1; the search is kept in its address."""
    initiative = letter.initiatives[ordinal - 1]
    anchor = name_initiatives(letter.initiatives)[ordinal - 1]
    label = label_initiatives(letter.initiatives)[ordinal - 1]
    return ShownInitiative(
        letter=letter,
        heading=heading(letter),
        label="" if initiative.number is None else label,
        head=initiative.head,
        rest=initiative.text.partition(initiative.head)[2].strip(),
        language=language_of(initiative.text, letter.languages),
        address=letter_address(letter.id, parameters, anchor),
    )


def _recurrence(one: Recurrence) -> Json:
    letter, title = one.letter, one.letter.title
    return {
        **about_letter(letter, ""),
        **_initiative(letter, one.ordinal),
        "title": {"text": title.text, "start": title.start, "end": title.end} if title else None,
        "resemblance": round(one.resemblance, _DIGITS),
    }


def _initiative(letter: Letter, ordinal: int) -> Json:
    initiative = letter.initiatives[ordinal - 1]
    anchor = name_initiatives(letter.initiatives)[ordinal - 1]
    return {
        "url": public_letter_address(letter.id, anchor=anchor),
        "place": ordinal,
        "number": initiative.number,
        "head": initiative.head,
    }
