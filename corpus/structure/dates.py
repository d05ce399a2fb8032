"""Dates as letters write them, and which of them is the letter's own.

Reads 2020年2月3日, 2020-02-03, 2020.2.3, 2020/2/3, February 3, 2020, 3 February 2020, the same
without the day, 二〇二〇年二月三日, and years of the Republic (民國109年2月3日). Those that begin
with the day or the month (3.2.2020, 24/2/2020) are dates where they stand alone, or as a last
resort. Every form is looked for around its year only, so reading is linear. Knows nothing of who
wrote the letter.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, islice
from typing import NamedTuple

from corpus.structure.lines import Line
from corpus.structure.wording import without_junk

# A digit is any decimal digit, so that full-width ones count as well. All ways to write a year
# begin with one set of characters: only so does the search skip quickly what is none.
YEAR = re.compile(
    r"[12１２一二民](?:"
    r"(?<=[12１２])[09９０]\d\d(?<!\d\d{4})(?<![\da-zA-Z][.-]\d{4})(?!\d)"
    r"|(?<=[一二])(?P<han>[九〇○零ＯO0][一二三四五六七八九〇○零ＯO0]{2})\s*年"
    r"|(?<=民)[国國]\s*(?P<republic>\d{1,3}|[一二三四五六七八九十百〇○零]{1,4})\s*年)"
)
YEARS = range(1900, 2100)
AFTER_YEAR = re.compile(
    r"\s{0,2}(?:年\s{0,2}(\d{1,2})\s{0,2}月(?:\s{0,2}份|\s{0,2}(\d{1,2})\s{0,2}[日号號])?"
    r"|([-./])(\d{1,2})\3(\d{1,2})(?!\d)|([-/])(\d{1,2})(?![\d.\-/]))"
)
AFTER_HAN_YEAR = re.compile(
    r"\s{0,2}([一二三四五六七八九十]{1,2}|\d{1,2})\s{0,2}月"
    r"(?:份|\s{0,2}([一二三四五六七八九十廿卅]{1,3}|\d{1,2})\s{0,2}[日号號])?"
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?P<rest>[a-z]{0,6})\.?"
BEFORE_YEAR = re.compile(
    rf"(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s(?:day\s)?(?:of\s)?)?\b{MONTH},?"
    r"(?:\s{1,2}(?P<day>\d{1,2})(?:st|nd|rd|th)?)?\s{0,2},?\s{0,2}$",
    re.IGNORECASE,
)
LONGEST_BEFORE_YEAR = 28  # "23rd day of September, " and some spaces
MONTH_BEGINS = re.compile("[JFMASONDjfmasond\u017f][AEUPCOaeupco]")  # of any month, \u017f as an s
FIRST_YEAR_OF_REPUBLIC = 1912
ZEROS = "〇○零ＯO0"
HAN_DIGITS = {
    **dict.fromkeys(ZEROS, 0),
    **{digit: value for value, digit in enumerate("一二三四五六七八九", start=1)},
}
LAST_YEAR = re.compile(r"[./-](?:19|20)\d\d(?!\d|[./-]\d)")  # of 24/2/2020
BEFORE_LAST_YEAR = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})$")
LONGEST_BEFORE_LAST_YEAR = len("24/02")
# Without its name an era is told by a line that says no more, and by three digits.
REPUBLIC_ALONE = re.compile(r"(1\d\d)\s{0,2}年\s{0,2}(\d{1,2})\s{0,2}月\s{0,2}(\d{1,2})\s{0,2}日")
REPUBLIC_LINES = 10  # lines at the end of a text that may be such
# What stands before the date of something else than the letter: an event, a page's member.
OF_ANOTHER = re.compile(
    r"(?:\b(?:formed|founded|established|since|scheduled|planned|until|till|by|before|born"
    r"|elected)(?:\s(?:in|on|for|at))?(?:\sthe)?"
    r"|(?:成立|创办|創辦|创立|創立|始建|(?<![制签簽修议議订訂拟擬])定)[于於]|原定|截[至止]|截止到|自[从從])[^\S\n]{0,2}$"
    r"|(?:\b(?:joined|join date|registered|member since|last (?:seen|login|active|visit)|deadline"
    r"|(?:event|start|end|due|closing) date)"
    r"|(?:注册|註冊|加入|登录|登錄|会议|會議|活动|活動|培训|培訓|截止|报名|報名|举办|舉辦|召开|召開|举行|舉行|开始|開始|结束|結束)"
    r"(?:时间|時間|日期)|最[后後]登[录錄入])[^\w.。!?！？]{0,6}$",
    re.IGNORECASE,
)
# The last words of these, and the last characters of those in Chinese.
OF_ANOTHER_WORDS = frozenset((
    "formed", "founded", "established", "since", "scheduled", "planned", "until", "till",
    "by", "before", "born", "elected", "in", "on", "for", "at", "the", "joined", "date", "deadline",
    "registered", "seen", "login", "active", "visit",
))  # fmt: skip
OF_ANOTHER_ENDS = "于於定原至止到从從间間期录錄入"
# A sentence says with these what happened then; with a word of the second, when it was written.
SAID_OF_A_DAY = re.compile(r"\b(?:[Oo]n|[Ii]n)\s(?:the\s)?$")
ENDS_HEADING = re.compile(r"[^\w.\n]{0,10}(?:\n|$)")
WRITTEN = re.compile(
    r"\b(?:adopted|approved|created|dated|done|endorsed|given|issued|posted|published|released|sent"
    r"|signed|submitted|updated|written)\b",
    re.IGNORECASE,
)
LONGEST_BEFORE_DATE = 40  # characters that tell what a date is of
MONTHS_OF_YEAR = 12
LONGEST_COMPANY = 24  # characters beside a date on its line: a place, a weekday, an author
SHORTEST_DATE = 6  # characters: 2020-1
NOT_BESIDE = re.compile(r"[。；;!?！？>|\d]")
CLOCK = re.compile(r"\s*T?\d{1,2}[:：]\d\d(?:[:：]\d\d)?")
LATE = 0.35  # of the text: in 49 of 51 letters a date alone on a line after it is the letter's


class Date(NamedTuple):
    """A date in a text: `value` is YYYY-MM-DD or YYYY-MM."""

    start: int
    end: int
    value: str


def iter_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Date]:
    """Every complete date of `text[start:end]` in order; a year alone is none.

    >>> [date.value for date in iter_dates("From 2020年2月 to February 3, 2020")]
    ['2020-02', '2020-02-03']
    """
    end = len(text) if end is None else end
    for year in YEAR.finditer(text, start, end):
        if year.lastgroup:
            date = _chinese_numerals(text, year, end)
        else:
            date = _digits(text, year, end) or _english(text, year, start)
        if date:
            yield date


def choose_date(text: str, lines: Sequence[Line], body_start: int) -> Date | None:
    """The date of the letter: alone on its line and late, else alone on a line, else the first.

    `lines` are all lines of the text, `body_start` the offset where the letter's body begins:
    what stands before it (upload time, counters) counts less than a line of the letter.
    """
    start = lines[0].start if lines else 0
    dates, numeric = tuple(iter_dates(text, start)), tuple[Date, ...]()
    alone = list(_alone(lines, dates))
    if not alone or alone[-1].start < LATE * len(text):
        numeric = tuple(_iter_numeric(text, start))
        alone = sorted((*alone, *_alone(lines, numeric), *_republic_lines(lines)))
    late = [date for date in alone if date.start >= LATE * len(text)]
    own = [date for date in alone if date.start >= body_start]
    said = (date for date in dates if not _is_of_a_day(text, date))
    found = chain(reversed(late), own, alone, said, reversed(numeric))
    return next((date for date in found if not _is_of_another(text, date)), None)


def _iter_numeric(text: str, start: int) -> Iterator[Date]:
    """Dates like 12.6.2022, and like 25/12/2020 where only one order makes one."""
    for year in LAST_YEAR.finditer(text, start):
        lowest = max(start, year.start() - LONGEST_BEFORE_LAST_YEAR)
        found = BEFORE_LAST_YEAR.search(text, lowest, year.start())
        if not found:
            continue
        day, month = int(found[1]), int(found[3])
        if found[2] != "." and day <= MONTHS_OF_YEAR and day != month:
            day, month = (month, day) if month > MONTHS_OF_YEAR else (0, 0)
        if found[2] == year.group()[0] and (
            date := _date(found.start(), year.end(), int(year.group()[1:]), month, day)
        ):
            yield date


def _republic(line: Line) -> Date | None:
    """The date that is a whole line in a year of the Republic without its name: 113年5月20日."""
    found = REPUBLIC_ALONE.fullmatch(line.text)
    if not found:
        return None
    year = FIRST_YEAR_OF_REPUBLIC - 1 + int(found[1])
    return _date(line.start, line.end, year, int(found[2]), found[3])


def _republic_lines(lines: Sequence[Line]) -> Iterator[Date]:
    return (date for date in map(_republic, lines[-REPUBLIC_LINES:]) if date)


def _is_of_another(text: str, date: Date) -> bool:
    """Whether the words before a date make it that of an event, as `founded in` does."""
    before = _before(text, date)
    words = before.rstrip(" \n:：-—_|")
    last = words[words.rfind(" ") + 1 :].casefold()
    may_end_so = last in OF_ANOTHER_WORDS or last[-1:] in OF_ANOTHER_ENDS
    return may_end_so and bool(OF_ANOTHER.search(before))


def _is_of_a_day(text: str, date: Date) -> bool:
    """Whether a sentence says what happened on that day, and not that it was written then."""
    before = _before(text, date)
    if not SAID_OF_A_DAY.search(before) or WRITTEN.search(before):
        return False
    return not ENDS_HEADING.match(text, date.end)


def _before(text: str, date: Date) -> str:
    return text[max(0, date.start - LONGEST_BEFORE_DATE) : date.start]


def date_line(line: Line) -> Date | None:
    """The date that is all a line says, but for a place or a name beside it."""
    if line.end - line.start > LONGEST_COMPANY * 3:
        return None
    date = next(iter_dates(line.text), None)
    if date is None and ("20" in line.text or "19" in line.text):
        date = next(_iter_numeric(line.text, 0), None)
    if date is None:
        return _republic(line) if line.text[0] in "1１" else None
    date = Date(date.start + line.start, date.end + line.start, date.value)
    return date if is_alone(line, date) else None


def is_alone(line: Line, date: Date) -> bool:
    """Whether a line is there for its date: little beside it, and no sentence."""
    before = line.text[: date.start - line.start]
    after = without_junk(line.text)[date.end - line.start :]
    if ":" in after or "：" in after:
        after = CLOCK.sub("", after, count=1)
    beside = before.strip() + after.strip()
    return len(beside) <= LONGEST_COMPANY and not NOT_BESIDE.search(beside)


def _alone(lines: Sequence[Line], dates: Sequence[Date]) -> Iterator[Date]:
    """The dates that are alone on their lines; none of a line with more than fit beside one."""
    most = 1 + LONGEST_COMPANY // SHORTEST_DATE
    for number, group in groupby(dates, lambda date: bisect_left(lines, (date.start + 1,)) - 1):
        together = list(islice(group, most + 1))
        if len(together) <= most:
            yield from (date for date in together if is_alone(lines[number], date))


def _digits(text: str, year: re.Match[str], end: int) -> Date | None:
    found = AFTER_YEAR.match(text, year.end(), end)
    if not found:
        return None
    month = found[1] or found[4] or found[7]
    day = found[2] or found[5]
    return _date(year.start(), found.end(), int(year.group()), int(month), day and int(day))


def _chinese_numerals(text: str, year: re.Match[str], end: int) -> Date | None:
    found = AFTER_HAN_YEAR.match(text, year.end(), end)
    if not found:
        return None
    if year["han"]:
        number = int("".join(str(HAN_DIGITS[digit]) for digit in year.group()[0] + year["han"]))
    else:
        number = FIRST_YEAR_OF_REPUBLIC - 1 + _number(year["republic"])
    day = found[2] and _number(found[2])
    return _date(year.start(), found.end(), number, _number(found[1]), day)


def _english(text: str, year: re.Match[str], start: int) -> Date | None:
    lowest = max(start, year.start() - LONGEST_BEFORE_YEAR)
    if not MONTH_BEGINS.search(text, lowest, year.start()):
        return None
    found = BEFORE_YEAR.search(text[lowest : year.start()])
    if not found:
        return None
    name = (found["month"] + found["rest"]).capitalize()
    month = next((n for n, full in enumerate(MONTHS, 1) if full.startswith(name[:4])), 0)
    if not month or not (len(found["rest"]) <= 1 or name == MONTHS[month - 1]):
        return None
    day = found["day"] or found["first"]
    return _date(lowest + found.start(), year.end(), int(year.group()), month, day and int(day))


def _date(start: int, end: int, year: int, month: int, day: int | str | None) -> Date | None:
    """A date, or None where the calendar has no such day."""
    if not 1 <= month <= 12 or year not in YEARS:
        return None
    if not day:
        return Date(start, end, f"{year:04}-{month:02}")
    day = int(day)
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Date(start, end, f"{year:04}-{month:02}-{day:02}")


def _number(digits: str) -> int:
    """The value of decimal digits or of Chinese numerals up to 999."""
    if digits[0].isdecimal():
        return int(digits)
    if not any(unit in digits for unit in "十百廿卅"):
        return int("".join(str(HAN_DIGITS[digit]) for digit in digits))
    total, last = 0, 0
    for char in digits:
        if char in "十百":
            total, last = total + (last or 1) * (100 if char == "百" else 10), 0
        elif char in "廿卅":
            total, last = total + (20 if char == "廿" else 30), 0
        else:
            last = HAN_DIGITS[char]
    return total + last
