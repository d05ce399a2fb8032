"""Days as a reader writes them in a query: a date, from one to another, before or after one.

Owns what stands between and before dates; knows nothing of fields, spans or nodes. Its patterns are
compiled by `re` when a query first has a date.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from typing import Final

from search.parsing.date_forms import Days, one_date

OPEN_FIRST, OPEN_LAST = 0, 99999999
_LONGEST = 60  # characters of a value that may still be two written-out dates
_MOST_WORDS = 13  # words of one: 2020 年 2 月 3 日 至 2020 年 3 月 1 日
_WORD = re.compile(r"[^\s()（）]+")
_NUMBER: Final = re.compile(r"\d|[元〇零○一二三四五六七八九十廿卅]")
_HYPHENS: Final = str.maketrans(dict.fromkeys("‐−﹣", "-"))
# A hyphen or a slash is part of dates too, and one that touches what follows alone excludes it.
_BETWEEN: Final = (
    r"\s*(?:\.{2,}|[~〜∼至到–—―─]+)\s*|\s+(?:to|till|until|through)\s+"
    r"|(?<=\S)[-/]{1,2}(?=\S)|\s[-/]{1,2}\s"
)
_BOTH: Final = r"between\s+(.+?)\s+and\s+(.+)"
_OPENING: Final = r"\[|(?:from|between)\s+|[从從自由]\s?"
_CLOSING: Final = re.compile(r"\]|(?<=[\d年月日号號])(?:之?间|之間)")
_COMPARISON: Final = r"[<>=]{1,2}|[≤≥≦≧]|after|since|from|before|until|till|截[至到止]"
_COMPARED: Final = rf"(?P<sign>{_COMPARISON})\s*(?P<date>[^<>≤≥≦≧=]+)"
_TWICE: Final = r"([<>≤≥≦≧][^<>≤≥≦≧]+?)[\s,]*([<>≤≥≦≧].+)"
_AFTERWARDS: Final = (
    r"(?P<date>.+?)\s?(?P<sign>[以之]?[来來]|起|至今|[以之]?前|[以之]?[后後]|为止|為止)"
)
_BOUNDS: Final = {
    **dict.fromkeys((">", "after", "后", "後"), "after"),
    **dict.fromkeys((">=", "≥", "≧", "since", "from", "来", "來", "起", "今"), "since"),
    **dict.fromkeys(("<", "before", "前"), "before"),
    **dict.fromkeys(("<=", "≤", "≦", "until", "till", "截至", "截到", "截止", "止"), "until"),
    **dict.fromkeys(("=", "=="), "on"),
}
_MARKS: Final = "年月"
_SIGNS: Final = "月日号號"
_SHARED: Final = 4  # words of the last date that the first may share: 3rd of February 2020
_MOST_SIGNS: Final = 6  # tried as what stands between: 2020-02-03-2020-03-01 has five


def days_of(text: str) -> Days | None:
    """The days that the text means; None where it is no date or the calendar has no such day.

    `..` (also ~, dashes, 至, 到, "to") stands between two dates, one of which may be missing;
    >, >=, <, <= and words such as since, before, 以来, 以前 stand beside one.

    >>> days_of("2020-02"), days_of("二〇二〇年二月三日")
    (Days(first=20200201, last=20200229), Days(first=20200203, last=20200203))
    >>> days_of("..3 February 2020"), days_of("2020年2月至3月")
    (Days(first=0, last=20200203), Days(first=20200201, last=20200331))
    >>> days_of(">=2020-02"), days_of("<2021")
    (Days(first=20200201, last=99999999), Days(first=0, last=20210100))
    """
    if len(text) > _LONGEST or not _NUMBER.search(text):
        return None
    return _days_of(unicodedata.normalize("NFKC", text).strip().lower().translate(_HYPHENS))


def end_of_days(text: str, start: int) -> int:
    """Where the longest date of several words that begins at `start` ends; 0 if there is none.

    >>> end_of_days("date:3 February 2020 masks", 5), end_of_days("date:2020 masks", 5)
    (20, 0)
    """
    ends = [found.end() for found in _WORD.finditer(text, start, start + _LONGEST)][:_MOST_WORDS]
    return next((end for end in ends[:0:-1] if days_of(text[start:end])), 0)


@lru_cache(256)
def _days_of(text: str) -> Days | None:
    return one_date(text) or _from_to(text) or _twice(text) or _compared(text)


def _from_to(text: str) -> Days | None:
    if found := re.fullmatch(_BOTH, text):
        return _spanned(*found.groups())
    opened = re.match(_OPENING, text)
    closed = _CLOSING.search(text, len(text) - 2) if len(text) > 2 else None
    inner = text[opened.end() if opened else 0 : closed.start() if closed else len(text)]
    for found in islice(re.finditer(_BETWEEN, inner), _MOST_SIGNS):
        left, right = inner[: found.start()].strip(), inner[found.end() :].strip()
        is_open = found[0].strip()[:1] not in {"-", "/"} and (left or right)
        if (is_open or (left and right)) and (days := _spanned(left, right)):
            return days
    return None


def _spanned(left: str, right: str) -> Days | None:
    """From one date to another, of which each may leave to the other what both have."""
    if left in {"", "*"} and right not in {"", "*"}:
        last = one_date(right)
        return last and Days(OPEN_FIRST, last.last)
    if right in {"", "*"}:
        first = one_date(left)
        return first and Days(first.first, OPEN_LAST)
    for ends in product(_beginnings(left, right), _endings(left, right)):
        first, last = map(one_date, ends)
        if first and last:
            return Days(min(first.first, last.first), max(first.last, last.last))
    return None


def _beginnings(left: str, right: str) -> Iterator[str]:
    """What the first date may be: 2020年2 (-3月), 1 (to 3 February 2020), Feb (-Mar 2020)."""
    yield left
    if right[-1] in _SIGNS:
        yield left + right[-1]
    words = right.split()[:_SHARED]
    yield from (" ".join((left, *words[at:])) for at in range(1, len(words)))


def _endings(left: str, right: str) -> Iterator[str]:
    """What the last date may be: (2020年2月至) 3月, (2020年2月3日至) 5日, (February 3-) 5, 2020."""
    yield right
    yield from (left[: left.rindex(mark) + 1] + right for mark in _MARKS if mark in left)
    yield f"{left.split()[0]} {right}"


def _twice(text: str) -> Days | None:
    """Later than one date and earlier than another."""
    found = re.fullmatch(_TWICE, text)
    days = [_compared(part) for part in found.groups()] if found else []
    first = max((one.first for one in days if one), default=0)
    last = min((one.last for one in days if one), default=-1)
    return Days(first, last) if all(days) and first <= last else None


def _compared(text: str) -> Days | None:
    if found := re.fullmatch(_COMPARED, text):
        sign = found["sign"].replace("=>", ">=").replace("=<", "<=")
    elif found := re.fullmatch(_AFTERWARDS, text):
        sign = found["sign"][-1]
    else:
        return None
    date = found["date"].strip()
    opened = re.match(_OPENING, date)
    days = one_date(date[opened.end() :] if opened else date)
    return days and _bounded(_BOUNDS.get(sign, ""), days)


def _bounded(how: str, days: Days) -> Days | None:
    """Numbers between the last day of a month and the first of the next are no letter's date."""
    match how:
        case "after":
            return Days(days.last + 1, OPEN_LAST)
        case "since":
            return Days(days.first, OPEN_LAST)
        case "before":
            return Days(OPEN_FIRST, days.first - 1)
        case "until":
            return Days(OPEN_FIRST, days.last)
        case "on":
            return days
    return None
