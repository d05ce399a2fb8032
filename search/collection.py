"""One generation made ready for searching: its engine, its words, and the queries seen lately."""

from dataclasses import dataclass
from functools import lru_cache, partial

from index import Snapshot, analysis
from search.embedded import EmbeddedEngine
from search.engine import Engine
from search.parsing import parse
from search.plan import Plan
from search.ranking import TEXT_WORDS
from search.rewriting import Lexis, rewrite
from search.snippets import Needle, needles
from search.tree import Query

_PREPARED = 1_000  # queries kept ready: parsing and rewriting cost as much as ranking a rare word


@dataclass(frozen=True, slots=True)
class Prepared:
    """A query as this generation understands it."""

    query: Query
    plan: Plan
    needles: tuple[Needle, ...]


class Collection:
    """What a search needs of one snapshot. Safe for threads."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.engine: Engine = EmbeddedEngine(snapshot)
        self._tokens = lru_cache(_PREPARED)(partial(analysis.tokens, segmenter=snapshot.segmenter))
        self._lexis = Lexis(tokens_of=self._tokens, forms_of=snapshot.surface_forms)
        self.prepare = lru_cache(_PREPARED)(self._prepare)

    def _prepare(self, q: str) -> Prepared:
        query = parse(q)
        return Prepared(
            query=query,
            plan=rewrite(query.tree, self._lexis),
            needles=needles(
                query.tree,
                tokens_of=self._tokens,
                forms_of=self.snapshot.surface_forms,
                weight_of=lambda term: self.engine.idf(TEXT_WORDS, term),
            ),
        )
