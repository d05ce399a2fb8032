"""What was understood of a letter, for programs: the JSON of `letters show --json`.

Knows the published shape and nothing of terminals; `corpus.report` writes the same for people.
"""

from collections.abc import Sequence
from typing import Any

from corpus.letter import Excerpt, Initiative, Letter, Party
from corpus.pairs import Pair


def to_record(letter: Letter, pairs: Sequence[Pair] = ()) -> dict[str, Any]:
    """A letter in the shape of `letters show --json`, its keys in the published order.

    `corrected` is there for letters of which a `letters.toml` says something: which fields.
    """
    corrected = {"corrected": list(letter.corrected)} if letter.corrected else {}
    return {
        "id": letter.id,
        "source": letter.source,
        "languages": list(letter.languages),
        "genre": letter.genre,
        "title": _excerpt(letter.title),
        "alt_titles": list(letter.alt_titles),
        "date": letter.date,
        "date_text": _excerpt(letter.date_text),
        "issuers": [_party(party) for party in letter.issuers],
        "addressee": _excerpt(letter.addressee),
        "signatories": [_party(party) for party in letter.signatories],
        "body": {"start": letter.body.start, "end": letter.body.end},
        "initiatives": [_initiative(initiative) for initiative in letter.initiatives],
        "pairs": [_pair(pair) for pair in pairs],
        "text": letter.text,
        **corrected,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "id": pair.id,
        "lang": pair.lang,
        "relation": pair.relation,
        "declared": pair.is_declared,
        "initiatives": [{"here": row.here, "there": row.there} for row in pair.initiatives],
    }


def _excerpt(words: Excerpt | None) -> dict[str, Any] | None:
    if words is None:
        return None
    return {"text": words.text, "start": words.start, "end": words.end}


def _party(party: Party) -> dict[str, Any]:
    return {"name": party.name, "text": party.text, "start": party.start, "end": party.end}


def _initiative(initiative: Initiative) -> dict[str, Any]:
    return {
        "number": initiative.number,
        "level": initiative.level,
        "parent": initiative.parent,
        "kind": initiative.kind,
        "head": initiative.head,
        "text": initiative.text,
        "start": initiative.start,
        "end": initiative.end,
    }
