"""The numbered items of a letter as initiatives: how far each reaches, its head and its kind.

Knows lists and closings; which lines are items, `corpus.structure.outline` decides.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from corpus.excerpts import in_one_line
from corpus.letter import Genre, Initiative, InitiativeKind
from corpus.structure.body import Body
from corpus.structure.bullets import BULLET_STYLE, asking_paragraphs, bulleted, indentation
from corpus.structure.chrome import is_chrome
from corpus.structure.dates import date_line
from corpus.structure.inline import within_paragraphs
from corpus.structure.kinds import LEAD_IN, kind_of_list
from corpus.structure.lines import Line
from corpus.structure.numbering import ALONE_STYLE, ROW_STYLE, TAGS, Marker, read_marker
from corpus.structure.outline import ABOVE_TABLE, Item, outline
from corpus.structure.wording import CLOSING, first_sentence, is_salutation

# A last sentence that closes the letter and not the item it is glued to.
CLOSING_SENTENCE = re.compile(
    r"(?<=[.!?;。！？；])\s*(?:Finally, we|Lastly, we|最后，|最後，|最后,|最後,)"
)
CLOSING_WORDS = ("Finally, we", "Lastly, we", "最后", "最後")
DECORATION = "#*_ \t\u00a0\u3000"
TAGS_AT_END = re.compile(r"(?:\s*</?[a-zA-Z][^<>]{0,80}>)+\s*$")


def find_initiatives(
    text: str, lines: Sequence[Line], body: Body, *, genre: Genre
) -> tuple[Initiative, ...]:
    """The initiatives of a letter in the order of the text. Linear in its length.

    Numbers that open lines count most; letters without any may use bullets, number what they ask
    for within a paragraph, or begin each of their paragraphs by asking.
    """
    items = outline(lines, body.first, body.after)
    items = items or bulleted(text, lines, body.first, body.after)
    if not items and (within := _within_paragraphs(text, body, genre)):
        return within
    items = items or asking_paragraphs(lines, body.first, body.after)
    ends = _ends(text, lines, items, body.after)
    kinds = _kinds(text, lines, items, ends, genre)
    return tuple(
        _initiative(text, lines, items, n, end=ends[n], kind=kinds[n]) for n in range(len(items))
    )


def told_initiatives(
    text: str, lines: Sequence[Line], body: Body, beginnings: Sequence[str]
) -> tuple[Initiative, ...]:
    """The initiatives that begin on the lines that begin so, of one level, in the order given.

    Each begins after the one before; what begins no such line is left out. Linear in the text.
    """
    items: list[Item] = []
    start = 0
    for beginning in beginnings:
        found = (n for n in range(start, len(lines)) if begins(lines[n].text, beginning))
        if (number := next(found, None)) is not None:
            marker = read_marker(lines[number].text) or Marker(BULLET_STYLE, 0, 0, 0)
            items.append(Item(number, marker, 1, None, (), None))
            start = number + 1
    ends = _told_ends(text, lines, items, body.after)
    return tuple(
        _initiative(text, lines, items, n, end=ends[n], kind="proposal") for n in range(len(items))
    )


def begins(line: str, beginning: str) -> bool:
    """Whether a line begins so, whatever white space there is; `beginning` is in one line."""
    return in_one_line(line[: 2 * len(beginning) + 80]).startswith(beginning)


def _told_ends(text: str, lines: Sequence[Line], items: Sequence[Item], after: int) -> list[int]:
    """Each reaches to the next; the last as many lines as is usual, alone all that follow."""
    firsts = [item.line for item in items]
    ends = [lines[following - 1].end for following in firsts[1:]]
    if not firsts:
        return ends
    left = max(after - firsts[-1], 1)
    usual = [following - first for first, following in pairwise(firsts)]
    count = min(left, median_low(usual)) if usual else left
    return [*ends, _end_of_last(text, lines, firsts[-1], count, whole=False)]


def _within_paragraphs(text: str, body: Body, genre: Genre) -> tuple[Initiative, ...]:
    found = within_paragraphs(text, body.span.start, body.span.end)
    if not found:
        return ()
    lead = text[max(body.span.start, found[0].start - LEAD_IN) : found[0].start].rstrip()
    kind = kind_of_list(
        lead[lead.rfind("\n") + 1 :],
        [text[item.words : item.end] for item in found],
        genre=genre,
        headings=False,
    )
    return tuple(
        Initiative(
            number=item.number,
            level=1,
            parent=None,
            kind=kind,
            head=in_one_line(first_sentence(text[item.words : item.end].strip())),
            text=text[item.start : item.end],
            start=item.start,
            end=item.end,
        )
        for item in found
    )


def _initiative(
    text: str, lines: Sequence[Line], items: Sequence[Item], n: int, *, end: int,
    kind: InitiativeKind,
) -> Initiative:  # fmt: skip
    item = items[n]
    line = lines[item.line]
    start = line.start + item.marker.start
    return Initiative(
        number=None if item.marker.style == BULLET_STYLE else item.marker.number,
        level=item.level,
        parent=None if item.parent is None else items[item.parent].marker.number,
        kind=kind,
        head=_head(text, lines, item, end),
        text=text[start:end],
        start=start,
        end=end,
    )


def _head(text: str, lines: Sequence[Line], item: Item, end: int) -> str:
    """The first sentence of an item, or its line if that has no sentence end."""
    words = _without_tags(_words(text, lines, item, end))
    return in_one_line(first_sentence(words).strip(DECORATION))


def _without_tags(words: str) -> str:
    """A line without tags at its begin and its end."""
    if "<" not in words:
        return words
    tags = TAGS.match(words.lstrip(DECORATION))
    begun = words.lstrip(DECORATION)[tags.end() :] if tags else words
    return TAGS_AT_END.sub("", begun).strip(DECORATION)


def _ends(text: str, lines: Sequence[Line], items: Sequence[Item], after: int) -> list[int]:
    """Where each item ends, from the last to the first: an item ends where its last child does."""
    own = [_own_lines(items, n, after) for n in range(len(items))]
    ends = [0] * len(items)
    for n in range(len(items) - 1, -1, -1):
        item = items[n]
        last_child = _last_child(items, n)
        if item.siblings[-1] != n:
            ends[n] = lines[_next_line(items, n, after) - 1].end
        elif last_child is not None:
            ends[n] = ends[last_child]
        else:
            count = _lines_of_last(text, lines, items, n, own)
            whole = _is_section(lines, item)
            ends[n] = _end_of_last(text, lines, item.line, count, whole=whole)
    return ends


def _own_lines(items: Sequence[Item], n: int, after: int) -> int:
    """How many lines an item has before its first child or the next item."""
    return (items[n + 1].line if n + 1 < len(items) else after) - items[n].line


def _lines_of_last(
    text: str, lines: Sequence[Line], items: Sequence[Item], n: int, own: Sequence[int]
) -> int:
    """How many lines the last item of a list has at most: as its siblings, or as hang together."""
    item = items[n]
    if len(item.siblings) == 1:  # the only one under its heading of a list that runs over these
        return 1 if item.following is None else own[n]
    usual = median_low([own[sibling] for sibling in item.siblings[:-1]])
    if item.marker.style == BULLET_STYLE:
        return max(_hanging_lines(text, lines, item, own[n]), min(usual, own[n]))
    if _is_section(lines, item):
        return own[n]
    least = 2 if lines[item.line].text[item.marker.end :].strip() == "" else usual
    return min(own[n], max(usual, least, _joined_lines(lines, item, own[n])))


def _hanging_lines(text: str, lines: Sequence[Line], item: Item, most: int) -> int:
    """How many lines that are set in deeper than its bullet follow one, with the bullet's."""
    depth = indentation(text, lines[item.line])
    count = 1
    while count < most and indentation(text, lines[item.line + count]) > depth:
        count += 1
    return count


