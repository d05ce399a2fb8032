"""Which parts of a query keep a letter out. Knows what parts find, not how they are scored."""

from collections.abc import Callable, Iterator

from search import plan, tree
from search.explaining.explanation import Unmet, UnmetKind
from search.rewriting import Lexis
from search.rewriting.finding import find
from search.tree import FieldName, Query

_KINDS: dict[type[tree.Node], UnmetKind] = {
    tree.Words: UnmetKind.WORDS,
    tree.Phrase: UnmetKind.PHRASE,
    tree.Prefix: UnmetKind.PREFIX,
    tree.Fuzzy: UnmetKind.FUZZY,
    tree.InitiativeNumber: UnmetKind.INITIATIVE_NUMBER,
    tree.DateRange: UnmetKind.DATE,
    tree.Label: UnmetKind.LABEL,
}


def unmet(query: Query, lexis: Lexis, meets: Callable[[plan.Match], bool]) -> tuple[Unmet, ...]:
    """The conditions that a letter does not meet, in the order of the query.

    `meets` says whether a match node finds the letter.
    """
    if find(query.tree, lexis) is None:
        return (Unmet(kind=UnmetKind.NO_WORDS, text=query.text, start=0, end=len(query.text)),)
    found = _Conditions(query.text, lexis, meets).unmet(query.tree, None)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


class _Conditions:
    """One query about one letter."""

    def __init__(self, text: str, lexis: Lexis, meets: Callable[[plan.Match], bool]) -> None:
        self._text, self._lexis, self._meets = text, lexis, meets

    def unmet(self, node: tree.Node, field: FieldName | None) -> Iterator[Unmet]:
        if self._is_met(node, field):
            return
        match node:
            case tree.And(children):
                for child in children:
                    yield from self.unmet(child, field)
            case tree.InField(inner, tree.And() as child):
                yield from self.unmet(child, inner)
            case tree.InField(inner):
                yield self._one(UnmetKind.FIELD, node.child, inner)
            case tree.Not(child):
                yield from self._excluded(child, field)
            case tree.Or():
                yield self._one(UnmetKind.ALTERNATIVES, node, field)
            case _:
                kind = UnmetKind.FIELD if field else _KINDS[type(node)]
                yield self._one(kind, node, field)

    def _excluded(self, child: tree.Node, field: FieldName | None) -> Iterator[Unmet]:
        """What is excluded and there; of alternatives only those that are there."""
        if isinstance(child, tree.Or):
            for each in child.children:
                yield from self._excluded(each, field)
        elif not self._is_met(tree.Not(child, child.start, child.end), field):
            yield self._one(UnmetKind.EXCLUDED, child, field)

    def _is_met(self, node: tree.Node, field: FieldName | None) -> bool:
        """Whether it finds the letter, or says nothing."""
        found = find(node, self._lexis, field or "text")
        return found is None or self._meets(found)

    def _one(self, kind: UnmetKind, node: tree.Node, field: FieldName | None) -> Unmet:
        text = self._text[node.start : node.end]
        return Unmet(kind=kind, text=text, start=node.start, end=node.end, field=field)
