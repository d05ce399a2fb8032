"""When two letters are versions of one. Knows two letters at a time."""

from datetime import date
from typing import Final

from index import View
from search.versions.profile import Profile

# Chinese characters for one of English, in 120 parallel passages of xquad .25 to .82, .34 in most.
RATIO: Final = (0.15, 0.9)
# Measured on 120 parallel passages and four letters among 2,000 others, 2026-11: with 1.0 93.5% of
# the other versions are found and nothing else is; with 1.1 91%, with .95 94% and one wrong one.
ENOUGH: Final = 1.0
NEAR_BEST: Final = 0.15  # for which less may speak than for the best: several translations
SAME_ITEMS: Final = 0.3
SAME_DATE: Final = 0.2
OTHER_DATE: Final = 92  # days between two letters that are not versions: one of last season's
# Of the runs of four units that either has, those that both have: set, as judged versions are few.
RESEMBLANCE: Final = 0.5
CONTAINED: Final = 0.85  # of the shorter one's, where the other has more
SHORTEST: Final = 40  # runs of a letter that may be contained in another


def translation_evidence(one: Profile, other: Profile) -> float:
    """How much speaks for two letters saying the same in Chinese and in English; 0: not enough.

    Numbers, names, items and dates are looked at first; words only where they may decide it.
    """
    if one.is_english == other.is_english or not _fits(one, other) or _is_later(one, other):
        return 0
    beside = _same_keys(one, other) + _same_items(one, other) + _same_date(one, other)
    if beside + 1 < ENOUGH:
        return 0
    first = _said(one, other)
    if beside + (first + 1) / 2 < ENOUGH:
        return 0
    evidence = beside + (first + _said(other, one)) / 2
    return evidence if evidence >= ENOUGH else 0


def is_version(one: Profile, other: Profile) -> bool:
    """Whether two letters have most of their text in common, or one has nearly all of the other."""
    if _is_later(one, other):
        return False
    common, fewer = len(one.shingles & other.shingles), min(len(one.shingles), len(other.shingles))
    if common >= RESEMBLANCE * len(one.shingles | other.shingles):
        return common > 0
    return fewer >= SHORTEST and common >= CONTAINED * fewer


def _fits(one: Profile, other: Profile) -> bool:
    """Whether one could be as long as it is if it were a translation of the other."""
    chinese, english = (other, one) if one.is_english else (one, other)
    return RATIO[0] * english.length <= chinese.length <= RATIO[1] * english.length


def _is_later(one: Profile, other: Profile) -> bool:
    first, second = _day(one), _day(other)
    return first is not None and second is not None and abs((first - second).days) > OTHER_DATE


def _day(letter: Profile) -> date | None:
    said = letter.letter.date
    return (
        date.fromisoformat(said if len(said) > len("2020-02") else f"{said}-15") if said else None
    )


def _said(one: Profile, other: Profile) -> float:
    """The share of the telling words of a letter that another one says in its own language."""
    heard = [
        any(not other.terms[column.view].isdisjoint(terms) for column, terms in word.items())
        for word in one.rendered
    ]
    return sum(heard) / (len(heard) or 1)


def _same_keys(one: Profile, other: Profile) -> float:
    """The share of numbers and names of either that are in both; one half where there are none."""
    every = one.keys | other.keys
    units = [profile.terms[View.UNITS] for profile in (one, other)]
    both = sum(key in units[0] and key in units[1] for key in every)
    return (both + 1) / (len(every) + 2)


def _same_items(one: Profile, other: Profile) -> float:
    if max(one.first_items, other.first_items) < 2:
        return 0
    return SAME_ITEMS if one.first_items == other.first_items else -SAME_ITEMS


def _same_date(one: Profile, other: Profile) -> float:
    dated = one.letter.date is not None and len(one.letter.date) > len("2020-02")
    return SAME_DATE if dated and one.letter.date == other.letter.date else 0
