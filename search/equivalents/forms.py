"""All the ways in which letters write a date, as phrases over units; and letters dated so.

Numbers with points between are cut like those with slashes and hyphens, so one phrase is all three.
Knows nothing of queries.
"""

import calendar
from collections.abc import Iterator
from typing import Final

from index import Column, View
from search.equivalents.dates import Date
from search.parsing import MONTH_NAMES
from search.plan import DatedWithin, HasPhrase, HasTerm, Slot, Way

_FIELD: Final = "text"
_UNITS: Final = Column(_FIELD, View.UNITS)
_DAY_SIGNS: Final = ("日", "号")
_DIGITS: Final = tuple(
    ("〇", "零") if digit == "〇" else (digit,) for digit in "〇一二三四五六七八九"
)
_ORDINALS: Final = {1: "st", 2: "nd", 3: "rd"}

Units = tuple[tuple[str, ...], ...]  # of each place in a row the units that may stand there


def ways_of(date: Date) -> tuple[Way, ...]:
    """What says the date: its written forms and, if it has a year, being dated so.

    A month is said by each of its days too.
    """
    year, month, day = date
    if day is None:
        return (*_of_month(year, month), _dated(date))
    return (*_of_day(year, month, day), *([_dated(date)] if year else []))


def _dated(date: Date) -> DatedWithin:
    begin = date.year * 10_000 + date.month * 100
    if date.day is not None:
        return DatedWithin(begin + date.day, begin + date.day)
    return DatedWithin(begin + 1, begin + calendar.monthrange(date.year, date.month)[1])


def _of_day(year: int, month: int, day: int) -> Iterator[Way]:
    years: Units = ((str(year),),) if year else ()
    han_years: Units = (*_han_year(year), ("年",)) if year else ()
    chinese_years: Units = (*years, ("年",)) if year else ()
    months, days, names = _numbers(month), _numbers(day), _names(month)
    ordinal = ((str(day),), (_ORDINALS.get(day % 10 if day // 10 != 1 else 0, "th"),))
    yield _row(*chinese_years, months, ("月",), days, _DAY_SIGNS)
    yield _row(*han_years, *_han_number(month), ("月",), *_han_number(day), _DAY_SIGNS)
    if year:
        yield _row(*years, months, days)
        yield HasTerm(_UNITS, f"{year}{month:02}{day:02}")
        for first, second in dict.fromkeys(((months, days), (days, months))):
            yield _row(first, second, *years)
    yield _row(days, names, *years)
    yield _row(names, days, *years)
    for between in ((), (("of",),)):
        yield _row(*ordinal, *between, names, *years)
    for between in ((), (("the",),)):
        yield _row(names, *between, *ordinal, *years)


def _of_month(year: int, month: int) -> Iterator[Way]:
    years, names = (str(year),), _names(month)
    yield _row(years, ("年",), _numbers(month), ("月",))
    yield _row(*_han_year(year), ("年",), *_han_number(month), ("月",))
    yield _row(years, (f"{month:02}",))
    yield from (HasTerm(_UNITS, f"{year}.{number}") for number in _numbers(month))
    yield _row(names, years)
    for units in (1, 2):  # February 3, 2020; February 3rd, 2020
        yield HasPhrase(_FIELD, (Slot(names, 0), Slot(years, units + 1)))


def _row(*units: tuple[str, ...]) -> HasPhrase:
    return HasPhrase(_FIELD, tuple(Slot(terms, offset) for offset, terms in enumerate(units)))


def _numbers(number: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys((str(number), f"{number:02}")))


def _names(month: int) -> tuple[str, ...]:
    name = MONTH_NAMES[month - 1]
    return tuple(dict.fromkeys((name, name[:3], "sept" if month == 9 else name)))


def _han_year(year: int) -> Units:
    return tuple(_DIGITS[int(digit)] for digit in str(year))


def _han_number(number: int) -> Units:
    """Below a hundred: 三, 十, 十三, 二十三."""
    tens, ones = divmod(number, 10)
    places = ([_DIGITS[tens]] if tens > 1 else []) + ([("十",)] if tens else [])
    return tuple(places + ([_DIGITS[ones]] if ones else []))
