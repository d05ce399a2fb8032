"""Dates among typed words, in any usual form of both languages: what day or month they mean.

Owns the forms and how ambiguous ones are read; knows nothing of letters and plans. A year alone is
a number, not a date, unless it is one of the Republic (民國109年). `02/03/2020` is both 2 March and
3 February, as readers of the two countries write it; where one of the numbers cannot be a month it
is the day.
"""

import calendar
import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from search.parsing import MONTHS, han_digits, han_number, republic_year

_HAN_DIGIT: Final = "〇零○一二三四五六七八九"
_HAN: Final = rf"{_HAN_DIGIT}十廿卅"
_HAN_PART: Final = rf"\d{{1,2}}|[{_HAN}]{{1,3}}"
_MONTH: Final = rf"(?P<mon>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_DAY: Final = r"(?P<d>\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?"
_YEAR: Final = r"(?P<y>\d{4})(?!\d)"
_LIKELY_YEAR: Final = r"(?P<y>(?:1[89]|2[01])\d\d)"  # else it is some other number
_GAP: Final = r"(?:\s|\s?[,./-]\s?)"
_BEGIN: Final = r"(?<![0-9A-Za-z_./-])"
_END: Final = r"(?![0-9A-Za-z_]|[./-]\d)"
_CHINESE: Final = (
    rf"(?<![\d{_HAN}])(?P<y>\d{{4}}|[{_HAN_DIGIT}]{{4}})\s?年\s?(?P<m>{_HAN_PART})\s?月份?"
    rf"(?:\s?(?P<d>{_HAN_PART})\s?[日号號])?"
)
_REPUBLIC: Final = (
    rf"(?:中[华華]|(?<![华華]))民[国國]\s?(?P<r>元|\d{{1,3}}|[{_HAN_DIGIT}十百]{{1,5}})\s?年"
    rf"(?:\s?(?P<m>{_HAN_PART})\s?月份?(?:\s?(?P<d>{_HAN_PART})\s?[日号號])?)?"
)
_CHINESE_DAY: Final = rf"(?<![\d{_HAN}年])(?P<m>{_HAN_PART})\s?月\s?(?P<d>{_HAN_PART})\s?[日号號]"
_YEAR_FIRST: Final = rf"{_LIKELY_YEAR}(?P<by>[-/.])(?P<m>\d\d?)(?:(?P=by)(?P<d>\d\d?))?"
_YEAR_LAST: Final = rf"(?P<a>\d\d?)(?P<by>[-/.])(?P<b>\d\d?)(?P=by){_LIKELY_YEAR}"
_COMPACT: Final = rf"{_LIKELY_YEAR}(?P<m>\d\d)(?P<d>\d\d)"
_DAY_FIRST: Final = rf"{_DAY}(?:\s?of\s|{_GAP})?{_MONTH}(?:{_GAP}{_YEAR})?"
_MONTH_FIRST: Final = rf"{_MONTH}{_GAP}?(?:the\s)?{_DAY}(?![0-9A-Za-z_])(?:{_GAP}{{1,2}}{_YEAR})?"
_MONTH_OF_YEAR: Final = rf"{_MONTH}{_GAP}{_YEAR}"
_FORMS: Final = (
    _CHINESE,
    _REPUBLIC,
    _CHINESE_DAY,
    *(f"{_BEGIN}{form}{_END}" for form in (_YEAR_FIRST, _YEAR_LAST, _COMPACT)),
    *(f"{_BEGIN}{form}" for form in (_DAY_FIRST, _MONTH_FIRST, _MONTH_OF_YEAR)),
)
_MAY_BE: Final = re.compile(r"\d|月|民[国國]")
_NARROW: Final = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {0x3000: 0x20}


class Date(NamedTuple):
    """A day, a month of a year, a year, whose month is 0, or a day of any year, whose year is 0."""

    year: int
    month: int
    day: int | None


class Dated(NamedTuple):
    """Where a date is typed, and what it may mean: two days if it is ambiguous."""

    start: int
    end: int
    dates: tuple[Date, ...]


def find_dates(text: str) -> tuple[Dated, ...]:
    """Every date in the text by where it begins, the longest first; they may overlap. Linear.

    One that is typed in several words is told with each shorter date at its beginning.

    >>> [(found.dates, text[found.start : found.end]) for text in ("letters of Feb. 3rd, 2020",)
    ...     for found in find_dates(text)][0]
    ((Date(year=2020, month=2, day=3),), 'Feb. 3rd, 2020')
    >>> find_dates("9/02/2020")[0].dates
    (Date(year=2020, month=2, day=9), Date(year=2020, month=9, day=2))
    """
    if not _MAY_BE.search(text):
        return ()
    narrow = text.translate(_NARROW)
    found: dict[Dated, None] = {}
    for whole in _dates(narrow):
        found.update(dict.fromkeys((whole, *_shorter(narrow, whole))))
    return tuple(sorted(found, key=lambda dated: (dated.start, -dated.end)))


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The forms; compiling them takes 5 ms, and few queries have a number."""
    overlapping = (f"(?=(?P<all>{form}))" for form in _FORMS)
    return tuple(re.compile(form, re.IGNORECASE) for form in overlapping)


def _dates(text: str) -> Iterator[Dated]:
    for form in _forms():
        for found in form.finditer(text):
            if dates := tuple(_read(found)):
                yield Dated(found.start(), found.end("all"), dates)


def _shorter(text: str, dated: Dated) -> Iterator[Dated]:
    """What dates begin there if the last words are left out."""
    for gap in re.finditer(r"\s", text[dated.start : dated.end]):
        for form in _forms():
            found = form.match(text, dated.start, dated.start + gap.start())
            if found and (dates := tuple(_read(found))):
                yield Dated(dated.start, found.end("all"), dates)


def _read(found: re.Match[str]) -> Iterator[Date]:
    """The dates that the calendar has."""
    parts = {name: part for name, part in found.groupdict().items() if part}
    year = republic_year(parts["r"]) if "r" in parts else int(han_digits(parts.get("y", "0")))
    if "r" in parts and not year:
        return
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        orders = ((second, first), (first, second)) if first != second else ((first, second),)
        yield from (Date(year, *order) for order in orders if _is_in_calendar(year, *order))
        return
    if "r" in parts and "m" not in parts:
        yield Date(year, 0, None)
        return
    month = MONTHS[parts["mon"].lower()] if "mon" in parts else _number(parts["m"])
    day = _number(parts["d"]) if "d" in parts else None
    if _is_in_calendar(year, month, day):
        yield Date(year, month, day)


def _number(digits: str) -> int:
    return int(digits) if digits.isdecimal() else han_number(digits) or 0


def _is_in_calendar(year: int, month: int, day: int | None) -> bool:
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= calendar.monthrange(year or 2000, month)[1]  # 29 February
