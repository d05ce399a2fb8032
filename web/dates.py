"""Dates as people write them in addresses, with only a year or a month allowed."""

import calendar
import re
from dataclasses import dataclass

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a date means, both as YYYYMMDD."""

    first: int
    last: int


def read_date(text: str) -> Days:
    """Read YYYY, YYYY-MM or YYYY-MM-DD. Raises ValueError for anything else.

    >>> read_date("2020-02")
    Days(first=20200201, last=20200229)
    """
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(text)
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if year < 1 or month > 12 or (found[2] and month < 1):
        raise ValueError(text)
    last_month = month or 12
    last_day = calendar.monthrange(year, last_month)[1]
    if found[3] and not 1 <= day <= last_day:
        raise ValueError(text)
    return Days(
        first=year * 10000 + (month or 1) * 100 + (day or 1),
        last=year * 10000 + last_month * 100 + (day or last_day),
    )
