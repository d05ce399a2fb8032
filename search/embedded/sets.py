"""Sets of letters of one segment: few of them as ascending rows, many as a mark a letter.

Operations between masks cost the same whatever they hold; those with rows cost about their rows.
Neither is ever changed once it is made, since lists of terms are handed out as they are cached.
Rows are chosen by `compress`, which takes a third of the time of indexing by marks.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from search.embedded.space import Space

Number = TypeVar("Number", np.int64, np.intp)
Rows = NDArray[np.intp]  # what numpy indexes by; narrower rows would be widened at each use
Mask = NDArray[np.bool_]
Marks = NDArray[np.bool_] | NDArray[np.unsignedinteger[Any]]

MERGED = 16  # one letter in so many: the same for what several lists have (measured)
DENSE = 8  # one letter in so many: from there a mark a letter is faster than rows (measured)
_SOUGHT = 8  # numbers so many times more are searched, fewer merged (measured)
_FAR = 20  # a list so many times longer is searched, a shorter one marked (measured)


class Few(NamedTuple):
    """Letters by their rows, ascending."""

    rows: Rows


class Many(NamedTuple):
    """Letters by a number each, of any type: zero where a letter is not in the set.

    For the letters of a term it is how often they have the term, so that one array serves both.
    """

    marks: Marks


Letters = Few | Many
NONE = Few(np.zeros(0, np.intp))


def everything(count: int) -> Many:
    """All letters of a segment."""
    return Many(np.ones(count, np.bool_))


def fitting(rows: Rows, count: int) -> Letters:
    """Ascending rows as what suits their number."""
    return Many(marked(rows, count)) if len(rows) * DENSE >= count else Few(rows)


def marked(rows: NDArray[np.integer[Any]], count: int) -> Mask:
    """A mark for each of the rows, which may stand in any order and more than once."""
    mask = np.zeros(count, np.bool_)
    mask[rows] = True
    return mask


def size(letters: Letters) -> int:
    """How many there are."""
    if isinstance(letters, Few):
        return len(letters.rows)
    return int(np.count_nonzero(letters.marks))


def is_none(letters: Letters) -> bool:
    """Whether there is none, as far as it can be told without counting marks."""
    return isinstance(letters, Few) and not len(letters.rows)


def bytes_of(letters: Letters) -> int:
    """What they take in memory."""
    return letters.rows.nbytes if isinstance(letters, Few) else letters.marks.nbytes


def rows_of(letters: Letters) -> Rows:
    """Their rows, ascending."""
    return letters.rows if isinstance(letters, Few) else np.flatnonzero(letters.marks != 0)


def holds(letters: Many, rows: Rows) -> Mask:
    """Of each row: whether it is in the set."""
    found: Mask = letters.marks[rows] != 0
    return found


def union(sets: Sequence[Letters], count: int) -> Letters:
    """The letters of any of the sets; `count` is the segment's number of letters."""
    rows = [each.rows for each in sets if isinstance(each, Few) and len(each.rows)]
    many = [each for each in sets if isinstance(each, Many)]
    if not many:
        if len(rows) < 2:
            return Few(rows[0]) if rows else NONE
        merged = np.concatenate(rows)
        if len(merged) * MERGED < count:
            merged.sort(kind="stable")
            return Few(distinct(merged))
        return Many(marked(merged, count))
    if len(many) + len(rows) == 1:
        return many[0]
    marks = many[0].marks | many[1].marks if len(many) > 1 else many[0].marks.copy()
    for other in many[2:]:
        marks = np.bitwise_or(marks, other.marks)
    for some in rows:
        marks[some] = 1
    return Many(marks)


def intersection(sets: Sequence[Letters], space: Space) -> Letters:
    """The letters of all of the sets; the shortest goes first, so that the cost is its length."""
    few = [each.rows for each in sets if isinstance(each, Few)]
    many = [each for each in sets if isinstance(each, Many)]
    if not few:
        marks = many[0].marks
        for other in many[1:]:
            marks = np.minimum(marks, other.marks)
        return Many(marks)
    few.sort(key=len)
    rows = few[0]
    for each in many:
        rows = rows.compress(holds(each, rows))
    for others in few[1:]:
        rows = rows.compress(among(others, rows, space))
    return Few(rows)


def difference(letters: Letters, without: Letters, space: Space) -> Letters:
    """The letters that are not in the other set."""
    if isinstance(letters, Few):
        rows = letters.rows
        if isinstance(without, Few):
            return Few(rows.compress(~among(without.rows, rows, space)))
        return Few(rows.compress(~holds(without, rows)))
    if isinstance(without, Many):
        return Many(letters.marks * (without.marks == 0))
    kept = letters.marks.copy()
    kept[without.rows] = 0
    return Many(kept)


def among(rows: Rows, wanted: Rows, space: Space) -> Mask:
    """Of each wanted row: whether it is among the ascending ones."""
    if len(rows) > _FAR * len(wanted):
        return contains(rows, wanted)
    marks = space.marks
    marks[rows] = True
    found: Mask = marks[wanted]
    marks[rows] = False
    return found


def places(rows: Rows, wanted: Rows, space: Space) -> Rows:
    """Where each wanted row stands; any place where it is missing. There must be rows."""
    if len(rows) > _FAR * len(wanted):
        return nearest(rows, wanted)
    table = space.places
    table[rows] = np.arange(len(rows))
    found: Rows = table[wanted]
    return np.minimum(found, len(rows) - 1, out=found)  # what is missing may have any number


def in_order(runs: Sequence[NDArray[Number]]) -> NDArray[Number]:
    """All of ascending runs, ascending: numpy's stable sort merges, in a third of the time."""
    return np.sort(np.concatenate(runs), kind="stable")


def distinct(ascending: NDArray[Number]) -> NDArray[Number]:
    """Ascending numbers, each once; `np.unique` hashes first, and takes ten times as long."""
    if len(ascending) < 2:
        return ascending
    kept = np.empty(len(ascending), np.bool_)
    kept[0] = True
    np.not_equal(ascending[1:], ascending[:-1], out=kept[1:])
    return ascending.compress(kept)


def common(some: NDArray[Number], others: NDArray[Number]) -> NDArray[Number]:
    """The numbers that both have; each ascends and has a number once."""
    if len(some) > len(others):
        some, others = others, some
    if len(others) > _SOUGHT * len(some):
        return some.compress(contains(others, some))
    both = in_order([some, others])
    return both[1:].compress(both[1:] == both[:-1])


def contains(numbers: NDArray[Number], wanted: NDArray[Number]) -> Mask:
    """Of each wanted number: whether it is among the ascending ones."""
    if not len(numbers):
        return np.zeros(len(wanted), np.bool_)
    found: Mask = numbers[nearest(numbers, wanted)] == wanted
    return found


def nearest(numbers: NDArray[Number], wanted: NDArray[Number]) -> Rows:
    """Where each wanted number would stand; a place within `numbers` even where it is missing."""
    where = np.searchsorted(numbers, wanted)
    return np.minimum(where, len(numbers) - 1, out=where)
