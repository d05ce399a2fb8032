"""A `Letter` as a compact JSON record and back, exactly. Knows no files.

The record leaves out the text and every word that can be cut from it again.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from corpus.excerpts import excerpt_at, party_at
from corpus.letter import Excerpt, Initiative, Letter, Party, Span

Record = dict[str, Any]  # JSON


def to_compact(letter: Letter) -> Record:
    """A letter without its text, as JSON that `from_record` reads.

    Spans are `[start, end]`, parties `[start, end]` or `[start, end, name]`, initiatives
    `[number, level, parent, kind, head, start, end]`, the head as `[place, length]` from `start` on
    where the text has it so; what a letter has none of is left out.
    """
    record = {
        "id": letter.id,
        "source": letter.source,
        "languages": list(letter.languages),
        "genre": letter.genre,
        "title": _place(letter.title),
        "alt_titles": list(letter.alt_titles),
        "date": letter.date,
        "date_text": _place(letter.date_text),
        "issuers": [_party(party) for party in letter.issuers],
        "addressee": _place(letter.addressee),
        "signatories": [_party(party) for party in letter.signatories],
        "body": _place(letter.body),
        "initiatives": [
            [i.number, i.level, i.parent, i.kind, _head(i), i.start, i.end]
            for i in letter.initiatives
        ],
        "translation_of": letter.translation_of,
        "translation": letter.translation,
        "masked": [_place(span) for span in letter.masked],
        "corrected": list(letter.corrected),
        "added": _place(letter.added),
    }
    return {key: value for key, value in record.items() if value is not None and value != []}


def from_record(record: Mapping[str, Any], text: str) -> Letter:
    """The letter that `to_compact` made the record of; `text` is its text.

    Raises KeyError, TypeError or ValueError for what is no such record.
    """
    return Letter(
        id=record["id"],
        source=record["source"],
        languages=tuple(record["languages"]),
        genre=record["genre"],
        title=_excerpt(text, record.get("title")),
        alt_titles=tuple(record.get("alt_titles", ())),
        date=record.get("date"),
        date_text=_excerpt(text, record.get("date_text")),
        issuers=tuple(party_at(text, *place) for place in record.get("issuers", ())),
        addressee=_excerpt(text, record.get("addressee")),
        signatories=tuple(party_at(text, *place) for place in record.get("signatories", ())),
        body=Span(*record["body"]),
        initiatives=tuple(_initiative(text, values) for values in record.get("initiatives", ())),
        translation_of=record.get("translation_of"),
        translation=record.get("translation"),
        masked=tuple(Span(*place) for place in record.get("masked", ())),
        corrected=tuple(record.get("corrected", ())),
        added=Span(*record["added"]) if "added" in record else None,
        text=text,
    )


def _place(words: Excerpt | Span | None) -> list[int] | None:
    return None if words is None else [words.start, words.end]


def _party(party: Party) -> list[Any]:
    place = [party.start, party.end]
    return place if party.name == party.text else [*place, party.name]


def _head(initiative: Initiative) -> list[int] | str:
    place = initiative.text.find(initiative.head)
    return [place, len(initiative.head)] if place >= 0 else initiative.head


def _excerpt(text: str, place: Sequence[int] | None) -> Excerpt | None:
    return None if place is None else excerpt_at(text, *place)


def _initiative(text: str, values: Sequence[Any]) -> Initiative:
    number, level, parent, kind, head, start, end = values
    words = text[start:end]
    if not isinstance(head, str):
        place, length = head
        head = words[place : place + length]
    return Initiative(
        number=number,
        level=level,
        parent=parent,
        kind=kind,
        head=head,
        text=words,
        start=start,
        end=end,
    )
