"""Rewriting: from the tree of raw text to a plan of weighted terms.

Owns which words of a query count, where they are looked up and what they weigh. It sees the
collection only through `Lexis` and must not know of postings.
"""

from collections.abc import Iterable

from search import plan, tree
from search.ranking import B_LATIN, B
from search.rewriting.counting import Lexis, counting_words
from search.rewriting.finding import find, named
from search.rewriting.initiatives import rewrite_initiatives
from search.rewriting.scripts import preferred
from search.rewriting.weighing import has_subject, passage_units, weigh

__all__ = ["Lexis", "named", "rewrite", "rewrite_initiatives", "weigh"]


def rewrite(
    node: tree.Node, lexis: Lexis, filters: Iterable[tuple[str, plan.Match]] = ()
) -> plan.Plan:
    """The plan of a query. One without a single token finds nothing; an empty one, everything."""
    words = counting_words(node, lexis)
    return plan.Plan(
        match=find(node, lexis) or plan.Nothing(),
        scores=weigh(node, lexis),
        filters=tuple(filters),
        b=B if any(token.is_han for token in words) else B_LATIN,
        units=passage_units(words),
        preferred=preferred(node),
        feedback=has_subject(words),
    )
