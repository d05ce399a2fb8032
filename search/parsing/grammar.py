"""The third pass: tokens become a tree. NOT binds tightest, then words side by side, AND, OR.

Within one pair of parentheses all plain words that stand side by side are one group, of which any
is enough; every condition beside them must hold; and an exclusion holds for all that is within
the same parentheses, whatever stands between.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from search.parsing.conditions import Reading, in_field
from search.parsing.nodes import Piece, all_of, any_of, join, negated
from search.parsing.notes import NoteKind
from search.parsing.tokens import Kind, Token
from search.parsing.vocabulary import Key, name_typed
from search.tree import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    InField,
    InitiativeNumber,
    Label,
    Node,
    Not,
    Note,
    Or,
    Phrase,
    Prefix,
    Words,
)

_ENDS = {Kind.AND, Kind.OR, Kind.CLOSE}
_LEAVES: dict[Kind, type[Words | Phrase | Prefix | Fuzzy]] = {
    Kind.TEXT: Words, Kind.PHRASE: Phrase, Kind.PREFIX: Prefix, Kind.FUZZY: Fuzzy,
}  # fmt: skip


def to_tree(text: str, tokens: list[Token]) -> tuple[Node | None, list[Note]]:
    """The tree of resolved tokens; None where nothing is left to ask for."""
    parser = _Parser(text, tokens)
    return parser.level(excluding=False).node, parser.notes


@dataclass(frozen=True, slots=True)
class _Part:
    """A condition; or plain words, in pieces; or nothing but exclusions."""

    node: Node | None
    pieces: tuple[Piece, ...] = ()
    exclusions: tuple[Node, ...] = ()


class _Parser:
    """The state of one descent; as deep as the parentheses, which `scan` has limited."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.notes: list[Note] = []
        self._text = text
        self._tokens = [token for token in tokens if token.kind is not Kind.BLANK]
        self._next = 0

    def level(self, *, excluding: bool) -> _Part:
        """All up to the end of the group, or of the query."""
        alternatives = [[self._run(excluding)]]
        while (kind := self._kind()) in {Kind.AND, Kind.OR}:
            self._next += 1
            if kind is Kind.OR:
                alternatives.append([])
            alternatives[-1].append(self._run(excluding))
        runs = [run for together in alternatives for run in together]
        exclusions = tuple(node for run in runs for node in run.exclusions)
        positive = any_of(_present(all_of(_present(r.node for r in rs)) for rs in alternatives))
        if positive is None:
            return _Part(all_of(exclusions), exclusions=exclusions)
        is_plain = len(runs) == 1 and not exclusions
        return _Part(all_of((positive, *exclusions)), pieces=runs[0].pieces if is_plain else ())

    def _kind(self) -> Kind | None:
        return self._tokens[self._next].kind if self._next < len(self._tokens) else None

    def _run(self, excluding: bool) -> _Part:
        """What stands side by side: plain words together, conditions, and exclusions apart."""
        pieces: list[Piece] = []
        conditions: list[Node] = []
        exclusions: list[Node] = []
        while (kind := self._kind()) and kind not in _ENDS:
            part = self._operand(excluding)
            pieces += part.pieces
            exclusions += part.exclusions
            if part.node and not part.pieces and not part.exclusions:
                conditions.append(part.node)
        words = join(self._text, pieces)
        node = all_of(_present((any_of(piece.node for piece in words), *conditions)))
        return _Part(node, () if conditions else words, tuple(exclusions))

    def _operand(self, excluding: bool) -> _Part:
        start, is_negated = self._tokens[self._next].start, False
        while self._kind() in {Kind.NOT, Kind.MINUS}:
            self._next += 1
            is_negated = not is_negated
        part = self._item(excluding ^ is_negated)
        if not is_negated:
            return part
        node = negated(part.node, start) if part.node else Everything(start, start)
        return _Part(node, exclusions=(node,) if isinstance(node, Not | Everything) else ())

    def _item(self, excluding: bool) -> _Part:
        token = self._tokens[self._next]
        self._next += 1
        if token.kind is Kind.OPEN:
            return self._group(token.start, excluding)
        if token.field:
            return self._in_field(token.field, token.start, excluding)
        leaf = _LEAVES[token.kind](token.text, token.start, token.end)
        is_plain = token.kind is not Kind.PHRASE
        return _Part(leaf, (Piece(leaf, token.start, token.end),) if is_plain else ())

    def _group(self, start: int, excluding: bool) -> _Part:
        part = self.level(excluding=excluding)
        end = self._tokens[self._next].end
        self._next += 1
        pieces = list(part.pieces)
        if pieces:
            pieces[0] = replace(pieces[0], start=start)
            pieces[-1] = replace(pieces[-1], end=end)
        return replace(part, pieces=tuple(pieces))

    def _in_field(self, field: Key, start: int, excluding: bool) -> _Part:
        value = self._item(excluding)
        end = self._tokens[self._next - 1].end
        if value.node is None:
            name = name_typed(self._text[start:end])
            self.notes.append(Note(NoteKind.FIELD_WITHOUT_VALUE, start, end, (("field", name),)))
            return value
        node = in_field(field, value.node, Reading(self._text, excluding, self.notes))
        parts = node.children if isinstance(node, And | Or) else (node,)
        if node and value.exclusions:
            return _Part(node, exclusions=tuple(_present(parts)))
        words = [part for part in parts if isinstance(part, Words)]
        if len(words) == len(parts):
            return _Part(node, tuple(Piece(word, word.start, word.end) for word in words))
        if isinstance(node, InField | InitiativeNumber | DateRange | Label):
            node = replace(node, start=start, end=end)
        return _Part(node)


def _present(nodes: Iterable[Node | None]) -> tuple[Node, ...]:
    return tuple(node for node in nodes if node)
