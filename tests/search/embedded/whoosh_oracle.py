"""Plans as queries of Whoosh, run by Whoosh's own searcher and matchers over the same index."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from whoosh import matching, query, sorting
from whoosh.collectors import UnlimitedCollector
from whoosh.query import spans
from whoosh.searching import Searcher

from corpus import Letter
from index import Column, Snapshot, View
from index.as_whoosh import LuceneBM25, field_name, make_reader, make_schema
from index.as_whoosh.scoring import field_statistics
from search import plan
from search.ranking import K1
from tests.search.embedded.random_plans import words_of


class WhooshOracle:
    """What Whoosh finds in a snapshot, and how it scores that."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.reader = make_reader(snapshot, make_schema(snapshot.segmenter))
        self._letters = {
            letter.id: letter for leaf, _ in self.reader.leaf_readers() for letter in leaf.letters()
        }

    def find(self, wanted: plan.Plan) -> dict[int, float]:
        """The numbers of the letters found, ascending, with their scores."""
        searcher = Searcher(self.reader, weighting=LuceneBM25(k1=K1, b=wanted.b))
        conditions = [wanted.match, *(condition for _, condition in wanted.filters)]
        found = self._numbers(searcher, self._query(plan.AllOf(tuple(conditions))))
        scores = self._scores(searcher, wanted)
        return {number: scores.get(number, 0.0) for number in found}

    def facet(self, wanted: plan.Plan, name: str) -> dict[str, int]:
        """How many letters have each value, under every filter but the facet's own."""
        others = [condition for other, condition in wanted.filters if other != name]
        matched = self._query(plan.AllOf((wanted.match, *others)))
        numbers = set(self._numbers(Searcher(self.reader), matched))
        counts: dict[str, int] = {}
        for value in self.reader.field_terms(name):
            having = set(self._numbers(Searcher(self.reader), query.Term(name, value)))
            counts[value] = len(numbers & having)
        return {value: count for value, count in counts.items() if count}

    def by_date(self, wanted: plan.Plan, *, newest: bool) -> list[int]:
        """The letters found, sorted by their first day."""
        found = set(self.find(wanted))
        facet = sorting.FieldFacet("date_first", reverse=newest)
        hits = Searcher(self.reader).search(query.Every(), sortedby=facet, limit=None)
        return [number for _, number in hits.top_n if number in found]

    def _numbers(self, searcher: Any, wanted: Any) -> list[int]:
        """The letters of a query; every matcher steps, since phrases need its positions."""
        numbers: list[int] = []
        for leaf, offset in searcher.leaf_searchers():
            context = leaf.context(needs_current=True, weighting=None)
            numbers += (offset + number for number in wanted.matcher(leaf, context).all_ids())
        return numbers

    def _scores(self, searcher: Any, wanted: plan.Plan) -> dict[int, float]:
        terms = [self._scored(term) for term in wanted.scores]
        every = UnlimitedCollector()
        stepping = searcher.context(needs_current=True)
        searcher.search_with_collector(query.Or(terms), every, stepping)
        return {number: score for score, number in every.results().top_n}

    def _scored(self, term: plan.Score) -> Any:
        assert not isinstance(term, plan.ScoreWays | plan.ScoreBest)
        if isinstance(term, plan.ScoreTerm):
            name = field_name(term.column)
            if len(term.alternatives) == 1:
                return query.Term(name, term.alternatives[0], boost=term.weight)
            return OneTerm(name, term.alternatives, term.weight)
        wanted = self._query(term.match)
        return OneTerm(wanted.fieldname, wanted._btexts(self.reader), term.weight)

    def _query(self, node: plan.Match) -> Any:  # noqa: C901 - one line a kind of node
        match node:
            case plan.Anything():
                return query.Every()
            case plan.Nothing():
                return query.NullQuery
            case plan.HasTerm(column, term):
                return query.Term(field_name(column), term)
            case plan.HasPrefix(column, prefix):
                return query.Prefix(field_name(column), prefix)
            case plan.HasNearly(column, term, edits):
                return query.FuzzyTerm(field_name(column), term, maxdist=edits, prefixlength=1)
            case plan.HasPhrase():
                return self._phrase(node)
            case plan.HasInitiative(number):
                return Initiatives(number, self._letters)
            case plan.HasLabel(name, values):
                return query.Or([query.Term(name, value) for value in values])
            case plan.DatedWithin(first, last):
                ends = query.NumericRange("date_last", first, None)
                return query.And([query.NumericRange("date_first", None, last), ends])
            case plan.NoneOf(child):
                return NoneOf(self._query(child))
            case plan.AllOf(children):
                return query.And([query.Every(), *map(self._query, children)])
            case plan.AnyOf(children):
                return query.Or([query.NullQuery, *map(self._query, children)])

    def _phrase(self, phrase: plan.HasPhrase) -> Any:
        units = field_name(Column(phrase.field, View.UNITS))
        chain, before = _slot(units, phrase.slots[0]), 0
        for slot in phrase.slots[1:]:
            gap = slot.offset - before
            chain = Near(chain, _slot(units, slot), slop=gap, mindist=gap)
            before = slot.offset
        if phrase.in_initiative:
            chain = WithinInitiative(chain, self._letters)
        bigrams = field_name(Column(phrase.field, View.BIGRAMS))
        return query.And([chain, *(query.Term(bigrams, pair) for pair in phrase.bigrams)])