def _joined_lines(lines: Sequence[Line], item: Item, most: int) -> int:
    """How many lines without a blank one between them an item inside a longer list has."""
    if item.following is None:
        return 0
    count = 1
    while count < most and lines[item.line + count].gap == 0:
        count += 1
    return count


def _next_line(items: Sequence[Item], n: int, after: int) -> int:
    following = items[n].following
    return after if following is None else items[following].line


def _last_child(items: Sequence[Item], n: int) -> int | None:
    """The last item of the last list directly under an item."""
    if n + 1 == len(items) or items[n + 1].parent != n:
        return None
    following = items[n].following
    last = (len(items) if following is None else following) - 1
    while items[last].parent != n:
        last = items[last].parent or 0
    return last


def _end_of_last(text: str, lines: Sequence[Line], first: int, count: int, *, whole: bool) -> int:
    """The end of the last item of a list: at most `count` lines, and no closing line.

    `whole`: it goes on past figures and what else is not text, as sections do.
    """
    number = first
    while number + 1 < first + count and not _is_closing(lines[number + 1], whole=whole):
        number += 1
    line = lines[number]
    if not any(map(line.text.__contains__, CLOSING_WORDS)):
        return line.end
    closing = CLOSING_SENTENCE.search(text, line.start, line.end)
    return closing.start() if closing else line.end


def _is_closing(line: Line, *, whole: bool) -> bool:
    if CLOSING.match(line.text) or is_salutation(line.text) or date_line(line):
        return True
    return not whole and is_chrome(line.text)


def _is_section(lines: Sequence[Line], item: Item) -> bool:
    """Whether an item is headed by a number that stands alone, and not in a quotation."""
    alone = item.marker.style == ALONE_STYLE and item.parent is None
    return alone and lines[item.line].text[0] != ">"


def _kinds(
    text: str, lines: Sequence[Line], items: Sequence[Item], ends: Sequence[int], genre: Genre
) -> list[InitiativeKind]:
    """The kind of each item: what the line before its list calls it, else what the genre says."""
    kinds: list[InitiativeKind] = []
    for n, item in enumerate(items):
        first = item.siblings[0]
        if first != n:
            kinds.append(kinds[first])
            continue
        words = [_words(text, lines, items[own], ends[own]) for own in item.siblings]
        lead = _lead(lines, item)
        kinds.append(kind_of_list(lead, words, genre=genre, headings=_is_section(lines, item)))
    return kinds


def _lead(lines: Sequence[Line], item: Item) -> str:
    """The line before a list; before a table, the lines above its head as well."""
    above = ABOVE_TABLE if item.marker.style == ROW_STYLE else 1
    return " ".join(line.text for line in lines[max(0, item.line - above) : item.line])


def _words(text: str, lines: Sequence[Line], item: Item, end: int) -> str:
    """The first words of an item, to tell what it is."""
    line = lines[item.line]
    words = text[line.start + item.marker.end : min(line.end, end)].strip(DECORATION)
    return words or (lines[item.line + 1].text if line.end < end else "")
