from collections import Counter
from pathlib import Path

import pytest

from index import Snapshot
from search import plan
from search.embedded import EmbeddedEngine
from search.engine import Window
from search.filters import filters
from search.results import Request
from tests.search.embedded.states import make_states

REQUESTS = {
    "all letters": Request(),
    "letters of two years": Request(years=("2019", "2021")),
    "letters of some months": Request(date_from=20200301, date_to=20200731),
    "few letters": Request(issuers=("甲企业",), genres=("notice",)),
}


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    folder: Path = tmp_path_factory.mktemp("states")
    return make_states(folder)


@pytest.mark.parametrize("name", REQUESTS)
def test_months_are_counted_under_every_filter_but_that_of_dates(
    states: dict[str, Snapshot], name: str
) -> None:
    request = REQUESTS[name]
    wanted = plan.Plan(match=plan.Anything(), filters=filters(request), b=0.75)

    for snapshot in states.values():
        window = Window(size=1, facets=("month", "year"))
        facets = EmbeddedEngine(snapshot).find(wanted, window).facets

        expected = Counter(
            letter.date[:7]
            for letter in map(snapshot.letter, live(snapshot))
            if letter.date
            and (not request.years or letter.date[:4] in request.years)
            and (not request.genres or letter.genre in request.genres)
            and (not request.issuers or {one.name for one in letter.issuers} & {*request.issuers})
        )
        assert facets["month"] == tuple(sorted(expected.items()))


def test_years_are_alternatives_and_stay_on_offer(states: dict[str, Snapshot]) -> None:
    for snapshot in states.values():
        engine = EmbeddedEngine(snapshot)
        totals = []
        for request in (Request(), Request(years=("2019",)), Request(years=("2019", "2021"))):
            wanted = plan.Plan(match=plan.Anything(), filters=filters(request), b=0.75)
            found = engine.find(wanted, Window(size=1, facets=("year",)))
            totals.append((found.total, dict(found.facets["year"])))
        years = totals[0][1]

        assert totals[1] == (years["2019"], years)
        assert totals[2] == (years["2019"] + years["2021"], years)


def live(snapshot: Snapshot) -> list[int]:
    return [
        each.base + row
        for each in snapshot.segments
        for row in range(each.segment.count)
        if each.live is None or each.live[row]
    ]
