"""What translated words add to the score: classes of terms, likelier ones in narrower classes.

Knows nothing of matching, of trees and of postings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from index import FIELDS, Column, View
from index.analysis import is_unspaced
from search import plan
from search.ranking import TEXT_BIGRAMS, TEXT_WORDS
from search.translation import weights
from search.translation.bilingual import Bilingual
from search.translation.stems import stems_that_say
from search.translation.words import Target, Word

_FIELDS: Final = tuple((field.name, field.boost) for field in FIELDS if field.boost)


def score(
    words: Iterable[Word], target: Target, languages: Bilingual
) -> tuple[plan.ScoreTerm, ...]:
    """The terms of all words; what is not in the collection is left out."""
    terms = _english if target == "en" else _chinese
    return tuple(term for word in words for term in terms(word, languages))


def _held(view: View, terms: Iterable[str], languages: Bilingual) -> tuple[str, ...]:
    column = Column("text", view)
    distinct = dict.fromkeys(terms)
    return tuple(term for term in distinct if languages.holdings.frequency(column, term))


def _in_text(view: View, terms: tuple[str, ...], weight: float) -> Iterator[plan.ScoreTerm]:
    if terms:
        yield plan.ScoreTerm(Column("text", view), terms, weight)


def _everywhere(view: View, terms: tuple[str, ...], weight: float) -> Iterator[plan.ScoreTerm]:
    """In all fields with a boost; what is in one of them is in the text too."""
    if terms:
        for field, boost in _FIELDS:
            yield plan.ScoreTerm(Column(field, view), terms, boost * weight)


def _english(word: Word, languages: Bilingual) -> Iterator[plan.ScoreTerm]:
    if word.kept:
        kept = _held(View.WORDS, [word.kept], languages)
        yield from _everywhere(View.WORDS, kept, weights.ENGLISH_KEPT * word.weight)
        return
    if word.is_name:
        parts = [part for one in word.renderings for part in one.text.split()]
        names = _held(View.UNITS, parts, languages)
        weight = weights.ENGLISH_NAME * word.weight
        yield from _in_text(View.UNITS, names[:1], weight)
        yield from _everywhere(View.UNITS, names, weight)
        return
    heads, rest = english_heads(word, languages)
    *narrow, (most, weight) = weights.ENGLISH_TIERS
    yield from _everywhere(View.WORDS, heads[:most], weight * word.weight)
    for count, weight in narrow:
        yield from _in_text(View.WORDS, heads[:count], weight * word.weight)
    yield from _in_text(View.WORDS, rest, weights.ENGLISH_REST * word.weight)
    related = tuple(dict.fromkeys((*heads, *_related([*heads, *rest], languages))))
    yield from _in_text(View.WORDS, related, weights.ENGLISH_RELATED * word.weight)


def english_heads(word: Word, languages: Bilingual) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The rarest stem of each phrase, best first, and the other stems; those in the collection."""
    heads: dict[str, float] = defaultdict(float)
    rest: dict[str, None] = {}
    for rendering in word.renderings:
        stems = stems_that_say(rendering.text)
        held = {one: n for one in stems if (n := languages.holdings.frequency(TEXT_WORDS, one))}
        if not held:
            continue
        head = min(held, key=lambda one: held[one])
        lacking = weights.LACKING if len(held) < len(stems) else 1.0
        heads[head] += lacking * rendering.share**weights.RANK_POWER
        rest.update(dict.fromkeys(one for one in held if one != head))
    return tuple(sorted(heads, key=lambda one: -heads[one])), tuple(rest)


def _related(stems: Iterable[str], languages: Bilingual) -> list[str]:
    found: dict[str, None] = {}
    for one in stems:
        if len(one) >= weights.RELATED_LEAST:
            root = one[: max(weights.RELATED_LEAST, len(one) - 1)]
            for term in languages.holdings.beginning(TEXT_WORDS, root, 4 * weights.RELATED_MOST):
                if term != one and len(term) <= len(one) + weights.RELATED_LONGER:
                    found[term] = None
    return list(found)[: weights.RELATED_MOST]


def _chinese(word: Word, languages: Bilingual) -> Iterator[plan.ScoreTerm]:
    texts = [one.text for one in word.renderings]
    kept = _held(View.WORDS, [word.kept] if word.kept else [], languages)
    if word.is_name:
        pairs = _held(View.BIGRAMS, (_rarest_pair(name, languages) for name in texts), languages)
        yield from _everywhere(View.BIGRAMS, pairs, weights.CHINESE_NAME * word.weight)
        return
    if not texts:
        yield from _everywhere(View.WORDS, kept, weights.CHINESE_NAME * word.weight)
        return
    for (count, weight), within in zip(weights.CHINESE_TIERS, (_in_text, _everywhere), strict=True):
        best = texts[:count]
        terms = _held(View.WORDS, (t for text in best for t in _terms(text, languages)), languages)
        yield from within(View.WORDS, (*terms, *kept), weight * word.weight)
        pairs = _held(View.BIGRAMS, (text for text in best if len(text) == 2), languages)
        yield from within(View.BIGRAMS, pairs, weight * word.weight)
    singles = _held(View.UNITS, (text for text in texts if len(text) == 1), languages)
    yield from _in_text(View.UNITS, singles, weights.CHINESE_SINGLE * word.weight)
    pairs = _held(
        View.BIGRAMS, (text[i : i + 2] for text in texts for i in range(len(text) - 1)), languages
    )
    yield from _in_text(View.BIGRAMS, pairs, weights.CHINESE_PAIRS * word.weight)
    shared = _held(View.UNITS, _shared_characters(word), languages)
    yield from _in_text(View.UNITS, shared, weights.CHINESE_CHARACTERS * word.weight)


def _terms(text: str, languages: Bilingual) -> Iterator[str]:
    """A Chinese word is looked up whole; what is not Chinese, as analysis cuts it."""
    if is_unspaced(text):
        yield text
    else:
        yield from (token.term for token in languages.tokens_of(text) if token.view is View.WORDS)


def _shared_characters(word: Word) -> list[str]:
    shares: dict[str, float] = defaultdict(float)
    total = sum(one.share for one in word.renderings)
    for one in word.renderings:
        for character in set(one.text):
            shares[character] += one.share / total
    often = [one for one in shares if shares[one] >= weights.SHARED_LEAST and is_unspaced(one)]
    return sorted(often, key=lambda one: -shares[one])


def _rarest_pair(name: str, languages: Bilingual) -> str:
    pairs = [name[i : i + 2] for i in range(len(name) - 1)]
    return min(pairs, key=lambda pair: languages.holdings.frequency(TEXT_BIGRAMS, pair))
