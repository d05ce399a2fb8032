"""A letter as an entry of a feed: plain text, as no feed reader can be trusted with more."""

from dataclasses import dataclass
from datetime import datetime

from corpus import Letter
from search import Match
from web.addresses import public_letter_address
from web.messages import genre_label
from web.plain import isolated, shortened
from web.titles import heading

SUMMARY = 300  # characters of the letter's text
_DAY = len("YYYY-MM-DD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of a letter. `published` is empty where its day is not known."""

    address: str
    language: str
    title: str
    updated: datetime
    published: str
    authors: tuple[str, ...]
    genre: str
    genre_label: str
    summary: str


def show_entry(match: Match) -> Entry:
    """The entry of a letter that was found."""
    letter = match.letter
    return Entry(
        address=public_letter_address(letter.id),
        language=letter.languages[0] if letter.languages else "",
        title=isolated(heading(letter).text),
        updated=match.changed,
        published=f"{letter.date}T00:00:00Z" if len(letter.date or "") == _DAY else "",
        authors=_authors(letter),
        genre=letter.genre,
        genre_label=genre_label(letter.genre),
        summary=isolated(shortened(_body(letter), SUMMARY)),
    )


def _authors(letter: Letter) -> tuple[str, ...]:
    parties = letter.issuers or letter.signatories
    return tuple(dict.fromkeys(isolated(" ".join(party.name.split())) for party in parties))


def _body(letter: Letter) -> str:
    start, end = letter.body.start, letter.body.end
    return letter.searchable[start : min(end, start + 4 * SUMMARY)]
