"""The first pass: a query's characters become tokens, from left to right, each looked at once.

Owns what a character means by what it touches; whether an operator has operands is not known here.
"""

import re
from dataclasses import dataclass
from functools import cache

from search.parsing.dates import end_of_days
from search.parsing.notes import NoteKind
from search.parsing.quotes import CHINESE_OPENERS, OPENERS, Quotation, prose_of, quotation_at
from search.parsing.tokens import Kind, Token, has_words
from search.parsing.vocabulary import Key, field_named, vocabulary
from search.tree import Note

MAX_DEPTH = 20
MAX_OPERATORS = 100
_SPACE = re.compile(r"\s*")
_OPERATOR = r"(AND|OR|NOT)(?=[\s(（]|\Z)"
_OPERAND = r'(?=[\w"＂“„「『(（《〈【\[#@$￥])'
_MINUS = re.compile(f"[-－−﹣]{_OPERAND}")
_DASH = re.compile(f"–{_OPERAND}")
_IN_WORD = re.compile(rf"[\s()（）{CHINESE_OPENERS}]")
_WILD = re.compile(r"[\w\-'’.+#&/]+")
_LATIN = re.compile(r"[0-9A-Za-z\u00c0-\u2dff\uff21-\uff5a'’-]+")
_COLONS = re.compile("[:：]")
_NEVER = re.compile("(?!)")
_LETTER = re.compile(r"[^\W\d_]")
_FRESH = {None, Kind.OPEN, Kind.MINUS, Kind.FIELD, Kind.AND, Kind.OR, Kind.NOT}
_BEGINNING = {None, Kind.OPEN}
_AFTER_PIECE = {None, Kind.OPEN, Kind.CLOSE, Kind.PHRASE}


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What depends on the names of the fields. `plain` is words in a row without any sign."""

    field: re.Pattern[str]
    operator: re.Pattern[str]
    plain: re.Pattern[str]


@cache
def _patterns(*, has_colon: bool) -> _Patterns:
    """Names of fields are read for texts that have a colon; compiling them takes 5 ms."""
    field = vocabulary().field if has_colon else _NEVER
    is_field = rf"(?=[^\W_]{{1,20}}+\s?[:：]){field.pattern}"
    word = rf"(?![-－−﹣–]|{_OPERATOR}|{is_field})[^\s()（）*＊~～{OPENERS}]++(?=\s|\Z)"
    return _Patterns(field, re.compile(_OPERATOR), re.compile(rf"{word}(?:\s++{word})*+"))


def scan(text: str) -> tuple[list[Token], list[Note]]:
    """The tokens of the text in order, with parentheses that are always in pairs."""
    scanner = _Scanner(text)
    scanner.run()
    return scanner.tokens, scanner.notes


class _Scanner:
    """The state of one pass. `before` is the kind of the token that ends where the next begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.notes: list[Note] = []
        self._at = 0
        self._before: Kind | None = None
        self._groups: list[int | None] = []  # open parentheses' places; None for the text's own
        self._depth = 0
        self._operators = 0
        self._takes_one = False  # whether NOT waits for its operand
        self._prose = prose_of(text)
        self._patterns = _patterns(has_colon=_COLONS.search(text) is not None)
        self._signs = {
            **dict.fromkeys(")）", self._close),
            **dict.fromkeys("(（", self._open),
            **dict.fromkeys("-－−﹣–", self._minus),
            **dict.fromkeys(OPENERS, self._quotation),
        }

    def run(self) -> None:
        while not self._at_end():
            self._piece()
        for place in self._groups:
            if place is None:
                continue
            if self._operators <= MAX_OPERATORS:
                self._note(NoteKind.UNCLOSED_PARENTHESIS, place)
            self.tokens.append(Token(Kind.CLOSE, "", len(self.text), len(self.text)))

    def _piece(self) -> None:
        sign = self._signs.get(self.text[self._at])
        if sign and sign():
            return
        if not (self._plain() or self._field() or self._operator()):
            self._word()

    def _at_end(self) -> bool:
        space = _SPACE.match(self.text, self._at)
        if space and space.end() > self._at:
            self._at, self._before = space.end(), None
        return self._at == len(self.text)

    def _add(self, kind: Kind, end: int, text: str = "", field: Key | None = None) -> None:
        self.tokens.append(Token(kind, text or self.text[self._at : end], self._at, end, field))
        self._at, self._before = end, kind
        if kind is not Kind.BLANK:
            self._takes_one = kind is Kind.NOT

    def _note(self, kind: NoteKind, start: int, **values: object) -> None:
        pairs = tuple((name, str(value)) for name, value in values.items())
        self.notes.append(Note(kind, start, start + 1, pairs))

    def _may_mean(self) -> bool:
        """Count one more sign with a meaning; False beyond the limit."""
        self._operators += 1
        if self._operators == MAX_OPERATORS + 1:
            self._note(NoteKind.TOO_MANY_OPERATORS, self._at, limit=MAX_OPERATORS)
        return self._operators <= MAX_OPERATORS

    def _close(self) -> bool:
        found = bool(self._groups) and self._groups[-1] is not None
        if found:
            self._groups.pop()
            self._depth -= 1
            self._add(Kind.CLOSE, self._at + 1)
        return found

    def _open(self) -> bool:
        if self._before not in _FRESH | {Kind.CLOSE} or not self._may_mean():
            return False
        if self._depth == MAX_DEPTH:
            self._note(NoteKind.TOO_DEEP, self._at, limit=MAX_DEPTH)
            return False
        self._groups.append(self._at)
        self._depth += 1
        self._add(Kind.OPEN, self._at + 1)
        return True

    def _minus(self) -> bool:
        found = self._before in _BEGINNING and (
            _MINUS.match(self.text, self._at)
            or (self._at > 0 and self._before is None and _DASH.match(self.text, self._at))
        )
        if not found or not self._may_mean():
            return False
        self._add(Kind.MINUS, self._at + 1)
        return True

    def _quotation(self) -> bool:
        if self._prose.is_passage or not self._may_mean():
            return False
        fresh = self._before in _FRESH | {Kind.PHRASE}
        found = quotation_at(self.text, self._at, self._prose)
        if found is None and fresh:
            self._note(NoteKind.UNCLOSED_QUOTE, self._at)
        if found is None or not self._is_condition(found, fresh):
            return False
        self._add(Kind.PHRASE, found.end, self.text[found.start + 1 : found.end - 1].strip())
        return True

    def _is_condition(self, quotation: Quotation, fresh: bool) -> bool:
        if self._prose.is_passage or not has_words(self.text[quotation.start : quotation.end]):
            return False
        if fresh and quotation.free:
            return True
        bound = self._before in {Kind.FIELD, Kind.MINUS}
        loose = quotation.chinese and not self._prose.is_sentence and not bound
        return loose and (fresh or quotation.free)

    def _plain(self) -> bool:
        """Words in a row at once; beyond the limit of signs, all that is left."""
        if self._before not in _BEGINNING or self._takes_one:
            return False
        if self._operators > MAX_OPERATORS:
            end = len(self.text.rstrip())
        elif found := self._patterns.plain.match(self.text, self._at):
            end = found.end()
        else:
            return False
        self._add(Kind.TEXT if has_words(self.text[self._at : end]) else Kind.BLANK, end)
        return True

    def _field(self) -> bool:
        if self._before not in _BEGINNING | {Kind.MINUS}:
            return False
        found = self._patterns.field.match(self.text, self._at)
        if not found or not self._may_mean():
            return False
        has_value = self._is_value(found.end(), apart=bool(found[2]))
        end = found.end() if has_value else found.start(2)
        self._add(Kind.FIELD, end, field=field_named(found[1]))
        return True

    def _is_value(self, start: int, *, apart: bool) -> bool:
        """Whether a value begins there; one that stands apart may not look like an operator."""
        if start == len(self.text) or self.text[start].isspace():
            return False
        if not apart:
            return True
        signs = (self._patterns.operator, _MINUS, self._patterns.field)
        return not any(sign.match(self.text, start) for sign in signs)

    def _operator(self) -> bool:
        found = self._before in _AFTER_PIECE and self._patterns.operator.match(self.text, self._at)
        if not found or not self._may_mean():
            return False
        self._add(Kind(found[1]), found.end())
        return True

    def _word(self) -> None:
        end = self._date_end() or self._word_end()
        word = self.text[self._at : end]
        kind, text = _kind_of(word)
        if kind in {Kind.PREFIX, Kind.FUZZY} and not self._may_mean():
            kind, text = Kind.TEXT, word
        if kind in {Kind.TEXT, Kind.BLANK} and (word[0] in "*＊" or word[-1] in "*＊"):
            place = self._at if word[0] in "*＊" else end - 1
            if self._may_mean():
                self._note(NoteKind.MISPLACED_WILDCARD, place)
        self._add(kind, end, text)

    def _date_end(self) -> int:
        """Where a date of several words ends, as 3 February 2020; 0 where there is none."""
        if self._before is not Kind.FIELD or self.tokens[-1].field != "date":
            return 0
        return end_of_days(self.text, self._at)

    def _word_end(self) -> int:
        """Where the word ends: at white space, at the end of a group, or at a quotation."""
        end = self._at
        if self.text[end] == '"':
            found = quotation_at(self.text, end, self._prose)
            end = found.end if found else end + 1
        while special := _IN_WORD.search(self.text, end):
            place, char = special.start(), special[0]
            if char.isspace() or (char in ")）" and self._groups and self._groups[-1] is not None):
                return place
            end = place + 1
            if char in "(（":
                self._groups.append(None)
            elif char in ")）":
                del self._groups[-1:]
            elif quotation := quotation_at(self.text, place, self._prose):
                if place > self._at and self._is_condition(quotation, fresh=False):
                    return place
                end = quotation.end
        return len(self.text)


def _kind_of(word: str) -> tuple[Kind, str]:
    """What a word is by its last character, and what is looked for."""
    body, last = word[:-1], word[-1]
    if not has_words(word):
        return Kind.BLANK, word
    if last in "*＊" and _WILD.fullmatch(body):
        return Kind.PREFIX, body
    if last in "~～" and _LATIN.fullmatch(body) and _LETTER.search(body):
        return Kind.FUZZY, body
    return Kind.TEXT, word
