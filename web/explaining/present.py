"""An explanation as plain dictionaries. Numbers are not rounded: they add up to the score."""

from index import View
from search.explaining import Closeness, ExplainedTerm, ExplainedWord, Explanation, Shared, Unmet
from web.addresses import public_letter_address
from web.explaining.schemas import ViewName
from web.explaining.wording import sentences, share, unmet_in_words
from web.present import Json, query_to_json

_VIEWS: dict[View, ViewName] = {
    View.WORDS: "words",
    View.BIGRAMS: "pairs",
    View.UNITS: "units",
}


def explanation_to_json(found: Explanation, *, synonyms: bool = True) -> Json:
    """An explanation, its sentences in the interface's language."""
    query = found.query
    return {
        "id": found.letter.id,
        "url": public_letter_address(found.letter.id, query.text, synonyms=synonyms),
        "query": query_to_json(query.text, query.notes, found.synonyms),
        "found_by": found.found_by,
        "rank": found.rank,
        "total": found.total,
        "score": found.score,
        "sentences": list(sentences(found)),
        "words": [_word(word, found) for word in found.words],
        "closeness": _closeness(found.closeness, found) if found.closeness else None,
        "shared": _shared(found.shared, found) if found.shared else None,
        "unmet": [_unmet(one) for one in found.unmet],
    }


def _word(word: ExplainedWord, found: Explanation) -> Json:
    return {
        "typed": word.typed,
        "renderings": list(word.renderings),
        "times": [{"field": field, "times": times} for field, times in word.times],
        "score": word.score,
        "share": share(word.score, found),
        "terms": [_term(term) for term in word.terms],
    }


def _term(term: ExplainedTerm) -> Json:
    return {
        "terms": list(term.terms),
        "kind": term.kind,
        "view": _VIEWS[term.view],
        "field": term.field,
        "frequency": term.frequency,
        "document_frequency": term.document_frequency,
        "letters": term.letters,
        "idf": term.idf,
        "length_factor": term.length_factor,
        "weight": term.weight,
        "score": term.score,
    }


def _closeness(close: Closeness, found: Explanation) -> Json:
    return {
        "text": close.text,
        "start": close.start,
        "end": close.end,
        "length": close.length,
        "score": close.score,
        "share": share(close.score, found),
        "units": [
            {
                "unit": one.unit,
                "mark": {"start": one.mark.start, "end": one.mark.end},
                "idf": one.idf,
                "weight": one.weight,
                "score": one.score,
            }
            for one in close.units
        ],
    }


def _shared(shared: Shared, found: Explanation) -> Json:
    return {
        "words": list(shared.words),
        "score": shared.score,
        "share": share(shared.score, found),
    }


def _unmet(unmet: Unmet) -> Json:
    return {
        "kind": unmet.kind,
        "text": unmet.text,
        "start": unmet.start,
        "end": unmet.end,
        "field": unmet.field,
        "message": unmet_in_words(unmet),
    }
