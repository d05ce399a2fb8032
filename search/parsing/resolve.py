"""The second pass: an operator without operands, and a field without a value, become words."""

from dataclasses import replace

from search.parsing.notes import NoteKind
from search.parsing.tokens import OPERAND_ENDS, OPERAND_STARTS, VALUE_STARTS, Kind, Token
from search.parsing.vocabulary import name_typed
from search.tree import Note


def resolve(tokens: list[Token]) -> tuple[list[Token], list[Note]]:
    """The same tokens, so that every operator left has what it needs; and what was put back."""
    notes: list[Note] = []
    backwards = _with_right_operands(tokens, notes)
    return _with_left_operands(backwards[::-1], notes), notes


def _with_right_operands(tokens: list[Token], notes: list[Note]) -> list[Token]:
    """From the last token to the first: each needs what follows it, as that has been resolved."""
    resolved: list[Token] = []
    touching: Token | None = None  # the token after this one, before it was resolved
    following: Kind | None = None  # of the next one that is not blank
    for token in reversed(tokens):
        kept = _resolved(token, touching, resolved, following, notes)
        resolved.append(kept)
        touching = token
        following = following if kept.kind is Kind.BLANK else kept.kind
    return resolved


def _resolved(
    token: Token,
    touching: Token | None,
    resolved: list[Token],
    following: Kind | None,
    notes: list[Note],
) -> Token:
    match token.kind:
        case Kind.FIELD:
            if touching and touching.kind in VALUE_STARTS and touching.start == token.end:
                return token
            notes.append(
                _note(NoteKind.FIELD_WITHOUT_VALUE, token, "field", name_typed(token.text))
            )
            return replace(token, kind=Kind.TEXT, field=None)
        case Kind.MINUS:
            put_back = touching and touching.kind is not resolved[-1].kind
            if touching and touching.kind in OPERAND_STARTS and not put_back:
                return token
            return replace(token, kind=Kind.BLANK)
        case Kind.AND | Kind.OR | Kind.NOT if following not in OPERAND_STARTS:
            return _as_word(token, notes)
    return token


def _with_left_operands(tokens: list[Token], notes: list[Note]) -> list[Token]:
    resolved: list[Token] = []
    before: Kind | None = None
    for token in tokens:
        kept = token
        if token.kind in {Kind.AND, Kind.OR} and before not in OPERAND_ENDS:
            kept = _as_word(token, notes)
        resolved.append(kept)
        before = before if kept.kind is Kind.BLANK else kept.kind
    return resolved


def _as_word(token: Token, notes: list[Note]) -> Token:
    notes.append(_note(NoteKind.DANGLING_OPERATOR, token, "operator", token.text))
    return replace(token, kind=Kind.TEXT)


def _note(kind: NoteKind, token: Token, name: str, value: str) -> Note:
    return Note(kind, token.start, token.end, ((name, value),))
