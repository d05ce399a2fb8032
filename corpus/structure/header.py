"""The lines of a memorandum or an official letter that say From, To, Date and Subject.

Knows these labels in both languages, nothing of salutations and titles.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.letter import Span
from corpus.structure.lines import Line
from corpus.structure.wording import OPENING_SALUTATION, is_prose, is_salutation

HEAD = 20  # lines from the top: a letterhead and an address may stand before Re:
LONGEST_VALUE = 200  # characters
LABELS = {
    "from": "from", "to": "to", "date": "date", "subject": "subject", "re": "subject",
    "ref": "date", "cc": "date", "attn": "to", "attention": "to",
    "发件人": "from", "發件人": "from", "发自": "from", "收件人": "to", "主送": "to",
    "主题": "subject", "主題": "subject", "事由": "subject", "日期": "date", "抄送": "date",
}  # fmt: skip
BEGINS = frozenset("FTDSRCA*_").union(label[0] for label in LABELS)
FIELD = re.compile(
    rf"[*_]{{0,2}}(?P<label>{'|'.join(LABELS)})[*_]{{0,2}}\s?[:：]"
    r"[*_ ]{0,3}(?P<value>[^\s*_].*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """The places of what the labels say, and the number of the line after the last of them."""

    sender: Span | None = None
    addressee: Span | None = None
    subject: Span | None = None
    after: int = 0


def find_header(lines: Sequence[Line]) -> Header:
    """What labelled lines at the top say. A subject may stand alone, all else needs company."""
    found: dict[str, Span] = {}
    after = 0
    for number, line in enumerate(lines[:HEAD]):
        field = FIELD.fullmatch(line.text) if line.text[0] in BEGINS else None
        place, last = _value(lines, number, field) if field else (None, number)
        if field is None or place is None:
            spoken_to = is_salutation(line.text) or OPENING_SALUTATION.fullmatch(line.text)
            if spoken_to:
                found |= _subject_below(lines, number)
            if spoken_to or is_prose(line.text):
                break
            continue
        found.setdefault(LABELS[field["label"].lower()], place)
        after = last + 1
    if len(found) == 1 and "subject" not in found:
        return Header()
    return Header(found.get("from"), found.get("to"), found.get("subject"), after if found else 0)


def label_of(words: str) -> str | None:
    """What a line says by the label that it begins with: from, to, subject, or date for the rest.

    >>> label_of("Attn: The Water Board"), label_of("发自：东湖协会"), label_of("Tea Union")
    ('to', 'from', None)
    """
    field = FIELD.match(words) if words[:1].upper() in BEGINS else None
    return LABELS[field["label"].lower()] if field else None


def _value(lines: Sequence[Line], number: int, field: re.Match[str]) -> tuple[Span | None, int]:
    """Where the value of a label stands, beside it or on the line below, and on which line."""
    line, value = lines[number], field["value"]
    if value and len(value) <= LONGEST_VALUE:
        start = line.start + field.start("value")
        return Span(start, start + len(value.rstrip("*_ "))), number
    below = lines[number + 1] if not value and number + 1 < len(lines) else None
    if below is None or below.gap or FIELD.fullmatch(below.text) or is_prose(below.text):
        return None, number
    return Span(below.start, below.end), number + 1


def _subject_below(lines: Sequence[Line], salutation: int) -> dict[str, Span]:
    """The subject that stands right under a salutation."""
    for number in range(salutation + 1, min(salutation + 2, len(lines))):
        field = FIELD.fullmatch(lines[number].text)
        if field and LABELS[field["label"].lower()] == "subject":
            place, _ = _value(lines, number, field)
            return {"subject": place} if place else {}
    return {}
