"""Numbers that open a line: 一、 （一） 1. 1） (1) ① 第一， 第一条 一是 First, I. A. 01 and such.

Knows the forms and which number each says; whether a line that has one is an item of a list,
`corpus.structure.outline` decides.
"""

import re
from typing import NamedTuple

HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
HAN_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九", start=1)}
# The numerals that cheques are written in, and official letters of Taiwan: 壹、 貳、 參、.
FORMAL = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾", "一二二三三四五六六七八九十")
FORMAL_NUMBER = f"[{''.join(map(chr, FORMAL))}]{{1,3}}"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
         "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX")  # fmt: skip
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth")  # fmt: skip
CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
             "ten")  # fmt: skip
# First characters of runs of circled and bracketed numbers in Unicode, twenty or ten each.
CIRCLED = (("①", 20), ("⑴", 20), ("⒈", 20), ("⓵", 10), ("❶", 10), ("➀", 10), ("➊", 10), ("㈠", 10),
           ("㊀", 10), ("Ⅰ", 12))  # fmt: skip
SIGNS = {chr(ord(first) + n): (n + 1, first) for first, length in CIRCLED for n in range(length)}
NAMED = (
    "Article|Section|Point|Item|Proposal|Initiative|Recommendation|Demand|Step|Question|Rule"
    "|Principle|Measure|Part|Request|Ask|Commitment|Pledge|Action|Priority|Resolution"
)
# The name of each group is the style of the list that its numbers run in.
MARKER = re.compile(
    rf"(?P<dun>{HAN_NUMBER})(?:[、.．]|(?<!一)。)"
    rf"|(?P<formal>{FORMAL_NUMBER})[、.．]"
    rf"|(?:[（(]\s?)?(?P<han_in_brackets>{HAN_NUMBER})\s?[）)]"
    r"|(?P<digit>\d{1,4})\s?(?:[.．](?!\d)|、)"
    r"|(?P<digit_bracket>\d{1,3})\s?[)）]"
    r"|[（(]\s?(?P<digit_in_brackets>\d{1,3})\s?[）)]"
    r"|(?P<keycap>\d)\ufe0f?\u20e3"
    r"|(?P<row>\d{1,3})(?:\t\s*|\s?\|\s*)(?=[^\s|])"
    rf"|(?P<sign>[{''.join(SIGNS)}])[、.．]?"
    rf"|第(?P<article>{HAN_NUMBER}|{FORMAL_NUMBER}|\d{{1,2}})[条條]"
    rf"|第(?P<chapter>{HAN_NUMBER}|{FORMAL_NUMBER}|\d{{1,2}})[章节節]"
    rf"|第(?P<ordinal>{HAN_NUMBER}|\d{{1,2}})[，,、：:]"
    rf"|(?P<is>{HAN_NUMBER})[是要]"
    r"|(?:建议|建議|倡议|倡議|措施|步骤|步驟|问题|問題|诉求|訴求|要求|呼吁|呼籲|承诺|承諾|行动|行動|原则|原則)"
    rf"(?P<proposal>{HAN_NUMBER}|\d{{1,2}})[：:、.．]"
    rf"|其(?P<of_them>{HAN_NUMBER})[，,、：:]"
    rf"|(?P<first>(?i:{'|'.join(ORDINALS)}))(?i:ly| of all)?[,:，：]"
    rf"|(?P<cardinal>(?i:{'|'.join(CARDINALS)}))[.:：](?=\s)"
    r"|(?<=#)(?P<hash>\d{1,2})(?:[:：]|(?=\s))"
    r"|(?i:No)\.\s?(?P<no>\d{1,2})\s?[:：)–—-](?!\d)"
    rf"|(?i:{NAMED})\s(?:#|(?i:No)\.?\s?)?(?P<named>\d{{1,2}}|[IVX]{{1,5}}|(?i:{'|'.join(CARDINALS)})\b)"
    r"(?:[.:：)]|\s?[–—-]\s|(?=[\s*_]*$))"
    r"|(?P<roman>[IVX]{1,5})[.、)](?=\s|[^\W\d_a-zA-Z])"
    r"|(?P<opened>\()?(?P<small_roman>[ivx]{1,5})(?(opened)\)|\.(?=\s))"
    r"|(?P<letter>[A-Z])[.、)）](?=\s|[^\W\d_a-zA-Z])"
    r"|[(（]?(?P<small_letter>[a-z])[)）]"
)
# A number that is all its line says, as a heading of its own: 01, PART 1, 第一部分.
ALONE = re.compile(
    rf"(?:(?:part|no)[.\s]?\s?)?(?P<alone>\d{{1,2}}|{HAN_NUMBER}|第(?P<part>{HAN_NUMBER})部分)"
    r"(?:\s|[*_#]|</[a-z]{1,9}\s?>)*$",
    re.IGNORECASE,
)
ALONE_STYLE, ROW_STYLE = "alone", "row"
# In which notes and verses are numbered more often than what is asked for.
NOTE = re.compile(r"\[(?P<note>\d{1,2})\](?=\s)|(?P<verse>\d{1,2})(?:[:：](?!\d)|\s[–—]\s)")
NOTE_BEGINS = frozenset("[0123456789０１２３４５６７８９")
DOUBTFUL_STYLES = frozenset((ROW_STYLE, "note", "verse"))
# What may stand before a number on its line: signs of Markdown, and tags.
LEADING = "#>*_| \t\u00a0\u3000"
TAGS = re.compile(r"(?:<[a-z][^<>]{0,80}>[\s*_]*)+", re.IGNORECASE)
TAGGED = "#><"
# With what a number begins that is not in Latin letters; any decimal digit is one more.
BEGINS = frozenset("一二三四五六七八九十（(第建倡措步问問诉訴要呼承行原其").union(
    SIGNS, map(chr, FORMAL)
)
# What stands after the first letter, and the first letters of words, where Latin letters number.
AFTER_LETTER = frozenset(".、)）")
LATIN_WORDS = (*ORDINALS, *CARDINALS, *NAMED.lower().split("|"), "no ", "no.")


