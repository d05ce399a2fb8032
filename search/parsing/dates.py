"""Dates as a reader writes them in a query: whole, in part, or from one to another.

Owns the forms and the calendar; knows nothing of fields, spans or nodes.
"""

import calendar
import re
import unicodedata
from typing import NamedTuple

from search.parsing.numerals import han_digits, han_number

OPEN_FIRST, OPEN_LAST = 0, 99999999
_LONGEST = 60  # characters of a value that may still be two written-out dates
_MOST_WORDS = 13  # words of one: 2020 年 2 月 3 日 至 2020 年 3 月 1 日
_WORD = re.compile(r"[^\s()（）]+")
_BETWEEN = re.compile(r"\s*(?:\.{2,3}|[~至到—–]+|(?<=\d)\s+to\s+)\s*", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?P<year>\d{4})(?:([-/.])(?P<month>\d{1,2})(?:\2(?P<day>\d{1,2}))?)?"
    r"|(?P<compact>\d{6}(?:\d\d)?)"
)
_HAN = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_CHINESE = re.compile(
    r"(?:(?P<year>[\d〇零○一二三四五六七八九]{4})\s?年)?\s?"
    rf"(?:(?P<month>{_HAN})\s?月份?\s?(?:(?P<day>{_HAN})\s?[日号號])?)?"
)
_ENGLISH = re.compile(
    r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?(?:\sof\s|[\s,./-]{1,2}))?(?P<month>[a-z]{3,9})[\s,./-]{1,2}"
    r"(?:(?P<after>\d{1,2})(?:st|nd|rd|th)?[\s,./-]{1,2})?(?P<year>\d{4})"
)
MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
MONTHS = {
    form: number
    for number, name in enumerate(MONTH_NAMES, start=1)
    for form in (name, name[:3], "sept" if number == 9 else name)
}


class Days(NamedTuple):
    """From the first to the last day, both included, as YYYYMMDD."""

    first: int
    last: int


def days_of(text: str) -> Days | None:
    """The days that the text means; None where it is no date or the calendar has no such day.

    `..` (also ~, 至, 到, "to") stands between two dates, one of which may be missing.

    >>> days_of("2020-02"), days_of("二〇二〇年二月三日")
    (Days(first=20200201, last=20200229), Days(first=20200203, last=20200203))
    >>> days_of("..3 February 2020"), days_of("2020年2月至3月")
    (Days(first=0, last=20200203), Days(first=20200201, last=20200331))
    """
    if len(text) > _LONGEST:
        return None
    sides = _BETWEEN.split(unicodedata.normalize("NFKC", text).strip().lower())
    if len(sides) == 1:
        return _one(sides[0])
    if len(sides) > 2 or not any(sides):
        return None
    return _from_to(*sides)


def end_of_days(text: str, start: int) -> int:
    """Where the longest date of several words that begins at `start` ends; 0 if there is none.

    >>> end_of_days("date:3 February 2020 masks", 5), end_of_days("date:2020 masks", 5)
    (20, 0)
    """
    ends = [found.end() for found in _WORD.finditer(text, start, start + _LONGEST)][:_MOST_WORDS]
    return next((end for end in ends[:0:-1] if days_of(text[start:end])), 0)


def _from_to(left: str, right: str) -> Days | None:
    first = _one(left) if left else Days(OPEN_FIRST, OPEN_FIRST)
    year = first.first // 10000 if first else 0
    last = _one(right, year) if right else Days(OPEN_LAST, OPEN_LAST)
    if first is None or last is None:
        return None
    return Days(min(first.first, last.first), max(first.last, last.last))


def _one(text: str, year_before: int = 0) -> Days | None:
    return _numeric(text) or _chinese(text, year_before) or _english(text)


def _numeric(text: str) -> Days | None:
    found = _NUMERIC.fullmatch(text)
    if not found:
        return None
    if compact := found["compact"]:
        return _days(int(compact[:4]), int(compact[4:6]), int(compact[6:]) if compact[6:] else None)
    return _days(int(found["year"]), _whole(found["month"]), _whole(found["day"]))


def _chinese(text: str, year_before: int) -> Days | None:
    found = _CHINESE.fullmatch(text)
    if not found or not (found["year"] or (year_before and found["month"])):
        return None
    year = int(han_digits(found["year"])) if found["year"] else year_before
    return _days(year, _whole(found["month"]), _whole(found["day"]))


def _english(text: str) -> Days | None:
    found = _ENGLISH.fullmatch(text)
    if not found or (found["before"] and found["after"]):
        return None
    month = MONTHS.get(found["month"], 0)
    return _days(int(found["year"]), month, _whole(found["before"] or found["after"]))


def _whole(digits: str | None) -> int | None:
    """A part of a date; None where it was not written, 0 where it is no number."""
    if digits is None:
        return None
    return int(digits) if digits.isdecimal() else han_number(digits) or 0


def _days(year: int, month: int | None, day: int | None) -> Days | None:
    if not year or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return Days(year * 10000 + 101, year * 10000 + 1231)
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return Days(year * 10000 + month * 100 + 1, year * 10000 + month * 100 + last)
    date = year * 10000 + month * 100 + day
    return Days(date, date) if 1 <= day <= last else None
