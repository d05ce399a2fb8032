"""Why a letter has its score for a query: what engine, words and passage say, put together."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from index import Column
from search import plan
from search.collection import Collection, Prepared
from search.engine import Contribution, Window
from search.explaining.attribution import AsTranslated, AsTyped, Attribution, Source
from search.explaining.closeness import closeness
from search.explaining.conditions import unmet
from search.explaining.explanation import (
    ExplainedTerm,
    ExplainedWord,
    Explanation,
    FoundBy,
    TermKind,
)
from search.explaining.sharing import shared
from search.ranking import RERANK, B
from search.snippets import ReadyLetter

RANKED: Final = 100  # letters among which the rank is told: the largest page


def explain(
    collection: Collection, letter_id: str, q: str, *, synonyms: bool = True
) -> Explanation | None:
    """Why a letter has its score for a query alone, without filters; None if there is no letter.

    Costs about what the query costs.
    """
    number = collection.snapshot.find(letter_id)
    if number is None:
        return None
    prepared = collection.prepare(q, synonyms=synonyms)
    (ready,) = collection.shelf.take([number])
    meets = partial(_meets, collection, letter_id)
    if meets(prepared.plan.match):
        typed = AsTyped(prepared.query.tree, prepared.lexis)
        asked = _Asked(collection, number, ready, prepared, prepared.plan, "query")
        return asked.explained(typed)
    missing = unmet(prepared.query, prepared.lexis, meets)
    translated = collection.translate(q)
    if translated is not None and meets(translated.plan.match):
        asked = _Asked(collection, number, ready, prepared, translated.plan, "other_language")
        renderings = {term.typed: term.renderings for term in translated.terms}
        return replace(asked.explained(AsTranslated(translated.typed, renderings)), unmet=missing)
    return Explanation(
        letter=ready.letter,
        query=prepared.query,
        synonyms=prepared.synonyms,
        found_by=None,
        score=0.0,
        rank=None,
        total=collection.engine.find(prepared.plan, Window(size=0)).total,
        unmet=missing,
    )


def _meets(collection: Collection, letter_id: str, match: plan.Match) -> bool:
    this = plan.HasLabel("id", (letter_id,))
    wanted = plan.Plan(match=plan.AllOf((this, match)), b=B)
    return collection.engine.find(wanted, Window(size=0)).total > 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """A letter that is found, and the plan that finds it."""

    collection: Collection
    number: int
    ready: ReadyLetter
    prepared: Prepared
    plan: plan.Plan
    by: FoundBy

    def explained(self, attribution: Attribution) -> Explanation:
        engine = self.collection.engine
        found = engine.find(self.plan, Window(size=RANKED))
        head = found.numbers.tolist()
        is_reranked = self.number in head[:RERANK]
        ranked = self.collection.rerank(found, self.plan).numbers.tolist()
        is_ranked = self.number in ranked and bool(self.plan.scores)
        words = self._words(attribution)
        close = closeness(self.number, self.ready, self.plan, engine) if is_reranked else None
        common = shared(self.collection, self.number, found, self.plan)
        gains = (close.score if close else 0.0, common.score if common else 0.0)
        return Explanation(
            letter=self.ready.letter,
            query=self.prepared.query,
            synonyms=self.prepared.synonyms,
            found_by=self.by,
            score=sum(word.score for word in words) + sum(gains),
            rank=ranked.index(self.number) + 1 if is_ranked else None,
            total=found.total,
            words=words,
            closeness=close,
            shared=common,
        )

    def _words(self, attribution: Attribution) -> tuple[ExplainedWord, ...]:
        """All words of the query, those that add most first."""
        terms: dict[Source, list[ExplainedTerm]] = defaultdict(list)
        times: dict[Source, dict[str, int]] = defaultdict(dict)
        (found,) = self.collection.engine.contributions([self.number], self.plan)
        for one in found:
            for source, share in attribution.shares(one.place, one.term).items():
                term = _term(one, share, source.typed)
                terms[source].append(term)
                if attribution.is_whole(source, one.term):
                    before = times[source].get(term.field, 0)
                    times[source][term.field] = max(before, term.frequency)
        words = [
            _word(source, terms.get(source, []), times.get(source, {}))
            for source in attribution.sources
        ]
        return tuple(sorted(words, key=lambda word: -word.score))


def _word(source: Source, terms: list[ExplainedTerm], times: Mapping[str, int]) -> ExplainedWord:
    ordered = sorted(terms, key=lambda term: -term.score)
    return ExplainedWord(
        typed=source.typed,
        renderings=source.renderings,
        times=tuple(times.items()),
        terms=tuple(ordered),
        score=sum(term.score for term in ordered),
    )


def _term(found: Contribution, share: float, typed: str) -> ExplainedTerm:
    column, terms, kind = _sought(found.term, typed)
    return ExplainedTerm(
        terms=terms,
        kind=kind,
        view=column.view,
        field=column.field,
        frequency=found.frequency,
        document_frequency=found.document_frequency,
        letters=found.letters,
        idf=found.idf,
        length_factor=found.length_factor,
        weight=share * found.term.weight,
        score=share * found.score,
    )


def _sought(scored: plan.Single, typed: str) -> tuple[Column, tuple[str, ...], TermKind]:
    if isinstance(scored, plan.ScoreTerm):
        return scored.column, scored.alternatives, "term"
    if isinstance(scored, plan.ScoreWays):
        return scored.column, (typed,), "ways"
    if isinstance(scored.match, plan.HasPrefix):
        return scored.match.column, (scored.match.prefix,), "prefix"
    return scored.match.column, (scored.match.term,), "nearly"
