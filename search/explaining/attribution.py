"""Which word of a query each of a plan's score terms comes from.

Knows how text is cut into terms, not what they weigh.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from index import Token, View
from search import plan, tree
from search.equivalents import Said
from search.rewriting import Lexis, weigh
from search.rewriting.counting import counting
from search.rewriting.finding import in_field, recognised

_NAMES = 3  # of a group that are named
Leaf = tree.Words | tree.Phrase | tree.Prefix | tree.Fuzzy  # what adds to the score


class Source(NamedTuple):
    """A word of the query: what it is known by, such as its stem, and how it was first typed."""

    key: str
    typed: str
    renderings: tuple[str, ...] = ()


class Attribution(Protocol):
    """Says of a plan's score terms which words they come from."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The words in the order of the query."""
        ...

    def shares(self, place: int, term: plan.Single) -> Mapping[Source, float]:
        """The words that the term at a place of the plan comes from, with parts of one."""
        ...

    def is_whole(self, source: Source, term: plan.Single) -> bool:
        """Whether a letter with the term has the whole word."""
        ...


class AsTyped:
    """The words of a query in its own language.

    A word has its stem or, of Han characters, itself, and the pairs and units that begin in it.
    """

    def __init__(self, node: tree.Node, lexis: Lexis) -> None:
        self._sources: dict[str, Source] = {}
        self._of_term: dict[tuple[View, str], Counter[Source]] = defaultdict(Counter)
        self._of_expansion: dict[plan.HasPrefix | plan.HasNearly, Source] = {}
        self._of_ways: dict[tuple[plan.Way, ...], Source] = {}
        for leaf in _leaves(node):
            self._read(leaf, lexis)

    @property
    def sources(self) -> tuple[Source, ...]:
        """See `Attribution`."""
        return tuple(self._sources.values())

    def shares(self, place: int, term: plan.Single) -> Mapping[Source, float]:  # noqa: ARG002
        """See `Attribution`; what nothing typed accounts for is a word of its own."""
        if isinstance(term, plan.ScoreExpansion):
            return {self._of_expansion[term.match]: 1.0}
        if isinstance(term, plan.ScoreWays):
            source = self._of_ways[tuple(in_field(way, "text") for way in term.ways)]
            return {self._sources.setdefault(source.key, source): 1.0}
        found = Counter[Source]()
        for one in term.alternatives:
            found.update(self._of_term.get((term.column.view, one), {}))
        if not found:
            return {self._sources.setdefault(one, Source(one, one)): 1.0}
        return {source: count / found.total() for source, count in found.items()}

    def is_whole(self, source: Source, term: plan.Single) -> bool:
        """See `Attribution`."""
        if not isinstance(term, plan.ScoreTerm):
            return True
        return source.key in term.alternatives

    def _read(self, leaf: Leaf, lexis: Lexis) -> None:
        expanded = [term for term in weigh(leaf, lexis) if isinstance(term, plan.ScoreExpansion)]
        for term in expanded:
            sign = "*" if isinstance(leaf, tree.Prefix) else "~"
            self._of_expansion[term.match] = self._source(leaf.text + sign, leaf.text + sign)
        if not expanded:
            said = recognised(leaf, lexis) if isinstance(leaf, tree.Words | tree.Phrase) else ()
            self._read_text(leaf.text, lexis.tokens_of(leaf.text), said)

    def _read_text(self, text: str, tokens: tuple[Token, ...], said: tuple[Said, ...]) -> None:
        for one in said:
            typed = " = ".join(one.names[:_NAMES]) or text[one.start : one.end]
            source = Source(typed, typed)
            self._of_ways[one.ways] = source if one.names else self._source(*source[:2])
        words = _longest(token for token in tokens if token.view is View.WORDS)
        starts = [word.start for word in words]
        for token in counting(text, tokens):
            place = bisect_right(starts, token.start) - 1
            is_inside = place >= 0 and token.start < words[place].end
            word = words[place] if is_inside else token
            source = self._source(word.term, text[word.start : word.end])
            self._of_term[token.view, token.term][source] += 1

    def _source(self, key: str, typed: str) -> Source:
        return self._sources.setdefault(key, Source(key, typed))


class AsTranslated:
    """The words of a query with what they are called in the other language."""

    def __init__(self, typed: tuple[str, ...], renderings: Mapping[str, tuple[str, ...]]) -> None:
        """`typed` are the words of a plan's score terms."""
        self._of_place = tuple(Source(word, word, renderings.get(word, ())) for word in typed)

    @property
    def sources(self) -> tuple[Source, ...]:
        """See `Attribution`."""
        return tuple(dict.fromkeys(self._of_place))

    def shares(self, place: int, term: plan.Single) -> Mapping[Source, float]:  # noqa: ARG002
        """See `Attribution`."""
        return {self._of_place[place]: 1.0}

    def is_whole(self, source: Source, term: plan.Single) -> bool:  # noqa: ARG002
        """See `Attribution`; terms of translations are scored together with parts of them."""
        return False


def _leaves(
    node: tree.Node,
) -> Iterator[Leaf]:
    """The leaves that are not excluded, in the order of the query."""
    match node:
        case tree.Words() | tree.Phrase() | tree.Prefix() | tree.Fuzzy():
            yield node
        case tree.InField(_, child):
            yield from _leaves(child)
        case tree.And(children) | tree.Or(children):
            for child in sorted(children, key=lambda child: child.start):
                yield from _leaves(child)


def _longest(words: Iterable[Token]) -> list[Token]:
    """Of words that overlap, as covid19 and 19 do, the longest; ascending."""
    found: list[Token] = []
    for word in sorted(words, key=lambda word: (word.start, -word.end)):
        if not found or word.start >= found[-1].end:
            found.append(word)
    return found
