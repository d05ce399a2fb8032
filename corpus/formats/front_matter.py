"""Front matter: the block of `key: value` lines between `---` at the head of a text file.

Reads the part of YAML that people write there (scalars plain, quoted, folded over lines; lists
in both notations) and keeps the place of every value, which YAML libraries do not. Knows what
front matter looks like, not what its fields mean, but for which of them hold no words.
"""

import re
from dataclasses import dataclass, field

from corpus.letter import Span

FENCE = "---"
CLOSING_FENCES = (FENCE, "...")
LONGEST_BLOCK = 65_536  # characters; a longer one is no description of a letter
KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*")
BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?[+-]?")
FLOW_ITEM = re.compile(r"\s*(\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^,\[\]]+)")
NOTHING = ("", "~", "null", "[]", "{}")
# Fields whose values are codes, addresses or ids and not words to search for.
SYNTAX_FIELDS = frozenset({
    "lang", "language", "languages", "genre", "translation", "translation_of", "id", "slug",
    "url", "permalink", "layout", "image", "cover", "time", "draft", "hidden",
})  # fmt: skip
ID_FIELDS = ("translation_of", "id")
# Fields whose values are words even where they are one word of ASCII.
NAME_FIELDS = frozenset(
    {"title", "date", "issuers", "addressee", "signatories", "author", "authors"}
)
HAN = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]+"
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Fields by lower-case key, with the places of their values; `end` is where the letter starts.

    A value that is left empty has no place. `masked` is what of the block is not words.
    """

    end: int
    fields: dict[str, tuple[Span, ...]]
    masked: tuple[Span, ...]


@dataclass(slots=True)
class _Field:
    key: str
    lines: list[Span] = field(default_factory=list)


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter at the head of `text`; None if there is none or it is malformed.

    A block that does not end within 65,536 characters is none. The first of two fields of one
    name counts.
    """
    block = _block(text)
    if block is None:
        return None
    raw_fields, end = block
    fields: dict[str, tuple[Span, ...]] = {}
    for raw in raw_fields:
        fields.setdefault(raw.key, tuple(_values(text, raw.lines)))
    return FrontMatter(end, fields, tuple(_masked(text, fields, end)))


def _block(text: str) -> tuple[list[_Field], int] | None:
    """The lines of each field, and the end of the block; None where it is no front matter."""
    fence_end = text.find("\n")
    if fence_end < 0 or text[:fence_end].rstrip() != FENCE:
        return None
    fields: list[_Field] = []
    start = fence_end + 1
    while start < min(len(text), LONGEST_BLOCK):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.rstrip() in CLOSING_FENCES:
            return (fields, min(end + 1, len(text))) if fields else None
        if not _add_line(fields, line, start):
            return None
        start = end + 1
    return None


def _add_line(fields: list[_Field], line: str, start: int) -> bool:
    """Adds a line to the field it belongs to; False if front matter has no such line."""
    content = line.strip()
    place = start + len(line) - len(line.lstrip())
    if not content or content.startswith("#"):
        return True
    if line[0] in " \t]" or content == "-" or content.startswith("- "):
        if fields:
            fields[-1].lines.append(Span(place, place + len(content)))
        return bool(fields)
    found = KEY.match(line)
    if not found:
        return False
    value = line[found.end() :].rstrip()
    place = start + found.end()
    fields.append(_Field(found[1].lower(), [Span(place, place + len(value))]))
    return True


def _values(text: str, lines: list[Span]) -> list[Span]:
    """The places of a field's values: one for a scalar, one an item for a list."""
    first, more = lines[0], lines[1:]
    head = text[first.start : first.end]
    if head.startswith("["):
        return _flow_items(text, Span(first.start, lines[-1].end))
    if BLOCK_SCALAR.fullmatch(head) and more:
        return [Span(more[0].start, more[-1].end)]
    if (not head or head.startswith("#")) and more:
        if text[more[0].start] == "-":
            return _block_items(text, more)
        return _scalar(text, Span(more[0].start, more[-1].end))
    return _scalar(text, Span(first.start, lines[-1].end))


def _block_items(text: str, lines: list[Span]) -> list[Span]:
    items: list[Span] = []
    for line in lines:
        content = text[line.start : line.end]
        if content[0] == "-":
            start = line.end - len(content[1:].lstrip())
            items += _scalar(text, Span(start, line.end))
    return items


def _flow_items(text: str, whole: Span) -> list[Span]:
    end = whole.end - (text[whole.end - 1] == "]")
    items: list[Span] = []
    for found in FLOW_ITEM.finditer(text, whole.start + 1, max(end, whole.start + 1)):
        words = found[1].rstrip()
        items += _scalar(text, Span(found.start(1), found.start(1) + len(words)))
    return items


def _scalar(text: str, span: Span) -> list[Span]:
    """The place of a scalar without quotes and comment; nothing for a value left empty."""
    value = text[span.start : span.end]
    if value[:1] in ("'", '"'):
        closing = value.find(value[0], 1)
        while value[0] == '"' and closing > 0 and value[closing - 1] == "\\":
            closing = value.find('"', closing + 1)
        if closing > 0:
            inner = value[1:closing]
            start = span.start + 1 + len(inner) - len(inner.lstrip())
            return [Span(start, start + len(inner.strip()))] if inner.strip() else []
    value = value.split(" #", 1)[0].rstrip()
    if value.lower() in NOTHING or value.startswith("#"):
        return []
    return [Span(span.start, span.start + len(value))]


def _masked(text: str, fields: dict[str, tuple[Span, ...]], end: int) -> list[Span]:
    """All of the block but values that are words, and never a Han character outside an id."""
    words = [s for key, spans in fields.items() for s in spans if _has_words(text, key, s)]
    ids = [span for key in ID_FIELDS for span in fields.get(key, ())[:1]]
    words += [
        Span(*run.span())
        for run in HAN.finditer(text, 0, end)
        if not any(span.start <= run.start() < span.end for span in ids)
    ]
    masked, done = [], 0
    for span in sorted(words, key=lambda span: span.start):
        if span.start > done:
            masked.append(Span(done, span.start))
        done = max(done, span.end)
    return [*masked, Span(done, end)] if done < end else masked


def _has_words(text: str, key: str, span: Span) -> bool:
    if key in SYNTAX_FIELDS:
        return False
    value = text[span.start : span.end]
    return key in NAME_FIELDS or not value.isascii() or any(char.isspace() for char in value)
