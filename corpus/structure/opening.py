"""Whom a letter speaks to: its salutation, the address above it, or whom its first lines appeal to.

Knows salutations and address blocks, nothing of who issues the letter.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.excerpts import excerpt_at
from corpus.letter import Excerpt, Span
from corpus.structure.body import Body
from corpus.structure.dates import date_line
from corpus.structure.languages import has_han
from corpus.structure.lines import Line
from corpus.structure.wording import (
    GREETING,
    INLINE_SALUTATION,
    LEADING_MARKS,
    LEADS_ON,
    LONGEST_SALUTATION,
    NO_ADDRESSEE,
    OPENING_SALUTATION,
    SALUTATION_MARKS,
    SALUTATION_START,
    SPOKEN_TO,
    is_prose,
    is_salutation,
)

OPENING = 8  # lines of the body
LETTERHEAD = 20  # lines of the body above a salutation: letterhead, address, subject
BEGINS_SENTENCE = re.compile(
    r"(?:We|I|If|When|While|Since|Here|There|Below|This|These|Those|Please|As|In|On|For|It|From|By|What"
    r"|How|Why|Read|See|The (?:full|following|text|letter|statement))\b"
)
LONGEST_OPENING = 160  # characters of a first line that names many
LONGEST_HAN_ADDRESSEE = 40  # characters
LEADING_END = (":", "：", " to", " that")
LONGEST_LEAD = 1500  # characters of a paragraph that are looked at
ADDRESS_BLOCK = 5  # lines above a salutation
# To the Member States of the Assembly, alone on its line
TO_LINE = re.compile(
    r"(?:T[oO]:?|A[tT][tT][nN][.:]+|Attention:)\s(?P<whom>(?:the|all|our|every|each|[A-Z])[^.:;!?]{2,100})"
)
TO_IN_ENGLISH_TITLE = re.compile(
    r"\b(?i:Letter|Appeal|Petition|Message|Proposal|Statement|Demand|Bulletin|Notice|Manifesto)s?\s+(?i:to)\s+"
    r"(?P<whom>(?:the|all|our|every|[A-Z]).{2,80}?)"
    r"(?=\s(?i:on|about|regarding|concerning|from|for|against|in|calling|to)\s|[:,;–—]|\.(?=\s[a-z]|$)|$)"
)
DEAR = re.compile(r"Dear\s+", re.IGNORECASE)
LATIN_APPEAL_TO = re.compile(
    r"\b(?:proposals?|initiatives?|appeals?|suggestions?|recommendations?|calls?)\s(?:on|upon|to)\s"
    r"(?P<whom>(?:(?:the|all|our|every|each|both)\s|[A-Z]|[a-z]+s\b(?<!\bthis)(?<!\bus)(?<!\bits))"
    r"[^.,:;!?]{0,80}?)(?=[.,:;!?]|\sto\s|\sfor\s(?:an?|the|[a-z]+ing)\s)"
)
ASKED = re.compile(
    r"\b[Ww]e\s(?:[a-z]+\s){0,2}(?:urge|ask|invite|request|implore)\s"
    r"(?P<asked>(?:the|all|our|every|each)\s[^.,:;!?]{2,80}?)\sto(?=\s|$)"
)
HAN_APPEAL_TO = re.compile(
    r"向(?P<whom>[^，。；：,:;!！?？\s]{2,30}?)(?:郑重|鄭重|特|联合|聯合)?(?:发出|發出|提出|发起|發起|倡议|倡議|呼吁|呼籲)"
    r"|(?:倡议|倡議|呼吁|呼籲|号召|號召)(?P<direct>(?:全体|全體|广大|廣大|各|会员|會員)[^，。；：,:;\s]{0,20}?)"
    r"(?:共同|积极|積極|[要应應做在从從把])"
)
TO_IN_TITLE = re.compile(
    r"(?:致|[写寫]?[给給])(?P<whom>[^，。的]{2,40}?)的?(?:一封)?(?:倡议|倡議|公开信|公開信|感谢信|感謝信|慰问信|慰問信|信|书|書)"
)


def find_addressee(
    text: str, lines: Sequence[Line], body: Body, *, title: Span | None
) -> Excerpt | None:
    """Whom the letter speaks to: its salutation, the address above it, or whom it appeals to."""
    for number in range(body.first, min(body.first + LETTERHEAD, body.after)):
        line = lines[number]
        if is_salutation(line.text) or _opens(line.text, is_first=number == body.first):
            block = _address_block(lines, body.first, number)
            if block is not None:
                return excerpt_at(text, lines[block].start, lines[number - 1].end)
            words = line.text.strip(LEADING_MARKS)
            start = line.start + line.text.index(words)
            return excerpt_at(text, start, start + len(_spoken_to(words)))
        inline = INLINE_SALUTATION.match(line.text)
        if inline:
            return excerpt_at(text, line.start, line.start + inline.end() - 1)
        to = TO_LINE.fullmatch(line.text)
        if to:
            end = lines[_last_of_address(lines, number)].end
            return excerpt_at(text, line.start + to.start("whom"), end)
        if is_prose(line.text):
            break
    return (
        _appealed_to(text, lines, body, (HAN_APPEAL_TO, LATIN_APPEAL_TO))
        or _in_dedication(text, title)
        or _appealed_to(text, lines, body, (ASKED,))
    )


def _spoken_to(salutation: str) -> str:
    """Whom a salutation names: without the marks at its end, and without a greeting there."""
    return GREETING.sub("", salutation.rstrip(SALUTATION_MARKS))


def _opens(line: str, *, is_first: bool) -> bool:
    """Whether a line above all sentences speaks to somebody, in ways that are none further down."""
    if OPENING_SALUTATION.fullmatch(line):
        return True
    if line[-1] not in ":：" or LEADS_ON.search(line):
        return False
    if not is_first and not (SALUTATION_START.match(line) and SPOKEN_TO.search(line[:-1])):
        return False
    if not has_han(line):
        if len(line) > LONGEST_SALUTATION // 2 and "follow" in line:
            return False
        return len(line) <= LONGEST_OPENING and not BEGINS_SENTENCE.match(line)
    return len(line) <= LONGEST_HAN_ADDRESSEE and not NO_ADDRESSEE.search(line)


def _last_of_address(lines: Sequence[Line], number: int) -> int:
    """The line on which an address that begins with To ends: before a gap or a salutation."""
    last = min(number + ADDRESS_BLOCK, len(lines)) - 1
    while number < last:
        following = lines[number + 1]
        if following.gap or is_prose(following.text) or following.text[-1] in ",:，：":
            break
        number += 1
    return number


def _address_block(lines: Sequence[Line], first: int, salutation: int) -> int | None:
    """The first line of an address above `Dear NAME`, which begins with that name."""
    spoken_to = DEAR.sub("", lines[salutation].text.rstrip(":：,，"), count=1).casefold()
    for number in range(max(first, salutation - ADDRESS_BLOCK), salutation):
        line = lines[number]
        if ":" in line.text or "：" in line.text:
            continue
        if line.text.casefold().startswith(spoken_to) and not date_line(line):
            return number
    return None


def _appealed_to(
    text: str, lines: Sequence[Line], body: Body, patterns: Sequence[re.Pattern[str]]
) -> Excerpt | None:
    for line, lead in leads(lines, body):
        for pattern in patterns:
            for found in reversed(list(pattern.finditer(lead))):
                start, end = found.span(found.lastgroup or 0)
                return excerpt_at(text, line.start + start, line.start + end)
    return None


def _in_dedication(text: str, title: Span | None) -> Excerpt | None:
    found = TO_IN_TITLE.search(text, title.start, title.end) if title else None
    found = found or (TO_IN_ENGLISH_TITLE.search(text, title.start, title.end) if title else None)
    return excerpt_at(text, *found.span("whom")) if found else None


def leads(lines: Sequence[Line], body: Body) -> Iterator[tuple[Line, str]]:
    """The first sentences of a letter, each with its line: who appeals to whom stands there."""
    for line in lines[body.first : min(body.first + OPENING, body.after)]:
        if is_prose(line.text) or line.text.endswith(LEADING_END):
            yield line, line.text[:LONGEST_LEAD]
