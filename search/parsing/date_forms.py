"""One date as a reader writes it in a query, whole or in part: the days that it means.

Owns the forms and the calendar; knows nothing of what may stand between two dates. The forms are
compiled by `re` when a query first has a date, as few have.
"""

import calendar
import re
from typing import Final, NamedTuple

from search.parsing.numerals import han_digits, han_number, republic_year

_TIME: Final = (
    r"[t\s]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?\s?(?:z|[+-]\d\d:?\d\d)?"  # ISO 8601; passed over
)
_NUMERIC: Final = (
    r"(?P<year>\d{4})(?:([-/.])(?P<month>\d{1,2})(?:\2(?P<day>\d{1,2})"
    rf"(?:{_TIME})?)?)?"
    rf"|(?P<compact>\d{{6}}(?:\d\d(?:{_TIME})?)?)"
)
_HAN: Final = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_HAN_YEAR: Final = r"(?P<year>[\d〇零○一二三四五六七八九]{4})"
_REPUBLIC: Final = (
    r"(?:中[华華])?民[国國]\s?(?P<republic>元|\d{1,3}|[〇零○一二三四五六七八九十百]{1,5})"
)
_CHINESE: Final = (
    rf"(?:{_HAN_YEAR}|{_REPUBLIC})\s?年\s?"
    rf"(?:(?P<month>{_HAN})\s?月份?\s?(?:(?P<day>{_HAN})\s?[日号號])?)?"
)
_GAP: Final = r"[\s,./-]{1,2}"
_ENGLISH: Final = (
    rf"(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof\s|{_GAP}))?(?P<month>[a-z]{{3,9}}){_GAP}"
    rf"(?:(?P<after>\d{{1,2}})(?:st|nd|rd|th)?{_GAP})?(?P<year>\d{{4}})"
)
_YEAR_FIRST: Final = (
    rf"(?P<year>\d{{4}}){_GAP}(?P<month>[a-z]{{3,9}})\.?"
    rf"(?:{_GAP}(?P<after>\d{{1,2}})(?:st|nd|rd|th)?)?"
)
MONTH_NAMES: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
MONTHS: Final = {
    form: number
    for number, name in enumerate(MONTH_NAMES, start=1)
    for form in (name, name[:3], "sept" if number == 9 else name)
}


class Days(NamedTuple):
    """From the first to the last day, both included, as YYYYMMDD."""

    first: int
    last: int


def one_date(text: str) -> Days | None:
    """The days of one date in narrow small letters; None where the calendar has none such.

    >>> one_date("2020-02-03t00:00"), one_date("民国一〇九年二月")
    (Days(first=20200203, last=20200203), Days(first=20200201, last=20200229))
    """
    return _numeric(text) or _chinese(text) or _english(text)


def _numeric(text: str) -> Days | None:
    found = re.fullmatch(_NUMERIC, text)
    if not found:
        return None
    if compact := found["compact"]:
        day = int(compact[6:8]) if compact[6:] else None
        return _days(int(compact[:4]), int(compact[4:6]), day)
    return _days(int(found["year"]), _whole(found["month"]), _whole(found["day"]))


def _chinese(text: str) -> Days | None:
    found = re.fullmatch(_CHINESE, text)
    if not found:
        return None
    year = int(han_digits(found["year"])) if found["year"] else republic_year(found["republic"])
    return _days(year, _whole(found["month"]), _whole(found["day"]))


def _english(text: str) -> Days | None:
    found = re.fullmatch(_ENGLISH, text) or re.fullmatch(_YEAR_FIRST, text)
    if not found:
        return None
    days = [day for day in (found.groupdict().get("before"), found["after"]) if day]
    month = MONTHS.get(found["month"], 0)
    return _days(int(found["year"]), month, _whole(*days or [None])) if len(days) < 2 else None


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
