"""Where in a letter the units of a query stand closest, and what that adds to the score."""

from bisect import bisect_left

import numpy as np

from search.engine import Engine
from search.explaining.explanation import Closeness, CloseUnit
from search.passages import densities
from search.plan import Plan
from search.ranking import PASSAGE, TEXT_UNITS, WINDOW
from search.results import Mark
from search.snippets import ReadyLetter, Sheet


def closeness(number: int, ready: ReadyLetter, plan: Plan, engine: Engine) -> Closeness | None:
    """The first of the best windows that the passage bonus looks at; None if it adds nothing."""
    if not plan.units:
        return None
    found = engine.occurrences(np.array([number]), [unit for unit, _ in plan.units])
    if not len(found.position):
        return None
    idfs = [engine.idf(TEXT_UNITS, unit) for unit, _ in plan.units]
    sums = densities(found, [w * idf for (_, w), idf in zip(plan.units, idfs, strict=True)])
    first = int(found.position[sums == sums.max()].min())
    inside = (found.position >= first) & (found.position < first + WINDOW)
    places: dict[int, int] = {}
    for position, term in sorted(
        zip(found.position[inside].tolist(), found.term[inside].tolist(), strict=True)
    ):
        places.setdefault(term, position)
    sheet = Sheet([ready.text])
    units = tuple(_unit(sheet, plan, term, idfs[term], at) for term, at in places.items())
    start, end = units[0].mark.start, max(unit.mark.end for unit in units)
    return Closeness(
        text=ready.letter.text[start:end],
        start=start,
        end=end,
        length=max(places.values()) - first + 1,
        units=units,
        score=sum(unit.score for unit in units),
    )


def _unit(sheet: Sheet, plan: Plan, term: int, idf: float, position: int) -> CloseUnit:
    """A unit by its place among the plan's and its position in the letter."""
    unit, weight = plan.units[term]
    row = bisect_left(sheet.positions, position)
    mark = Mark(sheet.first[row], sheet.after[row])
    weight *= PASSAGE
    return CloseUnit(unit, mark, idf=idf, weight=weight, score=weight * idf)
