"""Letters that may be versions of one: those that share what is rare in it.

Knows plans and what a letter shares with its versions, not whether they are any.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from search import plan
from search.engine import Window
from search.filters import scripts
from search.ranking import TEXT_UNITS, B
from search.similar import alike
from search.translation import Rendered
from search.versions.profile import Profile

MOST: Final = 5  # candidates of each kind: measured, the right one is among the first four
RARE: Final = 200  # a key is rare that at most one in so many letters has
FEWEST: Final = 20  # letters that any key may be in
ENOUGH_KEYS: Final = 4  # rare keys that find a translation without its words


def alike_in_words(profile: Profile) -> list[int]:
    """The numbers of the letters that share most of its telling terms."""
    engine = profile.collection.engine
    return alike(profile.letter, profile.telling, engine, limit=MOST)


def perhaps_translations(profile: Profile) -> list[int]:
    """The numbers of letters of the other language with its rare keys, or its words translated."""
    keys = _rare_keys(profile)
    found = _best(profile, [plan.ScoreTerm(TEXT_UNITS, (key,), 1.0) for key in keys])
    if len(keys) < ENOUGH_KEYS:
        found += _best(profile, [term for one in profile.rendered for term in _score(one)])
    return list(dict.fromkeys(found))


def _rare_keys(profile: Profile) -> tuple[str, ...]:
    """Its numbers and names that few letters have, and another one has."""
    keys = sorted(profile.keys)
    found = profile.collection
    most = max(FEWEST, found.snapshot.count // RARE)
    holding = found.engine.document_frequencies(TEXT_UNITS, keys)
    return tuple(key for key, count in zip(keys, holding, strict=True) if 1 < count <= most)


def _score(word: Rendered) -> Iterator[plan.ScoreTerm]:
    return (plan.ScoreTerm(column, terms, 1.0) for column, terms in word.items())


def _best(profile: Profile, terms: Sequence[plan.ScoreTerm]) -> list[int]:
    if not terms:
        return []
    found = (plan.HasTerm(term.column, one) for term in terms for one in term.alternatives)
    other = plan.HasLabel("lang", scripts(("zh",) if profile.is_english else ("en",)))
    any_of = plan.AnyOf(tuple(dict.fromkeys(found)))
    wanted = plan.Plan(match=plan.AllOf((any_of, other)), scores=tuple(terms), b=B)
    best = profile.collection.engine.find(wanted, Window(size=MOST))
    return [int(number) for number in best.numbers]
