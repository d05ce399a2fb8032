"""The oracle: what a query marks, by analysing the text anew and looking at every token."""

from collections.abc import Callable, Iterable, Iterator

from index.analysis import Token, View, is_unspaced, tokens
from search import plan, tree
from search.rewriting.counting import Lexis
from search.rewriting.finding import find
from search.snippets.typed import typed_words

Place = tuple[int, int]


def expected_marks(
    text: str, node: tree.Node, forms_of: Callable[[str], tuple[str, ...]]
) -> list[Place]:
    """Where a query without fields marks a text, in stretches that do not touch."""
    typed = typed_words(node, tokens)
    found = find(node, Lexis(tokens_of=tokens, forms_of=forms_of))
    kept = {view: [token for token in tokens(text) if token.view is view] for view in View}
    places = list(_places(found, kept))
    for parts in typed.joined:
        places += _joined_parts(parts, kept)
    return merged(places)


def merged(places: Iterable[Place]) -> list[Place]:
    result: list[Place] = []
    for start, end in sorted(place for place in places if place[0] < place[1]):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _places(found: plan.Match | None, kept: dict[View, list[Token]]) -> Iterator[Place]:
    match found:
        case plan.AllOf(children) | plan.AnyOf(children):
            for child in children:
                yield from _places(child, kept)
        case plan.HasTerm(column, term):
            if column.view is View.WORDS and is_unspaced(term):
                yield from _characters(term, kept)
            else:
                yield from _where(kept[column.view], lambda token: token.term == term)
        case plan.HasPrefix(column, prefix) if column.view is View.UNITS:
            yield from _where(kept[View.UNITS], lambda token: token.term.startswith(prefix))
        case plan.HasPrefix(_, prefix):
            joined = [token for token in kept[View.WORDS] if len(_units_in(token, kept)) > 1]
            spaced = [token for token in joined if not token.is_han]
            yield from _where(spaced, lambda token: token.term.startswith(prefix))
        case plan.HasNearly(_, term, edits):
            yield from _where(kept[View.UNITS], lambda token: is_near(term, token.term, edits))
        case plan.HasPhrase(slots=slots):
            yield from _phrase(slots, kept[View.UNITS])


def _where(found: Iterable[Token], fits: Callable[[Token], bool]) -> Iterator[Place]:
    return ((token.start, token.end) for token in found if fits(token))


def _characters(word: str, kept: dict[View, list[Token]]) -> Iterator[Place]:
    """A word of Han characters wherever they follow each other, however the text is segmented."""
    pairs = {token.position: token for token in kept[View.BIGRAMS]}
    wanted = [word[i : i + 2] for i in range(len(word) - 1)]
    for position, first in pairs.items():
        row = [pairs.get(position + i) for i in range(len(wanted))]
        if [pair and pair.term for pair in row] == wanted and row[-1]:
            yield first.start, row[-1].end


def _phrase(slots: tuple[plan.Slot, ...], units: list[Token]) -> Iterator[Place]:
    at = {unit.position: unit for unit in units}
    for first in units:
        row = [at.get(first.position + slot.offset) for slot in slots]
        if all(unit and _fills(slot, unit) for slot, unit in zip(slots, row, strict=True)):
            yield first.start, max(unit.end for unit in row if unit)


def _fills(slot: plan.Slot, unit: Token) -> bool:
    return unit.term.startswith(slot.terms) if slot.prefix else unit.term in slot.terms


def _joined_parts(parts: tuple[str, ...], kept: dict[View, list[Token]]) -> Iterator[Place]:
    for token in kept[View.WORDS]:
        units = _units_in(token, kept)
        if token.is_han or len(units) < 2:
            continue
        for i in range(len(units) - len(parts) + 1):
            row = units[i : i + len(parts)]
            if tuple(unit.term for unit in row) == parts:
                yield row[0].start, row[-1].end


def _units_in(token: Token, kept: dict[View, list[Token]]) -> list[Token]:
    return [
        unit for unit in kept[View.UNITS] if token.start <= unit.start and unit.end <= token.end
    ]


def is_near(word: str, other: str, edits: int) -> bool:
    """Optimal string alignment by the book, the first character right."""
    if word[0] != other[0]:
        return False
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(word, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and word[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1] <= edits
