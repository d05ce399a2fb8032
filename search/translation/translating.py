"""A query translated: from its tree to a plan for letters of the other language.

Owns which letters are of the other language, and how operators of the query carry over. Knows
nothing of dictionaries and of how letters are shown.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, cast

from index import Column, View
from search import plan, tree
from search.filters import scripts
from search.results import TranslatedTerm
from search.rewriting import Lexis
from search.rewriting.counting import counting
from search.rewriting.finding import find
from search.snippets import Needle
from search.translation import weights
from search.translation.bilingual import Bilingual
from search.translation.finding import held, match, match_loosely
from search.translation.marking import needles_for
from search.translation.scoring import score
from search.translation.to_chinese import phrase_to_chinese, to_chinese
from search.translation.to_english import phrase_to_english, to_english
from search.translation.words import Rendering, Target, Word
from search.tree import FieldName

LOOSE: Final = 4  # words of a query from which parts of renderings find letters too (measured)
_SHOWN: Final = 8  # renderings of a word that are named
_ORIGIN: Final[dict[Target, Target]] = {"en": "zh", "zh": "en"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """What finds letters of the other language, marks them, and says what was looked for.

    `typed` has for each score term of the plan the word of the query that it translates.
    """

    plan: plan.Plan
    needles: tuple[Needle, ...]
    terms: tuple[TranslatedTerm, ...]
    typed: tuple[str, ...]


def translate(
    node: tree.Node, languages: Bilingual, weight_of: Callable[[str], float]
) -> Translated | None:
    """The query in the other language; in both, if it has words of both. None: no word has any.

    Letters that have all words as typed need no translation and are left out, as are letters that
    are in the query's language too; of a query in both languages, all that it finds itself.
    """
    ways = [way for target in _ORIGIN if (way := _Way(target, languages)).read(node)]
    if not ways:
        return None
    mixed = any(way.target == "zh" for way in ways) and _has_han(node, languages)
    known = ways[0].found_as_typed(node) if mixed else ways[0].all_as_typed(node)
    found = [way.within_language(alone=not mixed) for way in ways]
    scores = [
        (term, word.typed)
        for way in ways
        for word in way.words
        for term in score((word,), way.target, languages)
    ]
    to_english_only = all(way.target == "en" for way in ways)
    return Translated(
        plan=plan.Plan(
            match=plan.AllOf((_any(found) or plan.Nothing(), plan.NoneOf(known))),
            scores=tuple(term for term, _ in scores),
            b=weights.ENGLISH_B if to_english_only else weights.CHINESE_B,
        ),
        needles=tuple(dict.fromkeys(one for way in ways for one in way.needles(weight_of))),
        terms=tuple(dict.fromkeys(term for way in ways for term in way.terms())),
        typed=tuple(typed for _, typed in scores),
    )


class _Way:
    """One direction: reads a tree once, and then tells what it found there."""

    def __init__(self, target: Target, languages: Bilingual) -> None:
        self.target = target
        self.words: list[Word] = []
        self._languages = languages
        self._lexis = Lexis(tokens_of=languages.tokens_of, forms_of=languages.forms_of)
        self._held: list[tuple[Word, tuple[Rendering, ...], str]] = []
        self._match: plan.Match | None = None

    def read(self, node: tree.Node) -> bool:
        """Whether some word of the query has a translation that is in some letter."""
        self._match = self._node(node, "text")
        return bool(self._held)

    def within_language(self, *, alone: bool) -> plan.Match:
        """What was found, in letters of the target language and, if `alone`, of no other."""
        origin = plan.HasLabel("lang", scripts((_ORIGIN[self.target],)))
        wanted = plan.HasLabel("lang", scripts((self.target,)))
        others = (plan.NoneOf(origin),) if alone else ()
        return plan.AllOf((self._match or plan.Nothing(), wanted, *others))

    def found_as_typed(self, node: tree.Node) -> plan.Match:
        """What the query finds without a translation."""
        return find(node, self._lexis) or plan.Nothing()

    def all_as_typed(self, node: tree.Node) -> plan.Match:
        """Letters with all the words of the query."""
        terms = (
            plan.HasTerm(Column("text", View.WORDS), token.term)
            for text in _texts(node)
            for token in counting(text, self._lexis.tokens_of(text))
            if token.view is View.WORDS
        )
        found = tuple(dict.fromkeys(terms))
        return plan.AllOf(found) if found else plan.Nothing()

    def needles(self, weight_of: Callable[[str], float]) -> Iterator[Needle]:
        for _, renderings, field in self._held:
            named = None if field == "text" else cast("FieldName", field)
            texts = [one.text for one in renderings]
            yield from needles_for(texts, self._lexis.forms_of, weight_of, named)

    def terms(self) -> Iterator[TranslatedTerm]:
        for word, renderings, _ in self._held:
            shown = (one.written or one.text for one in renderings[:_SHOWN])
            yield TranslatedTerm(word.typed, tuple(shown))

    def _node(self, node: tree.Node, field: str) -> plan.Match | None:
        """As `rewriting.find`, with words in the other language where they have any."""
        as_typed = partial(find, node, self._lexis, field)
        match node:
            case tree.Words(text):
                words = to_english if self.target == "en" else to_chinese
                return self._words(words(text, self._languages), field) or as_typed()
            case tree.Phrase(text):
                words = phrase_to_english if self.target == "en" else phrase_to_chinese
                return _all(self._text(words(text, self._languages), field)) or as_typed()
            case tree.InField(inner, child):
                return self._node(child, inner)
            case tree.And(children):
                return _all(self._node(child, field) for child in children)
            case tree.Or(children):
                return _any(self._node(child, field) for child in children)
            case _:
                return as_typed()

    def _words(self, words: tuple[Word, ...], field: str) -> plan.Match | None:
        """Any of the words; in a long query, whose score decides, any part of their renderings."""
        found = self._text(words, field)
        if not found:
            return None
        column = Column(field, View.WORDS)
        is_long = field == "text" and len(words) >= LOOSE
        kept = (word.kept for word in words if word.kept and (is_long or word.kept.isalpha()))
        found.extend(plan.HasTerm(column, term) for term in kept)
        if is_long:
            for word in words:
                found.extend(match_loosely(word, self.target, self._languages))
        return _any(found)

    def _text(self, words: tuple[Word, ...], field: str) -> list[plan.Match]:
        """What the words of one text find; all of them add to the score."""
        self.words.extend(words)
        found = [(word, renderings) for word in words if (renderings := self._of(word))]
        longer = [one for one in found if not self._is_single(*one)]
        kept = longer or found
        self._held.extend((word, renderings, field) for word, renderings in kept)
        return [self._match_of(renderings, field) for _, renderings in kept]

    def _match_of(self, renderings: tuple[Rendering, ...], field: str) -> plan.Match:
        texts = [one.text for one in renderings]
        return _any(match(texts, self.target, field, self._languages)) or plan.Nothing()

    def _of(self, word: Word) -> tuple[Rendering, ...]:
        """The renderings in some letter: the longer ones, if any is longer than a character."""
        renderings = held(word, self.target, self._languages)
        longer = tuple(one for one in renderings if len(one.text) > 1)
        return longer or renderings

    def _is_single(self, word: Word, renderings: tuple[Rendering, ...]) -> bool:
        if self.target == "en":
            return len(word.typed) == 1
        return all(len(one.text) == 1 for one in renderings)


def _has_han(node: tree.Node, languages: Bilingual) -> bool:
    return any(token.is_han for text in _texts(node) for token in languages.tokens_of(text))


def _texts(node: tree.Node) -> Iterator[str]:
    match node:
        case tree.Words(text) | tree.Phrase(text):
            yield text
        case tree.And(children) | tree.Or(children):
            for child in children:
                yield from _texts(child)
        case tree.InField(_, child):
            yield from _texts(child)


def _any(found: Iterable[plan.Match | None]) -> plan.Match | None:
    parts = tuple(dict.fromkeys(one for one in found if one is not None))
    return plan.AnyOf(parts) if len(parts) > 1 else next(iter(parts), None)


def _all(found: Iterable[plan.Match | None]) -> plan.Match | None:
    parts = tuple(dict.fromkeys(one for one in found if one is not None))
    return plan.AllOf(parts) if len(parts) > 1 else next(iter(parts), None)
