"""Joined forms: COVID-19, COVID19 and covid_19 are one term besides the units they are made of.

So is e-mail, which stands beside email under the stem of both.
"""

import functools
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.ground import Ground, Spans
from index.analysis.stems import stem
from index.analysis.tables import DIGIT, JOINER
from index.analysis.units import LONGEST_UNIT, Units

REMEMBERED: Final = 1 << 14  # joined forms
PUNCTUATION: Final = str.maketrans("", "", "-‐‑–_\u2212'")


def find_joined(ground: Ground) -> Spans:
    """Rows of words and whole numbers with nothing or one hyphen or low line between two."""
    tied = _tied(ground.units)
    if not len(tied):
        return Spans(written=[], first=tied, last=tied)
    is_first = np.ones(len(tied) + 1, np.bool_)
    np.not_equal(tied[1:], tied[:-1] + 1, out=is_first[1:-1])
    first, last = tied[is_first[:-1]], tied[is_first[1:]] + 1
    short = ground.units.end[last] - ground.units.start[first] <= LONGEST_UNIT
    first, last = first[short], last[short]
    return Spans(written=ground.written(first, last), first=first, last=last)


def _tied(units: Units) -> NDArray[np.int64]:
    """Words and numbers that the next one follows directly or after a hyphen or low line."""
    spaced = units.kind <= DIGIT
    left = np.flatnonzero(spaced[1:] & spaced[:-1])
    place = units.end[left]
    distance = units.start[left + 1] - place
    is_tied = (distance == 0) | ((distance == 1) & (units.kinds[place] == JOINER))
    if len(units.points):
        is_broken = np.zeros(len(units), np.bool_)
        is_broken[np.searchsorted(units.start, units.points, side="right") - 1] = True
        is_tied &= ~(is_broken[left] | is_broken[left + 1])
    tied: NDArray[np.int64] = left[is_tied]
    return tied


@functools.lru_cache(maxsize=REMEMBERED)
def join(written: str) -> str:
    """The term of a joined form: the one that it has when written as one word.

    >>> [join(w) for w in ("covid-19", "e-mails", "2019-ncov")]
    ['covid19', 'email', '2019ncov']
    """
    if written.endswith("'s"):
        written = written[:-2]
    return stem(written.translate(PUNCTUATION))
