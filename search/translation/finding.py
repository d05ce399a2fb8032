"""What translated words find: match nodes, and the renderings that the collection has.

Knows nothing of scores.
"""

from collections.abc import Iterable, Iterator, Sequence

from index import Column, View
from index.analysis import is_unspaced
from search import plan, tree
from search.ranking import TEXT_BIGRAMS, TEXT_UNITS, TEXT_WORDS
from search.rewriting import Lexis
from search.rewriting.finding import find
from search.translation.bilingual import Bilingual
from search.translation.scoring import english_heads
from search.translation.stems import stem_of, stems_that_say
from search.translation.words import Rendering, Target, Word


def held(word: Word, target: Target, languages: Bilingual) -> tuple[Rendering, ...]:
    """The renderings of a word, and of no more, that are in some letter."""
    stands = _english_stands if target == "en" else _chinese_stands
    said = (one for one in word.renderings if not one.says_more)
    return tuple(one for one in said if stands(one.text, languages))


def _english_stands(phrase: str, languages: Bilingual) -> bool:
    """Whether all words of a phrase are in letters; where they stand differs by their forms."""
    stems = stems_that_say(phrase)
    return bool(stems) and all(languages.holdings.frequency(TEXT_WORDS, one) for one in stems)


def _chinese_stands(text: str, languages: Bilingual) -> bool:
    if not is_unspaced(text):
        return languages.holdings.holds(text)
    if len(text) == 1:
        return bool(languages.holdings.frequency(TEXT_UNITS, text))
    pairs = (text[i : i + 2] for i in range(len(text) - 1))
    found = all(languages.holdings.frequency(TEXT_BIGRAMS, pair) for pair in pairs)
    return found and (len(text) == 2 or languages.holdings.holds(text))


def match(
    texts: Iterable[str], target: Target, field: str, languages: Bilingual
) -> Iterator[plan.Match]:
    """Letters that have one of the renderings in the field, a node each."""
    return (_english if target == "en" else _chinese)(texts, field, languages)


def match_loosely(word: Word, target: Target, languages: Bilingual) -> Iterator[plan.Match]:
    """Letters that have a part of a rendering: of a phrase its rarest word, a character, a pair."""
    if target == "en":
        heads, _ = english_heads(word, languages)
        yield from (plan.HasTerm(TEXT_WORDS, head) for head in heads)
        return
    for one in word.renderings:
        if len(one.text) == 1:
            yield plan.HasTerm(TEXT_UNITS, one.text)
        for place in range(len(one.text) - 1):
            yield plan.HasTerm(TEXT_BIGRAMS, one.text[place : place + 2])


def _chinese(texts: Iterable[str], field: str, languages: Bilingual) -> Iterator[plan.Match]:
    lexis = Lexis(tokens_of=languages.tokens_of, forms_of=languages.forms_of)
    for text in texts:
        if len(text) == 2 and is_unspaced(text) and field != "initiative":
            yield plan.HasTerm(Column(field, View.BIGRAMS), text)
        elif (node := find(tree.Phrase(text, 0, len(text)), lexis, field)) is not None:
            yield node


def _english(texts: Iterable[str], field: str, languages: Bilingual) -> Iterator[plan.Match]:
    for text in texts:
        words = text.split()
        if len(words) == 1 and field != "initiative":
            yield plan.HasTerm(Column(field, View.WORDS), stem_of(words[0]))
        else:
            yield _phrase(words, field, languages)


def _phrase(words: Sequence[str], field: str, languages: Bilingual) -> plan.HasPhrase:
    """The words side by side, each in any of its forms; initiatives are parts of the text."""
    slots = tuple(
        plan.Slot(tuple(dict.fromkeys((word, *languages.forms_of(stem_of(word))))), offset)
        for offset, word in enumerate(words)
    )
    inside = field == "initiative"
    return plan.HasPhrase("text" if inside else field, slots, in_initiative=inside)
