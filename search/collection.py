"""One generation made ready for searching: its engine, its words, and the queries seen lately."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from index import Snapshot, analysis
from search import passages, plan, tree
from search.answers import Answers
from search.embedded import EmbeddedEngine, Leaders
from search.engine import Engine, Found, Window
from search.equivalents import Recogniser, Synonyms, way_of
from search.feedback import Feedback
from search.filters import filters
from search.organisations import Organisations, compile_organisations, gather, usable_sayings
from search.parsing import parse
from search.ranking import TEXT_WORDS, B
from search.results import Request, Suggestion, Synonym
from search.rewriting import Lexis, named, rewrite
from search.shelf import Shelf
from search.snippets import Needle, needles
from search.spelling import Speller
from search.translation import (
    Bilingual,
    Translated,
    dictionary_for,
    glossary_for,
    may_translate,
    open_bilingual,
    translate,
)
from search.tree import Query

if TYPE_CHECKING:
    from search.completing import WrittenNames
    from search.directory import Directory

Asked = TypeVarTuple("Asked")
Answer = TypeVar("Answer")
_LETTERS = 256  # kept as they are, some 5 MB: letters that are alike are compared again and again
_PREPARED = 1_000  # queries kept ready: parsing and rewriting cost as much as ranking a rare word


@dataclass(frozen=True, slots=True)
class Prepared:
    """A query as this generation understands it."""

    query: Query
    plan: plan.Plan
    needles: tuple[Needle, ...]
    lexis: Lexis
    synonyms: tuple[Synonym, ...]


class Collection:
    """What a search needs of one snapshot. Safe for threads."""

    def __init__(self, snapshot: Snapshot, custom: Path | None = None) -> None:
        self.snapshot = snapshot
        self._custom = custom
        self.engine: Engine = EmbeddedEngine(snapshot, self._leaders)
        self.answers = Answers()
        self.shelf = Shelf(snapshot.letter)
        self.letter_of = lru_cache(_LETTERS)(snapshot.letter)
        self.feedback = Feedback(self.engine, self.shelf.take)
        self._tokens = lru_cache(_PREPARED)(partial(analysis.tokens, segmenter=snapshot.segmenter))
        self._prepared = lru_cache(_PREPARED)(self._prepare)
        self.translate = lru_cache(_PREPARED)(self._translate)
        self.suggest = lru_cache(_PREPARED)(self._suggest)
        self._remembered = lru_cache(_PREPARED)(self._ask)
        self._speller = Speller(
            self.engine, tokens_of=self._tokens, open_words=partial(dictionary_for, snapshot)
        )

    @cached_property
    def lexis(self) -> Lexis:
        """How queries are understood, with the synonyms of the glossary."""
        return self._lexis(Synonyms(glossary_for(self.snapshot, self._custom).same))

    @cached_property
    def _without_synonyms(self) -> Lexis:
        return self._lexis(None)

    def _lexis(self, synonyms: Synonyms | None) -> Lexis:
        forms_of = self.snapshot.surface_forms
        recognise = Recogniser(self._tokens, forms_of, synonyms).said_in
        return Lexis(self._tokens, forms_of, lru_cache(_PREPARED)(recognise), self._issuers_called)

    def _issuers_called(self, name: str) -> tuple[str, ...]:
        return self.organisations.issuers_called(name)

    @cached_property
    def organisations(self) -> Organisations:
        """The issuers that have several names, by what the letters and the admin say."""
        sayings = usable_sayings(self._custom)
        return compile_organisations(
            gather(self.snapshot, sayings),
            sayings,
            lambda chinese, english: may_translate(chinese, english, self.languages),
        )

    def _leaders(self) -> Leaders:
        return Leaders(self.organisations.leaders(), self.organisations.ordinals)

    def filters(self, request: Request) -> tuple[tuple[str, plan.Match], ...]:
        """The conditions of a request; an issuer is one under all its names."""
        if request.issuers:
            names = (name for one in request.issuers for name in self.organisations.names_of(one))
            request = replace(request, issuers=tuple(dict.fromkeys(names)))
        return filters(request)

    def rerank(self, found: Found, wanted: plan.Plan) -> Found:
        """What comes after the engine's ranking: its head is ranked anew."""
        return self.feedback.rerank(passages.rerank(found, wanted, self.engine), wanted)

    def prepare(self, q: str, *, synonyms: bool = True) -> Prepared:
        """The query as it is searched, with synonyms or without; the latest are kept."""
        return self._prepared(q, synonyms)

    def _prepare(self, q: str, synonyms: bool) -> Prepared:
        query = parse(q)
        lexis = self.lexis if synonyms else self._without_synonyms
        return Prepared(
            query=query,
            plan=rewrite(query.tree, lexis),
            needles=needles(query.tree, lexis, weight_of=self._weight),
            lexis=lexis,
            synonyms=tuple(dict.fromkeys(self._synonyms(query.tree, lexis))),
        )

    def _synonyms(self, node: tree.Node, lexis: Lexis) -> Iterator[Synonym]:
        """The names that were typed, each with those of its others that are in some letter."""
        for typed, said in named(node, lexis):
            itself = way_of(typed, lexis.tokens_of, lexis.forms_of)
            others = tuple(
                name
                for name, way in zip(said.names, said.ways, strict=True)
                if way != itself and self._finds(way)
            )
            if others:
                yield Synonym(typed, others)

    def _translate(self, q: str) -> Translated | None:
        """The query in the other language; None where it has no words that are in a letter."""
        return translate(self.prepare(q).query.tree, self.languages, self._weight)

    def _suggest(self, q: str) -> tuple[Suggestion, ...]:
        """Another spelling of the query, if there is one whose best letter is at least as good."""
        prepared = self.prepare(q)
        spelling = self._speller.respell(prepared.query)
        if spelling is None:
            return ()
        typed, other = (
            self.engine.find(one, Window(size=1)).scores.tolist()
            for one in (prepared.plan, self.prepare(spelling.text).plan)
        )
        return (Suggestion(spelling.text, spelling.reason),) if other and other >= typed else ()

    def remembered(
        self, ask: Callable[["Collection", *Asked], Answer], *arguments: *Asked
    ) -> Answer:
        """What `ask` says of this collection and some arguments; the latest answers are kept."""
        answer: Answer = self._remembered(ask, *arguments)
        return answer

    def _ask(self, ask: Callable[..., Any], *arguments: object) -> Any:
        return ask(self, *arguments)

    @cached_property
    def directory(self) -> "Directory":
        """The issuers by name, made when they are asked for."""
        from search.directory import Directory  # not for searching

        return Directory(self.snapshot, self.organisations)

    @cached_property
    def names(self) -> "WrittenNames":
        """What can be completed, as letters write it."""
        from search.completing import WrittenNames  # a search does without

        return WrittenNames(self.snapshot)

    @cached_property
    def languages(self) -> Bilingual:
        """What translates; opened when something is translated for the first time."""
        return open_bilingual(
            self.snapshot,
            custom=self._custom,
            tokens_of=self._tokens,
            holds=self._holds,
        )

    def _holds(self, text: str) -> bool:
        """Whether a letter has the text as a phrase."""
        way = rewrite(tree.Phrase(text, 0, len(text)), self._without_synonyms.as_typed()).match
        return self._finds(way)

    def _finds(self, match: plan.Match) -> bool:
        return self.engine.find(plan.Plan(match=match, b=B), Window(size=0)).total > 0

    def _weight(self, term: str) -> float:
        return self.engine.idf(TEXT_WORDS, term)