def _slot(field: str, slot: plan.Slot) -> Any:
    kind = query.Prefix if slot.prefix else query.Term
    return query.Or([kind(field, term) for term in slot.terms])


class NoneOf(query.Not):  # type: ignore[misc]
    """As Whoosh's own, which gives deleted letters after the last one of its child."""

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        child = self.query.matcher(searcher, context.set(needs_current=True, weighting=None))
        reader = searcher.reader()
        return LiveInverseMatcher(child, reader.doc_count_all(), missing=reader.is_deleted)


class LiveInverseMatcher(matching.InverseMatcher):  # type: ignore[misc]
    """Goes on until the letter is one that is not deleted."""

    def _find_next(self) -> None:
        super()._find_next()
        while self._id < self.limit and self.missing(self._id):
            super()._find_next()


class Near(spans.SpanNear):  # type: ignore[misc]
    """As Whoosh's own, which has no estimate and, within Not, gets children without positions."""

    def estimate_size(self, ixreader: Any) -> int:
        return int(self.q.estimate_size(ixreader))

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        return super().matcher(searcher, context.set(needs_current=True))


class OneTerm(query.Query):  # type: ignore[misc]
    """Several terms scored as one: their frequencies summed, the largest document frequency."""

    def __init__(self, fieldname: str, terms: Iterable[str | bytes], weight: float) -> None:
        self.fieldname = fieldname
        self.terms_of_it = list(terms)
        self.weight = weight

    def estimate_size(self, ixreader: Any) -> int:
        return sum(ixreader.doc_frequency(self.fieldname, term) for term in self.terms_of_it)

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        terms = [query.Term(self.fieldname, term) for term in self.terms_of_it]
        child = query.Or(terms).matcher(searcher, context.set(needs_current=True))
        return OneTermMatcher(child, self._scorer(searcher))

    def _scorer(self, searcher: Any) -> Callable[[int, float], float]:
        parent, model, name = searcher.get_parent(), searcher.weighting, self.fieldname
        average = field_statistics(parent.reader(), name).average_length
        idf = min((parent.idf(name, term) for term in self.terms_of_it), default=0.0)
        factor = self.weight * idf * (model.k1 + 1)
        length_of = searcher.reader().doc_field_length

        def score(number: int, frequency: float) -> float:
            relative = length_of(number, name) / average
            return float(
                factor * frequency / (frequency + model.k1 * (1 - model.b + model.b * relative))
            )

        return score


class OneTermMatcher(matching.WrappingMatcher):  # type: ignore[misc]
    """Scores the summed frequencies of its children."""

    def __init__(self, child: Any, scorer: Callable[[int, float], float]) -> None:
        super().__init__(child)
        self._scorer = scorer

    def _replacement(self, newchild: Any) -> "OneTermMatcher":
        return OneTermMatcher(newchild, self._scorer)

    def supports_block_quality(self) -> bool:
        return False

    def score(self) -> float:
        return self._scorer(self.id(), self.child.weight())


class Initiatives(query.Query):  # type: ignore[misc]
    """Letters with a first-level initiative of a number, as the letters themselves say."""

    def __init__(self, number: int, letters: Mapping[str, Letter]) -> None:
        self._number = number
        self._letters = letters

    def estimate_size(self, ixreader: Any) -> int:
        return int(ixreader.doc_count())

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        ids = searcher.reader().column_reader("id")
        found = (n for n in searcher.reader().all_doc_ids() if self._has(self._letters[ids[n]]))
        return matching.ListMatcher(array("I", found))

    def _has(self, letter: Letter) -> bool:
        return any(i.level == 1 and (i.number or 0) == self._number for i in letter.initiatives)


class WithinInitiative(spans.WrappingSpan):  # type: ignore[misc]
    """Spans of the text that lie within one initiative."""

    def __init__(self, q: Any, letters: Mapping[str, Letter]) -> None:
        self.q = q
        self.letters = letters

    def estimate_size(self, ixreader: Any) -> int:
        return int(self.q.estimate_size(ixreader))

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        ids = searcher.reader().column_reader("id")
        letters = {n: self.letters[ids[n]] for n in searcher.reader().all_doc_ids()}
        child = self.q.matcher(searcher, context.set(needs_current=True))
        return WithinInitiativeMatcher(child, letters)


class WithinInitiativeMatcher(spans.SpanWrappingMatcher):  # type: ignore[misc]
    """See `WithinInitiative`."""

    def __init__(self, child: Any, letters: Mapping[int, Letter]) -> None:
        self._letters = letters
        super().__init__(child)

    def _replacement(self, newchild: Any) -> "WithinInitiativeMatcher":
        return WithinInitiativeMatcher(newchild, self._letters)

    def _get_spans(self) -> list[Any]:
        intervals = _intervals(self._letters[self.child.id()])
        return [
            span
            for span in self.child.spans()
            if any(first <= span.start and span.end <= last for first, last in intervals)
        ]


@cache
def _intervals(letter: Letter) -> list[tuple[int, int]]:
    """The first and last unit position of each initiative."""
    units = [token for token in words_of(letter, "text") if token.view is View.UNITS]
    inside = (
        [u.position for u in units if initiative.start <= u.start < initiative.end]
        for initiative in letter.initiatives
    )
    return [(positions[0], positions[-1]) for positions in inside if positions]
