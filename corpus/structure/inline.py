"""Lists within a paragraph: 一是…；二是…, 首先…其次…, First, … Second, …, and (1) … (2) ….

Read only where no line begins with a number, as on pages that lost their line breaks. Knows the
forms of numbers in running text; a run of them counts only from one on and in order.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from corpus.structure.kinds import asks
from corpus.structure.numbering import HAN_NUMBER, ORDINALS, SIGNS, number_of

FEWEST, FEWEST_AFTER_COLON = 3, 2
LONGEST_APART = 3000  # characters from one number to the next
NEAR = 40  # characters after a number in which an item asks for what it wants
MOST = 200  # numbers that are looked at in each style
BEFORE = r"(?<![^\s。；;：:，,！!？?）)”’\"…])"
IN_TURN = "in turn"  # 首先, 其次, 再次 …: words that say which is the first, and no numbers
# Of each style: two words that a list in it has, its pattern, and its name.
STYLES: tuple[tuple[str, str, str, re.Pattern[str]], ...] = (
    ("一、", "二、", "dun", re.compile(rf"{BEFORE}({HAN_NUMBER})、")),
    ("（一）", "（二）", "han_in_brackets", re.compile(rf"（({HAN_NUMBER})）")),
    ("(一)", "(二)", "han_in_brackets", re.compile(rf"\(({HAN_NUMBER})\)")),
    ("一是", "二是", "is", re.compile(rf"{BEFORE}({HAN_NUMBER})是")),
    ("一要", "二要", "is", re.compile(rf"{BEFORE}({HAN_NUMBER})要")),
    ("第一", "第二", "ordinal", re.compile(rf"{BEFORE}第({HAN_NUMBER})[，,、：:]")),
    ("①", "②", "sign", re.compile(f"([{''.join(SIGNS)}])")),
    ("1、", "2、", "digit", re.compile(rf"{BEFORE}(\d{{1,2}})、")),
    ("1.", "2.", "digit", re.compile(rf"{BEFORE}(\d{{1,2}})[.．](?![\d.])")),
    ("（1）", "（2）", "digit_in_brackets", re.compile(r"（(\d{1,2})）")),
    ("(1)", "(2)", "digit_in_brackets", re.compile(rf"{BEFORE}\((\d{{1,2}})\)")),
    ("First", "Second", "first",
     re.compile(rf"(?<![^\s.;:!?])({'|'.join(word.title() for word in ORDINALS)})(?:ly)?,")),
    ("first", "second", "first",
     re.compile(rf"(?<=[;:]\s)({'|'.join(ORDINALS)})(?:ly)?,")),
    ("首先", "其次", IN_TURN,
     re.compile(rf"{BEFORE}(首先|其次|再次|再者|然后|然後|最后|最後)[，,、]?")),
)  # fmt: skip
SENTENCE_ENDS = re.compile(r"[。！？!?]|\.(?=\s)")


class Numbered(NamedTuple):
    """A number within running text: `start` to `end` of the text, `words` from there on."""

    number: int
    start: int
    words: int
    end: int


def within_paragraphs(text: str, start: int, end: int) -> tuple[Numbered, ...]:
    """The items of the first list that runs 1, 2, 3 within `text[start:end]`; linear."""
    for one, two, style, pattern in STYLES:
        first = text.find(one, start, end)
        if first < 0 or text.find(two, first, end) < 0:
            continue
        run = _run(text, pattern, style, max(start, first - 1), end)
        if style != IN_TURN and all(_opens_line(text, at) for at, _ in run):
            continue
        if len(run) >= FEWEST or (len(run) >= FEWEST_AFTER_COLON and _leads_on(text, run)):
            return _with_ends(text, run, end)
    return ()


def _run(
    text: str, pattern: re.Pattern[str], style: str, start: int, end: int
) -> list[tuple[int, int]]:
    """The starts of the numbers 1, 2, 3 … and of their words."""
    run: list[tuple[int, int]] = []
    for count, found in enumerate(pattern.finditer(text, start, end)):
        if count == MOST or (run and found.start() - run[-1][0] > LONGEST_APART):
            break
        number = _number(style, found[1], len(run))
        if number == len(run) + 1:
            run.append(found.span())
        elif number == 1 and len(run) < FEWEST:
            run = [found.span()]
    return run


def _number(style: str, words: str, before: int) -> int:
    """Which number a run has reached; words like 其次 only say that there is one more."""
    if style == IN_TURN:
        return 1 if words == "首先" else before + 1 if before else 0
    return number_of(style, words)


def _opens_line(text: str, at: int) -> bool:
    """Whether a number opens its line: such lists are told by their lines."""
    return text[max(0, at - 20) : at].rstrip(" \t\u00a0\u3000")[-1:] in ("", "\n")


def _leads_on(text: str, run: list[tuple[int, int]]) -> bool:
    """Whether a run stands after a colon, or what each of its numbers leads on to asks for it."""
    if text[max(0, run[0][0] - 20) : run[0][0]].rstrip()[-1:] in (":", "："):
        return True
    return all(asks(text[words : words + NEAR]) for _, words in run)


def _with_ends(text: str, run: list[tuple[int, int]], end: int) -> tuple[Numbered, ...]:
    """Each item ends where the next begins, the last with its sentence or its paragraph."""
    last = run[-1][0]
    paragraph = text.find("\n", last, end)
    paragraph = end if paragraph < 0 else paragraph
    several = any(
        SENTENCE_ENDS.search(text[start:after].rstrip()[:-1])
        for (_, start), (after, _) in pairwise(run)
    )
    sentence = None if several else SENTENCE_ENDS.search(text, run[-1][1], paragraph)
    ends = [*(start for start, _ in run[1:]), sentence.end() if sentence else paragraph]
    return tuple(
        Numbered(n, start, words, start + len(text[start:after].rstrip()))
        for n, ((start, words), after) in enumerate(zip(run, ends, strict=True), start=1)
    )