class Marker(NamedTuple):
    """A number at the head of a line: `start` to `end` of the line's text, in which style.

    `start` is that of the marks before the number where these make the line a heading.
    """

    style: str
    number: int
    start: int
    end: int


def read_marker(line: str) -> Marker | None:
    """The number that opens a line, if one does.

    >>> read_marker("（二）遇到欺凌不沉默")
    Marker(style='han_in_brackets', number=2, start=0, end=3)
    >>> read_marker("2019-nCoV") is read_marker("996 is no number") is None
    True
    """
    start = len(line) - len(line.lstrip(LEADING)) if line[:1] in LEADING else 0
    if line[start : start + 1] == "<" and (tags := TAGS.match(line, start)):
        start = tags.end()
    if not may_begin(line, start):
        return None
    found = MARKER.match(line, start) or ALONE.match(line, start)
    if not found or not found.lastgroup:
        return None
    style = found.lastgroup
    digits = found[style]
    if style == ALONE_STYLE and line[0] not in TAGGED and not _is_heading(line, digits):
        return None
    number = number_of(style, found["part"] or digits if style == ALONE_STYLE else digits)
    if style == "sign":
        style = SIGNS[digits][1]
    at = 0 if line[0] in TAGGED else start
    return Marker(style, number, at, found.end()) if number else None


def read_note(line: str) -> Marker | None:
    """The number that opens a line as it opens notes and verses, which `read_marker` leaves out.

    >>> read_note("[2] Mend the bridge.")
    Marker(style='note', number=2, start=0, end=3)
    """
    found = NOTE.match(line)
    if not found or not found.lastgroup:
        return None
    number = int(found[found.lastgroup])
    return Marker(found.lastgroup, number, 0, found.end()) if number else None


def _is_heading(line: str, digits: str) -> bool:
    """Whether a number alone is written as a heading is: page numbers are not."""
    return digits[0] in "0０第" or line[:1].casefold() in "pn*"


def may_begin(line: str, start: int) -> bool:
    """Whether a number can begin there: quickly said of most lines, which begin with a word."""
    first = line[start : start + 1]
    if first in "IVXivx":
        return True
    if "A" <= first <= "z":
        second = line[start + 1 : start + 2]
        return second in AFTER_LETTER or line[start : start + 14].casefold().startswith(LATIN_WORDS)
    return first in BEGINS or first.isdecimal()


def number_of(style: str, digits: str) -> int:
    """The number that the digits of a style say; 0 if they say none."""
    if digits[0].isdecimal():
        return int(digits)
    if style == "sign":
        return SIGNS[digits][0]
    if style == "first":
        return ORDINALS.index(digits.lower()) + 1
    if digits.lower() in CARDINALS:
        return CARDINALS.index(digits.lower()) + 1
    if style in ("roman", "small_roman", "named"):
        return ROMAN.index(digits.upper()) + 1 if digits.upper() in ROMAN else 0
    if style in ("letter", "small_letter"):
        return ord(digits.upper()) - ord("A") + 1
    return _han_value(digits.translate(FORMAL))


def _han_value(digits: str) -> int:
    """一 to 九十九; 0 where the characters are not written as a number.

    >>> [_han_value(number) for number in ("三", "十", "十二", "三十", "四十五", "一二")]
    [3, 10, 12, 30, 45, 0]
    """
    tens, ten, ones = digits.rpartition("十")
    if not ten:
        return HAN_DIGITS.get(digits, 0)
    if (tens and tens not in HAN_DIGITS) or (ones and ones not in HAN_DIGITS):
        return 0
    return HAN_DIGITS.get(tens, 1) * 10 + HAN_DIGITS.get(ones, 0)
