"""How nodes are put together: any of, all of, not, and words side by side as one slice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.parsing.tokens import has_words
from search.tree import And, Everything, Node, Not, Or, Words


@dataclass(frozen=True, slots=True)
class Piece:
    """Plain words and the stretch of the query that they take, parentheses included."""

    node: Node
    start: int
    end: int


def all_of(nodes: Iterable[Node]) -> Node | None:
    """One condition out of several; `Everything` adds none."""
    flat = [
        part for node in nodes for part in (node.children if isinstance(node, And) else (node,))
    ]
    asking = [node for node in flat if not isinstance(node, Everything)]
    if len(asking) < 2:
        return next(iter(asking or flat), None)
    return And(tuple(asking), min(n.start for n in asking), max(n.end for n in asking))


def any_of(nodes: Iterable[Node]) -> Node | None:
    """One node that any of the nodes satisfies."""
    flat = [part for node in nodes for part in (node.children if isinstance(node, Or) else (node,))]
    if len(flat) < 2:
        return next(iter(flat), None)
    return Or(tuple(flat), min(n.start for n in flat), max(n.end for n in flat))


def negated(node: Node, start: int) -> Node:
    """What the node does not match; twice is not at all."""
    return node.child if isinstance(node, Not) else Not(node, start, node.end)


def join(text: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Words with nothing searchable between them become one slice of the text."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _are_neighbours(text, groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple(_joined(text, group) for group in groups)


def _are_neighbours(text: str, left: Piece, right: Piece) -> bool:
    both = isinstance(left.node, Words) and isinstance(right.node, Words)
    return both and not has_words(text[left.end : right.start])


def _joined(text: str, group: Sequence[Piece]) -> Piece:
    if len(group) == 1:
        return group[0]
    start, end = group[0].start, group[-1].end
    return Piece(Words(text[start:end], start, end), start, end)
