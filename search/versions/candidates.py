"""Letters that may be versions of one: those that share what is rare in it.

Knows plans and what a letter shares with its versions, not whether they are any.
"""

from collections.abc import Iterable
from typing import Final

from index import is_unspaced
from search import plan
from search.engine import Engine, Window
from search.filters import scripts
from search.ranking import TEXT_UNITS, B
from search.similar import alike, telling_words
from search.translation import Translated
from search.versions.profile import Profile

MOST: Final = 5  # candidates of each kind: measured, the right one is among the first four
WORDS: Final = 12  # telling words that are translated: 25 find no more and take twice as long
RARE: Final = 200  # a key is rare that at most one in so many letters has
FEWEST: Final = 20  # letters that any key may be in
ENOUGH_KEYS: Final = 4  # rare keys that find a translation without its words


def alike_in_words(profile: Profile, letters: int, engine: Engine) -> list[int]:
    """The numbers of the letters that share most of its telling words."""
    return alike(profile.letter, letters, engine, profile.segmenter, limit=MOST)


def words_to_translate(profile: Profile, letters: int, engine: Engine) -> str:
    """The most telling words of its language, one after the other."""
    words = telling_words(profile.letter, letters, engine, profile.segmenter)
    own = (w for w in words if profile.is_english or is_unspaced(w))
    return " ".join(list(dict.fromkeys(own))[:WORDS])


def rare_keys(profile: Profile, letters: int, engine: Engine) -> tuple[str, ...]:
    """Its numbers and names that few letters have, and another one has."""
    keys = sorted(profile.keys)
    most = max(FEWEST, letters // RARE)
    holding = engine.document_frequencies(TEXT_UNITS, keys)
    return tuple(key for key, count in zip(keys, holding, strict=True) if 1 < count <= most)


def with_keys(profile: Profile, keys: Iterable[str], engine: Engine) -> list[int]:
    """The numbers of the letters of the other language that have most of the keys."""
    terms = tuple(plan.ScoreTerm(TEXT_UNITS, (key,), 1.0) for key in keys)
    return _best(profile, terms, engine)


def translated_words(profile: Profile, translated: Translated, engine: Engine) -> list[int]:
    """The numbers of the letters of the other language that say most of its words."""
    terms = tuple(term for term in translated.plan.scores if isinstance(term, plan.ScoreTerm))
    return _best(profile, terms, engine)


def _best(profile: Profile, terms: tuple[plan.ScoreTerm, ...], engine: Engine) -> list[int]:
    if not terms:
        return []
    found = tuple(plan.HasTerm(term.column, one) for term in terms for one in term.alternatives)
    other = plan.HasLabel("lang", scripts(("zh",) if profile.is_english else ("en",)))
    wanted = plan.Plan(match=plan.AllOf((plan.AnyOf(tuple(dict.fromkeys(found))), other)),
                       scores=terms, b=B)  # fmt: skip
    return [int(number) for number in engine.find(wanted, Window(size=MOST)).numbers]
