"""Other names of organisations that a letter gives in brackets: short ones, acronyms, translations.

Knows what stands before and in brackets, and nothing of other letters. Better no name than a wrong
one: an acronym must be made of the words before it, a short name of the characters of the long one.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from corpus.structure.organisations import HAN_KIND_AT_END, HAN_KINDS, is_organisation

BRACKET = re.compile(r"[（(]([^（）()\n]{2,90})[）)]")
MOST = 200  # brackets of a letter that are looked at
LONGEST_RUN = 140  # characters before a bracket
HAN_RUN = re.compile(r"[\u4e00-\u9fff·]{2,40}$")
HAN_LEADS = re.compile(
    r"^(?:由|在|与|與|和|及|向|经|經|受|为|為|是|是由|代表|以及|致|尊敬的)(?=.{4})"
)
HAN_AND = re.compile(r"[和与與及]")
LATIN_RUN = re.compile(r"(?:[\w’'&-]+[ \u00a0]){0,14}[\w’'&-]+[ \u00a0]?$")
HINT = re.compile(r"[A-Z简簡称稱会會盟]")
QUOTES = "“”\"'‘’「」『』 \u00a0"
CUE = re.compile(
    r"(?:以下|下文|英文|中文)?(?:简称|簡稱|下称|下稱|缩写|縮寫|译名|譯名|名称|名稱)(?:为|為|是|：|:)?"
    r"|(?:here(?:in)?after)?\s?(?:referred to|called|known|abbreviated|short)?"
    r"\s?(?:as|for)?\s?(?:the\s)?",
    re.IGNORECASE,
)
PIECE = re.compile(r"[^，,;；、]+")
ACRONYMS = re.compile(r"[A-Z][A-Za-z-]{0,8}[A-Z](?:\s?&\s?[A-Z][A-Za-z-]{0,8}[A-Z])*")
SMALL = frozenset({"of", "and", "the", "for", "in", "on", "&"})
# What any organisation may call itself in its own letter.
GENERIC = re.compile(rf"(?:本|我|各|该|該|全)?(?:[\u4e00-\u9fff]{{0,2}}和)?(?:{HAN_KINDS})")
SHORTEST_SHORT, LONGEST_SHORT = 3, 12  # characters of a Chinese short name


class OtherName(NamedTuple):
    """An organisation under its full name and under another one, as a letter writes them."""

    full: str
    other: str


def find_other_names(text: str) -> tuple[OtherName, ...]:
    """What the brackets of a text say that organisations are called as well, each once.

    >>> find_other_names("the Security Identification Union (SIU) and its members (USA)")
    (OtherName(full='Security Identification Union', other='SIU'),)
    """
    found = (
        name
        for bracket in islice(BRACKET.finditer(text), MOST)
        if _may_name(bracket[1])
        for name in _in_bracket(
            text[max(0, bracket.start() - LONGEST_RUN) : bracket.start()], bracket[1]
        )
    )
    return tuple(dict.fromkeys(found))


def _may_name(inside: str) -> bool:
    if inside.isascii():
        return inside != inside.lower()
    return bool(HINT.search(inside)) or any(char.isupper() for char in inside)


def _in_bracket(before: str, inside: str) -> Iterator[OtherName]:
    pieces = [(piece.strip(QUOTES), _uncued(piece)) for piece in PIECE.findall(inside)]
    han = HAN_RUN.search(before)
    if han:
        full = HAN_LEADS.sub("", han.group(), count=1)
        for said, piece in pieces:
            yield from _of_han(full, piece, is_cued=said != piece)
        return
    others = [piece for _, piece in pieces if ACRONYMS.fullmatch(piece) or _is_han_name(piece)]
    latin = LATIN_RUN.search(before) if others else None
    if latin:
        for piece in others:
            yield from _of_latin(latin.group().strip(), piece)


def _is_han_name(piece: str) -> bool:
    if piece.isascii() or not HAN_RUN.fullmatch(piece):
        return False
    return HAN_KIND_AT_END.search(piece) is not None


def _uncued(piece: str) -> str:
    piece = piece.strip(QUOTES)
    cue = CUE.match(piece)
    return (piece[cue.end() :] if cue else piece).strip(QUOTES)


def _of_han(full: str, piece: str, *, is_cued: bool) -> Iterator[OtherName]:
    if ACRONYMS.fullmatch(piece):
        shorts = [short.strip() for short in piece.split("&")]
        fulls = HAN_AND.split(full) if len(shorts) > 1 else [full]
        if len(fulls) == len(shorts) and all(HAN_KIND_AT_END.search(one) for one in fulls):
            yield from map(OtherName, fulls, shorts)
    elif not HAN_KIND_AT_END.search(full):
        return
    elif piece.isascii():
        if is_organisation(piece) and " " in piece:
            yield OtherName(full, piece)
    elif is_cued and _is_short_of(piece, full):
        yield OtherName(full, piece)


def _is_short_of(short: str, full: str) -> bool:
    """Whether a name is made of characters of the full one, in order, and is not any such one's."""
    if not SHORTEST_SHORT <= len(short) <= LONGEST_SHORT or GENERIC.fullmatch(short):
        return False
    rest = iter(full)
    return len(short) < len(full) and all(char in rest for char in short)


def _of_latin(before: str, piece: str) -> Iterator[OtherName]:
    words = before.split()
    if ACRONYMS.fullmatch(piece):
        shorts = [short.strip() for short in piece.split("&")]
        parts = " ".join(words).split(" and ") if len(shorts) > 1 else [" ".join(words)]
        if len(parts) == len(shorts):
            for part, short in zip(parts, shorts, strict=True):
                full = _spelt_out(part.split(), short)
                if full:
                    yield OtherName(full, short)
    else:
        full = _capitalised(words)
        if full:
            yield OtherName(full, piece)


def _spelt_out(words: list[str], acronym: str) -> str | None:
    """The shortest run of last words whose first letters are those of the acronym, in order.

    Small words need not be in it, nor may one word at the end.
    """
    wanted = acronym.replace("-", "").casefold()
    for first in range(len(words) - 1, max(-1, len(words) - len(wanted) - 6), -1):
        run = words[first:]
        if words[first][:1].casefold() == wanted[0] and _initials_fit(run, wanted):
            full = " ".join(run)
            return full if is_organisation(full) else None
    return None


def _initials_fit(run: list[str], wanted: str) -> bool:
    at = 0
    for place, word in enumerate(run):
        if at < len(wanted) and word[0].casefold() == wanted[at]:
            at += 1
        elif word.casefold() not in SMALL and not (place == len(run) - 1 and at == len(wanted)):
            return False
    return at == len(wanted)


def _capitalised(words: list[str]) -> str | None:
    """The longest run of last words that is a name: capitals, with small words within."""
    first = len(words)
    while first and (words[first - 1][:1].isupper() or words[first - 1].casefold() in SMALL):
        first -= 1
    while first < len(words) and words[first].casefold() in SMALL:
        first += 1
    full = " ".join(words[first:])
    return full if is_organisation(full) else None
