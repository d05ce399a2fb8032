"""The numbered items of a letter as initiatives: how far each reaches, its head and its kind.

Knows lists and closings; which lines are items, `corpus.structure.outline` decides.
"""

import re
from collections.abc import Sequence
from statistics import median_low

from corpus.excerpts import in_one_line
from corpus.letter import Genre, Initiative, InitiativeKind
from corpus.structure.body import Body
from corpus.structure.chrome import is_chrome
from corpus.structure.cues import Cue
from corpus.structure.dates import date_line
from corpus.structure.lines import Line
from corpus.structure.outline import Item, outline
from corpus.structure.wording import CLOSING, first_sentence, is_salutation

# A last sentence that closes the letter and not the item it is glued to.
CLOSING_SENTENCE = re.compile(
    r"(?<=[.!?;。！？；])\s*(?:Finally, we|Lastly, we|最后，|最後，|最后,|最後,)"
)
CLOSING_WORDS = ("Finally, we", "Lastly, we", "最后", "最後")
DECORATION = "#*_ \t\u00a0\u3000"
KIND_WORDS: tuple[tuple[InitiativeKind, Cue], ...] = (
    (
        "rule",
        Cue(
            re.compile(r"规则|規則|须知|須知|\brules?\b|\bregulations?\b", re.I),
            ("rule", "regulat", "规则", "規則", "须知", "須知"),
        ),
    ),
    (
        "step",
        Cue(
            re.compile(r"步骤|步驟|流程|\bsteps?\b|\bprocedures?\b", re.I),
            ("step", "procedure", "步骤", "步驟", "流程"),
        ),
    ),
    (
        "question",
        Cue(
            re.compile(r"问题如下|問題如下|以下问题|以下問題|\bquestions?\b", re.I),
            ("quest", "问题", "問題"),
        ),
    ),
    (
        "decision",
        Cue(
            re.compile(r"决定如下|決定如下|决议|決議|\bdecided\b|\bresolved\b", re.I),
            ("decided", "resolved", "决定", "決定", "决议", "決議"),
        ),
    ),
    (
        "aim",
        Cue(
            re.compile(
                r"目标是|目標是|目的是|\baims?\b|\bgoals?\b|\bobjectives?\b|working on:", re.I
            ),
            ("aim", "goal", "object", "work", "目标是", "目標是", "目的是"),
        ),
    ),
)
KIND_OF_GENRE: dict[Genre, InitiativeKind] = {
    "proposal": "proposal", "open_letter": "proposal", "joint_statement": "proposal",
    "notice": "notice_point", "thank_you": "fact", "condolence": "fact", "other": "section",
}  # fmt: skip
LEAD_IN = 200  # characters of the line before a list that may say what the list is


def find_initiatives(
    text: str, lines: Sequence[Line], body: Body, *, genre: Genre
) -> tuple[Initiative, ...]:
    """The initiatives of a letter in the order of the text. Linear in its length."""
    items = outline(lines, body.first, body.after)
    if not items:
        return ()
    ends = _ends(text, lines, items, body.after)
    kinds = _kinds(lines, items, genre)
    return tuple(
        _initiative(text, lines, items, n, end=ends[n], kind=kinds[n]) for n in range(len(items))
    )


def _initiative(
    text: str, lines: Sequence[Line], items: Sequence[Item], n: int, *, end: int,
    kind: InitiativeKind,
) -> Initiative:  # fmt: skip
    item = items[n]
    line = lines[item.line]
    start = line.start + item.marker.start
    return Initiative(
        number=item.marker.number,
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
    line = lines[item.line]
    start = line.start + item.marker.end
    words = text[start : min(line.end, end)]
    if not words.strip() and line.end < end:
        words = lines[item.line + 1].text
    return in_one_line(first_sentence(words.strip()).strip(DECORATION))


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
            usual = median_low([own[sibling] for sibling in item.siblings[:-1]])
            least = 2 if lines[item.line].text[item.marker.end :].strip() == "" else usual
            count = min(own[n], max(usual, least, _joined_lines(lines, item, own[n])))
            ends[n] = _end_of_last(text, lines, item.line, count)
    return ends


def _own_lines(items: Sequence[Item], n: int, after: int) -> int:
    """How many lines an item has before its first child or the next item."""
    return (items[n + 1].line if n + 1 < len(items) else after) - items[n].line


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


def _end_of_last(text: str, lines: Sequence[Line], first: int, count: int) -> int:
    """The end of the last item of a list: as many lines as its siblings have, no closing line."""
    number = first
    while number + 1 < first + count and not _is_closing(lines[number + 1]):
        number += 1
    line = lines[number]
    if not any(map(line.text.__contains__, CLOSING_WORDS)):
        return line.end
    closing = CLOSING_SENTENCE.search(text, line.start, line.end)
    return closing.start() if closing else line.end


def _is_closing(line: Line) -> bool:
    return bool(
        CLOSING.match(line.text)
        or is_salutation(line.text)
        or is_chrome(line.text)
        or date_line(line)
    )


def _kinds(lines: Sequence[Line], items: Sequence[Item], genre: Genre) -> list[InitiativeKind]:
    """The kind of each item: what the line before its list calls it, else what the genre says."""
    kinds: list[InitiativeKind] = []
    for n, item in enumerate(items):
        first = item.siblings[0]
        if first != n:
            kinds.append(kinds[first])
            continue
        before = lines[items[first].line - 1].text[-LEAD_IN:] if items[first].line else ""
        called = next((kind for kind, words in KIND_WORDS if words.is_in(before)), None)
        questions = all(lines[items[s].line].text[-1] in "?？" for s in item.siblings)
        kinds.append("question" if questions else called or KIND_OF_GENRE[genre])
    return kinds
