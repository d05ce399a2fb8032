"""All the ways in which letters write a date, as phrases over units; and letters dated so.

Numbers with points between are cut like those with slashes and hyphens, so one phrase is all three.
Knows nothing of queries.
"""

import calendar
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from index import Column, View
from search.equivalents.dates import Date
from search.parsing import MONTH_NAMES, REPUBLIC
from search.plan import DatedWithin, HasPhrase, HasTerm, Slot, Way

_FIELD: Final = "text"
_UNITS: Final = Column(_FIELD, View.UNITS)
_DAY_SIGNS: Final = ("日", "号")
_DIGITS: Final = tuple(
    ("〇", "零") if digit == "〇" else (digit,) for digit in "〇一二三四五六七八九"
)
_ORDINALS: Final = {1: "st", 2: "nd", 3: "rd"}

_ALONE: Final = 100  # years of the Republic from which on 民国 is left out: 109年2月

Units = tuple[tuple[str, ...], ...]  # of each place in a row the units that may stand there


@lru_cache(1_000)
def ways_of(date: Date) -> tuple[Way, ...]:
    """What says the date: its written forms and, if it has a year, being dated so.

    A month is said by each of its days too, a year by its number.
    """
    year, month, day = date
    if not month:
        return (*_of_year(year), _dated(date))
    if day is None:
        return (*_of_month(year, month), _dated(date))
    return (*_of_day(year, month, day), *([_dated(date)] if year else []))


def _dated(date: Date) -> DatedWithin:
    begin = date.year * 10_000 + date.month * 100
    if not date.month:
        return DatedWithin(begin + 101, begin + 1231)
    if date.day is not None:
        return DatedWithin(begin + date.day, begin + date.day)
    return DatedWithin(begin + 1, begin + calendar.monthrange(date.year, date.month)[1])


def _of_day(year: int, month: int, day: int) -> Iterator[Way]:
    years: Units = ((str(year),),) if year else ()
    months, days, names = _numbers(month), _numbers(day), _names(month)
    ordinal = ((str(day),), (_ORDINALS.get(day % 10 if day // 10 != 1 else 0, "th"),))
    for its in _years(year):
        yield _row(*its, months, ("月",), days, _DAY_SIGNS)
    for its in _han_years(year):
        yield _row(*its, *_han_number(month), ("月",), *_han_number(day), _DAY_SIGNS)
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
    for its in _years(year):
        yield _row(*its, _numbers(month), ("月",))
    for its in _han_years(year):
        yield _row(*its, *_han_number(month), ("月",))
    yield _row(years, (f"{month:02}",))
    yield from (HasTerm(_UNITS, f"{year}.{number}") for number in _numbers(month))
    yield _row(names, years)
    for units in (1, 2):  # February 3, 2020; February 3rd, 2020
        yield HasPhrase(_FIELD, (Slot(names, 0), Slot(years, units + 1)))


def _of_year(year: int) -> Iterator[Way]:
    yield HasTerm(_UNITS, str(year))
    for its in (*_years(year)[1:], *_han_years(year)):
        yield _row(*its)


def _row(*units: tuple[str, ...]) -> HasPhrase:
    return HasPhrase(_FIELD, tuple(Slot(terms, offset) for offset, terms in enumerate(units)))


def _numbers(number: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys((str(number), f"{number:02}")))


def _names(month: int) -> tuple[str, ...]:
    name = MONTH_NAMES[month - 1]
    return tuple(dict.fromkeys((name, name[:3], "sept" if month == 9 else name)))


def _years(year: int) -> tuple[Units, ...]:
    """A year before its month in digits, also as one of the Republic; 0 is none."""
    if not year:
        return ((),)
    its = ((str(year),), ("年",))
    republic = year - REPUBLIC
    return (its, (*_era(republic), (str(republic),), ("年",))) if _is_year(republic) else (its,)


def _han_years(year: int) -> tuple[Units, ...]:
    """The same in Han characters: 二〇二〇年, 一〇九年, 一百零九年."""
    if not year:
        return ((),)
    republic, its = year - REPUBLIC, (*_han_digits(year), ("年",))
    if not _is_year(republic):
        return (its,)
    numbers = dict.fromkeys((_han_digits(republic), _han_number(republic)))
    return (its, *((*_era(republic), *number, ("年",)) for number in numbers))


def _is_year(republic: int) -> bool:
    """Whether a year of the Republic is one that is read: of up to three digits."""
    return 0 < republic < 1_000


def _era(republic: int) -> Units:
    """What stands before a year that would be short for another one."""
    return (("国",),) if republic < _ALONE else ()


def _han_digits(number: int) -> Units:
    return tuple(_DIGITS[int(digit)] for digit in str(number))


def _han_number(number: int) -> Units:
    """三, 十, 十三, 二十三, 一百零九, 一百一十."""
    hundreds, below = divmod(number, 100)
    tens, ones = divmod(below, 10)
    places = [_DIGITS[hundreds], ("百",)] if hundreds else []
    if tens > 1 or (tens and hundreds):
        places.append(_DIGITS[tens])
    if tens:
        places.append(("十",))
    elif hundreds and ones:
        places.append(_DIGITS[0])
    return tuple(places + ([_DIGITS[ones]] if ones else []))
