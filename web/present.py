"""Results and letters as plain dictionaries: the JSON shapes that programs rely on.

Owns the public names of the API. Must not know Flask's requests or how anything was found.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from corpus import Letter, to_record
from search import (
    FacetName,
    FacetValue,
    Hit,
    LetterView,
    Mark,
    Note,
    Results,
    Snippet,
    Synonym,
    TitleHit,
)
from web.addresses import public_letter_address, public_letter_addresses, with_anchor
from web.anchors import name_initiatives
from web.marking import mark_up
from web.messages import facet_label, note_in_words

Json = dict[str, Any]
_SCORE_DIGITS = 6


def results_to_json(results: Results) -> Json:
    """One page of results."""
    return {
        "query": query_to_json(results.query, results.notes, results.synonyms),
        "unit": results.unit,
        "total": results.total,
        "page": results.page,
        "per_page": results.per_page,
        "took_ms": round(results.took_ms, 2),
        "results": _hits(results.hits, results),
        "facets": _facets(results.facets),
        "suggestions": [
            {"text": suggestion.text, "reason": suggestion.reason}
            for suggestion in results.suggestions
        ],
        "corrected": results.corrected,
        "other_language": _other_language(results),
    }


def query_to_json(text: str, notes: Iterable[Note], synonyms: Iterable[Synonym]) -> Json:
    """A query as it was understood."""
    return {
        "text": text,
        "notes": [note_to_json(note) for note in notes],
        "synonyms": [{"from": synonym.typed, "to": list(synonym.names)} for synonym in synonyms],
    }


def _other_language(results: Results) -> Json | None:
    other = results.other_language
    if other is None:
        return None
    return {
        "terms": [{"from": term.typed, "to": list(term.renderings)} for term in other.terms],
        "total": other.total,
        "results": _hits(other.hits, results),
    }


def note_to_json(note: Note) -> Json:
    """A note on a query, in words."""
    return {
        "kind": note.kind,
        "message": note_in_words(note),
        "start": note.start,
        "end": note.end,
    }


def _hits(hits: Sequence[Hit], results: Results) -> list[Json]:
    ids = [hit.letter.id for hit in hits]
    synonyms = not results.as_typed
    addresses = public_letter_addresses(ids, results.answered, synonyms=synonyms)
    return [_hit(hit, address) for hit, address in zip(hits, addresses, strict=True)]


def _hit(hit: Hit, address: str) -> Json:
    return {
        **about_letter(hit.letter, address),
        "score": round(hit.score, _SCORE_DIGITS),
        "title": _title(hit.title) if hit.title else None,
        "snippets": [_snippet(snippet) for snippet in hit.snippets],
        "initiatives": _initiatives(hit, address),
    }


def about_letter(letter: Letter, address: str) -> Json:
    """What is said of a letter in any list."""
    return {
        "id": letter.id,
        "url": address,
        "lang": letter.languages[0],
        "languages": list(letter.languages),
        "date": letter.date,
        "genre": letter.genre,
        "issuers": [issuer.name for issuer in letter.issuers],
    }


def _title(title: TitleHit) -> Json:
    return {
        "text": title.text,
        "start": title.start,
        "end": title.end,
        "marks": _marks(title.marks),
    }


def _snippet(snippet: Snippet) -> Json:
    return {
        "text": snippet.text,
        "start": snippet.start,
        "end": snippet.end,
        "marks": _marks(snippet.marks),
        "html": mark_up(snippet.text, snippet.start, snippet.marks),
    }


def _initiatives(hit: Hit, address: str) -> list[Json]:
    if not hit.initiatives:
        return []
    anchors = name_initiatives(hit.letter.initiatives[: hit.initiatives[-1].ordinal])
    return [
        {
            "number": initiative.number,
            "place": initiative.ordinal,
            "head": initiative.head,
            "url": with_anchor(address, anchors[initiative.ordinal - 1]),
            "start": initiative.start,
            "marks": _marks(initiative.marks),
        }
        for initiative in hit.initiatives
    ]


def _marks(marks: Sequence[Mark]) -> list[Json]:
    return [{"start": mark.start, "end": mark.end} for mark in marks]


def _facets(facets: Mapping[FacetName, Sequence[FacetValue]]) -> Json:
    return {
        name: [
            {
                "value": one.value,
                "label": facet_label(name, one.value, one.names),
                "count": one.count,
            }
            for one in values
        ]
        for name, values in facets.items()
    }


def letter_to_json(view: LetterView) -> Json:
    """A letter with all that was understood of it, and where the world reads it."""
    record = to_record(view.letter, view.pairs)
    return {"id": record.pop("id"), "url": public_letter_address(view.letter.id), **record}
