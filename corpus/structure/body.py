"""Which lines of a text are the letter's body: after title, menus and credits, before the footer.

Knows the layout of pages and letters, nothing of names or numbers in them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.letter import Span
from corpus.structure.beginning import find_beginning, introduces
from corpus.structure.chrome import is_chrome, is_footer, names_makers
from corpus.structure.cues import Cue
from corpus.structure.dates import date_line
from corpus.structure.header import Header
from corpus.structure.lines import Line
from corpus.structure.numbering import read_marker
from corpus.structure.organisations import is_organisation
from corpus.structure.title import Headline
from corpus.structure.wording import is_prose, is_salutation

LATE = 0.5  # of the text: who made the page is named above the letter or after it
TAIL = 80  # lines: a footer or a list of signatories longer than that stays in the body
RULE = frozenset("=-*_")  # of what a line across the page is made
# What a press release has under its letter: who sends it, whom to ask.
BOILERPLATE = re.compile(
    r"[*_#\s]{0,6}(?:About (?:us|the |[A-Z])[^.!?]{0,70}|Notes? (?:to|for) (?:the )?[Ee]ditors?"
    r"|(?:Media|Press) (?:contacts?|enquiries|inquiries|office)\b[^.!?]{0,80}"
    r"|[-–—]?\s?ENDS\s?[-–—]?|#\s?#\s?#|关于(?:我们|本会)|關於我們|媒体(?:联系|垂询)[^。]{0,60}|新闻联系人[^。]{0,60})[:：*_\s]{0,4}"
)
# What a page has under its letters for those who comment and read on.
COMMENTS = re.compile(
    r"(?:Leave a (?:Reply|Comment)|You (?:may|might) also like|Share this(?: on)?:|Like this:"
    r"|Filed under:?|Posted in\s|Related (?:Posts?|Articles?)|No comments|Post a Comment"
    r"|\d+ (?:Comments?|thoughts? on)\b).{0,120}"
    r"|(?:[发發]表|[发發][布佈])(?:[评評][论論]|回[复覆]|留言).{0,20}|已有\d+人.{0,12}"
    r"|[沒没]有(?:留言|[评評][论論])|(?:【[^】]{1,40}】)?相[关關]文章.{0,20}|分享[至到](?:[:：].{0,20})?",
    re.IGNORECASE,
)
# What content management systems say there, in sentences.
FORM = re.compile(
    r"Your email address will not be published|This entry was posted|Fill in your details below"
)
LONGEST_COMMENTS = 160  # characters of a line that heads them
COMMENTS_BEGIN = frozenset("LYTSFPRNlytsfprn0123456789发發已沒没相分【")
# What a page says of a letter below it; all else there is a postscript, and the letter's own.
SAID_BY_PAGE = re.compile(
    r"本文|[这這]篇|[该該]文|文章|以上内容|以上內容|版[权權]|侵[权權]|[转轉][载載]|[来來]自[网網][络絡]|[仅僅]供[参參]考|原[创創]|本站"
    r"|小[编編]|[编編][辑輯]|免[责責]|篇幅|[读讀]者"
    r"|\b(?:this (?:post|page|article)|republish\w*|copyright)\b",
    re.IGNORECASE,
)
MOST_REMARKS = 3  # sentences of a page under the signature and the date of a letter
LITTLE = 0.25  # of a letter: what a page says below it is not more
BOILERPLATE_BEGINS = frozenset("ANMPE*_#-–—关關媒新")
LONGEST_BOILERPLATE = 160  # characters of a line that heads it
SIGNED_BY = Cue(
    re.compile(r"[联聯][署名]|[签簽][署名]|[发發]起(?:单位|單位|人)|Signator|Signed by", re.I),
    ("signator", "signed by", "联", "聯", "签", "簽", "发起", "發起"),
)


@dataclass(frozen=True, slots=True)
class Body:
    """The lines `first` to `after` (exclusive) of the body, and the span that they cover."""

    first: int
    after: int
    span: Span


def find_body(text: str, lines: Sequence[Line], headline: Headline, header: Header) -> Body:
    """The body of the letter that these lines are; empty, at the end, if nothing is left."""
    first = find_beginning(
        lines, max(headline.after, header.after), titled=headline.title is not None
    )
    last = _before_comments(lines, first, _makers(lines, first))
    rule = _rule(lines, first, last)
    if rule and any(map(introduces, lines[first:rule])):
        first = rule + 1
    last = _before_boilerplate(lines, first, rule if rule and rule >= first else last)
    after = _without_footer(lines, first, last)
    if first >= after:
        return Body(first, first, Span(len(text), len(text)))
    closing = _closing_date(lines, first, after)
    if closing is None:
        return Body(first, after, Span(lines[first].start, lines[after - 1].end))
    number, end = closing
    return Body(first, number + 1, Span(lines[first].start, end))


def _makers(lines: Sequence[Line], first: int) -> int:
    """The first line that says who made the page, if it stands in the last part of the text."""
    for number in range(max(first + 1, len(lines) - TAIL), len(lines)):
        line = lines[number]
        if names_makers(line.text) and line.start > lines[first].start + LATE * (
            lines[-1].end - lines[first].start
        ):
            return number
    return len(lines)


def _before_comments(lines: Sequence[Line], first: int, last: int) -> int:
    """Where a form for comments begins, in the later part; whatever follows is no letter."""
    if first >= last:
        return last
    late = lines[first].start + LATE * (lines[last - 1].end - lines[first].start)
    for number in range(max(first + 1, last - TAIL), last):
        line = lines[number]
        if (
            line.start > late
            and line.end - line.start <= LONGEST_COMMENTS
            and _begins_comments(line)
        ):
            return number
    return last


def _begins_comments(line: Line) -> bool:
    if line.text[0] not in COMMENTS_BEGIN:
        return False
    return bool(FORM.match(line.text)) or bool(
        COMMENTS.fullmatch(line.text) and not is_prose(line.text)
    )


def _rule(lines: Sequence[Line], first: int, last: int) -> int | None:
    """The line across the page under which another letter begins: an answer, or the one sent."""
    for number in range(first + 1, last - 1):
        rule = lines[number].text
        crosses = rule[0] in RULE and len(rule) > 2 and not rule.strip("=-*_ ")
        if crosses and is_salutation(lines[number + 1].text):
            return number
    return None


def _before_boilerplate(lines: Sequence[Line], first: int, last: int) -> int:
    """Where what a press release has under each letter begins; no list may follow it."""
    if first >= last:
        return last
    late = lines[first].start + LATE * (lines[last - 1].end - lines[first].start)
    lowest = max(first, last - TAIL)
    found = [
        n for n in range(lowest + 1, last) if _is_boilerplate(lines[n]) and lines[n].start > late
    ]
    if found and not any(read_marker(line.text[:TAIL]) for line in lines[found[0] : last]):
        return found[0]
    return last


def _is_boilerplate(line: Line) -> bool:
    words = line.text
    if words[0] not in BOILERPLATE_BEGINS or len(words) > LONGEST_BOILERPLATE:
        return False
    return bool(BOILERPLATE.fullmatch(words))


def _without_footer(lines: Sequence[Line], first: int, last: int) -> int:
    """Where the body ends: before a menu or notice that no sentence of the letter follows.

    `last` is the line before which it ends in any case.
    """
    after, number = last, last
    while number > max(first, last - TAIL):
        number -= 1
        line = lines[number].text
        if is_footer(line):
            after = number
        elif is_chrome(line):
            after = number if after == number + 1 else after
        elif is_prose(line):
            break
    return after


def _is_late(lines: Sequence[Line], number: int, first: int, after: int) -> bool:
    """Whether little of the lines `first` to `after` stands below the line `number`."""
    whole = lines[after - 1].end - lines[first].start
    return lines[after - 1].end - lines[number].end <= LITTLE * whole


def _closing_date(lines: Sequence[Line], first: int, after: int) -> tuple[int, int] | None:
    """The line and the end of a date that closes the letter: at most an address follows it.

    Under an organisation and a date a page may say something of its own, as that it was copied.
    """
    remarks = 0
    for number in range(after - 1, max(first, after - TAIL), -1):
        line = lines[number]
        if SIGNED_BY.is_in(line.text):
            return None
        if is_prose(line.text):
            remarks += 1
            if remarks > MOST_REMARKS or not SAID_BY_PAGE.search(line.text[:LONGEST_BOILERPLATE]):
                return None
            continue
        date = date_line(line)
        if date and line.text[-1] in ":：":  # adopted on a day by those who follow
            return None
        if date:
            signed = is_organisation(lines[number - 1].text)
            if remarks and not (signed and _is_late(lines, number, first, after)):
                return None
            if not signed and number + 1 < after and is_organisation(lines[number + 1].text):
                return number + 1, lines[number + 1].end
            rest = line.text[date.end - line.start :]
            return number, line.end if any(char.isalnum() for char in rest) else date.end
    return None
