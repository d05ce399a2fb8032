"""Whether a query is doubtful: every request asks, and it is a look-up a word.

Only then is more done, and what does it is imported.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

from index import Token, View
from search import tree
from search.engine import Engine
from search.results import Reason
from search.spelling.dictionary import WordList
from search.spelling.evidence import Evidence
from search.spelling.typed import texts, words


@dataclass(frozen=True, slots=True)
class Spelling:
    """A query spelt otherwise; `reason` is that of the surest change."""

    text: str
    reason: Reason


class Speller:
    """Spells queries with the words of one generation. Safe for threads."""

    def __init__(
        self,
        engine: Engine,
        *,
        tokens_of: Callable[[str], tuple[Token, ...]],
        open_words: Callable[[], WordList],
    ) -> None:
        """`open_words` opens the list of words, when a query is doubtful."""
        self._evidence = Evidence(engine)
        self._tokens_of = tokens_of
        self._open_words = open_words

    def respell(self, query: tree.Query) -> Spelling | None:
        """The query with the words it was meant to have; None where nothing speaks for others."""
        if not self._is_doubtful(query):
            return None
        from search.spelling.proposing import proposals, put  # most queries are spelt right

        found = proposals(query, self._tokens_of, self._evidence, self._open_words)
        if not found:
            return None
        surest = max(found, key=lambda one: one.gain)
        return Spelling(put(query.text, found), surest.reason)

    def _is_doubtful(self, query: tree.Query) -> bool:
        """Whether some word or some pair of characters is in no letter."""
        tokens = tuple(chain.from_iterable(self._tokens_of(one.text) for one in texts(query.tree)))
        pairs = [token.term for token in tokens if token.view is View.BIGRAMS]
        return 0 in (*self._evidence.units(words(tokens)), *self._evidence.pairs(pairs))
