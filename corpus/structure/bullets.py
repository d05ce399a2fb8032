"""Lists of a letter without numbers: bulleted ones, and paragraphs that each begin by asking.

Knows the layout of lists and what tells a list of words from one of links, names or addresses;
letters that number what they ask for use bullets for other things, so these are then not read.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.structure.chrome import is_chrome
from corpus.structure.kinds import ASKS_ITSELF, asks
from corpus.structure.lines import Line
from corpus.structure.numbering import Marker
from corpus.structure.organisations import has_contact
from corpus.structure.outline import MOST_MARKED, Item
from corpus.structure.persons import is_person
from corpus.structure.wording import APPENDED, HAN_OR_LATIN_WORD, is_prose

BULLET_STYLE = "bullet"
SPACED_SIGNS = "-*+–—o"  # o: the bullet of a word processor's second level, pasted as text
SIGNS = SPACED_SIGNS + "•·●○◆◇■□▪▫◦‣►▶★☆➢✓✔※∙→➤➔✅☑🔹🔸👉"
EMOJI = "\ufe0f"  # may follow a sign that is to be shown as a picture
BULLET = re.compile(
    rf"(?:[{re.escape(SPACED_SIGNS)}]\s{{1,8}}|[{SIGNS[len(SPACED_SIGNS) :]}]{EMOJI}?\s{{0,8}})"
    r"(?=[^\s*_=-]|\*\*\w)"
)
NEXT_ITEM = re.compile(r"\n[^\S\n]{0,80}(?:\n|[^\s\w(（“\"'#<])")
LINK = re.compile(r"!?\[[^\]\n]{0,200}\]\([^)\s]{0,500}\)|https?://\S{1,500}")
LEAD_ENDS = (":", "：", " that", " to", " by")
EMPHASIS = "*_ \t\u00a0\u3000"
FEWEST_WORDS = 4  # Han characters or Latin words, beside links: fewer are a name, a place, an entry
FEWEST_ASKING = 3  # paragraphs in a row that begin by asking: two are running text
ASKED = ".。;；!！"  # with what such a paragraph ends
ASKING_WORDS = 60  # characters at the begin of a paragraph in which it asks
LONGEST_LOOK = 400  # characters of an item that tell what it is
Run = list[tuple[int, int]]  # the line of each item, and where its words begin


def bulleted(text: str, lines: Sequence[Line], first: int, after: int) -> tuple[Item, ...]:
    """The items of the bulleted lists among `lines[first:after]`, in order, all of level 1.

    The markers are numbered as the items of each list are. Linear in the number of lines.
    """
    runs = [
        run
        for run in _runs(text, lines, first, after)
        if _is_list_of_words(text, lines, run, first)
    ]
    items: list[Item] = []
    count = sum(map(len, runs))
    for run in runs:
        begin = len(items)
        siblings = tuple(range(begin, begin + len(run)))
        for n, (line, end) in enumerate(run):
            following = begin + n + 1 if begin + n + 1 < count else None
            items.append(
                Item(line, Marker(BULLET_STYLE, n + 1, 0, end), 1, None, siblings, following)
            )
    return tuple(items)


def asking_paragraphs(lines: Sequence[Line], first: int, after: int) -> tuple[Item, ...]:
    """The paragraphs of the first run of those that each begin by asking: We demand … We demand …

    As items of one list without numbers. Linear in the number of lines.
    """
    run: list[int] = []
    for number in range(first, after):
        if len(run) == MOST_MARKED:
            break
        text = lines[number].text
        if ASKS_ITSELF.match(text[:ASKING_WORDS]) and (text[-1] in ASKED or is_prose(text)):
            run.append(number)
        elif len(run) >= FEWEST_ASKING:
            break
        else:
            run = []
    if len(run) < FEWEST_ASKING:
        return ()
    siblings = tuple(range(len(run)))
    return tuple(
        Item(line, Marker(BULLET_STYLE, n + 1, 0, 0), 1, None, siblings,
             n + 1 if n + 1 < len(run) else None)
        for n, line in enumerate(run)
    )  # fmt: skip


def indentation(text: str, line: Line) -> int:
    """How many characters stand before the words of a line."""
    return line.start - (text.rfind("\n", 0, line.start) + 1)


def _runs(text: str, lines: Sequence[Line], first: int, after: int) -> Iterator[Run]:
    """Lines with one sign at one indentation, and between them only what belongs to an item."""
    run: Run = []
    sign, depth, count = "", 0, 0
    for number in range(first, after):
        line = lines[number]
        found = BULLET.match(line.text) if line.text[0] in SIGNS else None
        if found is None:
            if run and _ends_run(text, lines[number : min(number + 2, after)], depth):
                yield run
                run = []
            continue
        indented = indentation(text, line)
        if run and indented > depth:
            continue
        if run and (line.text[0] != sign or indented < depth):
            yield run
            run = []
        sign, depth, count = line.text[0], indented, count + 1
        if count > MOST_MARKED:
            break
        run.append((number, found.end()))
    if run:
        yield run


def _ends_run(text: str, lines: Sequence[Line], depth: int) -> bool:
    """Whether the first of two lines ends a run: a heading, a paragraph, what leads to a list."""
    line = lines[0]
    if line.text[0] == "#":
        return True
    if indentation(text, line) > depth:
        return False
    return line.gap > 0 or (_leads_on(line) and _is_bullet(text, lines[-1], depth))


def _leads_on(line: Line) -> bool:
    return line.text.rstrip(EMPHASIS).endswith(LEAD_ENDS)


def _is_bullet(text: str, line: Line, depth: int) -> bool:
    marked = line.text[0] in SIGNS and BULLET.match(line.text)
    return bool(marked) and indentation(text, line) <= depth


def _is_list_of_words(text: str, lines: Sequence[Line], run: Run, first: int) -> bool:
    """Whether a run is a list that a line leads on to, and most of its items are sentences."""
    if len(run) < 2 or run[0][0] == first:
        return False
    lead = lines[run[0][0] - 1].text.rstrip(EMPHASIS)
    if APPENDED.match(lead) or not (lead.endswith(LEAD_ENDS) or asks(lead)):
        return False
    words = sum(_has_words(text, lines[line], begin) for line, begin in run)
    return 2 * words > len(run)


def _has_words(text: str, line: Line, begin: int) -> bool:
    """Whether an item says something: its line, or the lines that hang on it."""
    following = NEXT_ITEM.search(text, line.end, line.end + LONGEST_LOOK)
    end = following.start() if following else line.end + LONGEST_LOOK
    words = LINK.sub(" ", text[line.start + begin : min(end, line.end + LONGEST_LOOK)])
    if (
        is_chrome(line.text)
        or has_contact(words)
        or is_person(words.partition(",")[0].strip(EMPHASIS))
    ):
        return False
    return sum(1 for _ in HAN_OR_LATIN_WORD.finditer(words)) >= FEWEST_WORDS
