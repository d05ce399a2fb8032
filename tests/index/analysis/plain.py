"""The oracle: the rules of analysis said once more, one character at a time and without arrays."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from index.analysis import Token, View, fold, stem
from index.analysis.tables import (
    DIGIT,
    HAN,
    HIRAGANA,
    JOINER,
    KIND_MASK,
    KIND_SHIFT,
    LETTER,
    RARE_HAN,
    SENTENCE_END,
    SYMBOL,
    entry_of,
)

LONGEST = 64
RUN = 512


@dataclass(frozen=True, slots=True)
class Unit:
    written: str
    term: str
    kind: int
    start: int  # in the folded text
    end: int
    position: int

    @property
    def is_number_with_points(self) -> bool:
        return self.kind == DIGIT and not self.written.isdigit()


def kind_of(character: str) -> int:
    return entry_of(character) >> KIND_SHIFT & KIND_MASK


def plain_tokens(text: str, cut: Callable[[str], list[str]]) -> tuple[Token, ...]:
    folded = fold(text)
    units = list(find_units(folded.text))
    views = {
        View.WORDS: list(word_tokens(folded.text, units, cut)),
        View.BIGRAMS: [
            (a.term + b.term, a, b)
            for a, b in pairwise(units)
            if is_linked(folded.text, a, b) and min(a.kind, b.kind) >= HAN
        ],
        View.UNITS: [(u.term, u, u) for u in units],
    }
    return tuple(
        Token(
            term=term,
            view=view,
            position=first.position,
            start=int(folded.starts[first.start]),
            end=int(folded.ends[last.end - 1]),
            is_han=first.kind >= HAN,
        )
        for view, found in views.items()
        for term, first, last in found
    )


def find_units(text: str) -> Iterator[Unit]:
    position = 0
    previous = None
    for start, end in pieces(text):
        if previous is not None and is_sentence_end(text[previous:start]):
            position += 1
        written = text[start:end]
        kind = DIGIT if written[-1].isdigit() else kind_of(written[-1])
        yield Unit(written, plain(written), kind, start, end, position)
        position += 1
        previous = end


def plain(written: str) -> str:
    if len(written) > 2 and written.endswith("'s"):
        written = written[:-2]
    return written.replace("'", "").replace(",", "")


def is_sentence_end(between: str) -> bool:
    has_mark = any(kind_of(c) == SENTENCE_END for c in between)
    return has_mark or re.search(r"\n\s*\n", between) is not None


def pieces(text: str) -> Iterator[tuple[int, int]]:
    for start, end in runs(text):
        for piece in range(start, end, LONGEST):
            yield piece, min(piece + LONGEST, end)


def runs(text: str) -> Iterator[tuple[int, int]]:
    i = 0
    while i < len(text):
        kind = kind_of(text[i])
        end = i + 1
        if kind == LETTER:
            end = word_end(text, i)
        elif kind == DIGIT:
            chain = re.compile(r"[0-9]+(?:[.,][0-9]+)*").match(text, i)
            assert chain is not None
            yield from numbers(text, i, chain.end())
            i = chain.end()
            continue
        if kind >= LETTER:
            yield i, end
        i = end


def word_end(text: str, i: int) -> int:
    while i < len(text):
        is_apostrophe = text[i] == "'" and kind_of(text[i + 1 : i + 2] or " ") == LETTER
        if kind_of(text[i]) != LETTER and not is_apostrophe:
            break
        i += 1
    return i


def numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The numbers of a chain of runs of digits with single points between."""
    parts = [(start + m.start(), start + m.end()) for m in re.finditer(r"\d+", text[start:end])]
    after = [text[b] for _, b in parts[:-1]] + [""]
    before = ["", *after[:-1]]
    bound = [False] * len(parts)  # with the next
    for row in comma_rows(after):
        lengths = [parts[k][1] - parts[k][0] for k in row]
        lead = text[parts[row[0]][0] - 1 : parts[row[0]][0]]
        fits = lengths[0] <= 3 and set(lengths[1:]) == {3} and lead != "." and len(row) <= 12
        for k in row[:-1]:
            bound[k] = fits
    for k in range(len(parts) - 1):
        a, b = parts[k + 1]
        is_only = (
            after[k] == "." and text[parts[k][0] - 1 : parts[k][0]] != "." and after[k + 1] != "."
        )
        is_year = b - a == 4 and text[b : b + 1] == "年"
        if before[k] != "." and is_only and not is_year:
            bound[k] = True
    head = 0
    for k in range(len(parts)):
        if not bound[k]:
            yield parts[head][0], parts[k][1]
            head = k + 1


def comma_rows(after: list[str]) -> Iterator[list[int]]:
    row: list[int] = []
    for k, point in enumerate(after):
        row.append(k)
        if point != ",":
            yield row
            row = []


def is_linked(text: str, a: Unit, b: Unit) -> bool:
    return min(a.kind, b.kind) >= HAN and text[a.end : b.start] in ("", "\n", "\r\n")


def word_tokens(
    text: str, units: list[Unit], cut: Callable[[str], list[str]]
) -> Iterator[tuple[str, Unit, Unit]]:
    joined = {first.start: (term, first, last) for term, first, last in joined_forms(text, units)}
    for term, first, last in words(text, units, cut):
        if first.start in joined:
            yield joined[first.start]
        yield term, first, last


def words(
    text: str, units: list[Unit], cut: Callable[[str], list[str]]
) -> Iterator[tuple[str, Unit, Unit]]:
    i = 0
    while i < len(units):
        unit, j = units[i], i + 1
        if unit.kind == HAN or unit.kind >= HIRAGANA:
            limit = RUN if unit.kind == HAN else LONGEST
            while (
                j < len(units)
                and j - i < limit
                and units[j].kind == unit.kind
                and is_linked(text, units[j - 1], units[j])
            ):
                j += 1
            written = "".join(u.term for u in units[i:j])
            for word in cut(written) if unit.kind == HAN else [written]:
                yield word, units[i], units[i + len(word) - 1]
                i += len(word)
            continue
        if unit.kind == RARE_HAN:
            yield unit.term, unit, unit
        elif unit.kind != SYMBOL:
            yield stem(unit.term), unit, unit
        i = j


def joined_forms(text: str, units: list[Unit]) -> Iterator[tuple[str, Unit, Unit]]:
    row: list[Unit] = []
    for unit in [*units, None]:
        if row and unit is not None and is_tied(text, row[-1], unit):
            row.append(unit)
            continue
        if len(row) > 1 and row[-1].end - row[0].start <= LONGEST:
            written = text[row[0].start : row[-1].end]
            written = written.removesuffix("'s")
            closed = "".join(c for c in written if kind_of(c) in (LETTER, DIGIT))
            yield stem(closed), row[0], row[-1]
        row = [] if unit is None else [unit]


def is_tied(text: str, a: Unit, b: Unit) -> bool:
    between = text[a.end : b.start]
    return (
        max(a.kind, b.kind) <= DIGIT
        and not a.is_number_with_points
        and not b.is_number_with_points
        and (not between or (len(between) == 1 and kind_of(between) == JOINER))
    )
