"""Similar letters as plain dictionaries, and in words why they are similar."""

from corpus import printable
from search.similar import SimilarHit, SimilarLetters
from web.addresses import public_letter_address
from web.interface import gettext, list_in_words
from web.present import Json, about_letter

_SCORE_DIGITS = 6


def similar_to_json(found: SimilarLetters) -> Json:
    """The letters most like one."""
    return {
        "id": found.letter.id,
        "url": public_letter_address(found.letter.id),
        "results": [_hit(hit) for hit in found.hits],
    }


def reason(hit: SimilarHit) -> str:
    """Why a letter is here."""
    words = list_in_words([gettext("“%(word)s”", word=printable(word)) for word in hit.shared])
    if not hit.is_version:
        return gettext("Both letters have %(words)s.", words=words)
    return gettext("It is another version of this letter; both have %(words)s.", words=words)


def _hit(hit: SimilarHit) -> Json:
    title = hit.letter.title
    return {
        **about_letter(hit.letter, public_letter_address(hit.letter.id)),
        "score": round(hit.score, _SCORE_DIGITS),
        "title": {"text": title.text, "start": title.start, "end": title.end} if title else None,
        "shared": list(hit.shared),
        "is_version": hit.is_version,
        "message": reason(hit),
    }
